import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import type { CommandOutput } from '../../../../shared/ipc/contract.ts';
import { fakeProfile, type Profile } from '../../cli/fake-host.ts';
import type { ReadyChild } from '../../../fixtures/child.ts';

const KEY = 'a key of the operator';
const CONFIG = '{\n  "mcpServers": {\n    "files": { "command": "npx", "args": ["-y", "fs-mcp"] }\n  }\n}\n';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

interface Scene {
  readonly profile: Profile;
  readonly home: string;
  readonly env: Record<string, string>;
  readonly file: string;
  readonly serve: () => Promise<ReadyChild>;
  readonly text: () => string;
}

/** A home folder with Cursor in it, and a profile. */
function scene(): Scene {
  const home = mkdtempSync(join(tmpdir(), 'doorward-home-'));
  const profile = fakeProfile();
  const file = join(home, '.cursor/mcp.json');
  mkdirSync(dirname(file));
  writeFileSync(file, CONFIG);
  closers.push(
    () => rmSync(home, { recursive: true, force: true }),
    () => profile.remove(),
  );
  const env = { HOME: home, USERPROFILE: home, DOORWARD_OPERATOR_KEY: KEY };
  return {
    profile,
    home,
    env,
    file,
    serve: async () => {
      const child = await profile.serve([], env);
      closers.push(() => child.stop());
      return child;
    },
    text: () => readFileSync(file, 'utf8'),
  };
}

it('lists, shows, brings in, connects, leaves and puts back', async () => {
  const { profile, env, text, serve, file } = scene();
  await serve();
  const run = (...args: string[]) => profile.run(args, { env });
  const listed = await run('app', 'list');
  expect(listed.stdout).toMatch(/cursor +not connected +0 +files +Cursor/);
  expect(listed.stdout).toContain('Not found here: claude-desktop');

  const shown = await run('app', 'preview', 'cursor');
  expect(shown.stdout).toContain('+ files becomes "files": npx -y fs-mcp');
  expect(shown.stdout).toContain('-    "files": { "command": "npx", "args": ["-y", "fs-mcp"] }');
  expect(text()).toBe(CONFIG);

  expect(await run('app', 'import', 'cursor')).toMatchObject({
    code: 0,
    stdout: '"files" is in, and waits for your review.\n',
  });
  const connected = await run('app', 'connect', 'cursor', '--json');
  const report = JSON.parse(connected.stdout) as CommandOutput<'app.connect'>;
  expect(report).toMatchObject({
    result: 'written',
    app: { state: 'written', client: 'cursor', mode: 'each' },
  });
  expect(text()).toContain('"--server"');

  writeFileSync(
    file,
    text().replace('"mcpServers": {', '"mcpServers": {\n    "evil": { "command": "evil" },'),
  );
  const after = await run('app', 'list');
  expect(after.stdout).toContain('! "evil" was added to Cursor without Doorward: evil');
  expect((await run('app', 'leave', 'cursor', 'evil')).stdout).toBe(
    'It stays in Cursor and goes past Doorward.\n',
  );
  expect((await run('app', 'list')).stdout).not.toContain('without Doorward');

  const undone = await run('app', 'undo', 'cursor');
  expect(undone.stdout).toContain("only Doorward's entries were taken back");
  expect(text()).toBe(
    CONFIG.replace('"mcpServers": {', '"mcpServers": {\n    "evil": { "command": "evil" },'),
  );
  expect(await run('app', 'undo', 'nothing')).toMatchObject({ code: 1 });
  expect(await run('app', 'connect', 'cursor', '--mode', 'both')).toMatchObject({ code: 2 });
});

it('needs the operator for what changes files', async () => {
  const { profile, env, text, serve } = scene();
  await serve();
  const wrong = { ...env, DOORWARD_OPERATOR_KEY: 'another key' };
  for (const command of ['import', 'connect'])
    expect(await profile.run(['app', command, 'cursor'], { env: wrong })).toMatchObject({ code: 4 });
  expect(text()).toBe(CONFIG);
});

it('uninstalls with and without a running host, and keeps what is not its own', async () => {
  const { profile, env, text, serve, home } = scene();
  const autostart = join(home, '.config/autostart/doorward.desktop');
  mkdirSync(dirname(autostart), { recursive: true });
  writeFileSync(autostart, '[Desktop Entry]\nX-Doorward=true\n');
  const first = await serve();
  await profile.run(['app', 'connect', 'cursor'], { env });
  expect(text()).not.toBe(CONFIG);
  const running = await profile.run(['uninstall', '--json'], { env });
  expect(JSON.parse(running.stdout)).toMatchObject({
    ok: true,
    apps: [{ app: 'cursor', result: 'restored' }],
  });
  expect(text()).toBe(CONFIG);
  if (process.platform === 'linux') expect(existsSync(autostart)).toBe(false);

  await profile.run(['app', 'connect', 'cursor'], { env });
  expect(text()).not.toBe(CONFIG);
  await first.stop();
  writeFileSync(autostart, '[Desktop Entry]\nName=mine\n');
  const alone = await profile.run(['uninstall'], { env });
  expect(alone).toMatchObject({ code: 0 });
  expect(alone.stdout).toContain('The file of Cursor is what it was before.');
  expect(text()).toBe(CONFIG);
  expect(existsSync(autostart)).toBe(true);
  expect((await profile.run(['uninstall'], { env })).stdout).toContain(
    'No AI app was connected by Doorward.',
  );
});

it('is connected when the command in the file has been here', async () => {
  const { profile, env, text, serve } = scene();
  await serve();
  await profile.run(['app', 'connect', 'cursor', '--mode', 'one'], { env });
  const state = async (): Promise<string | undefined> => {
    const listed = await profile.run(['app', 'list', '--json'], { env });
    const { apps } = JSON.parse(listed.stdout) as CommandOutput<'app.list'>;
    return apps.find(({ id }) => id === 'cursor')?.state;
  };
  expect(await state()).toBe('written');
  const { mcpServers } = JSON.parse(text()) as {
    mcpServers: Record<string, { command: string; args: string[] }>;
  };
  expect(Object.keys(mcpServers)).toEqual(['doorward']);
  const { command = '', args = [] } = mcpServers['doorward'] ?? {};
  // An app starts it with an environment of its own.
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  closers.push(() => child.kill());
  child.stdin.write(
    `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'c', version: '1' } } })}\n`,
  );
  const [answer] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  expect(JSON.parse(answer)).toMatchObject({ id: 1, result: { serverInfo: { name: 'echo' } } });
  expect(await state()).toBe('connected');
});
