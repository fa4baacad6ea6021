import { describe, expect, test } from 'vitest';
import { packageSpec } from '../../../../electron/catalog/identity/package-spec.ts';
import { pinLaunch } from '../../../../electron/catalog/identity/pin-launch.ts';
import { programName, unwrap } from '../../../../electron/catalog/identity/program.ts';
import type { StdioLaunch } from '../../../../shared/model/server.ts';

const launch = (line: string): StdioLaunch => {
  const [command = '', ...args] = line.split(' ');
  return { transport: 'stdio', command, args, env: {} };
};
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('what a launch fetches', () => {
  test.each([
    ['npx -y notes', 'npm', 'notes', undefined, false],
    ['npx --yes notes@1.2.3 --flag x', 'npm', 'notes', '1.2.3', true],
    ['npx -y @me/notes@^1.2.3', 'npm', '@me/notes', '^1.2.3', false],
    ['npx @me/notes@latest', 'npm', '@me/notes', 'latest', false],
    ['npx -p notes@1.0.0 notes-server', 'npm', 'notes', '1.0.0', true],
    ['npx --package=notes@1.0.0 -- notes-server', 'npm', 'notes', '1.0.0', true],
    ['npx --registry https://r.example notes', 'npm', 'notes', undefined, false],
    ['npx -y alias@npm:real@2.0.0', 'npm', 'real', '2.0.0', true],
    ['/usr/bin/npx.cmd -y notes', 'npm', 'notes', undefined, false],
    ['npm exec -- notes@1.0.0', 'npm', 'notes', '1.0.0', true],
    ['npm run start', 'none', '', undefined, true],
    ['bunx notes', 'npm', 'notes', undefined, false],
    ['bun x notes@1.0.0', 'npm', 'notes', '1.0.0', true],
    ['pnpm dlx notes@1.0.0', 'npm', 'notes', '1.0.0', true],
    ['yarn dlx notes', 'npm', 'notes', undefined, false],
    ['cmd /c npx -y notes@1.0.0', 'npm', 'notes', '1.0.0', true],
    ['env A=b npx -y notes', 'npm', 'notes', undefined, false],
    ['uvx notes', 'pypi', 'notes', undefined, false],
    ['uvx notes@1.2', 'pypi', 'notes', '1.2', true],
    ['uvx notes@latest', 'pypi', 'notes', 'latest', false],
    ['uvx --from notes[cli]==1.2.3 notes-server', 'pypi', 'notes', '1.2.3', true],
    ['uvx --python 3.12 notes>=1.0', 'pypi', 'notes', '>=1.0', false],
    ['uv tool run notes==2.0', 'pypi', 'notes', '2.0', true],
    ['uv run --with notes==1.0 server', 'pypi', 'notes', '1.0', true],
    ['uv run server.py', 'none', '', undefined, true],
    ['pipx run notes==1.0', 'pypi', 'notes', '1.0', true],
    ['pipx run --spec notes==1.0 notes', 'pypi', 'notes', '1.0', true],
    ['docker run -i --rm -e KEY mcp/notes', 'oci', 'mcp/notes', undefined, false],
    ['docker run -i --rm -v /a:/b --name x mcp/notes:1.2 --flag', 'oci', 'mcp/notes', '1.2', false],
    [`docker run -i ghcr.io:443/me/notes@${DIGEST}`, 'oci', 'ghcr.io:443/me/notes', undefined, true],
    ['podman run mcp/notes', 'oci', 'mcp/notes', undefined, false],
    ['docker compose up', 'none', '', undefined, true],
    ['deno run -A npm:notes@1.0.0', 'npm', 'notes', '1.0.0', true],
    ['deno run server.ts', 'none', '', undefined, true],
    ['npx -y git+https://g.example/a.git', 'git', 'git+https://g.example/a.git', undefined, false],
    [`npx -y github:me/notes#${COMMIT}`, 'git', `github:me/notes#${COMMIT}`, COMMIT, true],
    ['npx me/notes', 'git', 'me/notes', undefined, false],
    ['uvx --from git+https://g.example/a.git notes', 'git', 'git+https://g.example/a.git', undefined, false],
    ['npx https://g.example/a.tgz', 'url', 'https://g.example/a.tgz', undefined, false],
    ['npx /opt/a.tgz', 'file', '/opt/a.tgz', undefined, false],
    ['node /opt/server.js', 'none', '', undefined, true],
    ['npx', 'none', '', undefined, true],
  ])('%s', (line, kind, name, version, pinned) => {
    const spec = packageSpec(launch(line));
    expect([spec.kind, spec.name, spec.version, spec.pinned]).toEqual([kind, name, version, pinned]);
    if (kind !== 'none')
      expect(launch(line).args[spec.argIndex]).toContain(
        kind === 'npm' && line.includes('alias') ? 'alias' : name.split('[')[0],
      );
  });

  test('further packages are named', () => {
    expect(packageSpec(launch('uvx --with one --with=two notes')).extras).toEqual(['one', 'two']);
    expect(packageSpec(launch('npx -p a -p b run')).extras).toEqual(['b']);
  });
});

