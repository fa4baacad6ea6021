import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineFactory } from '../../../electron/host/engine.ts';
import { type TestProfile, terminal, testProfile } from '../../fixtures/host-in-process.ts';
import type { Host } from '../../../electron/host/host.ts';
import { browse, type OAuthServer, pageIn, startOAuthServer } from '../../fixtures/oauth-server.ts';

// A headless host with its command line: the person opens the printed page by hand.

const KEY = 'a key of this test';
const cliFile = fileURLToPath(new URL('../../fixtures/fake-cli.ts', import.meta.url));
let oauth: OAuthServer;
let profile: TestProfile;
let host: Host;

beforeAll(async () => {
  oauth = await startOAuthServer();
  profile = testProfile();
  const started = await profile.start({
    front: 'headless',
    operatorKey: KEY,
    engine: engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env }),
  });
  if (!started.ok) throw new Error(started.message);
  host = started.value;
  const launch = { transport: 'http', url: oauth.url, headers: {} };
  expect(await host.run('server.add', { id: 'notes', launch }, terminal(KEY))).toMatchObject({ ok: true });
}, 240_000);
afterAll(async () => {
  await profile.remove();
  await oauth.close();
}, 240_000);

async function cli(args: readonly string[], key = KEY, fd3 = '') {
  const child = spawn(process.execPath, [cliFile, ...args], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DOORWARD_HOME: profile.home,
      DOORWARD_OPERATOR_KEY: key,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const pipe = child.stdio[3];
  if (pipe && 'write' in pipe) pipe.end(fd3);
  let stdout = '';
  let stderr = '';
  let visited = false;
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    const page = stderr
      .split('\n')
      .map(pageIn)
      .find((found) => found !== undefined);
    if (page === undefined || visited) return;
    visited = true;
    void browse(page);
  });
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

it('prints the page, waits for the person, and says what came of it', async () => {
  const before = await cli(['server', 'inspect', 'notes']);
  expect(before.code).toBe(1);
  expect(before.stderr).toContain('doorward server login notes');
  const login = await cli(['server', 'login', 'notes']);
  expect(login).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^You are signed in at 127\.0\.0\.1:\d+\.\n$/) as string,
  });
  expect(login.stderr).toContain(`${oauth.issuer}/authorize?`);
  expect((await cli(['server', 'inspect', 'notes'])).code).toBe(0);
  const shown = await cli(['server', 'show', 'notes', '--json']);
  expect(JSON.parse(shown.stdout)).toMatchObject({ signIn: { state: 'signed-in' } });

  const logout = await cli(['server', 'logout', 'notes', '--json']);
  expect(JSON.parse(logout.stdout)).toEqual({ id: 'notes', state: 'none' });
}, 240_000);

it('needs the operator, and takes the secret of a client from no argument', async () => {
  expect((await cli(['server', 'login', 'notes'], 'a wrong key')).code).toBe(4);
  oauth.traps.clients = { mine: 'its secret' };
  const login = await cli(
    ['server', 'login', 'notes', '--client-id', 'mine', '--client-secret-fd', '3', '--json'],
    KEY,
    'its secret\n',
  );
  expect(login.code).toBe(0);
  expect(JSON.parse(login.stdout)).toMatchObject({ id: 'notes', state: 'signed-in' });
  expect(login.stdout + login.stderr).not.toContain('its secret');
  const lonely = await cli(['server', 'login', 'notes', '--client-secret-fd', '3'], KEY, 'x');
  expect([lonely.code, lonely.stderr]).toEqual([2, expect.stringContaining('--client-id')]);
  const robot = await cli(['server', 'login', 'notes', '--client-credentials']);
  expect(robot.stderr).toContain('needs the id of a client');
}, 240_000);
