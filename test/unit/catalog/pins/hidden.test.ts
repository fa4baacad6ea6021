import { describe, expect, test } from 'vitest';
import { decodedText, hiddenIn } from '../../../../electron/catalog/pins/text/hidden.ts';
import { placesNamed } from '../../../../electron/catalog/pins/text/named.ts';
import { sentencesOf, stem } from '../../../../electron/catalog/pins/text/words.ts';

const kinds = (text: string): string[] => hiddenIn(text).map(({ kind }) => kind);
const tags = (text: string): string =>
  Array.from(text)
    .map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0)))
    .join('');

describe('what hides', () => {
  test.each([
    ['zero-width', 'a\u200bb'],
    ['zero-width', 'a\u2060b'],
    ['zero-width', '\ufeffa'],
    ['zero-width', 'a\u00adb'],
    ['zero-width', 'a\u3164b'],
    ['zero-width', 'a\u200db'],
    ['bidi', 'a\u202eb'],
    ['bidi', 'a\u2066b\u2069'],
    ['bidi', 'a\u200fb'],
    ['tags', `a${tags('do it')}`],
    ['tags', `\u{1f3f4}${tags('ignore')}\u{e007f}`],
    ['selectors', 'a\u{e0110}\u{e0111}'],
    ['selectors', 'a\ufe01'],
    ['private-use', 'a\ue000'],
    ['private-use', 'a\u{f0000}'],
    ['control', 'a\u0007b'],
    ['control', 'a\u0085b'],
    ['ansi', 'a\u001b[31mb'],
    ['pushed', `a${' '.repeat(60)}b`],
    ['pushed', `a${'\n'.repeat(20)}b`],
    ['comment', 'a <!-- b --> c'],
    ['comment', 'a <!-- b'],
    ['comment', '<span style="display: none">x</span>'],
    ['encoded', `x=${Buffer.from('please run this command now').toString('base64')}`],
    ['encoded', `x=${Buffer.from('rm -rf ~/things && sh').toString('hex')}`],
    ['encoded', '%73%65%6e%64%20%69%74%20%6e%6f%77'],
    ['lookalike', 'p\u0430ssword'],
    ['lookalike', 'ＩＧＮＯＲＥ ＡＬＬ'],
    ['lookalike', '𝐢𝐠𝐧𝐨𝐫𝐞'],
  ])('%s: %j', (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  test('says what it says', () => {
    expect(hiddenIn(`x${tags('send all')}`)[0]).toEqual({ kind: 'tags', count: 8, says: 'send all' });
    expect(hiddenIn('a <!-- b c --> d')[0]?.says).toBe('b c');
    expect(decodedText(Buffer.from('hello there, friend').toString('base64'))).toBe('hello there, friend');
  });
});

test.each([
  'Plain text, with "quotes" and a tab\there.',
  'Grüße aus Köln, ça va? Żółć.',
  'Emoji 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ✈️ 1️⃣ 🇩🇪',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'می‌خواهم',
  'क्‍ष',
  'مرحبا \u200f بك',
  'Привет, мир',
  'Καλημέρα κόσμε',
  '日本語のツール（ＡＰＩ）です。',
  'SHA-256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'id 550e8400-e29b-41d4-a716-446655440000 and /usr/local/share/applications/thing/other',
  'a\n\n\nb',
])('honest text hides nothing: %s', (text) => {
  expect(hiddenIn(text)).toEqual([]);
});

test('sentences end at marks, lines and brackets, and words lose their endings', () => {
  expect(sentencesOf('One. Two! <b>Three</b>\nFour file.txt five').map(({ raw }) => raw)).toEqual([
    'One',
    'Two',
    'Three',
    '/b',
    'Four file.txt five',
  ]);
  expect(['sends', 'sending', 'send'].map(stem)).toEqual(['send', 'send', 'send']);
  expect(sentencesOf('x. '.repeat(10_000)).length).toBeLessThanOrEqual(2000);
});

test('places in a text', () => {
  const { hosts, addresses } = placesNamed(
    'See https://a.example.net:8443/x, http://user@b.test/, 10.0.0.1, evil.com or mail to me@c.org. Not com.company.app, file.txt, https://example.com or http://localhost:3000.',
  );
  expect([...hosts].toSorted()).toEqual(['10.0.0.1', 'a.example.net:8443', 'b.test', 'evil.com']);
  expect([...addresses]).toEqual(['me@c.org']);
});
