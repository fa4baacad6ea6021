import { describe, expect, it } from 'vitest';
import type { ArgCondition, ValueTest } from '../../../shared/model/policy.ts';
import { bytes, CAMPAIGNS, facts, policyOf, rule, when } from './support.ts';

/** Whether a rule with this condition fits: one that allows, and one that blocks. */
function fits(args: unknown, ...conditions: ArgCondition[]): { allow: boolean; block: boolean } {
  const call = facts({
    server: 'other',
    effect: 'send',
    places: [],
    args: Buffer.isBuffer(args) ? args : bytes(args),
  });
  const decided = (action: 'allow' | 'block'): boolean =>
    policyOf({ person: [rule({ action, args: conditions })] }).decide(call).because.code === 'rule';
  return { allow: decided('allow'), block: decided('block') };
}

const BOTH = { allow: true, block: true };
const NONE = { allow: false, block: false };
/** Not sure enough to let it pass, and too near to let it through a block. */
const BLOCK = { allow: false, block: true };

type Case = readonly [value: unknown, test: ValueTest, expected: { allow: boolean; block: boolean }];

describe('what one value has to be', () => {
  const equals = (value: Extract<ValueTest, { is: 'equals' }>['value']): ValueTest => ({
    is: 'equals',
    value,
  });
  const host = (pattern: string): ValueTest => ({ is: 'host', pattern });
  const recipient = (pattern: string): ValueTest => ({ is: 'recipient', pattern });
  const program = (...words: string[]): ValueTest => ({ is: 'program', words });
  const cases: readonly Case[] = [
    ['a', equals('a'), BOTH],
    ['b', equals('a'), NONE],
    ['caf\u00e9', equals('cafe\u0301'), BOTH],
    [1, equals(1), BOTH],
    ['1', equals(1), BLOCK],
    [1.0, equals(1), BOTH],
    [null, equals(null), BOTH],
    [{ b: 1, a: [true] }, equals({ a: [true], b: 1 }), BOTH],
    [['a', 'b'], equals('a'), BLOCK],
    ['b', { is: 'one-of', values: ['a', 'b'] }, BOTH],
    ['c', { is: 'one-of', values: ['a', 'b'] }, NONE],
    ['draft/x', { is: 'glob', pattern: 'draft/*' }, BOTH],
    ['draft/../secret', { is: 'glob', pattern: 'draft/**' }, BLOCK],
    ['draft/%2e%2e/secret', { is: 'glob', pattern: 'draft/**' }, BLOCK],
    ['/srv/a/../secret/x', { is: 'glob', pattern: '/srv/secret/**' }, BLOCK],
    ['/srv/s%65cret/x', { is: 'glob', pattern: '/srv/secret/**' }, BLOCK],
    ['DRAFT', { is: 'regex', pattern: '^draft' }, NONE],
    ['draft 1', { is: 'regex', pattern: '^draft \\d$' }, BOTH],
    ['/srv/a/../../etc', { is: 'regex', pattern: '^/srv/' }, BLOCK],
    ['x'.repeat(70_000), { is: 'regex', pattern: '^y' }, BLOCK],
    [5, { is: 'range', min: 1, max: 10 }, BOTH],
    [50, { is: 'range', min: 1, max: 10 }, NONE],
    ['5', { is: 'range', min: 1, max: 10 }, BLOCK],
    ['many', { is: 'range', min: 1, max: 10 }, BLOCK],
    [Buffer.from('{"v":9007199254740993}'), { is: 'range', max: 9007199254740992 }, BLOCK],
    [`${CAMPAIGNS}/a`, { is: 'in-folder', folder: CAMPAIGNS }, BOTH],
    ['/home/me/other', { is: 'in-folder', folder: CAMPAIGNS }, NONE],
    [`${CAMPAIGNS}/../x`, { is: 'in-folder', folder: CAMPAIGNS }, NONE],
    [`/home/me/x/../Campaigns/a`, { is: 'in-folder', folder: CAMPAIGNS }, BOTH],
    ['~/Campaigns/a', { is: 'in-folder', folder: CAMPAIGNS }, BLOCK],
    ['a.txt', { is: 'in-folder', folder: CAMPAIGNS }, BLOCK],
    ['/HOME/ME/campaigns/a', { is: 'in-folder', folder: CAMPAIGNS }, BLOCK],
    [`${CAMPAIGNS}/.env`, { is: 'in-folder', folder: CAMPAIGNS }, BLOCK],
    [`${CAMPAIGNS}\u2215x`, { is: 'in-folder', folder: CAMPAIGNS }, BLOCK],
    ['example.com', host('example.com'), BOTH],
    ['https://example.com:8443/a?b', host('example.com'), BOTH],
    ['EXAMPLE.com.', host('example.com'), BOTH],
    ['https://sub.example.com', host('example.com'), NONE],
    ['https://sub.example.com', host('*.example.com'), BOTH],
    ['https://example.com', host('*.example.com'), NONE],
    ['https://badexample.com', host('*.example.com'), NONE],
    ['https://example.com@evil.net/', host('example.com'), NONE],
    ['https://u:p@example.com/', host('example.com'), BLOCK],
    ['https://evil.net\\@example.com/', host('example.com'), NONE],
    ['https://evil.net#example.com', host('example.com'), NONE],
    ['https://exam\u00adple.com', host('example.com'), BLOCK],
    ['https://\uff45xample.com', host('example.com'), BOTH],
    ['http://2130706433/', host('127.0.0.1'), BOTH],
    ['file:///example.com/x', host('example.com'), BLOCK],
    ['gopher://example.com/x', host('example.com'), BLOCK],
    ['https:/example.com/x', host('example.com'), BLOCK],
    ['https:example.com/x', host('example.com'), BLOCK],
    ['ht\ntps:\\\\example.com/x', host('example.com'), BLOCK],
    ['no host at all', host('example.com'), BLOCK],
    ['//example.com/x', host('example.com'), BOTH],
    ['bob@example.com', recipient('bob@example.com'), BOTH],
    ['Bob <BOB@Example.com>', recipient('bob@example.com'), BOTH],
    ['bob@example.com, eve@evil.net', recipient('bob@example.com'), BLOCK],
    ['bob@example.com\nBcc: eve@evil.net', recipient('bob@example.com'), BLOCK],
    ['"bob@example.com" <eve@evil.net>', recipient('bob@example.com'), BLOCK],
    ['bob@example.com <eve@evil.net>', recipient('bob@example.com'), BLOCK],
    ['bob@example.com.evil.net', recipient('bob@example.com'), NONE],
    ['b\u043eb@example.com', recipient('bob@example.com'), NONE],
    ['bob@example.com; carl@example.com', recipient('*@example.com'), BOTH],
    ['bob@sub.example.com', recipient('*@example.com'), NONE],
    ['a@b@example.com', recipient('*@example.com'), BLOCK],
    ['mailto:bob@example.com', recipient('bob@example.com'), BOTH],
    ['mailto:bob@example.com?bcc=eve@evil.net', recipient('bob@example.com'), BLOCK],
    ['bob@b\u00fccher.example', recipient('*@xn--bcher-kva.example'), BOTH],
    ['+49 123', recipient('+49 123'), BOTH],
    ['#general', recipient('#general'), BOTH],
    ['git status -s', program('git', 'status'), BOTH],
    ['git push', program('git', 'status'), NONE],
    ['git', program('git', 'status'), NONE],
    ['git status; rm -rf x', program('git', 'status'), BLOCK],
    ['git status && x', program('git', 'status'), BLOCK],
    ['git status\nrm x', program('git', 'status'), BLOCK],
    ['git status $(rm x)', program('git', 'status'), BLOCK],
    ['git status > x', program('git', 'status'), BLOCK],
    ['GIT_PAGER=x git status', program('git', 'status'), BLOCK],
    ['./git status', program('git', 'status'), BLOCK],
    ['sudo rm -rf x', program('rm'), BLOCK],
    ["r'm' -rf x", program('rm'), BLOCK],
    ['r\\m -rf x', program('rm'), BLOCK],
    ['C:\\bin\\RM.exe x', program('rm'), BLOCK],
    ['$X -rf x', program('rm'), BLOCK],
    ['echo `echo rm` x', program('rm'), BLOCK],
    ['confirm x', program('rm'), NONE],
    [['rm', 'x'], program('rm'), BLOCK],
  ];
  it.each(cases)('%j, %j: %j', (value, test, expected) => {
    expect(fits(Buffer.isBuffer(value) ? value : { v: value }, when('/v', test))).toEqual(expected);
  });
});

