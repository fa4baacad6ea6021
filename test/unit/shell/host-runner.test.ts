import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../shared/ipc/window.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Host } from '../../../electron/host/host.ts';
import { hostRunner, type StartOptions } from '../../../electron/shell/host-runner.ts';
import { english, fakeHost, keptLog, settled } from './support.ts';

function kit(
  answers: (Result<Host> | Error | Promise<Result<Host>>)[],
  holder?: { pid: number; name: string },
) {
  const asked: StartOptions[] = [];
  const phases: Phase[] = [];
  const did: string[] = [];
  const log = keptLog();
  const runner = hostRunner({
    create(options) {
      asked.push(options);
      const answer = answers.shift() ?? fail('failed', 'There is no more.');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    whoListens(port) {
      did.push(`who ${port}`);
      return Promise.resolve(holder);
    },
    relaunch: () => void did.push('relaunch'),
    openFolder: () => void did.push('open-folder'),
    quit: () => void did.push('quit'),
    texts: english,
    logger: log.logger,
  });
  runner.onPhase((phase) => void phases.push(phase));
  return { runner, asked, phases, did, log };
}

const kinds = (phases: readonly Phase[]): string[] => phases.map(({ kind }) => kind);

describe('a host that starts', () => {
  it('goes from starting to running and passes its patches on', async () => {
    const { host, patch } = fakeHost();
    const { runner, phases } = kit([ok(host)]);
    const heard: number[] = [];
    runner.onPatch(({ seq }) => void heard.push(seq));
    await runner.start();
    patch({ run: 'r', seq: 1 });
    expect(kinds(phases)).toEqual(['starting', 'running']);
    expect(runner.host()).toBe(host);
    expect(heard).toEqual([1]);
  });

  it('is started once, however often it is asked', async () => {
    const { runner, asked } = kit([ok(fakeHost().host)]);
    await Promise.all([runner.start(), runner.start()]);
    await runner.start();
    expect(asked).toEqual([{ replaceKeys: false }]);
  });
});

describe('a host that does not start', () => {
  const taken = fail('port-taken', 'Port 7411 is used by another program. End that program.');

  it('names the program that has the address, and replaces the keys on the way on', async () => {
    const { runner, asked, did } = kit([taken, ok(fakeHost().host)], { pid: 7, name: 'evil.exe' });
    await runner.start();
    expect(did).toEqual(['who 7411']);
    expect(runner.phase()).toEqual({
      kind: 'failed',
      problem: 'port-taken',
      process: 'evil.exe',
      sentence: taken.message,
      ways: ['replace-keys', 'retry', 'quit'],
    });
    await runner.take('replace-keys');
    await settled();
    expect(asked.at(-1)).toEqual({ replaceKeys: true });
    expect(runner.phase().kind).toBe('running');
  });

  it('names it in plain letters: a program chooses its own name', async () => {
    const { runner } = kit([taken], { pid: 7, name: 'x\n“Doorward”\u202E' });
    await runner.start();
    expect(runner.phase()).toMatchObject({ process: "x 'Doorward'" });
  });

  it('does without a name', async () => {
    const { runner } = kit([taken]);
    await runner.start();
    expect(runner.phase()).toMatchObject({ problem: 'port-taken', sentence: taken.message });
    expect(runner.phase()).not.toHaveProperty('process');
  });

  it.each([
    ['taken', 'profile-locked', ['retry', 'quit']],
    ['malformed', 'settings', ['open-folder', 'retry', 'quit']],
    ['no-node', 'no-node', ['retry', 'open-folder', 'quit']],
    ['no-node-in-clone', 'no-node-in-clone', ['retry', 'open-folder', 'quit']],
    ['missing', 'other', ['retry', 'open-folder', 'quit']],
  ])('%s is the problem %s', async (code, problem, ways) => {
    const { runner } = kit([fail(code, 'A sentence.')]);
    await runner.start();
    expect(runner.phase()).toEqual({ kind: 'failed', problem, sentence: 'A sentence.', ways });
  });

  it('names the process that has the profile', async () => {
    const { runner } = kit([
      fail('taken', 'Doorward is already running with this profile (process 4711). Use it.'),
    ]);
    await runner.start();
    expect(runner.phase()).toMatchObject({ problem: 'profile-locked', pid: 4711 });
  });

  it('tells the window nothing of an error in itself, and the log not its message', async () => {
    const { runner, log } = kit([new Error('secret-token')]);
    await runner.start();
    expect(runner.phase()).toMatchObject({ kind: 'failed', problem: 'bug' });
    expect(JSON.stringify([runner.phase(), log.lines])).not.toContain('secret-token');
  });

  it('can be tried again', async () => {
    const { runner, phases } = kit([fail('taken', 'x'), ok(fakeHost().host)]);
    await runner.start();
    await runner.take('retry');
    await settled();
    expect(kinds(phases)).toEqual(['starting', 'failed', 'starting', 'running']);
  });
});

describe('the ways on', () => {
  it('are refused where they are not offered', async () => {
    const { runner, asked } = kit([ok(fakeHost().host)]);
    await runner.start();
    expect(await runner.take('replace-keys')).toMatchObject({ ok: false, code: 'refused' });
    expect(await runner.take('retry')).toMatchObject({ ok: false });
    expect(asked).toHaveLength(1);
  });

  it('out of the app are always open', async () => {
    const { runner, did } = kit([]);
    for (const way of ['open-folder', 'relaunch', 'quit'] as const) await runner.take(way);
    expect(did).toEqual(['open-folder', 'relaunch', 'quit']);
  });
});

describe('the end of a host', () => {
  it('stops it once and for all', async () => {
    const { host, seen, listeners } = fakeHost();
    const { runner, phases } = kit([ok(host)]);
    await runner.start();
    await runner.stop();
    await runner.start();
    expect(seen.closed).toBe(1);
    expect(listeners.size).toBe(0);
    expect(runner.host()).toBeUndefined();
    expect(kinds(phases)).toEqual(['starting', 'running', 'stopping']);
  });

  it('closes a host that opens while it is being stopped', async () => {
    const { host, seen } = fakeHost();
    let open = (_host: Result<Host>): void => {};
    const opening = new Promise<Result<Host>>((resolve) => void (open = resolve));
    const { runner, phases } = kit([opening]);
    void runner.start();
    const stopping = runner.stop();
    open(ok(host));
    await stopping;
    expect(seen.closed).toBe(1);
    expect(kinds(phases)).toEqual(['starting', 'stopping']);
  });

  it('refuses everything after a crash, and stays crashed while it quits', async () => {
    const { host, seen } = fakeHost();
    const { runner } = kit([ok(host)]);
    await runner.start();
    await runner.crash();
    expect(seen.closed).toBe(1);
    expect(runner.host()).toBeUndefined();
    await runner.stop();
    expect(runner.phase()).toMatchObject({ kind: 'crashed', ways: ['relaunch', 'open-folder', 'quit'] });
  });
});
