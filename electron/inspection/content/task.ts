import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { InspectionAct } from '../../../shared/model/inspection.ts';
import type { OutputSchema } from '../structured/fixed-form.ts';
import type { ContentWatch } from '../verdict.ts';
import type { LookContext } from './look.ts';
import type { Sighting } from './shown.ts';

/**
 * What a piece of JSON is in its message: the arguments of a tool or a prompt, the params of another request, the result
 * or the error of an answer, the params of a server's question or what is said to it, or those of a notification.
 */
export type Form = 'arguments' | 'params' | 'result' | 'error' | 'question' | 'reply' | 'notice';

/** What is to be judged, and by what. Crosses to a worker as it is. */
export interface Task extends LookContext {
  readonly form: Form;
  /** Of the request that it belongs to. */
  readonly method: string;
  /** What happens on a finding. */
  readonly acts: Readonly<Record<ContentWatch, InspectionAct>>;
  /** What the tool promises of its structured content, where it fixes the form of a string. */
  readonly output?: OutputSchema | undefined;
  /** Id of the server at the other end. */
  readonly server: string;
  /** What a notice to a model is marked with, so that nobody else can write one. */
  readonly nonce: string;
  /** All findings that count are shown, and not only those that a person is asked about. */
  readonly showsAll?: boolean;
}

/** What was found and what happens on it. `unread`: it could not be looked at whole. */
export interface Reason {
  readonly watch: ContentWatch | 'unread';
  readonly act: InspectionAct;
  /** What was found, in the words of the detectors. */
  readonly types: readonly string[];
}

/** What came of judging. */
export interface Judged {
  readonly recorded: readonly RecordedFinding[];
  /** The JSON with everything removed, masked and fenced that is to be; absent: as it was. */
  readonly changed?: Uint8Array;
  /** One for each kind of finding and act. */
  readonly reasons: readonly Reason[];
  /** The findings that a person is asked about, worst first; neither redacted nor cut. */
  readonly sightings: readonly Sighting[];
}

/** Where its findings are kept. */
export const whereOf = (form: Form): RecordedFinding['where'] =>
  form === 'result' || form === 'error' || form === 'notice' ? 'answer' : 'arguments';

/** It was not looked at, or not to its end: it waits for a person, whatever else was chosen. */
export function unread(form: Form): Judged {
  return {
    recorded: [{ source: 'hidden', type: 'not-looked-at', where: whereOf(form), act: 'asked', count: 1 }],
    reasons: [{ watch: 'unread', act: 'ask', types: [] }],
    sightings: [],
  };
}
