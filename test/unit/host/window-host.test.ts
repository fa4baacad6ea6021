import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSettings } from '../../../electron/host/settings/settings.ts';
import { type HostPatch, hostSnapshot } from '../../../shared/ipc/window.ts';
import { testProfile, type TestProfile } from '../../fixtures/host-in-process.ts';

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

const stdio = (env: Record<string, string> = {}) => ({
  transport: 'stdio' as const,
  command: 'x',
  args: [],
  env,
});

describe('a host with a window', () => {
  it('has a snapshot that fits the contract, and patches for what commands change', async () => {
    const host = await profile.open();
    const patches: HostPatch[] = [];
    host.state.subscribe((patch) => patches.push(patch));
    const { state, run } = hostSnapshot.parse(host.state.snapshot());
    expect(state).toMatchObject({
      servers: [],
      clients: [],
      calls: [],
      status: { guard: 'usual', version: '1.2.3' },
    });
    await host.must('server.add', { id: 'files', launch: stdio() });
    await host.must('client.add', { name: 'App' });
    await host.must('guard.block', {});
    await expect.poll(() => patches.at(-1)?.status?.guard).toBe('block');
    expect(patches.every((patch) => patch.run === run)).toBe(true);
    expect(patches.flatMap((patch) => patch.servers ?? []).at(-1)?.id).toBe('files');
    expect(patches.flatMap((patch) => patch.clients ?? []).at(-1)?.id).toBe('app');
  });

  it('tells of health that changes by itself', async () => {
    let state: 'stopped' | 'running' = 'stopped';
    const host = await profile.open({}, { health: () => ({ state }) });
    await host.must('server.add', { id: 'files', launch: stdio() });
    const patches: HostPatch[] = [];
    host.state.subscribe((patch) => patches.push(patch));
    state = 'running';
    await expect.poll(() => patches.at(-1)?.servers?.[0]?.health.state).toBe('running');
  });

  it('shows a call while it runs, and everything about it afterwards', async () => {
    const host = await profile.open();
    host.calls.open('call-1', '{"path":"/x"}');
    expect(host.state.recent(3)).toMatchObject([
      { call: 'call-1', outcome: 'open', preview: '{"path":"/x"}' },
    ]);
    expect(await host.must('call.detail', { call: 'call-1' })).toMatchObject({
      call: { outcome: 'open' },
      legs: [],
      args: { head: '{"path":"/x"}' },
    });
    host.calls.leg('call-1', 'sent', { argsBytes: 13 });
    host.calls.leg('call-1', 'answered', { resultBytes: 2 }, '{}');
    const detail = await host.must('call.detail', { call: 'call-1' });
    expect(detail).toMatchObject({
      call: { outcome: 'ok' },
      legs: [{ leg: 'sent' }, { leg: 'answered' }],
      result: { head: '{}' },
    });
    expect(detail.textNote).toBeUndefined();
    expect(detail.call).not.toHaveProperty('n');
    expect(await host.window('call.detail', { call: 'nonsense' })).toMatchObject({
      ok: false,
      code: 'unknown',
    });
  });

  it('begins with the calls of earlier runs, without their texts, and says why', async () => {
    const first = await profile.open();
    const row = {
      call: 'old-1',
      at: 5,
      clientId: 'app',
      clientName: 'App',
      direction: 'client' as const,
      server: 'files',
      method: 'tools/call',
      name: 'read',
    };
    first.context.audit.append({
      ...row,
      leg: 'sent',
      outcome: 'open',
      argsBytes: 3,
      argsDigest: 'a'.repeat(64),
    });
    first.context.audit.append({ ...row, call: 'old-2', leg: 'refused', outcome: 'refused', reason: 'No.' });
    await first.close();
    const second = await profile.open();
    expect(second.state.snapshot().state.calls.map(({ call, n, outcome }) => [call, n, outcome])).toEqual([
      ['old-1', -1, 'open'],
      ['old-2', 0, 'refused'],
    ]);
    expect(await second.must('call.detail', { call: 'old-1' })).toMatchObject({
      legs: [
        { leg: 'sent', seq: 1, argsDigest: 'a'.repeat(64) },
        // What became of it nobody knows.
        { leg: 'failed', outcome: 'open' },
      ],
      textNote: expect.stringContaining('digests') as string,
    });
    expect((await second.must('call.detail', { call: 'old-2' })).textNote).toBeUndefined();
  });

  it('has no calls and no watcher without a window', async () => {
    const host = await profile.open({ front: 'headless' });
    expect(host.context.watcher).toBeUndefined();
    expect(host.state.snapshot().state.calls).toEqual([]);
  });

  it('restarts a server by ending it; crashes before no longer count', async () => {
    const asked: string[] = [];
    const host = await profile.open({}, { asked });
    await host.must('server.add', { id: 'files', launch: stdio() });
    asked.length = 0;
    expect(await host.must('server.restart', { id: 'files' })).toMatchObject({ id: 'files' });
    expect(asked).toEqual(['stop files', 'changed files']);
    expect(await host.window('server.restart', { id: 'gone' })).toMatchObject({ ok: false, code: 'unknown' });
  });

  it('finds free names for pasted servers, and adds nothing', async () => {
    const host = await profile.open();
    await host.must('server.add', { id: 'files', launch: stdio() });
    expect(
      await host.must('server.parse', { text: '{"mcpServers":{"files":{"command":"y"}}}' }),
    ).toMatchObject([{ id: 'files-2' }]);
    expect((await host.must('server.list', {})).length).toBe(1);
    expect(await host.window('server.parse', { text: 'nothing here' })).toMatchObject({
      ok: false,
      code: 'malformed',
    });
  });

  it('makes a configuration for an app, with this profile where it is not the usual one', async () => {
    const host = await profile.open();
    const { token } = await host.must('client.add', { name: 'My "App"' });
    expect((await host.must('client.config', { client: 'My "App"', app: 'cursor', token })).text).toContain(
      token,
    );
    const bridge = await host.must('client.config', { client: 'my-app', app: 'claude-desktop' });
    expect(JSON.parse(bridge.text)).toEqual({
      mcpServers: {
        doorward: {
          command: '/usr/bin/node',
          args: ['/opt/doorward/cli.mjs', 'connect', '--client', 'my-app', '--home', profile.home],
        },
      },
    });
    expect(
      await host.window('client.config', { client: 'my-app', app: 'cursor', token: 'x"; rm -rf ~' }),
    ).toMatchObject({ ok: false });
    expect(await host.window('client.config', { client: 'nobody', app: 'cursor' })).toMatchObject({
      ok: false,
      code: 'unknown',
    });
  });

  it('shows and changes settings, and says what waits for a restart', async () => {
    const settings = fileSettings(join(profile.home, 'settings.json'));
    const heard: string[] = [];
    settings.watch((after) => heard.push(after.theme));
    const host = await profile.open({ settings });
    expect(await host.must('settings.show', {})).toMatchObject({
      restartNeeded: false,
      settings: { theme: 'system' },
    });
    expect(await host.must('settings.change', { theme: 'dark' })).toMatchObject({
      restartNeeded: false,
      settings: { theme: 'dark' },
    });
    expect(heard).toEqual(['dark']);
    expect(await host.must('settings.change', { port: 9000 })).toMatchObject({ restartNeeded: true });
    expect(await host.must('settings.show', {})).toMatchObject({ restartNeeded: true });
    expect(
      await host.must('settings.change', { idle: { serverMinutes: 5, sessionMinutes: 60 } }),
    ).toMatchObject({ restartNeeded: true });
    expect(await host.window('settings.change', { port: 0 })).toMatchObject({ ok: false, code: 'usage' });
    const file = join(profile.home, 'settings.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      theme: 'dark',
      port: 9000,
      idle: { serverMinutes: 5, sessionMinutes: 60 },
    });
    writeFileSync(file, '{"port": "x"}');
    expect(await host.window('settings.change', { theme: 'light' })).toMatchObject({
      ok: false,
      code: 'malformed',
    });
    expect(readFileSync(file, 'utf8')).toBe('{"port": "x"}');
  });

  it('writes its own log at the level of the settings, also when it changes', async () => {
    const host = await profile.open();
    const log = () => readFileSync(join(profile.home, 'logs', 'doorward.log'), 'utf8');
    host.context.logger.debug('before the change');
    await host.must('settings.change', { logLevel: 'debug' });
    host.context.logger.debug('after the change');
    expect(log()).not.toContain('before the change');
    expect(log()).toContain('after the change');
  });
});

