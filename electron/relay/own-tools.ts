import type { Aggregate } from '../catalog/aggregate.ts';
import type { Viewer } from '../catalog/role-view.ts';
import type { Message } from './message.ts';

// What the relay asks of the tools that are Doorward's own; how they answer is no matter of the road.

/** What comes of a call of a tool that finds tools. */
export type Meant =
  /** Answered here: the result of a tool, JSON. */
  | { readonly kind: 'answer'; readonly result: Buffer }
  /** The call that was meant; it goes the whole road under its own name. */
  | { readonly kind: 'call'; readonly message: Message };

/** Answers AI apps that find their tools on demand. */
export interface FindingPort {
  /** What a request means that may be a call of a tool that finds; undefined: it is none. */
  read(message: Message, clientId: string, aggregate: Aggregate): Meant | undefined;
  forgetClient(clientId: string): void;
  /** An app that finds its tools on demand was given its list: it will search soon. */
  expectSearch(): void;
}

/** Who asks to read on. */
export interface Reader {
  /** A session, or, where there are none (2026-07-28), the id of an AI app. */
  readonly owner: object | string;
  readonly viewer: Viewer;
  /** Whether it may use this tool of this server now. */
  readonly mayUse: (server: string, tool: string) => boolean;
}

/** What an AI app is given that reads on. */
export interface Read {
  /** The result of a tool, JSON. */
  readonly result: Buffer;
  /** Whose text it is; undefined where there is none. */
  readonly server?: string;
}

/** Lets AI apps read on in answers that were cut. */
export interface ReadingPort {
  /** The tool with which they do. */
  readonly tool: string;
  /** Whether anybody can have something to read on in; until then no call is looked at. */
  readonly active: boolean;
  /** An AI app was given its list of tools. */
  listed(owner: Reader['owner'], viewer: Viewer): void;
  /** The answer to a call of `tool`; undefined: it is another message. */
  read(message: Message, reader: Reader): Read | undefined;
  /** A session has ended, or everything that an AI app had open. */
  forget(owner: Reader['owner']): void;
}
