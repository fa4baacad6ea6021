import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineFactory } from '../../electron/host/engine.ts';
import type { Host } from '../../electron/host/host.ts';
import type { BridgeInput, BridgeOutput, HostCommand } from '../../shared/ipc/window.ts';
import type { Result } from '../../shared/result.ts';
import { type TestProfile, testProfile, WINDOW } from '../fixtures/host-in-process.ts';
import { browse, type OAuthServer, startOAuthServer } from '../fixtures/oauth-server.ts';

// From the upstream to the commands, with the real engine: what a sign-in brings stays where it belongs.

let oauth: OAuthServer;
let profile: TestProfile;
let host: Host;
let visits: Promise<unknown>[] = [];

async function start(): Promise<void> {
  const started = await profile.start({
    engine: engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env }),
    openUrl: (url) => void visits.push(browse(url)),
  });
  if (!started.ok) throw new Error(started.message);
  host = started.value;
}

const run = async <N extends HostCommand>(name: N, input: BridgeInput<N>): Promise<Result<BridgeOutput<N>>> =>
  (await host.run(name, input, WINDOW)) as Result<BridgeOutput<N>>;
async function must<N extends HostCommand>(name: N, input: BridgeInput<N>): Promise<BridgeOutput<N>> {
  const result = await run(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.message}`);
  return result.value;
}

beforeEach(async () => {
  visits = [];
  oauth = await startOAuthServer();
  profile = testProfile();
  await start();
  await must('preset.set', { preset: 'observe' });
  await must('server.add', { id: 'notes', launch: { transport: 'http', url: oauth.url, headers: {} } });
});
afterEach(async () => {
  await profile.remove();
  await oauth.close();
});

async function ready(): Promise<string> {
  await must('server.signIn', { id: 'notes' });
  await Promise.all(visits);
  await must('server.inspect', { id: 'notes' });
  await must('server.approve', { id: 'notes', all: true });
  return (await must('client.add', { name: 'App' })).token;
}

async function call(token: string, method = 'tools/call'): Promise<string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
  };
  const post = (message: object) =>
    fetch(`${host.url}/s/notes`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    });
  const params = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'app', version: '1' },
  };
  const hello = await post({ id: 1, method: 'initialize', params });
  const said = await hello.text();
  if (!hello.headers.has('mcp-session-id')) return said;
  headers['mcp-session-id'] = hello.headers.get('mcp-session-id') ?? '';
  await post({ method: 'notifications/initialized' });
  const answer = await post({ id: 2, method, params: { name: 'look', arguments: {} } });
  return answer.text();
}

const server = () => must('server.show', { id: 'notes' });

it('an inspection that is refused says what to do, and the sign-in mends it', async () => {
  expect(await run('server.inspect', { id: 'notes' })).toMatchObject({
    ok: false,
    code: 'unauthorized',
    message: expect.stringContaining('"notes" needs you to sign in') as string,
  });
  const before = await server();
  expect(before.signIn?.state).toBe('needed');
  expect(before.health.sentence).toBe(before.signIn?.sentence);
  const token = await ready();
  expect((await server()).signIn).toMatchObject({ state: 'signed-in', issuer: new URL(oauth.issuer).host });
  expect(await call(token)).toContain('seen');
});

it("an AI app's own token never goes to a server, and no app gets the server's", async () => {
  const token = await ready();
  const answers = [await call(token), await call(token, 'tools/list')];
  await must('server.signOut', { id: 'notes' });
  answers.push(await call(token));
  expect(answers[2]).toContain('needs you to sign in');
  const sent = oauth.seen.map(({ headers, body, query }) =>
    JSON.stringify([headers, body, query.toString()]),
  );
  expect(sent.filter((text) => text.includes(token) || text.includes('dw_'))).toEqual([]);
  for (const secret of [...oauth.access.keys(), ...oauth.refresh.keys()])
    expect(answers.join('')).not.toContain(secret);
});

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const whole = join(path, name);
    return statSync(whole).isDirectory() ? filesIn(whole) : [whole];
  });
}

it('tokens and the secret of a client are in the vault alone, sealed, and no command shows them', async () => {
  oauth.traps.clients = { mine: 'hunter2-client-secret' };
  const said: string[] = [];
  const signedIn = await host.run(
    'server.signIn',
    { id: 'notes', client: { id: 'mine', secret: 'hunter2-client-secret' } },
    { kind: 'window', onProgress: (sentence) => void said.push(sentence) },
  );
  expect(signedIn).toMatchObject({ ok: true });
  await must('server.inspect', { id: 'notes' });
  await must('server.approve', { id: 'notes', all: true });
  const { token } = await must('client.add', { name: 'App' });
  // A careless server says what it was sent.
  oauth.traps.answer = ({ path, headers, body }, response) => {
    if (path !== '/mcp' || !body.includes('tools/call')) return false;
    const { id } = JSON.parse(body) as { id: number };
    const text = `you sent ${headers.authorization ?? ''}`;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text }] } }));
    return true;
  };
  await call(token);
  const secrets = [...oauth.access.keys(), ...oauth.refresh.keys(), 'hunter2-client-secret'];
  expect(secrets).toHaveLength(3);

  const { secrets: listed } = await must('secret.list', {});
  const shown = JSON.stringify([
    said,
    signedIn,
    listed,
    await must('server.list', {}),
    await must('log.list', {}),
    ...(await Promise.all(
      (await must('log.list', {})).map(({ call: id }) => must('log.show', { call: id })),
    )),
    host.state.snapshot(),
    await must('status', {}),
  ]);
  expect(listed).toEqual([]);
  await host.close();
  const onDisk = filesIn(profile.home).map((file) => readFileSync(file).toString('latin1'));
  for (const secret of secrets) {
    expect(shown).not.toContain(secret);
    for (const text of onDisk) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    }
  }
});

it('a sign-in survives a restart, and the removal of its server ends it', async () => {
  const token = await ready();
  await host.close();
  await start();
  expect((await server()).signIn?.state).toBe('signed-in');
  expect(await call(token)).toContain('seen');
  const asked = oauth.asked('/authorize').length;
  await must('server.remove', { id: 'notes' });
  await must('server.add', { id: 'notes', launch: { transport: 'http', url: oauth.url, headers: {} } });
  expect((await server()).signIn).toEqual({ state: 'none' });
  expect(oauth.asked('/authorize')).toHaveLength(asked);
});

describe('without a vault', () => {
  it('nobody signs in, and it is said why', async () => {
    await host.close();
    await profile.remove();
    profile = testProfile();
    profile.keychain.available = false;
    await start();
    await must('server.add', { id: 'notes', launch: { transport: 'http', url: oauth.url, headers: {} } });
    expect(await run('server.signIn', { id: 'notes' })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^"notes" needs its sign-in, which is in the vault\. \S/) as string,
    });
    expect(oauth.seen).toEqual([]);
  });
});

it('nobody signs in to a blocked or local server', async () => {
  await must('server.block', { id: 'notes' });
  expect(await run('server.signIn', { id: 'notes' })).toMatchObject({ ok: false, code: 'refused' });
  await must('server.add', {
    id: 'local',
    launch: { transport: 'stdio', command: 'node', args: [], env: {} },
  });
  expect(await run('server.signIn', { id: 'local' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('runs on this computer') as string,
  });
  expect((await must('server.show', { id: 'local' })).signIn).toBeUndefined();
});
