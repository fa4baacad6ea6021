import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemSpawn } from '../../../electron/upstream/stdio/ports.ts';
import { Watchdog } from '../../../electron/upstream/stdio/watchdog.ts';
import { Bench, fixtures, listener, lives, peer, posixOnly, until, whyPosix } from './harness.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

if (posixOnly)
  console.info(
    `Skipped: these tests need ${whyPosix}; on Windows taskkill does this work, which was not tried.`,
  );

const pidsIn = (bytes: Buffer | undefined) =>
  (JSON.parse(bytes?.toString('utf8') ?? '{}') as { params: number[] }).params;

describe.skipIf(posixOnly)('ending a server', () => {
  it('ends one that ignores everything, its grandchildren and what left the group', async () => {
    const heard = listener();
    const connection = bench.open(peer('tree'), heard);
    const pids = [...pidsIn(await until(() => heard.messages[0])), connection.pid ?? 0];
    expect(pids.map(lives)).toEqual([true, true, true]);
    await connection.close();
    expect(pids.filter(lives)).toEqual([]);
  });

  it('ends what a server leaves behind when it ends by itself, and tells the end without waiting for it', async () => {
    const heard = listener();
    const connection = bench.open(peer('orphan'), heard);
    const end = await until(() => heard.ends[0]);
    expect(end.message).toContain('exit code 3');
    const pids = pidsIn(heard.messages[0]);
    expect(pids.length).toBe(1);
    await connection.close();
    expect(pids.filter(lives)).toEqual([]);
  });

  it('leaves processes of other servers alone', async () => {
    const [one, two] = [listener(), listener()];
    const first = bench.open(peer('tree'), one);
    bench.open(peer('tree'), two);
    const others = pidsIn(await until(() => two.messages[0]));
    await until(() => one.messages[0]);
    await first.close();
    expect(others.map(lives)).toEqual([true, true]);
  });

  it('ends the group when the watchdog does not answer', async () => {
    class Mute extends Watchdog {
      override strike(): Promise<undefined> {
        return Promise.resolve(undefined);
      }
    }
    const mute = new Mute({
      spawn: systemSpawn,
      clock: systemClock,
      nodePath: process.execPath,
      env: {},
      nonce: 'mute',
    });
    const heard = listener();
    const connection = bench.open(peer('tree'), heard, { watchdog: mute });
    const [grandchild = 0, escaped = 0] = pidsIn(await until(() => heard.messages[0]));
    const pid = connection.pid ?? 0;
    await connection.close();
    expect([pid, grandchild].filter(lives)).toEqual([]);
    // What left the group is not found without the watchdog; it would be at the end of the host.
    process.kill(escaped, 'SIGKILL');
    await mute.close();
  });
});

describe.skipIf(posixOnly)('the watchdog', () => {
  it('is started again when it is killed, and knows what it has to guard', async () => {
    const heard = listener();
    const connection = bench.open(peer('tree'), heard);
    const pids = pidsIn(await until(() => heard.messages[0]));
    const before = bench.watchdog.pid ?? 0;
    process.kill(before, 'SIGKILL');
    const after = await until(() => bench.watchdog.pid !== before && bench.watchdog.pid);
    await connection.close();
    expect(pids.filter(lives)).toEqual([]);
    await bench.watchdog.close();
    expect(lives(after)).toBe(false);
  });

  it('shrugs off the signals of a terminal and ends with its host', async () => {
    await bench.watchdog.ready();
    const pid = bench.watchdog.pid ?? 0;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    expect(await bench.watchdog.strike(99, 0)).toBe(0);
    expect(lives(pid)).toBe(true);
    await bench.watchdog.close();
    expect(lives(pid)).toBe(false);
  });

  it('starts nothing when it cannot be started itself', async () => {
    const heard = listener();
    const broken = new Watchdog({
      spawn: systemSpawn,
      clock: systemClock,
      nodePath: '/bin/false',
      env: {},
      nonce: 'n',
    });
    bench.open(peer('echo'), heard, { watchdog: broken });
    const end = await until(() => heard.ends[0]);
    expect(end).toMatchObject({ code: 'unreachable' });
    expect(end.message).toContain('small process that ends servers');
  });
});

describe.skipIf(posixOnly)('when the host is gone', () => {
  const hosts: ChildProcess[] = [];
  afterEach(() => {
    for (const host of hosts.splice(0)) host.kill('SIGKILL');
  });

  /** Starts a host of its own group and answers its process ids once everything runs. */
  async function doomed(
    mode: string,
  ): Promise<{ host: ChildProcess; pids: readonly number[]; gone: Promise<void> }> {
    const host = spawn(process.execPath, [join(fixtures, 'doomed-host.ts'), mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    hosts.push(host);
    const gone = new Promise<void>((resolve) => host.once('exit', () => resolve()));
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: host.stdout }).once('line', resolve),
    );
    return { host, pids: JSON.parse(line) as readonly number[], gone };
  }

  it('leaves no process after SIGKILL, five times', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { host, pids, gone } = await doomed('wait');
      expect(pids.map(lives)).toEqual(Array.from({ length: 6 }, () => true));
      host.kill('SIGKILL');
      await gone;
      await until(() => !pids.some(lives));
    }
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('leaves no process after %s to its whole group', async (signal) => {
    const { host, pids, gone } = await doomed('wait');
    process.kill(-(host.pid ?? 0), signal);
    await gone;
    await until(() => !pids.some(lives));
  });

  it('leaves no process after an exit without a goodbye', async () => {
    const { pids, gone } = await doomed('exit');
    await gone;
    await until(() => !pids.some(lives));
  });

  it('finds a process that was started but not yet registered, and ends itself', async () => {
    const { pids, gone } = await doomed('unregistered');
    expect(pids.every((pid) => pid > 0)).toBe(true);
    await gone;
    await until(() => !pids.some(lives));
  });
});
