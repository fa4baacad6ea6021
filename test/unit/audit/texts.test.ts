import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Cell } from '../../../electron/audit/row.ts';
import { columns } from '../../../electron/audit/row.ts';
import { createRowQueue } from '../../../electron/audit/row-queue.ts';
import { textDigest } from '../../../electron/audit/texts/digest.ts';
import { rawCell, rawText } from '../../../electron/audit/texts/raw-text.ts';
import { createTextKeeper } from '../../../electron/audit/texts/text-keeper.ts';
import type { LogTexts } from '../../../shared/model/log-texts.ts';
import { durable, freshFile, openLog, row } from './support.ts';

const VAULT = 'quiet-Vault-Value-81/9+"q';
const MASK = {
  name: 'Customer',
  find: { pattern: 'CU-[0-9]{6}' },
  way: 'reversible',
  direction: 'to-app',
} as const;
const at = (name: (typeof columns)[number]): number => columns.indexOf(name);

/** What is kept of a row with this text and these other cells. */
function kept(
  text: string | undefined,
  keep: LogTexts = 'redacted',
  more: Partial<Record<(typeof columns)[number], string>> = {},
  values: readonly string[] = [VAULT],
): Partial<Record<(typeof columns)[number], Cell>> {
  const keeper = createTextKeeper();
  keeper.know({ values, personal: [], masks: [MASK] });
  const cells: Cell[] = columns.map((name) => more[name] ?? null);
  cells[at('text')] = rawCell(rawText(keep, text === undefined ? undefined : Buffer.from(text)));
  keeper.keep(cells);
  return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? null]));
}
const json = (value: unknown): string => JSON.stringify(value);

