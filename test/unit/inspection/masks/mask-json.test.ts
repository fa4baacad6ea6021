import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPattern } from '../../../../electron/inspection/masks/find-pattern.ts';
import { compileMask, holdsFor, type Mask } from '../../../../electron/inspection/masks/mask.ts';
import { maskJson, type MaskPlan } from '../../../../electron/inspection/masks/mask-json.ts';
import { findToHide } from '../../../../electron/inspection/masks/plan.ts';
import { restoreJson, restoreText } from '../../../../electron/inspection/masks/restore-json.ts';
import { createMaskSession, type MaskSession } from '../../../../electron/inspection/masks/session.ts';
import { tryMask } from '../../../../electron/inspection/masks/try-mask.ts';
import type { Way } from '../../../../electron/inspection/masks/ways.ts';
import { findPersonal } from '../../../../electron/inspection/personal/find-personal.ts';
import { findSecrets } from '../../../../electron/inspection/secrets/find-secrets.ts';

const KEY = Buffer.alloc(32, 7);
const session = (): MaskSession => createMaskSession({ key: KEY });
const everybody = (): boolean => true;

const mask = (pattern: string, way: Way, more: Partial<Mask> = {}): Mask => ({
  name: 'case',
  find: { pattern },
  way,
  direction: 'both',
  ...more,
});

function planOf(one: Mask, held: MaskSession = session()): MaskPlan {
  const compiled = compileMask(one);
  if (!compiled.ok) throw new Error(compiled.message);
  return { find: findToHide([compiled.value], []), session: held, origin: 'crm' };
}

const hidden = (value: unknown, plan: MaskPlan): unknown =>
  JSON.parse(maskJson(Buffer.from(JSON.stringify(value)), plan).bytes.toString());

const EMAILS = mask('[a-z.]+@[a-z]+\\.example', 'reversible', { name: 'email' });
const TOKEN = /\[\[dw:email:[0-9a-f]{24}\]\]/;

describe('ways of hiding', () => {
  it('takes out, keeps the last four, digests, or gives a token', () => {
    const at = (way: Way, more?: Partial<Mask>): unknown =>
      hidden({ a: 'x CASE-123456 y' }, planOf(mask('CASE-\\d+', way, more)));
    expect(at('remove')).toEqual({ a: 'x [case] y' });
    expect(at('remove', { replacement: '"—"' })).toEqual({ a: 'x "—" y' });
    expect(at('partial')).toEqual({ a: 'x ****3456 y' });
    expect(at('hash')).toEqual({ a: expect.stringMatching(/^x \[case:[0-9a-f]{12}\] y$/) as string });
    expect(at('reversible')).toEqual({
      a: expect.stringMatching(/^x \[\[dw:case:[0-9a-f]{24}\]\] y$/) as string,
    });
  });

  it('does not keep the end of a short value', () => {
    expect(hidden(['PIN 1234567'], planOf(mask('\\d+', 'partial')))).toEqual(['PIN ****']);
  });

  it('gives the same token for the same value in a session, another in another', () => {
    const held = session();
    const one = hidden(['a@b.example'], planOf(EMAILS, held));
    expect(hidden(['a@b.example'], planOf(EMAILS, held))).toEqual(one);
    const other = createMaskSession({ key: Buffer.alloc(32, 8) });
    expect(hidden(['a@b.example'], planOf(EMAILS, other))).not.toEqual(one);
    expect(JSON.stringify(one)).not.toContain('a@b');
  });

  it('keeps keys of an object apart', () => {
    const value = hidden(
      { 'a@b.example': 1, 'c@d.example': 2 },
      planOf({ ...EMAILS, way: 'remove' }),
    ) as object;
    expect(Object.keys(value)).toHaveLength(2);
    expect(JSON.stringify(value)).not.toContain('@');
  });
});

