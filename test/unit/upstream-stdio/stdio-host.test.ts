import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { systemSpawn } from '../../../electron/upstream/stdio/ports.ts';
import type { StdioHost, StdioHostPorts } from '../../../electron/upstream/stdio/stdio-host.ts';
import { listener, lives, newHost, peer, posixOnly, request, until } from './harness.ts';

let host: StdioHost | undefined;
afterEach(() => host?.close());

/** A host that notes every process it starts; the first one is its watchdog. */
function noting(more: Partial<StdioHostPorts> = {}): { host: StdioHost; pids: number[] } {
  const pids: number[] = [];
  host = newHost({
    spawn: (file, args, options) => {
      const child = systemSpawn(file, args, options);
      pids.push(child.pid ?? 0);
      return child;
    },
    ...more,
  });
  return { host, pids };
}

const probeLimits = { discoverMs: 1_000, replaceMs: 3_000, overallMs: 8_000 };

describe('probe', () => {
  it.each([
    ['stateless', 'stateless', 1],
    ['session', 'session', 1],
    ['exits-before-initialize', 'session', 2],
    ['silent-before-initialize', 'session', 1],
    ['spoilt-by-discover', 'session', 2],
  ])('finds out that %s is of the %s era, with %i processes', async (mode, era, processes) => {
    const { host: probing, pids } = noting({ probeLimits });
    expect(await probing.probe({ id: 's', launch: peer(mode) })).toEqual({
      ok: true,
      era,
      transport: 'stdio',
    });
    expect(pids.length).toBe(1 + processes);
    expect(pids.slice(1).filter(lives)).toEqual([]);
  });

  it('says that a server refuses both ways, ends, is silent, or is not there', async () => {
    const { host: probing, pids } = noting({ probeLimits });
    const failure = async (launch: ReturnType<typeof peer>) => {
      const found = await probing.probe({ id: 's', launch });
      return found.ok ? undefined : found.failure;
    };
    const [refuses, exits, silent, missing, garbage] = await Promise.all([
      failure(peer('refuses')),
      failure(peer('exit', '4')),
      failure(peer('hang')),
      failure({ ...peer('echo'), command: 'no-such-program' }),
      failure(peer('garbage')),
    ]);
    expect(refuses).toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('error to both ways'),
    });
    expect(exits).toMatchObject({ code: 'closed', message: expect.stringContaining('exit code 4') });
    expect(silent).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('did not answer in time'),
    });
    expect(missing).toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('"no-such-program" was not found'),
    });
    expect(garbage).toMatchObject({ code: 'timeout' });
    expect(pids.slice(1).filter(lives)).toEqual([]);
  });
});

describe('host', () => {
  it('starts nothing before it is needed, and leaves nothing after close', async () => {
    const { host: made, pids } = noting();
    expect(pids).toEqual([]);
    const heard = [listener(), listener(), listener()];
    for (const [index, each] of heard.entries())
      made.connect({ id: `s${index}`, launch: peer('echo') }, each).send(request(1));
    await until(() => heard.every((each) => each.messages.length === 1));
    expect(pids.length).toBe(4);
    await made.close();
    expect(pids.filter(lives)).toEqual([]);
    expect(heard.map((each) => each.ends.length)).toEqual([1, 1, 1]);
    const late = listener();
    made.connect({ id: 's', launch: peer('echo') }, late);
    expect((await until(() => late.ends[0])).message).toContain('Doorward is ending');
    expect(pids.length).toBe(4);
  });

  it('ends a server whose message is longer than was set, and says where to see what it wrote', async () => {
    const { host: made } = noting({ lineCap: 40 });
    const [long, gone] = [listener(), listener()];
    made.connect({ id: 'long', launch: peer('echo') }, long).send(request(1, { x: 'y'.repeat(100) }));
    made.connect({ id: 'gone', launch: peer('exit', '1') }, gone);
    expect((await until(() => long.ends[0])).message).toContain('more than 40 bytes');
    expect((await until(() => gone.ends[0])).message).toContain('What it wrote is in its log.');
  });

  it.skipIf(posixOnly)('finds a program where a start would: in the PATH of the login shell', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'resolve-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const write = (name: string, text: string) =>
      writeFile(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    await write('only-here', 'exit 0');
    await write('shell', `PATH="${folder}:$PATH"\nshift\neval "$1"`);
    const env = { PATH: '/usr/bin:/bin', SHELL: join(folder, 'shell') };
    const launch = { ...peer('echo'), command: 'only-here', args: [] };
    const { host: made } = noting({ env });
    expect(await made.resolve(launch)).toMatchObject({
      ok: true,
      value: { invocation: { file: join(folder, 'only-here') } },
    });
    expect(await made.resolve({ ...launch, env: { PATH: '/usr/bin' } })).toMatchObject({
      ok: false,
      message: expect.stringContaining('"only-here" was not found'),
    });
  });

  it('keeps what a server wrote after it is gone, until it is forgotten', async () => {
    const { host: made } = noting();
    const heard = listener();
    made.connect({ id: 's', launch: peer('exit', '1') }, heard);
    await until(() => heard.ends[0]);
    expect(
      made
        .journal('s')
        .stderrTail()
        .map((line) => line.text),
    ).toEqual(['cannot open the database']);
    made.forget('s');
    expect(made.journal('s').stderrTail()).toEqual([]);
  });
});