describe('a text that is kept redacted', () => {
  test.each([
    ['a card in a string', json({ a: '4111 1111 1111 1111' }), '{"a":"[card]"}'],
    ['a card as a number', json({ a: 4111111111111111, b: 1 }), '{"a":"[card]","b":1}'],
    [
      'behind an escape',
      '{"a":"\\t4111 1111 1111 1111 \\u0061lice@example.com"}',
      '{"a":"\\t[card] [email]"}',
    ],
    [
      'JSON in JSON',
      json({ a: json({ b: json({ c: 'alice@example.com' }) }) }),
      json({ a: json({ b: json({ c: '[email]' }) }) }),
    ],
    ['a key', json({ 'alice@example.com': 1 }), '{"[email]":1}'],
    ['what nobody sees within', json({ a: 'ali\u200bce@exam\u200dple.com' }), '{"a":"[email]"}'],
    ['in percent escapes', json({ a: 'to=alice%40example.com' }), '{"a":"to=[email]"}'],
    ['a value of the vault', json({ a: `x ${VAULT} y` }), '{"a":"x [hidden] y"}'],
    ['a password by its name', json({ password: 'Tr0ub4dor&3xyz' }), '{"password":"[password]"}'],
    ['a mask, whichever way it is for', json({ a: 'for CU-123456' }), '{"a":"for [Customer]"}'],
    ['bytes', json({ data: 'iVBORw0KGgo'.repeat(40) }), '{"data":"[440 characters of base64]"}'],
  ])('has none: %s', (_how, text, expected) => {
    expect(kept(text).text).toBe(expected);
  });

  it('is cut, and nothing across the cut is left in part', () => {
    const before = 'lorem ipsum '.repeat(341).slice(0, 4086);
    const long = json({ a: `${before}alice@example.com ${'dolor sit '.repeat(5000)}` });
    const { text } = kept(long);
    expect(text).toMatch(/lorem.{0,8}\[email\]…$/);
    const secret = `sk-${'A1b2C3d4'.repeat(700)}`;
    expect(kept(json({ a: `${before}${secret}` }), 'redacted', {}, [secret]).text).toMatch(/\[hidden\]…$/);
    expect(kept(json({ a: `${before}${secret}` }), 'full', {}, [secret]).text).toMatch(/\[hidden\]…$/);
  });

  it('never has a piece of what is hidden, wherever it stands', () => {
    const secrets = ['alice@example.com', '4111 1111 1111 1111', VAULT];
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(14_000), fc.integer({ min: 4050, max: 4100 })),
        fc.constantFrom(...secrets),
        fc.constantFrom('x ', 'é ', '日 ', '\\ ', '"', '\n'),
        fc.boolean(),
        (place, secret, filler, nested) => {
          const body = {
            a: `${filler.repeat(Math.ceil(place / filler.length))} ${secret} ${filler.repeat(500)}`,
          };
          const { text } = kept(json(nested ? { b: json(body) } : body));
          for (const piece of [secret.slice(0, 9), secret.slice(-9)]) expect(text).not.toContain(piece);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what stands beside a text', () => {
  const ruling = json({
    decision: 'allow',
    places: [
      ['/to', 'recipient', 'alice@example.com'],
      ['/path', 'path', '/tmp/x'],
    ],
  });

  it('is looked at as well', () => {
    const found = kept(undefined, 'redacted', {
      name: 'mailto:alice@example.com',
      reason: 'The server said "4111 1111 1111 1111".',
      method: 'x/alice@example.com',
      context: json({ request: 'alice@example.com', code: -32000 }),
      ruling,
    });
    expect(found).toMatchObject({
      name: 'mailto:[email]',
      reason: 'The server said "[card]".',
      method: 'x/[email]',
      context: json({ request: '[email]', code: -32000 }),
      ruling: json({ decision: 'allow', places: [['/path', 'path', '/tmp/x']], cut: true }),
    });
  });

  it('that was cut ends before what may be the beginning of a secret', () => {
    const name = `https://files.example/${'docs/'.repeat(70)}?key=${['ghp', 'q7Zk2mX9vR4tB8nW3cJ6yH1sD5fG0pLAu2Ee'].join('_').repeat(9)}`;
    const found = kept(undefined, 'redacted', { name: `${name.slice(0, 400)}…` }).name;
    expect(found).toMatch(/^https:\/\/files\.example\/(?:docs\/)+…$/);
  });

  it('has no text of an app with digests, and the names of tools still', () => {
    const found = kept('{"a":1}', 'digests', {
      name: 'file:///home/me/diary.txt',
      reason: 'There is no tool "of my dreams" on "files", "said" she.',
      ruling,
    });
    expect(found).toMatchObject({
      text: null,
      name: 'file:…',
      reason: 'There is no tool "…" she.',
      ruling: json({ decision: 'allow', cut: true }),
    });
    expect(kept(undefined, 'digests', { name: 'read_text_file' }).name).toBe('read_text_file');
    expect(kept(undefined, 'digests', { name: 'purple elephants' }).name).toBe('…');
    expect(kept(undefined, 'digests', { reason: 'Refused by "files".' }).reason).toBe('Refused by "files".');
  });

  it('stays as it is where texts are kept whole, but for values of the vault', () => {
    const found = kept(json({ a: 'alice@example.com', b: VAULT }), 'full', { name: VAULT, ruling });
    expect(found).toMatchObject({
      text: '{"a":"alice@example.com","b":"[hidden]"}',
      name: '[hidden]',
      ruling,
    });
  });

  it('is not kept while a mask cannot be used', () => {
    const keeper = createTextKeeper();
    keeper.know({ values: [], personal: [], masks: [{ ...MASK, find: { pattern: '(' } }] });
    const cells: Cell[] = columns.map(() => null);
    cells[at('text')] = rawCell(rawText('full', Buffer.from('{}')));
    keeper.keep(cells);
    expect(cells[at('text')]).toBe(null);
  });

  it('that cannot be read is not kept', () => {
    expect(kept('{"a":1}', 'redacted', { ruling: '{"places":' })).toMatchObject({
      text: null,
      ruling: '[hidden]',
    });
  });
});

test('a row of which nothing is said is looked at as well', async () => {
  const file = freshFile();
  const log = await openLog({ file });
  const one = row({ name: 'mailto:alice@example.com' });
  expect(await durable(log, one)).toBeUndefined();
  expect((await log.show(one.call))[0]?.name).toBe('mailto:[email]');
});

test('what became secret before a row is out of it', async () => {
  let values: string[] = [];
  const file = freshFile();
  const log = await openLog({
    file,
    keptOut: { version: () => values.length, now: () => ({ values, personal: [], masks: [] }) },
  });
  const raw = rawText('full', Buffer.from('{"a":"a-new-secret"}'));
  const [before, after] = [row(), row()];
  await new Promise((resolve) => log.appendDurable(before, resolve, raw));
  values = ['a-new-secret'];
  await new Promise((resolve) => log.appendDurable(after, resolve, raw));
  expect((await log.show(before.call))[0]?.text).toBe('{"a":"a-new-secret"}');
  expect((await log.show(after.call))[0]?.text).toBe('{"a":"[hidden]"}');
  expect(await log.verify()).toMatchObject({ ok: true, rows: 2 });
});

test('texts give way before calls are refused', () => {
  const queue = createRowQueue({ rows: 1000, reserve: 0, chars: 100_000, texts: 2000 });
  const raw = rawText('redacted', Buffer.from('x'.repeat(500)));
  for (let i = 0; i < 100; i += 1) expect(queue.add(row(), () => undefined, raw)).toBe(true);
  const cells = queue.next() ?? [];
  const texts = cells.filter((_, i) => i % columns.length === at('text'));
  expect(texts[0]).toBe(`r ${'x'.repeat(500)}`);
  expect(texts.at(-1)).toBe('r ');
});

test('a digest is the same for the same bytes and key, and another for another key', () => {
  const [one, other] = [textDigest(Buffer.alloc(32, 1)), textDigest(Buffer.alloc(32, 2))];
  expect(one(Buffer.from('4711'))).toMatch(/^[0-9a-f]{64}$/);
  expect(one(Buffer.from('4711'))).toBe(textDigest(Buffer.alloc(32, 1))(Buffer.from('4711')));
  expect(one(Buffer.from('4711'))).not.toBe(other(Buffer.from('4711')));
});