describe('a port that is taken', () => {
  let squatter: Server;
  const heard: number[] = [];
  beforeEach(async () => {
    heard.length = 0;
    squatter = createServer((socket) => {
      heard.push(1);
      socket.on('data', (chunk) => heard.push(chunk.length));
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(squatter, 'listening');
  });
  afterEach(() => squatter.close());
  const portOf = () => (squatter.address() as { port: number }).port;

  it('refuses to start with a code of its own, leaves the profile free, and sends nothing there', async () => {
    const refused = await profile.start({ port: portOf() });
    expect(refused).toMatchObject({
      ok: false,
      code: 'port-taken',
      message: expect.stringContaining(String(portOf())) as string,
    });
    await pause(100);
    expect(heard).toEqual([]);
    expect(existsSync(join(profile.home, 'control.key'))).toBe(false);
    const host = await profile.open();
    expect(host.port).not.toBe(portOf());
  });

  it('can be answered with new keys for every app, before anything listens', async () => {
    const first = await profile.open();
    const { token } = await first.must('client.add', { name: 'One' });
    await first.must('client.add', { name: 'Two' });
    await first.close();
    const digestOf = async (text: string) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
    const digest = await digestOf(token);
    let known: unknown = 'not asked';
    const second = await profile.open(
      { replaceKeys: true },
      { onContext: ({ clients }) => (known = clients.byTokenDigest(digest)) },
    );
    expect(known).toBeUndefined();
    expect(second.context.clients.all().map(({ id }) => id)).toEqual(['one', 'two']);
    expect(second.notices().join()).toContain('keys of all AI apps');
    await second.close();
    const third = await profile.open();
    expect(third.context.clients.byTokenDigest(digest)).toBeUndefined();
    expect(third.notices().join()).not.toContain('keys of all AI apps');
  });
});
