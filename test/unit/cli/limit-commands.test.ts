import { describe, expect, it } from 'vitest';
import { limitFrom } from '../../../electron/cli/limit-commands.ts';
import { contract } from '../../../shared/ipc/contract.ts';

const given = (values: Record<string, string>) => limitFrom({ values, words: [], behind: [] });

describe('a limit from options', () => {
  it.each([
    [{ calls: '60' }, { about: {}, most: { kind: 'rate', calls: 60, per: 'minute' } }],
    [
      { calls: '5', per: 'second', burst: '2', server: 'crm', tool: 'read_*', each: 'client', id: 'a1' },
      {
        id: 'a1',
        about: { server: 'crm', tool: 'read_*' },
        each: 'client',
        most: { kind: 'rate', calls: 5, per: 'second', burst: 2 },
      },
    ],
    [
      { 'at-once': '4', role: 'default' },
      { about: { role: 'default' }, most: { kind: 'at-once', calls: 4 } },
    ],
    [
      { 'daily-calls': '5', 'daily-amount': '99.5', effects: 'spend, send', client: 'Claude' },
      {
        about: { client: 'Claude', effects: ['spend', 'send'] },
        most: { kind: 'budget', calls: 5, amount: 99.5 },
      },
    ],
  ])('is what they say: %j', (values, limit) => {
    const made = given(values as Record<string, string>);
    expect(made).toEqual({ ok: true, value: limit });
    expect(contract['limit.put'].input.safeParse(limit).success).toBe(true);
  });

  it.each([
    [{}, 'Give one of --calls'],
    [{ calls: '5', 'at-once': '2' }, 'Give one of --calls'],
    [{ 'at-once': '2', burst: '3' }, '--burst and --per go with --calls'],
    [{ calls: '-5' }, '--calls is a plain number'],
    [{ calls: '1e3' }, '--calls is a plain number'],
    [{ calls: '5', per: 'week' }, '--per is one of'],
    [{ calls: '5', each: 'role' }, '--each is one of'],
    [{ calls: '5', effects: 'buy' }, '--effects are some of'],
  ])('says what is wrong: %j', (values, sentence) => {
    expect(given(values as Record<string, string>)).toMatchObject({
      ok: false,
      code: 'usage',
      message: expect.stringContaining(sentence) as string,
    });
  });
});
