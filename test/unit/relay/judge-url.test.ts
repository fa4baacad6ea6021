import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeUrl, type UrlFault, type UrlWarning } from '../../../electron/relay/judge-url.ts';

const REFUSED: readonly (readonly [string, UrlFault])[] = [
  ['', 'malformed'],
  ['nonsense', 'malformed'],
  ['-a Calculator', 'malformed'],
  ['\\\\host\\share', 'malformed'],
  ['//example.com/', 'malformed'],
  ['https:/example.com', 'malformed'],
  ['https:example.com', 'malformed'],
  ['https:///example.com', 'malformed'],
  ['https:\\\\example.com', 'malformed'],
  ['https://good.example\\@evil.example/', 'malformed'],
  ['javascript:alert(1)', 'scheme'],
  ['JAVASCRIPT://example.com/%0aalert(1)', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['smb://host/share', 'scheme'],
  ['ms-msdt:/id x', 'scheme'],
  ['vscode://extension/install', 'scheme'],
  ['blob:https://example.com/1', 'scheme'],
  ['ws://127.0.0.1/', 'scheme'],
  ['http://example.com/', 'not-encrypted'],
  ['http://10.0.0.1/', 'not-encrypted'],
  ['http://169.254.1.1/', 'not-encrypted'],
  ['http://[fd00::1]/', 'not-encrypted'],
  ['http://127.0.0.1.example.com/', 'not-encrypted'],
  ['http://localhost.example.com/', 'not-encrypted'],
  ['https://user@example.com/', 'user-info'],
  ['https://user:pw@example.com/', 'user-info'],
  ['https://@example.com/', 'user-info'],
  ['https://:@example.com/', 'user-info'],
  ['http://evil.example@127.0.0.1/', 'user-info'],
  ['https://exa%6dple.com/', 'host'],
  ['java\nscript:alert(1)', 'hidden-characters'],
  ['https://exa\tmple.com/', 'hidden-characters'],
  [' https://example.com/', 'hidden-characters'],
  ['https://example.com/\u202egnp.exe', 'hidden-characters'],
  ['https://example.com/a\u200bb', 'hidden-characters'],
  ['https://example.com/\u{e0061}', 'hidden-characters'],
  [`https://example.com/${'a'.repeat(9000)}`, 'too-long'],
];

const WARNED: readonly (readonly [string, readonly UrlWarning[]])[] = [
  ['https://b\u00fccher.example/', ['international']],
  ['https://xn--bcher-kva.example/', ['international']],
  ['https://\u0430\u0440\u0440\u04cf\u0435.example/', ['international', 'lookalike']],
  ['https://g\u043eogle.example/', ['international', 'mixed-scripts', 'lookalike']],
  ['https://bank.com.example.net/', ['other-domain-inside']],
  ['https://93.184.216.34/', ['address']],
  ['https://10.1.2.3/', ['address', 'private-network']],
  ['https://192.168.0.1:8443/', ['address', 'private-network']],
  ['https://[fe80::1]/', ['address', 'private-network']],
  ['https://printer.local/', ['private-network']],
  ['https://0x5db8d822/', ['address', 'rewritten']],
  ['https://\uff45xample.com/', ['rewritten']],
  ['http://0x7f.1/', ['rewritten']],
  ['https://example.com/`id`', ['odd-characters']],
  ['https://example.com/a b', ['odd-characters']],
  ['https://example.com/$(id)', ['odd-characters']],
  ['https://example.com/%0d%0aSet-Cookie:a', ['odd-characters']],
  ['https://example.com/%zz', ['odd-characters']],
  ['https://example.com/"onload="x', ['odd-characters']],
  [`https://example.com/${'a'.repeat(3000)}`, ['long']],
];

const FINE: readonly string[] = [
  'https://example.com',
  'https://EXAMPLE.com/',
  'https://login.example.com/oauth/authorize?response_type=code&client_id=a-b_c&scope=repo%20user&state=x.y~z&code_challenge=AbC-123&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fcb#top',
  'https://example.co.uk/',
  'https://www.example.com.au/',
  'https://example.com:8443/a',
  'https://example.com:443/a',
  'https://example.com./',
  'https://example.com/caf\u00e9',
  'https://example.com/@name/post;v=1',
  'https://example.com/?q=(a+b)&c[]=d',
  'http://127.0.0.1:3000/callback',
  'http://localhost:3000/',
  'http://app.localhost/',
  'http://[::1]:9000/',
];

describe('a page that a server wants opened', () => {
  test.each(REFUSED)('is refused: %j (%s)', (url, fault) => {
    const judged = judgeUrl(url);
    expect(judged).toMatchObject({ kind: 'refused', fault });
    if (judged.kind === 'refused') expect(judged.sentence).toMatch(/^The server wants .*\.$/);
  });

  test.each(WARNED)('is asked about with a warning: %j', (url, warnings) => {
    expect(judgeUrl(url)).toMatchObject({ kind: 'ask', warnings });
  });

  test.each(FINE)('is asked about: %j', (url) => {
    expect(judgeUrl(url)).toMatchObject({ kind: 'ask', warnings: [] });
  });

  test('is shown whole, with its host marked, and in its own letters beside', () => {
    const judged = judgeUrl('https://b\u00fccher.example/a?b');
    if (judged.kind !== 'ask') throw new Error(judged.fault);
    const { href, hostStart, hostEnd, host, shownHost } = judged;
    expect(href).toBe('https://xn--bcher-kva.example/a?b');
    expect(href.slice(hostStart, hostEnd)).toBe(host);
    expect(shownHost).toBe('b\u00fccher.example');
  });

  test('is never anything but a page over https, or on this machine, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https://',
        'http://',
        'javascript:',
        '@',
        '\\',
        '/',
        '127.0.0.1',
        'a.example',
        ':',
        '%',
        '\t',
        '.',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
        const judged = judgeUrl(parts.join(''));
        if (judged.kind === 'refused') return;
        const url = new URL(judged.href);
        expect([url.username, url.password]).toEqual(['', '']);
        expect(judged.href.slice(judged.hostStart, judged.hostEnd)).toBe(url.hostname);
        if (url.protocol !== 'https:') {
          expect(url.protocol).toBe('http:');
          expect(url.hostname).toMatch(/^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:[^/]+\.)?localhost\.?)$/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
