import type { Message } from '../relay/message.ts';
import type { Inspector } from '../stages/inspect.ts';

/** Where a notification comes from. */
export interface NoticeFrom {
  readonly server: string;
  /** Id of the only AI app that the connection is for; undefined: it is for all of them. */
  readonly client: string | undefined;
}

/** One who looks at what crosses, with a name for the log. What it leaves out, it does not look at. */
export interface RoadInspector extends Partial<Inspector> {
  readonly name: string;
  /** A notification of a server: another one in its place, `null` for none at all, or undefined where it stays as it is. */
  notice?(message: Message, from: NoticeFrom): Buffer | null | undefined;
}
