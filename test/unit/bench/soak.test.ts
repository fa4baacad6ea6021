import { describe, expect, test } from 'vitest';
import type { Answered, SoakApp } from '../../../bench/soak/app.ts';
import { type Calm, flat, soakChecks, type SoakFigures } from '../../../bench/soak/checks.ts';
import { readSoakOptions } from '../../../bench/soak/options.ts';
import { pace } from '../../../bench/soak/pace.ts';
import { callSick, GoodTally, type SickTally } from '../../../bench/soak/tally.ts';
import { pass } from '../../fixtures/pass.ts';

// A soak that could not fail would say nothing: what it is meant to find has to be found.

const rest: Calm = {
  fds: 40,
  sockets: 3,
  children: 4,
  timers: 20,
  handles: 9,
  heapMiB: 60,
  rssMiB: 200,
};
const sickTally = (over: Partial<SickTally> = {}): SickTally => ({
  kind: 'hang',
  ending: 'sentence',
  calls: 3,
  well: 3,
  slowestMs: 1,
  last: '',
  wrong: [],
  ...over,
});
const well: SoakFigures = {
  lost: 0,
  crossed: 0,
  answered: 100,
  sick: [sickTally()],
  early: rest,
  late: rest,
  seen: Array.from({ length: 30 }, (_, at) => ({ at, rssMiB: 200, fds: 40, sockets: 3, children: 4 })),
  exitCode: 0,
  leftOver: [],
};
const failed = (over: Partial<SoakFigures>): string[] =>
  soakChecks({ ...well, ...over }, { heapMiB: 24, rssMiB: 64 })
    .filter(({ ok }) => ok === false)
    .map(({ name }) => name);

describe('the verdict', () => {
  test('says nothing against a good run', () => {
    expect(failed({})).toEqual([]);
    expect(failed({ late: { ...rest, fds: 47, heapMiB: 80, rssMiB: 250 } })).toEqual([]);
  });

  test.each<[string, Partial<SoakFigures>, string]>([
    ['a lost call', { lost: 1 }, 'no good call was lost'],
    ['no call at all', { answered: 0 }, 'no good call was lost'],
    ['a crossed answer', { crossed: 1 }, 'every answer belongs to its call'],
    [
      'a sick call without a sentence',
      { sick: [sickTally({ well: 2, wrong: ['x'] })] },
      'calls of sick server "hang" end as they should',
    ],
    [
      'a sick server that was not called',
      { sick: [sickTally({ calls: 0, well: 0 })] },
      'calls of sick server "hang" end as they should',
    ],
    ['descriptors', { late: { ...rest, fds: 60 } }, 'fds are flat'],
    ['sockets', { late: { ...rest, sockets: 20 } }, 'sockets are flat'],
    ['a child', { late: { ...rest, children: 5 } }, 'children are flat'],
    ['timers', { late: { ...rest, timers: 40 } }, 'timers are flat'],
    ['handles', { late: { ...rest, handles: 30 } }, 'handles are flat'],
    ['memory', { late: { ...rest, heapMiB: 90 } }, 'held memory is flat'],
    [
      'resident memory',
      {
        late: { ...rest, rssMiB: 300 },
        seen: well.seen.map((seen) => ({ ...seen, rssMiB: 200 + seen.at * 4 })),
      },
      'resident memory is flat',
    ],
    ['a bad end', { exitCode: null }, 'the host ends in good order and leaves no process'],
    ['a process left', { leftOver: [7] }, 'the host ends in good order and leaves no process'],
  ])('finds %s', (_what, over, name) => {
    expect(failed(over)).toEqual([name]);
  });

  test('tells what a machine does not tell apart from what is wrong', () => {
    const blind: Calm = {
      ...rest,
      fds: Number.NaN,
      sockets: Number.NaN,
      children: Number.NaN,
      rssMiB: Number.NaN,
    };
    const checks = soakChecks({ ...well, early: blind, late: blind }, { heapMiB: 24, rssMiB: 64 });
    expect(checks.filter(({ ok }) => ok === undefined).map(({ name }) => name)).toEqual([
      'fds are flat',
      'sockets are flat',
      'children are flat',
      'resident memory is flat',
    ]);
    expect(flat(rest, { ...rest, timers: 40 })).toBe(false);
  });
});

