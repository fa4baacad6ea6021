import type { LiveCall } from '../../../shared/model/live.ts';
import type { ShellTexts } from '../../../electron/shell/texts/shell-texts.ts';

/** Entries that are given numbers; all others that are given anything are given names. */
const COUNTING = new Set([
  'tray.waiting',
  'tray.tipWaiting',
  'tray.reviews',
  'tray.changes',
  'tray.quitWithout',
  'notices.missed',
]);

/** One thing that the shell says, and what was put into it. */
export interface Said {
  readonly path: string;
  readonly text: string;
  readonly named: readonly string[];
  readonly counted: readonly number[];
}

export const outcomes: readonly LiveCall['outcome'][] = [
  'ok',
  'open',
  'refused',
  'failed',
  'cancelled',
  'error',
  'tool-error',
];

type Tree = { readonly [key: string]: unknown };

/** The entries of a catalogue, in order. */
export function pathsOf(texts: ShellTexts): string[] {
  return Array.from(walk(texts), ([path]) => path).toSorted();
}

function* walk(tree: Tree, path = ''): Generator<readonly [path: string, entry: unknown]> {
  for (const key of Object.keys(tree).toSorted()) {
    const at = path === '' ? key : `${path}.${key}`;
    const entry = tree[key];
    if (typeof entry === 'object' && entry !== null) yield* walk(entry as Tree, at);
    else yield [at, entry];
  }
}

/** Everything that the shell can say in one language, with these numbers and names, in the same order for each. */
export function said(
  texts: ShellTexts,
  counts: readonly number[],
  { one, other, third }: { readonly one: string; readonly other: string; readonly third: string },
): Said[] {
  const all: Said[] = [];
  for (const [path, entry] of walk(texts)) {
    if (typeof entry === 'string') all.push({ path, text: entry, named: [], counted: [] });
    else if (path === 'tray.guarding')
      for (const a of counts)
        for (const b of counts)
          all.push({ path, text: texts.tray.guarding(a, b), named: [], counted: [a, b] });
    else if (path === 'tray.call')
      for (const outcome of outcomes)
        for (const server of ['', third])
          all.push({
            path: `${path} ${outcome}`,
            text: texts.tray.call({ app: one, tool: other, server }, outcome),
            named: [one, other, server],
            counted: [],
          });
    else if (COUNTING.has(path))
      for (const n of counts)
        all.push({ path, text: (entry as (n: number) => string)(n), named: [], counted: [n] });
    else all.push({ path, text: (entry as (name: string) => string)(one), named: [one], counted: [] });
  }
  return all;
}
