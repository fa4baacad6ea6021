import type { HeldCall } from '../../../shared/model/approval.ts';
import type { Bridge } from '../../../shared/ipc/window.ts';
import { ONCE, type Choice } from './choice.ts';
import type { Ending } from './content.ts';
import { type FormDraft, presetsOf } from './form.ts';

/** What the person has done at one call; it stays while they look at another one. */
export interface Draft {
  readonly choice: Choice;
  readonly details: boolean;
  /** Text of the editor of the arguments; undefined while it is closed. */
  readonly edit: string | undefined;
  /** The text with which the editor was opened. */
  readonly opened: string | undefined;
  readonly reason: string;
  /** What is filled in; undefined: nothing was changed yet. */
  readonly answers: FormDraft | undefined;
  /** How often a form was tried to be sent that could not be. */
  readonly tried: number;
}

export const NO_DRAFT: Draft = {
  choice: ONCE,
  details: false,
  edit: undefined,
  opened: undefined,
  reason: '',
  answers: undefined,
  tried: 0,
};

/** Why an answer did not count; one sentence, or none when nobody said. */
export interface Refusal {
  readonly message: string | undefined;
  /** How many of how many of a group it hit. */
  readonly failed?: { readonly count: number; readonly of: number };
}

export interface PopupState {
  readonly platform: 'darwin' | 'win32' | 'linux' | undefined;
  /** What waits, oldest first, without what has been answered here. */
  readonly calls: readonly HeldCall[];
  /** The call on show. It stays until it is answered, ends, or the person turns to another one. */
  readonly shown: HeldCall | undefined;
  /** Its place among what waits, from 0; where it was, once it waits no longer. */
  readonly index: number;
  /** The call on show ended by itself and is there for a moment more. */
  readonly ended: Ending | undefined;
  /** The list of calls that are alike, as it was when it was opened: new ones do not get into it. */
  readonly group: readonly HeldCall[] | undefined;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly busy: 'allow' | 'deny' | undefined;
  readonly error: Refusal | undefined;
  /** Counts what has been shown; answers are dead for a moment after each change. */
  readonly version: number;
  /** Counts how often there was something to show after there was nothing. */
  readonly session: number;
  /** Counts how often the window appeared. */
  readonly showing: number;
}

export const NOTHING: PopupState = {
  platform: undefined,
  calls: [],
  shown: undefined,
  index: 0,
  ended: undefined,
  group: undefined,
  drafts: {},
  busy: undefined,
  error: undefined,
  version: 0,
  session: 0,
  showing: 0,
};

/** What the page is built on; tests give their own. */
export interface PopupPorts {
  readonly bridge: Bridge;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs once after `ms`; gives back what takes it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** Whether the keys of the person go to this window. */
  readonly focused: () => boolean;
}

/** The draft of a call. */
export const draftOf = ({ drafts }: PopupState, id: string): Draft => drafts[id] ?? NO_DRAFT;

/** What is filled in of the form of a call; empty where it has none. */
export const answersOf = ({ form }: HeldCall, { answers }: Draft): FormDraft =>
  answers ?? (form === undefined ? [] : presetsOf(form));

/** The arguments as the person has changed them; undefined when the call passes as it is. */
export const changedArguments = ({ edit, opened }: Draft): string | undefined =>
  edit === undefined || edit === opened ? undefined : edit;
