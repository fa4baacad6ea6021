import { expect, it } from 'vitest';
import { found, MOST_RECENT, MOST_SHOWN, suggested } from '../../../../renderer/features/palette/arrange.ts';
import type { Entry, Group } from '../../../../renderer/features/palette/entry.ts';
import { queryOf } from '../../../../renderer/features/palette/rank.ts';

const entry = (group: Group, title: string, detail?: string): Entry => ({
  id: `${group} ${title}`,
  group,
  icon: 'search',
  title,
  detail,
  run: () => undefined,
});
const looked = (typed: string, entries: readonly Entry[], calls: readonly Entry[] = []) => {
  const query = queryOf(typed);
  if (query === undefined) throw new Error('Nothing is looked for.');
  return found(entries, query, calls).map(({ group, items, count }) => [
    group,
    items.map(({ title }) => title),
    count,
  ]);
};

it('puts the kind with the best fit first, and in each the best and then the shorter', () => {
  const entries = [
    entry('command', 'Open the log'),
    entry('tool', 'search_log'),
    entry('server', 'logs'),
    entry('server', 'log'),
    entry('setting', 'Own record', 'Logs'),
  ];
  expect(looked('log', entries)).toEqual([
    ['server', ['log', 'logs'], 2],
    ['command', ['Open the log'], 1],
    ['tool', ['search_log'], 1],
    ['setting', ['Own record'], 1],
  ]);
});

it('shows a few of many of a kind and counts them all, so that one server cannot push the others out', () => {
  const tools = Array.from({ length: 500 }, (_, place) => entry('tool', `block_${place}`, 'evil'));
  const [first, second] = looked('block', [...tools, entry('command', 'Block everything')]);
  expect([first, second].map((each) => each?.[0])).toEqual(['command', 'tool']);
  const shown = found([...tools], queryOf('block') ?? { phrase: '', words: [] }, [])[0];
  expect(shown?.items).toHaveLength(MOST_SHOWN);
  expect(shown?.count).toBe(500);
});

it('puts calls last, in the order of the log', () => {
  const calls = [entry('call', 'zzz'), entry('call', 'log')];
  expect(looked('log', [entry('server', 'log')], calls).at(-1)).toEqual(['call', ['zzz', 'log'], 2]);
  expect(looked('log', [], [])).toEqual([]);
});

it('begins with what was used last, without what is gone and without saying it twice', () => {
  const entries = [entry('command', 'a'), entry('command', 'b'), entry('server', 's'), entry('screen', 'x')];
  const recent = ['server s', 'tool gone', 'command b'];
  expect(
    suggested(entries, recent).map(({ group, items }) => [group, items.map(({ title }) => title)]),
  ).toEqual([
    ['recent', ['s', 'b']],
    ['command', ['a']],
    ['screen', ['x']],
  ]);
  expect(suggested(entries, []).map(({ group }) => group)).toEqual(['command', 'screen']);
  const many = Array.from({ length: 20 }, (_, place) => entry('tool', `t${place}`));
  expect(
    suggested(
      many,
      many.map(({ id }) => id),
    )[0]?.items,
  ).toHaveLength(MOST_RECENT);
});
