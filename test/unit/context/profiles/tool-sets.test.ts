import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceGivesMore } from '../../../../electron/context/demand/gives-more.ts';
import { toolChoices } from '../../../../electron/context/demand/tool-choices.ts';
import { isAtOrUnder, profileAt } from '../../../../electron/context/profiles/folders.ts';
import { holds, isWithin, meet, toolSet } from '../../../../electron/context/profiles/tool-set.ts';
import { givesMoreTools, toolSets } from '../../../../electron/context/profiles/tool-sets.ts';
import type { ToolProfile, ToolProfileState } from '../../../../shared/model/tool-profile.ts';

const profile = (name: string, tools: string[], folders: string[] = []): ToolProfile => ({
  name,
  tools,
  folders,
});
const state = (profiles: ToolProfile[], inUse?: string): ToolProfileState => ({
  profiles,
  roles: [],
  ...(inUse === undefined ? {} : { inUse }),
});

// A small world, so that random profiles meet often.
const SERVERS = ['a', 'ab', 'b'];
const TOOLS = ['read', 'write', 'x'];
const ALL = SERVERS.flatMap((server) => TOOLS.map((tool) => ({ server, tool })));
const PATHS = ['/', '/w', '/w/a', '/w/ab', '/w/a/b', '/w/a/b/c', '/other'];
const someName = fc.constantFrom(
  ...ALL.map(({ server, tool }) => `${server}__${tool}`),
  ...SERVERS.map((server) => `${server}__*`),
);
const someNames = fc.array(someName, { maxLength: 5 });
const someState: fc.Arbitrary<ToolProfileState> = fc
  .tuple(
    fc.array(fc.tuple(someNames, fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 2 })), {
      maxLength: 4,
    }),
    fc.option(fc.nat(4), { nil: undefined }),
    fc.boolean(),
  )
  .map(([made, inUse, lost]) => ({
    ...state(
      made.map(([tools, folders], i) => profile(`p${i}`, tools, folders)),
      inUse === undefined ? undefined : `p${inUse}`,
    ),
    ...(lost && inUse === 4 ? { lost: true as const } : {}),
  }));
const somePlace = fc.option(fc.constantFrom(...PATHS, '/w/a/z', '/zzz'), { nil: undefined });

