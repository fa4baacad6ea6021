import { describe, expect, it } from 'vitest';
import { shapingCommands, wishOf } from '../../../electron/cli/shaping-commands.ts';
import { contract } from '../../../shared/ipc/contract.ts';
import { GOOD_SHAPING, NO_SHAPING } from '../../../shared/model/shaping.ts';

const given = (values: Record<string, string>) => ({ values, words: [], behind: [] });

describe('smaller answers on the command line', () => {
  it.each([
    ['off', {}, 'off'],
    ['good', {}, 'good'],
    ['usual', {}, 'usual'],
    ['good', { budget: '4000' }, { ...GOOD_SHAPING, budget: 4000 }],
    ['markdown,links', {}, { ...NO_SHAPING, markdown: true, links: true }],
    ['nulls, tables', { budget: '200' }, { ...NO_SHAPING, nulls: true, tables: true, budget: 200 }],
    [undefined, { budget: '900' }, { ...NO_SHAPING, budget: 900 }],
  ])('are %s with %j', (mode, values, shaping) => {
    expect(wishOf(mode, given(values as Record<string, string>))).toEqual({ ok: true, value: shaping });
    expect(contract['server.shape'].input.safeParse({ server: 'files', shaping }).success).toBe(true);
  });

  it.each([
    ['everything', {}, '"everything" is none of'],
    ['markdown,off', {}, '"off" is none of'],
    ['', {}, '"" is none of'],
    ['off', { budget: '900' }, '--budget does not go with off'],
    ['good', { budget: '199' }, '--budget is a whole number'],
    ['links', { budget: 'much' }, '--budget is a whole number'],
    ['links', { budget: '' }, '--budget is a whole number'],
    ['links', { budget: '1e4' }, '--budget is a whole number'],
    ['links', { budget: '500.5' }, '--budget is a whole number'],
  ])('say what is wrong with %s and %j', (mode, values, sentence) => {
    expect(wishOf(mode, given(values as Record<string, string>))).toMatchObject({
      ok: false,
      code: 'usage',
      message: expect.stringContaining(sentence) as string,
    });
  });

  it('need no operator', () => {
    expect(shapingCommands.map(({ name, operator }) => [name, operator])).toEqual([
      ['server shaping', false],
      ['server shape', false],
    ]);
  });
});