describe('a message in which something is hidden', () => {
  it('keeps everything else to the byte', () => {
    const source =
      '{ "n" : 12345678901234567890, "x":1.50 ,"a":"\\u00e9\\/ a@b.example \\ud83d\\ude00", "é":[true ,null ] }';
    const { bytes, counts } = maskJson(Buffer.from(source), planOf(EMAILS));
    const text = bytes.toString();
    expect(text.replace(TOKEN, 'a@b.example')).toBe(source);
    expect(counts).toEqual(new Map([['email', 1]]));
  });

  it('hides inside JSON inside strings, and puts back with the right escapes', () => {
    const inner = JSON.stringify({
      to: 'a@b.example',
      note: 'say "hi"\n',
      deeper: JSON.stringify({ cc: 'c@d.example' }),
    });
    const source = Buffer.from(JSON.stringify({ content: [{ type: 'text', text: inner }] }));
    const plan = planOf(EMAILS);
    const { bytes } = maskJson(source, plan);
    expect(bytes.toString()).not.toMatch(/@/);
    const outer = JSON.parse(bytes.toString()) as { content: { text: string }[] };
    expect(() => JSON.parse(outer.content[0]?.text ?? '')).not.toThrow();
    expect(restoreJson(bytes, plan.session, everybody).equals(source)).toBe(true);
  });

  it('escapes a value that is put back deeper than it was', () => {
    const plan = planOf(mask('<[^>]+>', 'reversible', { name: 'case' }));
    const token = (hidden(['<a "quoted" \\ value>'], plan) as string[])[0] ?? '';
    const arguments_ = Buffer.from(JSON.stringify({ body: JSON.stringify({ note: token }), plain: token }));
    const back = JSON.parse(restoreJson(arguments_, plan.session, everybody).toString()) as {
      body: string;
      plain: string;
    };
    expect(back.plain).toBe('<a "quoted" \\ value>');
    expect(JSON.parse(back.body)).toEqual({ note: '<a "quoted" \\ value>' });
  });

  it('writes a replacement in the escapes of the place', () => {
    const plan = planOf(mask('CASE-\\d+', 'remove', { replacement: 'a "case"' }));
    const { body } = hidden({ body: JSON.stringify({ note: 'CASE-1' }) }, plan) as { body: string };
    expect(JSON.parse(body)).toEqual({ note: 'a "case"' });
  });

  it('says what stands in numbers, which cannot be hidden there', () => {
    const plan = planOf(mask('4111\\d{12}', 'reversible'));
    const source = Buffer.from('{"card": 4111111111111111, "s":"x"}');
    const result = maskJson(source, plan);
    expect(result.bytes).toBe(source);
    expect(result.inNumbers).toEqual(['case']);
  });

  it('does not look at what is no JSON, and says so', () => {
    for (const source of [Buffer.from('{"a":'), Buffer.from([0x22, 0xff, 0x22])])
      expect(maskJson(source, planOf(EMAILS))).toMatchObject({ bytes: source, complete: false });
  });

  it('does not hide a token once more', () => {
    const plan = planOf(mask('[0-9a-f]{12,}', 'reversible'));
    const once = maskJson(Buffer.from('["0123456789abcdef"]'), plan).bytes;
    expect(maskJson(once, plan).bytes).toBe(once);
  });
});

describe('putting back', () => {
  const plan = planOf(EMAILS);
  const token = (hidden(['a@b.example'], plan) as string[])[0] ?? '';

  it('asks whether the place may see it', () => {
    const source = Buffer.from(JSON.stringify({ a: token }));
    expect(restoreJson(source, plan.session, () => false)).toBe(source);
    const may = restoreJson(source, plan.session, (kept) => kept.type === 'email' && kept.origin === 'crm');
    expect(JSON.parse(may.toString())).toEqual({ a: 'a@b.example' });
  });

  it('leaves invented tokens and those of other sessions', () => {
    const other = createMaskSession({ key: Buffer.alloc(32, 9) });
    for (const text of [
      token.replace(/[0-9a-f](?=\]\])/, (c) => (c === '0' ? '1' : '0')),
      '[[dw:email:xyz]]',
      '[[dw:]]',
    ])
      expect(restoreText(text, plan.session, everybody)).toBe(text);
    expect(restoreText(token, other, everybody)).toBe(token);
  });

  it('puts back in an address, percent-encoded', () => {
    const address = `https://x.example/?to=${encodeURIComponent(token)}`;
    expect(restoreText(address, plan.session, everybody)).toBe('https://x.example/?to=a%40b.example');
  });

  it('gives the very bytes where there is no token', () => {
    const source = Buffer.from('{"a":"dw: nothing \\u00e9"}');
    expect(restoreJson(source, plan.session, everybody)).toBe(source);
  });
});

