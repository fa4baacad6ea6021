import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSummary } from '../../../shared/model/log.ts';
import { useFormat } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { useOpenHistory } from '../activity/history/use-open-history.ts';
import { whatOf } from '../activity/list/what.ts';
import { MOST_SHOWN } from './arrange.ts';
import type { Entry } from './entry.ts';
import type { Jumps } from './use-jumps.ts';

/** The log is asked when the person pauses. */
export const TYPING_MS = 200;
/** Of one letter nearly every call has a word. */
const SHORTEST = 2;
/** As long as a search of the log may be. */
const LONGEST = 200;

/** The calls that a text leads to. */
export interface FoundCalls {
  /** Newest first, and last the way to all of them; nothing while the log is asked. */
  readonly entries: readonly Entry[];
  readonly looking: boolean;
  /** The log could not be searched. */
  readonly failed: boolean;
}

/** Calls of the log with the words of a text. An answer to an earlier text is never shown for a later one. */
export function useFoundCalls(typed: string, jumps: Jumps): FoundCalls {
  const { t } = useTranslation(['palette', 'activity']);
  const { date } = useFormat();
  const list = useCommand('log.list');
  const openHistory = useOpenHistory();
  const { run } = list;
  const text = typed.trim().slice(0, LONGEST);
  const asks = text.length >= SHORTEST && /[\p{L}\p{N}]/u.test(text);
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly calls: readonly CallSummary[] | undefined;
  }>();
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (!asks) return undefined;
    const timer = setTimeout(() => {
      void run({ search: text, limit: MOST_SHOWN }).then((calls) => {
        if (mine === turn.current) setAnswer({ text, calls });
      });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [run, text, asks]);

  const current = asks && answer?.text === text ? answer : undefined;
  const calls = current?.calls ?? [];
  const all: Entry = {
    id: 'call all',
    group: 'call',
    icon: 'search',
    title: t('palette:allCalls', { text }),
    run: () => openHistory({ text, span: { kind: 'preset', preset: 'any' } }),
  };
  return {
    entries: calls.length === 0 ? [] : [...calls.map((call) => entryOf(call)), all],
    looking: asks && current === undefined,
    failed: current !== undefined && current.calls === undefined,
  };

  function entryOf(call: CallSummary): Entry {
    const { method, name } = whatOf(call);
    return {
      id: `call ${call.call}`,
      group: 'call',
      icon: 'activity',
      title: name ?? method ?? '',
      detail: [call.clientName, call.server].filter((part) => part !== '').join(' · '),
      note: `${t(`activity:outcome.${call.outcome}`)} · ${date(call.at)}`,
      run: () => jumps.toCall(call.call),
    };
  }
}