describe('where a value stands', () => {
  const a: ValueTest = { is: 'equals', value: 'a' };
  const absent: ValueTest = { is: 'absent' };
  it.each([
    ['every element fits', { v: ['a', 'a'] }, '/v/*', a, BOTH],
    ['one element does not', { v: ['a', 'b'] }, '/v/*', a, BLOCK],
    ['there is none', { v: [] }, '/v/*', a, NONE],
    ['it is not there', {}, '/v', a, NONE],
    ['members of an object', { v: { x: 'a', y: 'b' } }, '/v/*', a, BLOCK],
    ['a text where a list was expected', { v: 'a' }, '/v/*', a, BLOCK],
    ['a list where a text was expected', { v: ['a'] }, '/v', a, BLOCK],
    ['deep', { v: [{ w: 'a' }, {}] }, '/v/*/w', a, BOTH],
    ['one element of another shape', { v: [{ w: 'a' }, 'x'] }, '/v/*/w', a, BLOCK],
    ['an element by its number', { v: ['b', 'a'] }, '/v/1', a, BOTH],
    ['escaped names', { 'x/y~z': 'a' }, '/x~1y~0z', a, BOTH],
    ['a name from the prototype', {}, '/constructor/name', a, NONE],
    ['__proto__', JSON.parse('{"__proto__":"a"}') as unknown, '/__proto__', a, BOTH],
    ['absent', {}, '/v', absent, BOTH],
    ['absent in an empty list', { v: [] }, '/v/*', absent, BOTH],
    ['there after all', { v: 'x' }, '/v', absent, NONE],
    ['null is there, and is nothing', { v: null }, '/v', absent, BLOCK],
    ['somebody smuggled in as a text where a list was expected', { v: 'x' }, '/v/*', absent, BLOCK],
  ] as const)('%s', (_what, args, pointer, test, expected) => {
    expect(fits(args, when(pointer, test))).toEqual(expected);
  });

  it('all conditions have to fit', () => {
    expect(fits({ v: 'a', w: 'b' }, when('/v', a), when('/w', a))).toEqual(NONE);
    expect(fits({ v: 'a', w: 'a' }, when('/v', a), when('/w', a))).toEqual(BOTH);
  });

  it('more values than are looked at are not sure to fit, and may', () => {
    expect(fits({ v: Array.from({ length: 10_001 }, () => 'a') }, when('/v/*', a))).toEqual(BLOCK);
    expect(fits({ v: Array.from({ length: 10_001 }, () => 'b') }, when('/v/*', a))).toEqual(BLOCK);
  });

  it.each([
    ['a name twice', '{"v":"b","v":"a"}'],
    ['a name twice, escaped', '{"v":"b","\\u0076":"a"}'],
    ['no JSON', '{"v":'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0x76, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
    ['too deep', `{"v":${'['.repeat(80)}${']'.repeat(80)}}`],
  ])('arguments that can be read in two ways: %s', (_what, source) => {
    expect(fits(Buffer.from(source), when('/v', a))).toEqual(BLOCK);
  });
});
