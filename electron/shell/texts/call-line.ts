import type { LiveCall } from '../../../shared/model/live.ts';

/** A call as the tray shows it. Names are plain already; `server` is empty where the call went to none. */
export interface ShownCall {
  readonly app: string;
  readonly tool: string;
  readonly server: string;
}

/** How a call ended, as far as the tray tells. */
type Ending = Exclude<LiveCall['outcome'], 'tool-error'>;

/** The line of a call for each ending: without a server, and with one. Slots are `{app}`, `{tool}`, `{server}`. */
export type CallLines = Readonly<Record<Ending, readonly [plain: string, onServer: string]>>;

/** Fills a line. What is put in is never searched for slots (attack: a tool that is called "{server}"). */
export function callLine(lines: CallLines): (call: ShownCall, outcome: LiveCall['outcome']) => string {
  return (call, outcome) => {
    const [plain, onServer] = lines[outcome === 'tool-error' ? 'error' : outcome];
    return (call.server === '' ? plain : onServer).replaceAll(
      /\{(app|tool|server)\}/g,
      (_slot, name: keyof ShownCall) => call[name],
    );
  };
}