describe('a launch rewritten to what was seen', () => {
  test.each([
    ['npx -y notes --flag', 'npx -y notes@1.2.3 --flag'],
    ['npx -y @me/notes@latest', 'npx -y @me/notes@1.2.3'],
    ['npx --package=notes -- x', 'npx --package=notes@1.2.3 -- x'],
    ['cmd /c npx -y notes', 'cmd /c npx -y notes@1.2.3'],
    ['uvx notes', 'uvx notes==1.2.3'],
    ['uvx --from notes>=1 x', 'uvx --from notes==1.2.3 x'],
    ['deno run -A npm:notes', 'deno run -A npm:notes@1.2.3'],
    ['docker run -i mcp/notes:latest -x', `docker run -i mcp/notes@${DIGEST} -x`],
    ['npx -y notes@1.0.0', 'npx -y notes@1.0.0'],
  ])('%s', (line, pinned) => {
    const result = pinLaunch(launch(line), { version: '1.2.3', integrity: DIGEST });
    expect(result.ok && [result.value.command, ...result.value.args].join(' ')).toBe(pinned);
    if (result.ok) expect(packageSpec(result.value).pinned).toBe(true);
  });

  test('a git address is kept to its commit', () => {
    const result = pinLaunch(launch('npx -y github:me/notes#main'), { version: COMMIT });
    expect(result.ok && result.value.args[1]).toBe(`github:me/notes#${COMMIT}`);
    const python = pinLaunch(launch('uvx --from git+https://g.example/a.git x'), { version: COMMIT });
    expect(python.ok && python.value.args[1]).toBe(`git+https://g.example/a.git@${COMMIT}`);
  });

  test('what has no version is refused with a sentence, and so is a version that is none', () => {
    const code = (line: string, version = '1.2.3', integrity?: string): string | undefined => {
      const result = pinLaunch(launch(line), { version, integrity });
      return result.ok ? undefined : result.code;
    };
    expect(code('node /opt/x.js')).toBe('nothing-to-pin');
    expect(code('npx https://g.example/a.tgz')).toBe('cannot-pin');
    expect(code('npx notes', '1.2.3 --evil')).toBe('bad-version');
    expect(code('npx notes', '')).toBe('bad-version');
    expect(code('docker run mcp/notes', '1', 'sha256:short')).toBe('bad-version');
  });
});

test('wrappers come off, whatever is behind them stays', () => {
  expect(unwrap(launch('env -u X A=b C=d node server.js'))).toMatchObject({
    name: 'node',
    args: ['server.js'],
    offset: 5,
    variables: { A: 'b', C: 'd' },
    wrappers: ['env'],
  });
  expect(unwrap(launch('nice -n 5 nohup python3.12 -m srv'))).toMatchObject({
    name: 'python',
    args: ['-m', 'srv'],
    wrappers: ['nice', 'nohup'],
  });
  expect(unwrap(launch('cmd.exe /c calc'))).toMatchObject({ name: 'cmd', wrappers: [] });
  expect(unwrap(launch('env'))).toMatchObject({ name: 'env', wrappers: [] });
  expect(['C:\\x\\Python3.exe', '/usr/bin/node22', 'npx.CMD', 'bash'].map(programName)).toEqual([
    'python',
    'node',
    'npx',
    'bash',
  ]);
});
