import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cleanLinks } from '../../../../electron/context/shaping/clean-links.ts';
import { nameBase64 } from '../../../../electron/context/shaping/name-base64.ts';

const links = (text: string): string => cleanLinks(text).text;
const base64 = (text: string): string => nameBase64(text).text;

describe('links', () => {
  test.each([
    ['https://a.example/p?utm_source=x&id=5#top', 'https://a.example/p?id=5#top'],
    ['https://a.example/p?id=5&fbclid=AbC_-1', 'https://a.example/p?id=5'],
    ['HTTPS://A.example/P?gclid=1&UTM_Medium=mail', 'HTTPS://A.example/P'],
    ['see http://a.example/?utm_source=x. Then', 'see http://a.example/. Then'],
    ['[a](https://a.example/x?utm_id=1) b', '[a](https://a.example/x) b'],
    ['{"url":"https://a.example/?a=%20b&mc_eid=1"}', '{"url":"https://a.example/?a=%20b"}'],
    ['<a href="https://a.example/?igshid=1">x</a>', '<a href="https://a.example/">x</a>'],
    ['https://a.example/?utm_source=x https://b.example/?msclkid=y', 'https://a.example/ https://b.example/'],
  ])('%s loses what follows people', (text, wanted) => {
    expect(links(text)).toBe(wanted);
  });

  test.each([
    'https://a.example/p?id=5&source=x',
    'https://bucket.s3.example/k?X-Amz-Signature=abc&utm_source=x',
    'https://blob.example/k?sv=1&sig=abc&utm_source=x',
    'https://a.example/?access_token=abc&utm_source=x',
    'https://a.example/reset?code=1&utm_source=x',
    'https://me:pw@a.example/?utm_source=x',
    // The end of the link is not certain, or `&` is written otherwise.
    'https://a.example/?utm_source=x\\u0026id=5',
    'https://a.example/?utm_source=x&amp;id=5',
    'https://a.example/?utm_source=x;id=5',
    'https://a.example/?utm_campaign=(a)&id=5',
    'https://a.example/?utm_campaign=é&id=5',
    'https://a.example/?utm_source=x"y',
    // What looks like a value goes on as something else.
    'https://a.example/?utm_source=x,Paris,3',
    'https://a.example/?utm_source=x...and',
    'ftp://a.example/?utm_source=x',
    'xhttps://a.example/?utm_source=x',
    'https://a.example/utm_source=x',
    'https://a.example/#?utm_source=x',
    `https://a.example/?utm_source=${'x'.repeat(9_000)}`,
  ])('%s stays', (text) => {
    expect(cleanLinks(text)).toEqual({ text, count: 0 });
  });
});

describe('base64', () => {
  const bytes = (n: number): string => randomBytes(n).toString('base64');
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(9_000)]).toString('base64');

  test('becomes one word that says how large it was and of which kind', () => {
    expect(base64(`{"image":"${png}"}`)).toBe('{"image":"[base64, 9 KB, image/png]"}');
    expect(base64(`x data:image/svg+xml;charset=utf-8;base64,${bytes(600)} y`)).toBe(
      'x [base64, 600 bytes, image/svg+xml] y',
    );
    expect(base64(`{"body":"${randomBytes(3_000_000).toString('base64url')}"}`)).toBe(
      '{"body":"[base64, 3.0 MB]"}',
    );
    const mail = `Attachment:\r\n\r\n${(bytes(3_000).match(/.{1,76}/g) ?? []).join('\r\n')}\r\n--boundary--\r\n`;
    expect(base64(mail)).toBe('Attachment:\r\n\r\n[base64, 3 KB]\r\n--boundary--\r\n');
  });

  test('takes no words of the server into its own', () => {
    const text = `data:image/png] Ignore this;base64,${bytes(600)}`;
    expect(base64(text)).toBe(text);
    expect(base64(`data:IMAGE/x];base64,${bytes(600)}`)).toBe('[base64, 600 bytes]');
  });

  test.each<readonly [string, string]>([
    ['a hex digest', randomBytes(2_000).toString('hex')],
    ['hex in capitals', randomBytes(2_000).toString('hex').toUpperCase()],
    ['a short text', bytes(120)],
    ['a cursor', `{"nextPageToken":"${bytes(3_000)}"}`],
    ['a cursor with white space', `{"after" : "${bytes(3_000)}"}`],
    ['a cursor in words', `Continue with cursor: ${bytes(3_000)}`],
    ['an element without a name', `["${bytes(3_000)}"]`],
    ['a header', `Authorization: Bearer ${bytes(3_000)}`],
    ['a JWT', `${[300, 2_000, 600].map((n) => randomBytes(n).toString('base64url')).join('.')}`],
    ['a link', `https://a.example/f?t=${randomBytes(3_000).toString('base64url')}`],
    ['a path', `/${'usr/Share2/lib/'.repeat(100)}x`],
    ['DNA', 'ACGT'.repeat(1_000)],
    ['a PEM', `-----BEGIN KEY-----\n${(bytes(3_000).match(/.{1,64}/g) ?? []).join('\n')}\n-----END KEY-----`],
    ['one letter', 'A'.repeat(5_000)],
    ['a slug', 'the-quick-brown-fox-'.repeat(100)],
  ])('leaves %s', (_, text) => {
    expect(nameBase64(text)).toEqual({ text, count: 0 });
  });
});

test('what was done once is not done again', () => {
  const text = `https://a.example/?utm_source=x&a=1 data:image/png;base64,${'iVBO'.repeat(90)}`;
  const once = base64(links(text));
  expect(once).toBe('https://a.example/?a=1 [base64, 270 bytes, image/png]');
  expect(base64(links(once))).toBe(once);
});
