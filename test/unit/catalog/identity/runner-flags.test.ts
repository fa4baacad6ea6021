import { describe, expect, test } from 'vitest';
import { packageSpec } from '../../../../electron/catalog/identity/package-spec.ts';
import { anyRegistries, variableRegistries } from '../../../../electron/catalog/identity/registry-flags.ts';
import { runnerCall } from '../../../../electron/catalog/identity/runner-flags.ts';
import { startedPrograms } from '../../../../electron/catalog/identity/started-programs.ts';
import { launchOf, words } from './launches/table.ts';

const call = (line: string) => {
  const [name = '', ...args] = words(line);
  const read = runnerCall(name, args);
  return read === undefined
    ? undefined
    : [
        args[read.word],
        read.flags.map(({ flag, value }) => (value === undefined ? flag : `${flag} ${value}`)),
      ];
};

// Held against npm 11.19's own reading of these arguments (npx-cli and nopt).
describe('npx reads its arguments as npm does', () => {
  test.each([
    [
      'npx -p @acme/x --registry=https://e.example bin',
      'bin',
      ['-p @acme/x', '--registry https://e.example'],
    ],
    ['npx -y pkg --registry=https://e.example', 'pkg', ['-y']],
    ['npx --foo good other', 'good', ['--foo']],
    ['npx -n good other', 'other', ['-n good']],
    ['npx -C /x pkg', 'pkg', ['--prefix /x']],
    ['npx --no good other', 'good', ['--no']],
    ['npx --regis=https://e.example pkg', 'pkg', ['--registry https://e.example']],
    ['npx -registry=https://e.example pkg', 'pkg', ['--registry https://e.example']],
    ['npx --userc /x pkg', 'pkg', ['--userconfig /x']],
    ['npx -p=other good', 'good', ['-p other']],
    ['npx -yp other good', 'other', ['-yp']],
    ['npx -c id good', 'good', ['-c id']],
    ['npx --loglevel error pkg', 'pkg', ['--loglevel error']],
    ['npx --no-fund pkg x', 'pkg', ['--no-fund']],
    ['npx -- pkg --registry=https://e.example', 'pkg', []],
    ['npm exec pkg --registry=https://e.example', 'pkg', ['--registry https://e.example']],
    ['npm exec -- pkg --registry=https://e.example', 'pkg', []],
  ])('%s', (line, word, flags) => expect(call(line)).toEqual([word, flags]));
});

describe('what is started in the end', () => {
  test.each([
    ['npx -p good bash evil.sh', ['npx', 'bash']],
    ['npx -y tsx x.ts', ['npx', 'tsx']],
    ['npx -y @acme/notes', ['npx']],
    ['npm exec --package=good -- env A=b node x.js', ['npm', 'node']],
    ['uv run --with good x.py', ['uv', 'python']],
    ['uv run -m notes', ['uv', 'python']],
    ['uvx --from good npx -p b sh', ['uvx', 'npx', 'sh']],
    ['python3 -m pipx run --spec good bash', ['python', 'pipx', 'bash']],
    ['python3 -Imuv run bash', ['python', 'uv', 'bash']],
    ['poetry run python x.py', ['python']],
    ['mise x node@22 -- npx -p good sh', ['npx', 'sh']],
    ['env -S "bash -c id"', ['env']],
    ['timeout -- 5 bash', ['bash']],
    ['yarn node x.js', ['yarn', 'node']],
    ['npm run start', ['npm']],
  ])('%s', (line, names) =>
    expect(startedPrograms(launchOf(line)).programs.map(({ name }) => name)).toEqual(names),
  );

  test('is not looked for without end', () => {
    const deep = `${'npx -p a '.repeat(20)}bash`;
    expect(startedPrograms(launchOf(deep)).tooDeep).toBe(true);
    expect(startedPrograms(launchOf(`${'env '.repeat(20)}bash`)).programs.at(-1)?.name).toBe('env');
  });
});

describe('the package that is kept to a version', () => {
  test.each([
    ['npx --foo good other', 'good', 1],
    ['npm --yes exec good', 'good', 2],
    ['npx -y -p good --quiet run', 'good', 2],
    ['pnpm --package=good dlx run', 'good', 0],
    ['uvx -fhttps://e.example good', 'good', 1],
    ['mise exec -- uvx good', 'good', 3],
    ['deno -A npm:good', 'good', 1],
    ['deno run -r npm:good', 'good', 2],
  ])('%s', (line, name, argIndex) => expect(packageSpec(launchOf(line))).toMatchObject({ name, argIndex }));

  test('is none where something else is meant', () => {
    expect(packageSpec(launchOf('npm init good')).kind).toBe('none');
    expect(packageSpec(launchOf('uv run --with a,b x')).kind).toBe('none');
    expect(packageSpec(launchOf('uv run --with a,b x')).extras).toEqual(['a', 'b']);
    expect(packageSpec(launchOf('deno task start')).kind).toBe('none');
  });
});

test('registries are found in flags and variables of any spelling', () => {
  const addresses = (args: readonly string[]) => anyRegistries(args).map(({ address }) => address);
  expect(addresses(['x', '--registry', 'a', '--index-url=b', '-i', 'c', '--@s:registry=d'])).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
  expect(
    variableRegistries({ npm_config_registry: 'a', 'NPM_CONFIG_@S:REGISTRY': 'b', SEARCH_INDEX: 'c' }),
  ).toEqual([
    { address: 'a', replaces: true },
    { address: 'b', replaces: false },
  ]);
});
