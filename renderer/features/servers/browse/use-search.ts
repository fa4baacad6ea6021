import { useEffect, useRef, useState } from 'react';
import type { BridgeOutput } from '../../../../shared/ipc/window.ts';
import type { RegistrySummary } from '../../../../shared/model/registry.ts';
import { type CommandHandle, useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';

type Found = BridgeOutput<'registry.search'>;

export interface Search {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The newest answer; it stays while a newer one is asked for. */
  readonly found: Found | undefined;
  /** What was found so far, over all its pages, each server once. */
  readonly servers: readonly RegistrySummary[];
  readonly command: CommandHandle<'registry.search'>;
  readonly more: () => void;
}

/** As long as somebody types, nobody is asked. */
const PAUSE_MS = 350;
const PAGE = 50;

/** Asks the registry what has a name with these letters in it; what was typed stays. */
export function useSearch(): Search {
  const [text, setText] = useKept('servers.browse', '');
  const [pages, setPages] = useState<readonly Found[]>([]);
  const command = useCommand('registry.search');
  const { run } = command;
  const query = text.trim();
  const first = useRef(true);
  const current = useRef(query);
  current.current = query;
  useEffect(() => {
    const timer = setTimeout(
      () => {
        void run({ query, limit: PAGE }).then((page) => {
          // An answer that was overtaken by a newer question is none.
          if (page !== undefined && current.current === query) setPages([page]);
        });
      },
      first.current ? 0 : PAUSE_MS,
    );
    first.current = false;
    return () => clearTimeout(timer);
  }, [query, run]);
  const found = pages.at(-1);
  const seen = new Set<string>();
  return {
    text,
    setText: (next) => setText(next.slice(0, 200)),
    found,
    servers: pages
      .flatMap(({ servers }) => servers)
      .filter(({ name }) => !seen.has(name) && seen.add(name) !== undefined),
    command,
    more: () => {
      const cursor = found?.next;
      if (cursor === undefined || command.busy) return;
      void run({ query, cursor, limit: PAGE }).then((page) => {
        if (page !== undefined && current.current === query) setPages((before) => [...before, page]);
      });
    },
  };
}
