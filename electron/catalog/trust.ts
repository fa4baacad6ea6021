import type { Effect, PinKind } from '../../shared/model/review.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * How one offered thing stands. `approved`: a person has approved exactly this. `changed`: another version of it is
 * approved. `new`: nothing of this name is. `blocked`: a person has left it off, whatever it says.
 */
export type Standing = 'approved' | 'changed' | 'new' | 'blocked';

/** What the road of a call asks about what a person has approved. All of it is answered from memory, at once. */
export interface Trust {
  /** Rises with every decision; what was judged at one epoch holds until the next. */
  readonly epoch: number;
  /** How this version of an item stands. Cheap where its bytes are those that were approved; else one digest. */
  standing(server: string, kind: PinKind, key: string, bytes: Buffer): Standing;
  /** How a name stands, whichever version of it is offered now: `approved` when some version is. */
  named(server: string, kind: PinKind, key: string): Exclude<Standing, 'changed'>;
  /** What the approved version of a tool does; `unknown` for what is not approved. */
  effect(server: string, tool: string): Effect;
  /** What clients may be listed of a snapshot: the same object where that is all of it. */
  view(server: string, snapshot: Snapshot): Snapshot;
  /** The greeting of a server as clients may see it: approved instructions and names in place of changed ones. */
  hello(server: string, hello: Buffer): Buffer;
  /** A call of a tool goes out. */
  called(server: string, tool: string): void;
  /** The tools of a server were listed, and each of them is as approved. */
  seenUnchanged(server: string): void;
}
