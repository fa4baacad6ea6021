import type { LiveCall } from '../../../../shared/model/live.ts';
import type { CallSummary, Outcome } from '../../../../shared/model/log.ts';

/** How a call ended, as people are told. `unfinished`: an earlier run of Doorward stopped before the call ended. */
export type Ending = Outcome | 'unfinished';

/** Every ending, in the order in which the filter offers them. */
export const endings = [
  'ok',
  'refused',
  'failed',
  'error',
  'tool-error',
  'cancelled',
  'open',
  'unfinished',
] as const satisfies readonly Ending[];

/** An open call with a reason is one that nobody will end any more. */
export function endingOf({ outcome, reason }: Pick<CallSummary, 'outcome' | 'reason'>): Ending {
  return outcome === 'open' && reason !== undefined ? 'unfinished' : outcome;
}

const TROUBLE: ReadonlySet<Ending> = new Set<Ending>(['refused', 'failed', 'error', 'tool-error']);

/** Which calls are shown. Undefined means all of them; the empty server stands for calls without one. */
export interface CallFilter {
  readonly app: string | undefined;
  readonly server: string | undefined;
  readonly outcome: Ending | 'trouble' | undefined;
  /** Words that all occur in the tool, the method or the preview; capitals make no difference. */
  readonly text: string;
}

/** Shows everything. */
export const noFilter: CallFilter = { app: undefined, server: undefined, outcome: undefined, text: '' };

export type Keep = (row: LiveCall) => boolean;

/** The filter as a function; undefined when it lets everything pass, so that nothing needs to be looked at. */
export function keepOf({ app, server, outcome, text }: CallFilter): Keep | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (app === undefined && server === undefined && outcome === undefined && words.length === 0)
    return undefined;
  return (row) => {
    if (app !== undefined && row.clientId !== app) return false;
    if (server !== undefined && row.server !== server) return false;
    if (outcome !== undefined) {
      const ending = endingOf(row);
      if (outcome === 'trouble' ? !TROUBLE.has(ending) : ending !== outcome) return false;
    }
    if (words.length === 0) return true;
    const all = `${row.name}\n${row.method}\n${row.preview ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
}
