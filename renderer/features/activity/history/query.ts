import type { BridgeInput } from '../../../../shared/ipc/window.ts';
import type { EndedAs, LogOverview } from '../../../../shared/model/history.ts';
import type { Effect } from '../../../../shared/model/review.ts';

/** Spans that are counted back from today. */
export const presets = ['today', 'week', 'month', 'year', 'any'] as const;
export type Preset = (typeof presets)[number];

/** The time that is searched. `days`: both days belong to it, as the fields hold them. `bar`: what a bar stands for. */
export type Span =
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'bar';
      readonly step: LogOverview['step'];
      readonly since: number;
      readonly until: number;
      /** The time that was searched before. */
      readonly wider: Span;
    };

/** What a person looks for in the log. */
export interface HistoryQuery {
  readonly text: string;
  readonly app: string | undefined;
  /** The empty one stands for calls without a server. */
  readonly server: string | undefined;
  readonly tool: string;
  readonly outcome: EndedAs | undefined;
  readonly effect: Effect | undefined;
  readonly found: boolean;
  readonly span: Span;
}

/** Everything of the last month. */
export const firstQuery: HistoryQuery = {
  text: '',
  app: undefined,
  server: undefined,
  tool: '',
  outcome: undefined,
  effect: undefined,
  found: false,
  span: { kind: 'preset', preset: 'month' },
};

/** Whether anything but the time narrows the search. */
export const isNarrow = ({ text, app, server, tool, outcome, effect, found }: HistoryQuery): boolean =>
  text.trim() !== '' ||
  tool.trim() !== '' ||
  found ||
  [app, server, outcome, effect].some((part) => part !== undefined);

/** Why a query cannot be asked. `manyWords` is a remark only: the query is asked. */
export type Problem = 'noWord' | 'manyWords' | 'days' | 'order' | 'future';
export const stops = (problem: Problem | undefined): boolean =>
  problem !== undefined && problem !== 'manyWords';

/** As many words of a search count. */
const MOST_WORDS = 8;

const wordsOf = (text: string): number =>
  new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  ).size;

/** What is wrong with the words. */
export function textProblem({ text }: HistoryQuery): 'noWord' | 'manyWords' | undefined {
  if (text.trim() === '') return undefined;
  const words = wordsOf(text);
  return words === 0 ? 'noWord' : words > MOST_WORDS ? 'manyWords' : undefined;
}

/** What is wrong with the time. */
export function spanProblem({ span }: HistoryQuery, now: number): 'days' | 'order' | 'future' | undefined {
  if (span.kind !== 'days') return undefined;
  const [from, to] = [dayOf(span.from), dayOf(span.to)];
  if (from === undefined || to === undefined) return 'days';
  if (to < from) return 'order';
  return from > now ? 'future' : undefined;
}

/** Midnight of a day as a field holds it, local time, so many days later. */
function dayOf(text: string, later = 0): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(year, month - 1, day);
  // The 31st of February is no day.
  if (date.getMonth() !== month - 1 || date.getDate() !== day) return undefined;
  return new Date(year, month - 1, day + later).getTime();
}

/** A day as a field holds it. */
export function fieldDay(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const daysBack = (now: number, days: number): number => {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime();
};

function spanOf(span: Span, now: number): { readonly since?: number; readonly until?: number } {
  if (span.kind === 'bar') return { since: span.since, until: span.until };
  if (span.kind === 'days') {
    const [since, until] = [dayOf(span.from), dayOf(span.to, 1)];
    return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  }
  switch (span.preset) {
    case 'any':
      return {};
    case 'today':
      return { since: daysBack(now, 0) };
    case 'week':
      return { since: daysBack(now, 6) };
    case 'month':
      return { since: daysBack(now, 29) };
    case 'year': {
      const date = new Date(now);
      return { since: new Date(date.getFullYear() - 1, date.getMonth(), date.getDate()).getTime() };
    }
  }
}

/** The query as the host understands it. */
export function inputOf(query: HistoryQuery, now: number): BridgeInput<'log.overview'> {
  const { app, server, outcome, effect, found } = query;
  const [text, tool] = [query.text.trim(), query.tool.trim()];
  return {
    ...spanOf(query.span, now),
    ...(text !== '' && { search: text }),
    ...(app !== undefined && { client: app }),
    ...(server !== undefined && { server }),
    ...(tool !== '' && { name: tool }),
    ...(outcome !== undefined && { outcome }),
    ...(effect !== undefined && { effect }),
    ...(found && { found: true as const }),
  };
}
