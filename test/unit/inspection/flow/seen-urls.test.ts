import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SeenUrls } from '../../../../electron/inspection/flow/seen-urls.ts';

const seen = (answer: unknown): SeenUrls => {
  const urls = new SeenUrls();
  urls.see(Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)));
  return urls;
};

describe('an address that stood in an answer', () => {
  test.each([
    ['in a sentence', 'See https://a.example/x?y=1&z=2.', 'https://a.example/x?y=1&z=2'],
    ['in markdown', '[here](https://a.example/x), or not', 'https://a.example/x'],
    ['with brackets of its own', 'https://a.example/x_(y) it is', 'https://a.example/x_(y)'],
    ['in angle brackets', '<https://a.example/x>', 'https://a.example/x'],
    ['in JSON in the text', '{"html_url":"https://a.example/x"}', 'https://a.example/x'],
    ['without a path', 'https://a.example', 'https://a.example/'],
  ])('passes %s', (_where, text, url) => {
    expect(seen({ content: [{ type: 'text', text }] }).passes(url)).toBe(true);
  });

  test('passes behind the escapes of JSON', () => {
    expect(
      seen(String.raw`{"text":"https:\/\/a.example\/x?a=1\u0026b=2"}`).passes('https://a.example/x?a=1&b=2'),
    ).toBe(true);
  });

  // Each of them is what an agent would send that was told to carry something out.
  test.each([
    'https://a.example/x?d=secret',
    'https://a.example/x/secret',
    'https://a.example/x#secret',
    'https://secret@a.example/x',
    'https://a.example:444/x',
    'https://secret.a.example/x',
    'HTTPS://a.example/x',
    'https://A.example/x',
    'http://a.example/x',
    'https://a.example/./x',
    'https://a.example/%78',
    'https://a.example/x/',
    'https://a.example/x ',
    'https://a.exa\tmple/x',
    'https://xn--a-example-.example/x',
    'https://а.example/x',
    '//a.example/x',
  ])('does not make %j pass', (url) => {
    expect(seen('"see https://a.example/x now"').passes(url)).toBe(false);
  });

  test('passes eight times for a site, whichever addresses of it they are', () => {
    const letters = Array.from({ length: 26 }, (_, i) => `https://s${i % 5}.evil.example/${i}`);
    const urls = seen(letters);
    const passed = [...letters, ...letters].filter((url) => urls.passes(url));
    expect(passed.length).toBe(8);
    const one = seen(letters);
    expect(Array.from({ length: 50 }, () => one.passes(letters[0] as string)).filter(Boolean).length).toBe(8);
  });

  test('makes its bare host pass, and no other', () => {
    const urls = seen('"https://a.example/x"');
    expect(urls.hostPasses('a.example')).toBe(true);
    expect(urls.hostPasses('secret.a.example')).toBe(false);
    expect(urls.hostPasses('example')).toBe(false);
  });

  test('is forgotten when there are too many, and the newest are kept', () => {
    const urls = new SeenUrls();
    for (let i = 0; i < 5; i++)
      urls.see(
        Buffer.from(JSON.stringify(Array.from({ length: 2000 }, (_, n) => `https://s${i}-${n}.example/x`))),
      );
    expect(urls.passes('https://s0-0.example/x')).toBe(false);
    expect(urls.passes('https://s4-1999.example/x')).toBe(true);
  });

  test('is the only thing that passes, whatever text it stood in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.webUrl(), (text, url) => {
        const urls = seen(JSON.stringify([text]));
        return !urls.passes(url) || text.includes(url);
      }),
    );
  });
});