describe('the tally', () => {
  const appOf = (
    answer: (server: string, tool: string, mark: string) => Partial<Answered> | Error,
  ): SoakApp => ({
    async call(server, tool, mark) {
      const given = answer(server, tool, mark);
      if (given instanceof Error) throw given;
      return { text: undefined, sentence: undefined, foreign: 0, ...given };
    },
    rest: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
  const tallied = async (answer: Parameters<typeof appOf>[0]): Promise<number[]> => {
    const tally = new GoodTally([appOf(answer), appOf(answer)], ['one', 'two']);
    for (let i = 0; i < 4; i++) await tally.call();
    return [tally.answered, tally.lost, tally.crossed];
  };

  test('knows an answer from that of another call, of another server, and from none', async () => {
    const right = (server: string, tool: string, mark: string) => ({
      text: `${server}/${tool}/${mark}; more`,
    });
    expect(await tallied(right)).toEqual([4, 0, 0]);
    expect(await tallied((server, tool) => right(server, tool, 'call 99'))).toEqual([0, 0, 4]);
    expect(await tallied((_server, tool, mark) => right('other', tool, mark))).toEqual([0, 0, 4]);
    expect(await tallied((...call) => ({ ...right(...call), foreign: 1 }))).toEqual([0, 0, 4]);
    expect(await tallied(() => ({ sentence: 'No.' }))).toEqual([0, 4, 0]);
    expect(await tallied(() => new Error('gone'))).toEqual([0, 4, 0]);
  });

  test('wants a sentence that names the sick server', async () => {
    const run = async (
      ending: SickTally['ending'],
      answer: Parameters<typeof appOf>[0],
    ): Promise<SickTally> => {
      const tally = sickTally({ ending, calls: 0, well: 0 });
      await callSick(
        tally,
        appOf(answer),
        'sick-hang',
        () => tally.calls >= 2,
        () => Promise.resolve(),
      );
      return tally;
    };
    expect(await run('sentence', () => ({ sentence: '"sick-hang" is not well.' }))).toMatchObject({
      well: 2,
    });
    expect(await run('sentence', () => ({ sentence: 'Internal error' }))).toMatchObject({ well: 0 });
    expect(await run('sentence', (...call) => ({ text: `${call.join('/')};` }))).toMatchObject({ well: 0 });
    expect(await run('answer', (...call) => ({ text: `${call.join('/')};` }))).toMatchObject({ well: 2 });
    expect(await run('answer', () => ({ text: 'wrong' }))).toMatchObject({ well: 0 });
    expect(await run('answer', () => new Error('gone'))).toMatchObject({ well: 0 });
  });
});

test('the pace does not wait for answers, and does not make more than there is room for', async () => {
  const open: (() => void)[] = [];
  const ending = pace(2000, 0.1, 5, () => new Promise((resolve) => open.push(resolve)));
  while (open.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
  await pass(300);
  expect(open).toHaveLength(5);
  for (const end of open) end();
  expect(await ending).toMatchObject({ due: 200, made: 5, heldBack: 195 });
});

test('the command line is read, and refused with a sentence', () => {
  expect(readSoakOptions(['2', '--rate', '100'])).toMatchObject({
    ok: true,
    value: { minutes: 2, rate: 100 },
  });
  expect(readSoakOptions([])).toMatchObject({ value: { minutes: 10, rate: 500 } });
  for (const bad of [['x'], ['0'], ['1', '2'], ['1', '--rate', '0'], ['1', '--stdio', '21'], ['--nonsense']])
    expect(readSoakOptions(bad).ok, bad.join(' ')).toBe(false);
});