describe('there and back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'a@b.example',
      'x.y@z.example, ',
      '"a@b.example"\\',
      'mail a@b.example now',
      '[[dw:email:',
      ']]',
      '%5B%5Bdw',
    ),
    fc
      .tuple(fc.string(), fc.constantFrom('a@b.example', 'q@w.example'), fc.string())
      .map((parts) => parts.join('')),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(text, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      tie('any').map((inner) => JSON.stringify(inner) ?? ''),
    ),
  })).any;

  it('every message comes back to the byte, and no address crosses', () => {
    fc.assert(
      fc.property(value, fc.boolean(), (message, spaced) => {
        const source = Buffer.from(JSON.stringify(message, null, spaced ? 2 : 0));
        const plan = planOf(EMAILS);
        const { bytes } = maskJson(source, plan);
        expect(() => JSON.parse(bytes.toString())).not.toThrow();
        expect(bytes.toString()).not.toMatch(/[a-z.]+@[a-z]+\.example/);
        expect(restoreJson(bytes, plan.session, everybody).toString()).toBe(source.toString());
      }),
      { numRuns: 500 },
    );
  });

  it('a message without anything to hide is the very buffer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (message) => {
        const source = Buffer.from(JSON.stringify(message));
        expect(maskJson(source, planOf(mask('CASE-\\d{9}', 'reversible'))).bytes).toBe(source);
      }),
      { numRuns: 200 },
    );
  });
});

describe('masks as people write them', () => {
  it('are refused with a sentence when they cannot work', () => {
    const sentences = [
      mask('(a', 'remove'),
      mask('a*', 'remove'),
      mask('(?=x)y', 'remove'),
      mask('x', 'remove', { name: '' }),
      { ...mask('x', 'remove'), find: { words: [' '] } },
    ].map((one) => {
      const compiled = compileMask(one);
      return compiled.ok ? '' : compiled.message;
    });
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('are tried on a sample', () => {
    const result = tryMask(mask('CASE-\\d+', 'partial'), 'CASE-123456 and CASE-9', KEY);
    expect(result).toEqual({
      ok: true,
      value: {
        found: [
          { start: 0, end: 11 },
          { start: 16, end: 22 },
        ],
        text: '****3456 and ****',
      },
    });
  });

  it('hold where they are meant to', () => {
    const at = { direction: 'to-server', server: 'crm', client: 'app', tool: 'send' } as const;
    expect(holdsFor(mask('x', 'remove'), at)).toBe(true);
    expect(holdsFor(mask('x', 'remove', { direction: 'to-app' }), at)).toBe(false);
    expect(holdsFor(mask('x', 'remove', { scope: { servers: ['files'] } }), at)).toBe(false);
    expect(holdsFor(mask('x', 'remove', { scope: { servers: ['crm'], tools: ['send'] } }), at)).toBe(true);
    expect(
      holdsFor(mask('x', 'remove', { scope: { tools: ['send'] } }), { ...at, tool: undefined } as never),
    ).toBe(false);
  });

  it('work beside the detectors', () => {
    const find = findToHide(
      [],
      [
        { find: (text) => findPersonal(text), way: 'reversible' },
        { find: (text) => findSecrets(text), way: 'remove' },
      ],
    );
    const plan = { find, session: session(), origin: 'crm' };
    const message = {
      a: 'ann@b.example paid with 4111 1111 1111 1111',
      b: 'postgres://app:Xk9mPq2vLw@db/app',
    };
    const text = JSON.stringify(hidden(message, plan));
    for (const value of ['ann@', '4111', 'Xk9m']) expect(text).not.toContain(value);
    expect(findPattern('\\[\\[dw:(email|card):[0-9a-f]+\\]\\]')(text)).toHaveLength(2);
  });
});
