import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { externalLinks, webPage } from '../../electron/shell/external-links.ts';
import { guardContents, type GuardedContents } from '../../electron/shell/navigation-guard.ts';
import { english } from '../unit/shell/support.ts';

const ELSEWHERE = [
  'https://evil.example/',
  'http://127.0.0.1:7411/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://bundle/1',
  'about:blank',
  'app://other/',
  'app://bundle.evil/',
  'doorward://open/apps',
  'mailto:ada@example.org',
  '',
];

function contents() {
  const emitter = new EventEmitter();
  const offered: string[] = [];
  let open = (_details: { url: string }): unknown => undefined;
  const guardedContents = Object.assign(emitter, {
    setWindowOpenHandler: (handler: typeof open) => void (open = handler),
  });
  guardContents(guardedContents as unknown as GuardedContents, (url) => void offered.push(url));
  return {
    offered,
    open: (url: string) => open({ url }),
    stopped(event: string, details: Record<string, unknown> = {}): boolean {
      let stopped = false;
      emitter.emit(event, { ...details, preventDefault: () => void (stopped = true) });
      return stopped;
    },
  };
}

/** A page that was taken over, or a link in a text of a server, leads our window to a page with our bridge in reach. */
describe('a page that wants to leave', () => {
  it.each(ELSEWHERE)('stays instead of going to %j', (url) => {
    const page = contents();
    for (const event of ['will-navigate', 'will-redirect']) expect(page.stopped(event, { url })).toBe(true);
    for (const isMainFrame of [true, false])
      expect(page.stopped('will-frame-navigate', { url, isMainFrame })).toBe(true);
  });

  it('may load itself anew, but not in a frame', () => {
    const page = contents();
    const url = 'app://bundle/index.html';
    expect(page.stopped('will-navigate', { url })).toBe(false);
    expect(page.stopped('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
    expect(page.stopped('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  it('opens no windows, whatever the address, and embeds nothing', () => {
    const page = contents();
    for (const url of [...ELSEWHERE, 'app://bundle/index.html'])
      expect(page.open(url)).toEqual({ action: 'deny' });
    expect(page.stopped('will-attach-webview')).toBe(true);
  });
});

function links(yes = true) {
  const opened: string[] = [];
  const asked: string[] = [];
  let answer = (_yes: boolean): void => {};
  let waits = false;
  const made = externalLinks({
    openExternal(url) {
      opened.push(url);
      return Promise.resolve();
    },
    texts: english,
    confirm(message, detail) {
      asked.push(`${message}\n${detail}`);
      return waits ? new Promise((resolve) => void (answer = resolve)) : Promise.resolve(yes);
    },
    log: () => {},
  });
  return { made, opened, asked, wait: () => void (waits = true), answer: (to: boolean) => answer(to) };
}

/** `shell.openExternal` starts whatever program the system has for a scheme. */
describe('a link to somewhere else', () => {
  it.each([
    ...ELSEWHERE.slice(1),
    'http://evil.example/',
    'smb://evil.example/share',
    'ms-msdt:/id',
    'search-ms:query=x',
    'vscode://evil',
    String.raw`\\evil.example\share`,
    'https://user:password@evil.example/',
    'https://',
    `https://evil.example/${'x'.repeat(3000)}`,
    'HTTPS//evil.example',
  ])('is not opened: %s', async (url) => {
    const { made, opened, asked } = links();
    expect(await made.open(url)).toBe(false);
    expect([...opened, ...asked]).toEqual([]);
  });

  it('is opened only after a person has seen the host and said yes', async () => {
    const yes = links();
    expect(await yes.made.open('https://example.org/a')).toBe(true);
    expect(yes.asked[0]).toContain('Open example.org in your browser?');
    expect(yes.opened).toEqual(['https://example.org/a']);
    const no = links(false);
    expect(await no.made.open('https://example.org/a')).toBe(false);
    expect(no.opened).toEqual([]);
  });

  it('shows look-alike hosts for what they are', async () => {
    const { made, asked } = links();
    await made.open('https://gіthub.com/');
    expect(asked[0]).toContain('xn--');
    expect(webPage('https://EXAMPLE.org:443/%E2%80%AE')?.href).toBe('https://example.org/%E2%80%AE');
  });

  it('opens the fixed pages without a question, but not their neighbours', async () => {
    const { made, asked, opened } = links();
    await made.open('https://modelcontextprotocol.io/docs');
    expect(asked).toEqual([]);
    for (const url of [
      'https://modelcontextprotocol.io.evil.example/',
      'https://evil.modelcontextprotocol.io/',
      'https://modelcontextprotocol.io:8443/',
    ])
      await made.open(url);
    expect(asked).toHaveLength(3);
    expect(opened).toHaveLength(4);
  });

  it('asks one question at a time, so that a page cannot bury the screen in them', async () => {
    const { made, asked, wait, answer } = links();
    wait();
    const first = made.open('https://one.example/');
    expect(await made.open('https://two.example/')).toBe(false);
    expect(asked).toHaveLength(1);
    answer(true);
    expect(await first).toBe(true);
  });
});
