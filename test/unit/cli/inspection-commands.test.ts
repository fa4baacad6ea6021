import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../electron/cli/commands.ts';
import { maskFrom } from '../../../electron/cli/mask-commands.ts';
import type { ReadyChild } from '../../fixtures/child.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

let profile: Profile;
let host: ReadyChild;
beforeAll(async () => {
  profile = fakeProfile();
  host = await profile.serve();
}, 240_000);
afterAll(async () => {
  await host.stop();
  profile.remove();
}, 240_000);

const run = (line: readonly string[], input = '') => profile.run(line, { input });
const json = async (line: readonly string[]): Promise<unknown> =>
  JSON.parse((await run([...line, '--json'])).stdout) as unknown;

it('has every command of the area', () => {
  const names = commands.map(({ name }) => name);
  for (const name of [
    ...['show', 'set', 'unset', 'personal', 'try'].map((one) => `inspection ${one}`),
    ...['list', 'add', 'remove', 'try'].map((one) => `mask ${one}`),
    'server label',
    'flow show',
    'flow reset',
    ...['add', 'list', 'remove'].map((one) => `canary ${one}`),
  ])
    expect(names).toContain(name);
});

describe('a mask from options', () => {
  const given = (values: Record<string, string | boolean | string[]>) =>
    maskFrom({ values, words: [], behind: [] });

  it('is what they say, with what is left out as usual', () => {
    expect(given({ name: 'Order', pattern: 'OR-[0-9]{6}' })).toEqual({
      ok: true,
      value: { name: 'Order', find: { pattern: 'OR-[0-9]{6}' }, way: 'remove', direction: 'both' },
    });
    expect(
      given({
        name: 'Customers',
        words: 'Miller & Sons, Northwind ,',
        'ignore-case': true,
        way: 'reversible',
        direction: 'to-server',
        servers: ['crm', 'mail'],
        clients: ['Claude'],
        'restore-for': ['mail'],
      }),
    ).toEqual({
      ok: true,
      value: {
        name: 'Customers',
        find: { words: ['Miller & Sons', 'Northwind'] },
        ignoreCase: true,
        way: 'reversible',
        direction: 'to-server',
        scope: { servers: ['crm', 'mail'], clients: ['Claude'] },
        restoreFor: ['mail'],
      },
    });
  });

  it('reads words from a file, one a line', () => {
    const file = join(profile.home, 'words.txt');
    writeFileSync(file, 'Miller, Inc.\r\n\nNorthwind\n');
    expect(given({ name: 'C', words: file })).toMatchObject({
      value: { find: { words: ['Miller, Inc.', 'Northwind'] } },
    });
  });

  it.each([
    [{ pattern: 'x' }, '--name'],
    [{ name: 'M' }, '--pattern or --words'],
    [{ name: 'M', pattern: 'x', words: 'y' }, '--pattern or --words'],
    [{ name: 'M', words: ',' }, 'no words'],
    [{ name: 'M', pattern: 'x', way: 'hide' }, '--way is one of'],
    [{ name: 'M', pattern: 'x', direction: 'up' }, '--direction is one of'],
    [{ name: '\u202eM', pattern: 'x' }, 'A name has up to 64 letters'],
  ])('is refused with what is wrong: %j', (values, why) =>
    expect(given(values)).toMatchObject({
      ok: false,
      code: 'usage',
      message: expect.stringContaining(why) as string,
    }),
  );
});

it('sets and shows choices, and takes none back without the key', async () => {
  expect((await run(['inspection', 'set', '--watch', 'secret', '--act', 'block'])).code).toBe(0);
  expect(await json(['inspection', 'show'])).toMatchObject({ acts: [{ watch: 'secret', act: 'block' }] });
  expect((await run(['inspection', 'show'])).stdout).toMatch(/secret +both +all +all +block/);
  // A program without the operator's key takes nothing back.
  expect((await run(['inspection', 'unset', '--all'])).code).toBe(4);
}, 240_000);

type Values = Record<string, string | boolean>;

it.each<[string, Values, string[], string]>([
  ['inspection set', { watch: 'everything', act: 'block' }, [], '--watch is one of'],
  ['inspection set', { watch: 'secret', act: 'hide' }, [], '--act is one of'],
  ['inspection set', { watch: 'secret' }, [], 'Give --watch and --act'],
  ['inspection set', { watch: 'secret', act: 'ask', direction: 'up' }, [], '--direction is one of'],
  ['inspection unset', {}, [], 'or --all'],
  ['inspection unset', { all: true, watch: 'flow' }, [], 'or --all'],
  ['inspection personal', {}, [], 'or none'],
  ['inspection personal', {}, ['emails'], '"emails" is not one of'],
  ['inspection try', { as: 'page' }, [], '--as is one of'],
  ['inspection try', {}, ['/nowhere/at/all'], 'cannot be read'],
  ['mask try', { name: 'M', pattern: 'x' }, ['a', 'b'], 'one word too many'],
  ['server label', {}, ['crm', 'secret', 'yes'], 'LABEL is one of'],
  ['server label', {}, ['crm', 'private', 'perhaps'], 'Say yes, no or guess'],
  ['canary add', {}, ['../x'], 'A name has up to 40'],
])('%s %j %j is a mistake, and no host is asked', async (name, values, words, why) => {
  const command = commands.find((one) => one.name === name);
  // Whoever asked the host would need the rest.
  const asked = command?.run({ given: { values, words, behind: [] }, world: {}, output: {} } as never);
  expect(await asked).toMatchObject({
    ok: false,
    code: 'usage',
    message: expect.stringContaining(why) as string,
  });
});

it('keeps and tries masks, and lists them', async () => {
  const tried = await run(['mask', 'try', '--name', 'Order', '--pattern', 'OR-[0-9]{3}'], 'See OR-123.\n');
  expect([tried.code, tried.stdout]).toEqual([0, '1 would be hidden:\nSee [Order].\n\n']);
  expect((await run(['mask', 'add', '--name', 'Order', '--pattern', 'OR-[0-9]{3}'])).stdout).toBe(
    'The mask "Order" is kept.\n',
  );
  expect((await run(['mask', 'list'])).stdout).toMatch(/Order +remove +both +all +you +OR-/);
  const bad = await run(['mask', 'add', '--name', 'Bad', '--pattern', '(a)\\1']);
  expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('The pattern has')]);
}, 240_000);

it('labels servers and shows marks and canaries', async () => {
  await run(['server', 'add', 'crm', '--', 'x']);
  expect((await run(['server', 'label', 'crm', 'private', 'yes'])).stdout).toContain('private: yes\n');
  expect((await run(['flow', 'show'])).stdout).toBe(
    'No AI app has read private data or untrusted content.\n',
  );
  expect((await run(['canary', 'list'])).stdout).toContain('There are no canaries.');
}, 240_000);