describe('sets of tools', () => {
  it('name tools one by one or servers whole, and no server whose name only begins alike', () => {
    const set = toolSet(['a__*', 'b__read']);
    expect(['a__x', 'b__read', 'b__write', 'ab__x'].map((name) => holds(set, name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([...set.servers]).toEqual(['a', 'b']);
    expect(toolSet(['b__read', 'a__*']).key).toBe(set.key);
    expect(toolSet(['b__read']).key).not.toBe(set.key);
  });

  it('meet in what both have, and lie within each other only when that holds of every tool', () => {
    fc.assert(
      fc.property(someNames, someNames, (one, other) => {
        const [a, b] = [toolSet(one), toolSet(other)];
        const both = meet(a, b);
        for (const { server, tool } of ALL) {
          const name = `${server}__${tool}`;
          expect(holds(both, name)).toBe(holds(a, name) && holds(b, name));
          if (isWithin(a, b) && holds(a, name)) expect(holds(b, name)).toBe(true);
        }
        expect(isWithin(both, a) && isWithin(both, b)).toBe(true);
      }),
    );
  });
});

describe('folders', () => {
  it.each([
    ['/work/a', '/work/a', true],
    ['/work/a/b', '/work/a', true],
    ['/work/ab', '/work/a', false],
    ['/work', '/work/a', false],
    ['/anything', '/', true],
    ['/work/a/../ab', '/work/a', false],
    ['/work/./a', '/work', false],
    ['work/a', 'work', false],
    ['', '/', false],
    ['/work/a\0', '/work/a', false],
    ['/Work/a', '/work', false],
  ])('%j is in %j: %s', (path, folder, isIn) => {
    expect(isAtOrUnder(path, folder, 'linux')).toBe(isIn);
  });

  it.each([
    ['C:\\Work\\a', 'c:\\work', true],
    ['C:/work/a', 'C:\\Work\\', true],
    ['C:\\workshop', 'C:\\work', false],
    ['D:\\work', 'C:\\work', false],
    ['C:\\work\\..\\a', 'C:\\', false],
    ['\\\\server\\share\\a', '\\\\server\\share', true],
    ['\\work', 'C:\\work', false],
    ['C:work', 'C:\\', false],
  ])('on Windows %j is in %j: %s', (path, folder, isIn) => {
    expect(isAtOrUnder(path, folder, 'win32')).toBe(isIn);
  });

  it('of several the deepest counts, in whatever order they stand', () => {
    const wide = profile('wide', ['a__*'], ['/w']);
    const deep = profile('deep', ['b__*'], ['/w/a']);
    for (const all of [
      [wide, deep],
      [deep, wide],
    ]) {
      expect(profileAt(all, '/w/a/b', 'linux')?.name).toBe('deep');
      expect(profileAt(all, '/w/ab', 'linux')?.name).toBe('wide');
      expect(profileAt(all, '/elsewhere', 'linux')).toBeUndefined();
    }
  });
});

describe('profiles', () => {
  const of = (now: ToolProfileState) => toolSets(() => now, 'linux');

  it('leave everything while none is in use, and no server of which they have no tool', () => {
    const work = profile('Work', ['a__read', 'b__*']);
    const none = of(state([work]));
    expect([none.key({ id: 'x' }), none.has({ id: 'x' }, 'ab', 'x')]).toEqual(['', true]);
    const used = of(state([work], 'Work'));
    expect(used.key({ id: 'x' })).not.toBe('');
    expect(SERVERS.map((server) => used.hasServer({ id: 'x' }, server))).toEqual([true, false, true]);
    expect([used.has({ id: 'x' }, 'a', 'read'), used.has({ id: 'x' }, 'a', 'write')]).toEqual([true, false]);
  });

  it('know a tool by the name that it is listed under, also where that is a shortened one', () => {
    const odd = 'Résumé a file';
    const used = of(state([profile('P', ['a__R_sum__a_file'])], 'P'));
    expect(used.has({ id: 'x' }, 'a', odd)).toBe(false);
    expect(used.has({ id: 'x' }, 'a', 'R_sum__a_file')).toBe(true);
  });

  it('that are gone or lost leave nothing', () => {
    for (const now of [state([], 'Gone'), { ...state([]), lost: true as const }]) {
      const sets = of(now);
      expect([sets.has({ id: 'x' }, 'a', 'x'), sets.hasServer({ id: 'x' }, 'a')]).toEqual([false, false]);
      expect(sets.key({ id: 'x' })).not.toBe('');
    }
  });

  it('are read anew when they change', () => {
    let now = state([profile('P', ['a__*'], ['/w'])]);
    const sets = toolSets(() => now, 'linux');
    const there = { id: 'x', folder: '/w' };
    expect(sets.has(there, 'b', 'x')).toBe(false);
    now = state([profile('P', ['b__*'], ['/w'])]);
    expect([sets.has(there, 'b', 'x'), sets.has(there, 'a', 'x')]).toEqual([true, false]);
  });

  it('only ever narrow, whatever is in use, chosen, and said of folders', () => {
    fc.assert(
      fc.property(someState, somePlace, someNames, (now, folder, chosen) => {
        const sets = of(now);
        const choices = toolChoices(() => ({ mode: 'chosen', tools: chosen }));
        const who = { id: 'x', folder };
        const anywhere = { id: 'x' };
        for (const { server, tool } of ALL) {
          const without = choices.has('x', server, tool);
          const withIt = without && sets.hasServer(who, server) && sets.has(who, server, tool);
          if (withIt) expect(without).toBe(true);
          // A folder never gives back what the profile in use took, and a tool is never without its server.
          if (sets.has(who, server, tool)) {
            expect(sets.has(anywhere, server, tool)).toBe(true);
            expect(sets.hasServer(who, server)).toBe(true);
          }
          if (sets.hasServer(who, server)) expect(sets.hasServer(anywhere, server)).toBe(true);
        }
        if (sets.key(who) === '')
          for (const { server, tool } of ALL) expect(sets.has(who, server, tool)).toBe(true);
      }),
    );
  });

  it('a change that leaves anybody more, in whatever folder, is known to', () => {
    fc.assert(
      fc.property(someState, someState, somePlace, (before, after, folder) => {
        if (givesMoreTools(before, after, 'linux')) return;
        const [had, has] = [of(before), of(after)];
        const who = { id: 'x', folder };
        for (const { server, tool } of ALL)
          if (has.has(who, server, tool)) expect(had.has(who, server, tool)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a change that only takes away is none of these', () => {
    const wide = profile('P', ['a__*', 'b__read'], ['/w']);
    const narrow = profile('P', ['a__read'], ['/w']);
    expect(givesMoreTools(state([]), state([wide], 'P'), 'linux')).toBe(false);
    expect(givesMoreTools(state([wide], 'P'), state([narrow], 'P'), 'linux')).toBe(false);
    expect(givesMoreTools(state([narrow], 'P'), state([wide], 'P'), 'linux')).toBe(true);
    expect(givesMoreTools(state([narrow], 'P'), state([narrow]), 'linux')).toBe(true);
    expect(givesMoreTools(state([narrow]), state([]), 'linux')).toBe(true);
    // A deeper folder takes the place of the narrower one above it.
    const deeper = profile('Q', ['b__*'], ['/w/a']);
    expect(givesMoreTools(state([narrow]), state([narrow, deeper]), 'linux')).toBe(true);
  });
});

describe('a choice after another', () => {
  it('gives more only where one that was bounded is less so', () => {
    const chosen = (...tools: string[]) => ({ mode: 'chosen' as const, tools });
    expect(choiceGivesMore(undefined, chosen('a__x'))).toBe(false);
    expect(choiceGivesMore({ mode: 'on-demand', tools: [] }, undefined)).toBe(false);
    expect(choiceGivesMore(chosen('a__*'), chosen('a__x'))).toBe(false);
    expect(choiceGivesMore(chosen('a__x'), chosen('a__*'))).toBe(true);
    expect(choiceGivesMore(chosen('a__x'), undefined)).toBe(true);
    expect(choiceGivesMore(chosen('a__x'), { mode: 'on-demand', tools: [] })).toBe(true);
  });
});
