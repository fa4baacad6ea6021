import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogOverview } from '../../../../shared/model/history.ts';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { useApp, useUi } from '../../../store/app-context.tsx';
import { useCommand, type CommandHandle } from '../../../store/use-command.ts';
import { type HistoryQuery, inputOf, spanProblem, stops, textProblem } from './query.ts';
import { useHistoryQuery } from './use-open-history.ts';

const PAGE = 100;
/** More than a person reads; whoever wants others narrows the search. */
export const MOST_LISTED = 20_000;
/** Typed text is asked for when the person pauses. */
const TYPING_MS = 250;

/** What a search brought so far. */
export interface Found {
  /** The query that it belongs to. */
  readonly query: HistoryQuery;
  readonly calls: readonly CallSummary[];
  readonly whole: boolean;
}

export interface History {
  readonly query: HistoryQuery;
  readonly change: (change: Partial<HistoryQuery>) => void;
  readonly found: Found | undefined;
  readonly overview: LogOverview | undefined;
  readonly list: CommandHandle<'log.list'>;
  readonly counting: CommandHandle<'log.overview'>;
  readonly more: () => void;
  readonly again: () => void;
}

/** The search in the log: it follows the query, which outlives the screen; what was found stays until more is. */
export function useHistory(): History {
  const { now } = useApp();
  const { t } = useTranslation('history');
  const say = useUi((ui) => ui.say);
  const [query, setQuery] = useHistoryQuery();
  const [found, setFound] = useState<Found>();
  const [overview, setOverview] = useState<LogOverview>();
  const list = useCommand('log.list');
  const counting = useCommand('log.overview');
  const turn = useRef(0);
  const { run: runList } = list;
  const { run: runCount } = counting;

  const ask = useCallback(
    (of: HistoryQuery) => {
      turn.current += 1;
      const mine = turn.current;
      const input = inputOf(of, now());
      void runList({ ...input, limit: PAGE }).then((calls) => {
        if (calls !== undefined && mine === turn.current)
          setFound({ query: of, calls, whole: calls.length === 0 });
      });
      void runCount(input).then((counted) => {
        if (counted === undefined || mine !== turn.current) return;
        setOverview(counted);
        say(t('saidFound', { count: counted.calls }));
      });
    },
    [runList, runCount, now, say, t],
  );

  const typed = useRef(query.text + query.tool);
  useEffect(() => {
    if (stops(textProblem(query) ?? spanProblem(query, now()))) return undefined;
    const waits = typed.current !== query.text + query.tool;
    typed.current = query.text + query.tool;
    if (!waits) {
      ask(query);
      return undefined;
    }
    const timer = setTimeout(() => ask(query), TYPING_MS);
    return () => clearTimeout(timer);
  }, [query, ask, now]);

  const loading = useRef(false);
  const more = useCallback(() => {
    const before = found?.calls.at(-1)?.call;
    if (loading.current || found === undefined || found.whole || before === undefined) return;
    loading.current = true;
    const mine = turn.current;
    void runList({ ...inputOf(found.query, now()), limit: PAGE, before }).then((calls) => {
      loading.current = false;
      if (calls === undefined || mine !== turn.current) return;
      const all = [...found.calls, ...calls];
      setFound({ ...found, calls: all, whole: calls.length === 0 || all.length >= MOST_LISTED });
    });
  }, [found, runList, now]);

  return {
    query,
    change: useCallback((change) => setQuery((before) => ({ ...before, ...change })), [setQuery]),
    found,
    overview,
    list,
    counting,
    more,
    again: () => ask(query),
  };
}
