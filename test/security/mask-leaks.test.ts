import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMask, type Mask } from '../../electron/inspection/masks/mask.ts';
import { maskJson, type MaskPlan } from '../../electron/inspection/masks/mask-json.ts';
import { findToHide } from '../../electron/inspection/masks/plan.ts';
import { restoreJson } from '../../electron/inspection/masks/restore-json.ts';
import { createMaskSession } from '../../electron/inspection/masks/session.ts';

// Attack 21 of the catalogue: what one server gave is carried to another, in any disguise. The bytes that would go to
// the other one are read as their receiver would read them.

const MASK: Mask = {
  name: 'account',
  find: { pattern: 'ACC-[A-Z]{4}-[0-9]{6}' },
  way: 'reversible',
  direction: 'both',
};
const VALUE = 'ACC-QWER-314159';
const OTHER = 'ACC-ZXCV-271828';

function plan(way: Mask['way'] = 'reversible'): MaskPlan {
  const compiled = compileMask({ ...MASK, way });
  if (!compiled.ok) throw new Error(compiled.message);
  return {
    find: findToHide([compiled.value], []),
    session: createMaskSession({ key: Buffer.alloc(32, 3) }),
    origin: 'crm',
  };
}

/** All that a receiver could make of the bytes: as they stand, and decoded in every usual way, twice. */
function readings(bytes: Buffer): string[] {
  const once = (text: string): string[] => {
    const all = [text];
    for (const run of text.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? []) {
      all.push(Buffer.from(run, 'base64').toString('latin1'));
      all.push(Buffer.from(run, 'hex').toString('latin1'));
    }
    all.push(
      text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
        Buffer.from(run.replaceAll('%', ''), 'hex').toString('latin1'),
      ),
    );
    try {
      all.push(...stringsOf(JSON.parse(text)), stringsOf(JSON.parse(text)).join(''));
    } catch {
      // It is no JSON.
    }
    return all;
  };
  return once(bytes.toString()).flatMap(once);
}

const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => [
          ...(Array.isArray(value) ? [] : [key]),
          ...stringsOf(one),
        ])
      : [];

const leaks = (bytes: Buffer): boolean =>
  readings(bytes).some((text) => text.includes(VALUE) || text.includes(OTHER));

const encodings: Record<string, (value: string) => string> = {
  plain: (value) => value,
  base64: (value) => Buffer.from(value).toString('base64'),
  'base64 in a longer text': (value) => Buffer.from(`dump: ${value}; end`).toString('base64'),
  base64url: (value) => Buffer.from(`?>${value}`).toString('base64url'),
  hex: (value) => Buffer.from(value).toString('hex'),
  percent: (value) => Array.from(Buffer.from(value), (byte) => `%${byte.toString(16)}`).join(''),
  'JSON in JSON': (value) => JSON.stringify({ deep: JSON.stringify([value]) }),
  escaped: (value) =>
    Array.from(value, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'an address': (value) => `https://x.example/?q=${encodeURIComponent(value)}`,
};

describe('a value that is hidden', () => {
  it.each(Object.entries(encodings))('leaves in no reading of the bytes: %s', (_, encode) => {
    for (const message of [
      { a: encode(VALUE) },
      { a: `see ${encode(VALUE)} now`, b: VALUE },
      { [encode(VALUE)]: encode(OTHER) },
      [{ text: VALUE }, { text: encode(VALUE) }],
    ]) {
      const { bytes } = maskJson(Buffer.from(JSON.stringify(message)), plan());
      expect(leaks(bytes)).toBe(false);
    }
  });

  it('is found escaped by a sender that escapes every character', () => {
    const source = `{"a":"${Array.from(VALUE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`;
    const { bytes } = maskJson(Buffer.from(source), plan());
    expect(leaks(bytes)).toBe(false);
  });

  it('is found where it is cut over fields once the session knows it, and comes back', () => {
    const one = plan();
    maskJson(Buffer.from(JSON.stringify({ result: `the account is ${VALUE}` })), one);
    for (const message of [
      { a: 'ACC-QWER', b: '-314159' },
      { parts: ['x ACC-Q', 'WER-31', '4159 y'] },
      {
        content: [
          { type: 'text', text: 'ACC-QWER-3' },
          { type: 'text', text: '14159' },
        ],
      },
    ]) {
      const source = Buffer.from(JSON.stringify(message));
      const { bytes } = maskJson(source, one);
      expect(stringsOf(JSON.parse(bytes.toString())).join('')).not.toMatch(/ACC-Q|314159|4159/);
      expect(leaks(bytes)).toBe(false);
      expect(restoreJson(bytes, one.session, () => true).toString()).toBe(source.toString());
    }
  });

  it('is found in a later message in an encoding that its mask alone would not see', () => {
    const one = plan('remove');
    maskJson(Buffer.from(JSON.stringify([VALUE])), one);
    // Base64 without its beginning is no base64 of a text.
    const torn = Buffer.from(`ab${VALUE}cdefg`).toString('base64').slice(2);
    const { bytes } = maskJson(Buffer.from(JSON.stringify({ a: torn })), one);
    expect(
      Buffer.from(`AA${String((JSON.parse(bytes.toString()) as { a: string }).a)}`, 'base64').toString(
        'latin1',
      ),
    ).not.toContain('QWER-31415');
  });

  it('leaves in no message whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string(),
            fc.constantFrom(...Object.values(encodings)),
            fc.constantFrom(VALUE, OTHER),
            fc.string(),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (parts) => {
          const message = parts.map(([before, encode, value, after], n) => ({
            [`k${n}`]: `${before} ${encode(value)} ${after}`,
          }));
          const one = plan();
          const source = Buffer.from(JSON.stringify(message));
          const { bytes } = maskJson(source, one);
          expect(leaks(bytes)).toBe(false);
          expect(restoreJson(bytes, one.session, () => true).toString()).toBe(source.toString());
        },
      ),
      { numRuns: 150 },
    );
  });

  it('cannot be had by a server that sends a token back to itself', () => {
    const one = plan();
    const masked = maskJson(Buffer.from(JSON.stringify([VALUE])), one).bytes;
    const asked = Buffer.from(JSON.stringify({ arguments: JSON.parse(masked.toString()) as string[] }));
    const toOther = restoreJson(asked, one.session, (kept) => kept.origin === 'evil');
    expect(toOther).toBe(asked);
    // A text of the evil server that holds the token does not make it the origin of the value.
    maskJson(asked, { ...one, origin: 'evil' });
    expect(restoreJson(asked, one.session, (kept) => kept.origin === 'evil')).toBe(asked);
  });
});
