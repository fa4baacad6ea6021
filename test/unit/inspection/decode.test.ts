import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodedParts } from '../../../electron/inspection/decode/decode.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const percent = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const entities = (text: string): string => Array.from(text, (c) => `&#${c.codePointAt(0)};`).join('');
const unicode = (text: string): string =>
  Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const tags = (text: string): string =>
  Array.from(text, (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
const selectors = (text: string): string =>
  Array.from(text, (c) => String.fromCodePoint(0xe0100 + c.charCodeAt(0) - 16)).join('');

const SECRET = 'the quick brown fox carries a parcel';
const ENCODINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['base64', base64],
  ['hex', hex],
  ['url', percent],
  ['html', entities],
  ['escaped', unicode],
  ['tags', tags],
  ['tags', selectors],
];

describe('decode', () => {
  it.each(ENCODINGS)('reads %s and says where it stands', (encoding, encode) => {
    const text = `before ${encode(SECRET)} after`;
    const part = decodedParts(text).find((one) => one.text.includes(SECRET));
    expect(part?.within).toEqual([encoding]);
    expect(part?.start).toBeGreaterThanOrEqual(0);
    const at = part?.text.indexOf('fox') ?? 0;
    const place = part?.at(at, at + 3);
    const inside = text.slice(place?.start, place?.end);
    expect(inside.length).toBeGreaterThan(0);
    expect(place?.start).toBeGreaterThanOrEqual(7);
    expect(place?.end).toBeLessThanOrEqual(text.length - 6);
  });

  it('reads one encoding inside another, and no third', () => {
    expect(decodedParts(base64(base64(SECRET))).some((one) => one.text === SECRET)).toBe(true);
    expect(decodedParts(percent(base64(SECRET))).some((one) => one.text === SECRET)).toBe(true);
    expect(decodedParts(base64(hex(SECRET))).some((one) => one.text === SECRET)).toBe(true);
    expect(decodedParts(base64(base64(base64(SECRET)))).some((one) => one.text === SECRET)).toBe(false);
  });

  it('is not put off by letters before it, lines, or the other alphabet', () => {
    for (const before of ['x', 'xy', 'xyz'])
      expect(decodedParts(`${before}${base64(SECRET)}`).some((one) => one.text.includes('quick brown'))).toBe(
        true,
      );
    const lines = base64(SECRET.repeat(6)).replaceAll(/.{64}/g, '$&\r\n');
    expect(decodedParts(lines).some((one) => one.text === SECRET.repeat(6))).toBe(true);
    const other = Buffer.from('a?b>c~d?e>f~ and more words follow').toString('base64url');
    expect(decodedParts(other).some((one) => one.text.includes('more words'))).toBe(true);
    expect(
      decodedParts(Buffer.from(SECRET, 'utf16le').toString('base64')).some((one) => one.text === SECRET),
    ).toBe(true);
  });

  it('leaves alone what is no text', () => {
    const picture = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 151 + 7) & 255)).toString(
      'base64',
    );
    expect(decodedParts(`data ${picture} end`)).toEqual([]);
    expect(decodedParts('The quick brown fox, at /usr/local/lib/node_modules/some-package/index.js')).toEqual(
      [],
    );
    expect(decodedParts('commit 3f786850e387550fdab836ed7e6dc881de23001b')).toEqual([]);
    expect(decodedParts('100% of a & b \\ c')).toEqual([]);
  });

  it('finds a text again in any place, encoded once or twice', () => {
    const words = fc
      .array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 4, maxLength: 20 })
      .map((list) => list.join(' '));
    const encoder = fc.constantFrom(...ENCODINGS.map(([, encode]) => encode));
    fc.assert(
      fc.property(
        words,
        encoder,
        fc.constantFrom(base64, hex, percent),
        fc.boolean(),
        (text, inner, outer, twice) => {
          const encoded = twice && inner !== tags && inner !== selectors ? outer(inner(text)) : inner(text);
          return decodedParts(`note: ${encoded} .`).some((one) => one.text.includes(text));
        },
      ),
    );
  });

  it('gives places within the text for anything, and no more than it may', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('', '%', '\\u', '&#', 'QUJD', '\u{e0041}'),
        (junk, mark) => {
          const text = `${junk}${mark.repeat(20)}${junk}`;
          const { parts } = decode(text);
          let sum = 0;
          for (const part of parts) {
            sum += part.text.length;
            const { start, end } = part.at(0, part.text.length);
            if (start < 0 || end > text.length || start > end) return false;
          }
          return sum <= 8 * text.length + 64 * 1024;
        },
      ),
    );
  });

  it('decodes twice as much of twice as long a text, whatever is in it', () => {
    for (const unit of [
      '%41',
      '\\u0041',
      '&#65;',
      `${base64(SECRET)} `,
      '%',
      '\\',
      '&',
      'QUJD',
      '\u{e0041}',
      '%2525',
    ]) {
      const work = (text: string): number =>
        decode(text).parts.reduce((sum, part) => sum + part.text.length, 0);
      const once = work(unit.repeat(2000));
      const twice = work(unit.repeat(4000));
      expect(twice).toBeLessThanOrEqual(once * 2.2 + 2048);
    }
  });

  it('says that it was not all when more is encoded than may be decoded', () => {
    expect(decode(base64(SECRET)).complete).toBe(true);
    expect(decode(base64(base64(SECRET))).complete).toBe(true);
    // Nobody nests so deep but to be passed over: what cannot be read to its end is held.
    expect(decode(`see ${base64(base64(base64(SECRET)))}`).complete).toBe(false);
  });
});
