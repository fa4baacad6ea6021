import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { channels, popupChannels, pushes } from '../../shared/ipc/window.ts';
import { ok } from '../../shared/result.ts';
import { bundlePath } from '../../electron/shell/bundle-path.ts';
import { parseLink } from '../../electron/shell/deep-links.ts';
import { readArguments, wordsForRelaunch } from '../../electron/shell/launch-arguments.ts';
import { aboutFile, openedBundles } from '../../electron/shell/opened-bundles.ts';

const linux = { platform: 'linux', cwd: '/home/p' } as const;
const windows = { platform: 'win32', cwd: String.raw`C:\Users\p` } as const;

/** A double click hands over a name that a stranger chose: whoever made the archive or the page it was saved from. */
describe('the name of a file that is opened', () => {
  it.each([
    '--inspect.mcpb',
    '-x.mcpb',
    '--home=evil.mcpb',
    'doorward://open/x.mcpb',
    'https://evil.example/x.mcpb',
    'file://evil.example/share/x.mcpb',
    'file:///tmp/a%2fb.mcpb',
    'file:///tmp/a%00.mcpb',
    '/tmp/a\0.mcpb',
    '/tmp/a\n.mcpb',
    '/tmp/a.mcpb.sh',
    '/tmp/a',
    `/${'a'.repeat(4096)}.mcpb`,
    '',
  ])('is not taken: %j', (word) => {
    expect(bundlePath(word, linux)).toBeUndefined();
  });

  it.each([
    String.raw`C:\a.txt:evil.mcpb`,
    String.raw`a.txt:evil.mcpb`,
    'https://evil.example/x.mcpb',
    'doorward:C:\\x.mcpb',
  ])('is not taken on Windows: %j', (word) => {
    expect(bundlePath(word, windows)).toBeUndefined();
  });

  it('counts from nowhere where the folder is not known', () => {
    expect(bundlePath('x.mcpb', { platform: 'linux' })).toBeUndefined();
  });

  it('brings no options along, and no link does bring a file', () => {
    expect(readArguments(['/tmp/x.mcpb', '--home', '/evil', '--self-test', '--port=1'], linux)).toEqual({
      home: undefined,
      port: undefined,
      hidden: false,
      selfTest: false,
      link: undefined,
      bundles: ['/tmp/x.mcpb'],
    });
    expect(readArguments(['doorward://open/apps" ', '/tmp/x.mcpb'], linux).bundles).toEqual([]);
    expect(wordsForRelaunch(['.', '--hidden', '/tmp/x.mcpb', '--home=/evil'], linux)).toEqual(['.']);
  });

  it('is one of a bounded number', () => {
    const many = Array.from({ length: 5000 }, (_, n) => `/tmp/${n}.mcpb`);
    expect(readArguments(many, linux).bundles).toHaveLength(50);
  });

  it('leads to whole paths of bundles only, whatever the words are', () => {
    const word = fc.oneof(
      fc.constantFrom('--home', '--inspect', 'doorward://x', '/tmp/a.mcpb', 'b.mcpb', '-', '--'),
      fc.string({ maxLength: 20 }).map((text) => `${text}.mcpb`),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(linux, windows), (words, place) => {
        for (const path of readArguments(words, place).bundles) {
          expect(path).toMatch(place.platform === 'linux' ? /^\/.*\.mcpb$/is : /^([a-z]:\\|\\\\).*\.mcpb$/is);
          expect(path).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

/** A web page has links; only the system brings files. */
describe('a link that wants a file opened', () => {
  it.each([
    'doorward://open/servers?bundle=/tmp/x.mcpb',
    'doorward://open/servers//tmp/x.mcpb',
    'doorward:///tmp/x.mcpb',
    'doorward://install?bundle=b1',
    'doorward://install?path=/tmp/x.mcpb&url=https://a.example',
    'doorward://install?url=/tmp/x.mcpb',
  ])('means nothing: %s', (url) => {
    expect(parseLink(url)).toBeUndefined();
  });

  it('has no way to a ticket, and a ticket is no path', () => {
    expect(parseLink('doorward://open/servers/b1')).toEqual({ screen: 'servers', item: 'b1' });
    const to = pushes.navigate.safeParse({ screen: 'servers', bundle: '/tmp/x.mcpb' });
    expect(to.success).toBe(false);
    expect(channels.commands).toContain('app.bundle');
    expect(popupChannels.commands).not.toContain('app.bundle');
  });
});

/** Reading `\\evil.example\share` alone sends that computer what the person's password can be found out from. */
describe('a bundle on another computer', () => {
  it.each([
    String.raw`\\evil.example\share\x.mcpb`,
    '//evil.example/share/x.mcpb',
    'file://evil.example/share/x.mcpb',
    String.raw`\\?\UNC\evil.example\share\x.mcpb`,
    String.raw`\\.\pipe\x.mcpb`,
    String.raw`\\?\C:\x.mcpb`,
  ])('is not even looked at: %s', async (word) => {
    const touched: string[] = [];
    const opened = openedBundles({
      platform: 'win32',
      about: (path) => (touched.push(path), Promise.resolve({ kind: 'file', bytes: 1 })),
    });
    const path = bundlePath(word, windows);
    expect(path).toBeDefined();
    const to = opened.open([path ?? '']);
    const read = await opened.read(to?.bundle ?? '', (one) => {
      touched.push(one);
      return Promise.reject(new Error('not to be read'));
    });
    expect(read).toEqual(ok({ kind: 'refused', why: 'remote' }));
    expect(touched).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('what lies where a bundle should', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-opened-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);

  it('is told without following a link or waiting for a pipe', async () => {
    writeFileSync(at('x.mcpb'), 'PK');
    symlinkSync('/etc/passwd', at('link.mcpb'));
    mkdirSync(at('folder.mcpb'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', at('pipe.mcpb')]);
    writeFileSync(at('huge.mcpb'), '');
    truncateSync(at('huge.mcpb'), 300 * 1024 * 1024);
    expect(await aboutFile(at('x.mcpb'))).toEqual({ kind: 'file', bytes: 2 });
    expect(await aboutFile(at('huge.mcpb'))).toEqual({ kind: 'file', bytes: 300 * 1024 * 1024 });
    expect(await aboutFile(at('link.mcpb'))).toEqual({ kind: 'link' });
    expect(await aboutFile(at('folder.mcpb'))).toEqual({ kind: 'other' });
    expect(await aboutFile(at('pipe.mcpb'))).toEqual({ kind: 'other' });
    expect(await aboutFile(at('gone.mcpb'))).toEqual({ kind: 'missing' });
  });
});
