import { describe, expect, it } from 'vitest';
import type { BundleView } from '../../../shared/model/registry.ts';
import { fail, ok } from '../../../shared/result.ts';
import { readArguments, readHandover, toHandover } from '../../../electron/shell/launch-arguments.ts';
import { type FileAbout, openedBundles } from '../../../electron/shell/opened-bundles.ts';

const linux = { platform: 'linux', cwd: '/home/p' } as const;
const bundlesOf = (...argv: string[]) => readArguments(argv, linux).bundles;

describe('bundles on the command line', () => {
  it('are taken from what a file manager or a person writes', () => {
    expect(bundlesOf('/tmp/a.mcpb')).toEqual(['/tmp/a.mcpb']);
    expect(bundlesOf('.', '--home', '/p', 'file:///tmp/my%20notes.MCPB')).toEqual(['/tmp/my notes.MCPB']);
    expect(bundlesOf('notes.mcpb', '../b.mcpb')).toEqual(['/home/p/notes.mcpb', '/home/b.mcpb']);
    const windows = { platform: 'win32', cwd: String.raw`C:\Users\p` } as const;
    expect(readArguments([String.raw`D:\x\a.mcpb`, 'b.mcpb', 'file:///C:/c.mcpb'], windows).bundles).toEqual([
      String.raw`D:\x\a.mcpb`,
      String.raw`C:\Users\p\b.mcpb`,
      String.raw`C:\c.mcpb`,
    ]);
  });

  it('leave a profile folder alone that is called like one', () => {
    expect(readArguments(['--home', '/p/x.mcpb', '/tmp/a.mcpb'], linux)).toMatchObject({
      home: '/p/x.mcpb',
      bundles: ['/tmp/a.mcpb'],
    });
  });

  it('are handed over to the app that runs', () => {
    const handed: unknown = structuredClone(toHandover(readArguments(['/tmp/a.mcpb'], linux)));
    expect(readHandover(handed)).toEqual({ hidden: false, bundles: ['/tmp/a.mcpb'] });
    expect(readHandover({ hidden: false, bundles: [7] })).toEqual({ hidden: false });
  });
});

describe('a bundle that was opened', () => {
  const view = { sha256: 'a' } as BundleView;
  function scene(about: FileAbout = { kind: 'file', bytes: 9 }) {
    const looked: string[] = [];
    const read: string[] = [];
    const opened = openedBundles({
      platform: 'linux',
      about: (path) => (looked.push(path), Promise.resolve(about)),
    });
    const ask = (ticket: string) =>
      opened.read(ticket, (path) => (read.push(path), Promise.resolve(ok(view))));
    return { opened, looked, read, ask };
  }

  it('leads to the servers with a ticket, and is looked at once the page asks', async () => {
    const { opened, looked, read, ask } = scene();
    const to = opened.open(['/tmp/a.mcpb']);
    expect(to).toEqual({ screen: 'servers', bundle: 'b1' });
    expect(looked).toEqual([]);
    expect(await ask('b1')).toEqual(ok({ kind: 'read', view, others: 0 }));
    expect(await ask('b1')).toMatchObject({ value: { kind: 'read' } });
    expect(read).toEqual(['/tmp/a.mcpb', '/tmp/a.mcpb']);
  });

  it('is the last one of several, however the system tells of them', async () => {
    const { opened, ask, read } = scene();
    opened.open(['/1.mcpb', '/2.mcpb']);
    expect(opened.open(['/3.mcpb'])?.bundle).toBe('b2');
    expect(await ask('b2')).toMatchObject({ value: { others: 2 } });
    expect(read).toEqual(['/3.mcpb']);
    opened.open(['/4.mcpb']);
    expect(await ask('b3')).toMatchObject({ value: { others: 0 } });
    expect(opened.open([])).toBeUndefined();
  });

  it('is no other than the one of the ticket', async () => {
    const { opened, ask, read } = scene();
    const gone = ok({ kind: 'refused', why: 'gone' });
    expect(await ask('b1')).toEqual(gone);
    opened.open(['/1.mcpb']);
    opened.open(['/2.mcpb']);
    for (const ticket of ['b1', 'b3', '/etc/passwd', '']) expect(await ask(ticket)).toEqual(gone);
    expect(read).toEqual([]);
  });

  it.each([
    [{ kind: 'link' }, 'link'],
    [{ kind: 'other' }, 'no-file'],
    [{ kind: 'missing' }, 'missing'],
    [{ kind: 'file', bytes: 257 * 1024 * 1024 }, 'too-large'],
  ] as const)('is not opened as %j', async (about, why) => {
    const { opened, ask, read } = scene(about);
    opened.open(['/1.mcpb']);
    expect(await ask('b1')).toEqual(ok({ kind: 'refused', why }));
    expect(read).toEqual([]);
  });

  it('passes on why the host cannot read it', async () => {
    const { opened } = scene();
    opened.open(['/1.mcpb']);
    const no = fail('malformed', 'This is no bundle.');
    expect(await opened.read('b1', () => Promise.resolve(no))).toEqual(no);
  });
});
