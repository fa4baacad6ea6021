import { describe, expect, it } from 'vitest';
import { fillLaunch } from '../../../../electron/onboarding/registry/fill.ts';
import { optionsOf } from '../../../../electron/onboarding/registry/options.ts';
import { readEntry } from '../../../../electron/onboarding/registry/server-json.ts';
import type { InstallAnswer } from '../../../../shared/model/registry.ts';
import { entry, everything, weather } from '../../../fixtures/registry-server/entries.ts';

function options(raw: unknown) {
  const read = readEntry(raw);
  if (read === undefined) throw new Error('no entry');
  return optionsOf(read.server);
}

function only(packages: unknown) {
  const [one] = options(entry({ name: 'io.example/x', version: '1.0.0', packages: [packages] }));
  if (one === undefined) throw new Error('no option');
  return one;
}

function fill(of: ReturnType<typeof options>[number] | undefined, answers: readonly InstallAnswer[] = []) {
  if (of?.launch === undefined) throw new Error(of?.option.unsupported ?? 'no launch');
  return fillLaunch({ launch: of.launch, inputs: of.option.inputs }, answers, ({ name }) => `s-${name}`);
}

/** The command of what a form gives; throws what is refused. */
function words(...given: Parameters<typeof fill>): string[] {
  const filled = fill(...given);
  if (!filled.ok) throw new Error(filled.message);
  const { launch, problems } = filled.value;
  if (problems.length > 0) throw new Error(problems.map(({ key, sentence }) => `${key}: ${sentence}`).join());
  return launch.transport === 'stdio' ? [launch.command, ...launch.args] : [launch.url];
}

const key = { key: 'environment:WEATHER_KEY', secret: 'hush' };

describe('the ways to have a server', () => {
  it('are npm, PyPI and OCI packages in exactly one version, and addresses', () => {
    const all = options(weather);
    expect(all.map(({ option }) => [option.key, option.kind, option.unsupported])).toEqual([
      ['package:0', 'npm', undefined],
      ['package:1', 'pypi', undefined],
      ['package:2', 'oci', undefined],
      ['package:3', 'other', expect.stringMatching(/\.NET.*by hand/) as string],
      ['remote:0', 'remote', undefined],
    ]);
    expect(words(all[0], [key])).toEqual(['npx', '-y', '@skywatch/weather-mcp@1.4.2', '--units', 'metric']);
    expect(words(all[1])).toEqual(['uvx', 'weather-mcp==1.4.2']);
    expect(words(all[2], [key, { key: 'argument:source', values: ['/srv/data'] }])).toEqual([
      'docker',
      'run',
      '-i',
      '--rm',
      '-e',
      'WEATHER_KEY',
      '--mount',
      'type=bind,src=/srv/data,dst=/data',
      'ghcr.io/skywatch/weather-mcp:1.4.2',
    ]);
  });

  it('give the words of what a person said, each whole, and leave out what was not said', () => {
    const [npm] = options(weather);
    expect(
      words(npm, [
        key,
        { key: 'argument:--units', values: ['imperial'] },
        { key: 'argument:--cache', values: ['/srv/my cache; rm -rf ~'] },
        { key: 'argument:--verbose', values: ['true'] },
        { key: 'argument:place', values: ['Oslo', 'New York'] },
      ]),
    ).toEqual([
      'npx',
      '-y',
      '@skywatch/weather-mcp@1.4.2',
      '--units',
      'imperial',
      '--cache',
      '/srv/my cache; rm -rf ~',
      '--verbose',
      'Oslo',
      'New York',
    ]);
    expect(words(npm, [key, { key: 'argument:--units', values: [] }])).toEqual([
      'npx',
      '-y',
      '@skywatch/weather-mcp@1.4.2',
    ]);
    expect(words(npm, [key, { key: 'argument:--verbose', values: ['false'] }])).not.toContain('--verbose');
  });

  it('keep secrets out of the launch: it refers to them', () => {
    const filled = fill(options(weather)[0], [key]);
    if (!filled.ok || filled.value.launch.transport !== 'stdio') throw new Error('no launch');
    expect(filled.value.launch.env).toEqual({ WEATHER_KEY: 'vault:s-WEATHER_KEY' });
    expect(filled.value.secrets).toEqual([{ name: 's-WEATHER_KEY', value: 'hush' }]);
    expect(JSON.stringify(filled.value.launch)).not.toContain('hush');
    const remote = fill(options(weather)[4], [
      { key: 'address:region', values: ['eu'] },
      { key: 'address:account', values: ['a/b c'] },
      { key: 'header:token', secret: 'hush' },
    ]);
    expect(remote).toMatchObject({
      value: {
        launch: {
          url: 'https://eu.example.com/v1/a/b%20c/mcp',
          headers: { Authorization: 'Bearer ${vault:s-token}', 'X-Units': 'metric' },
        },
        problems: [],
      },
    });
  });

  it('say what is missing beside each input, and show where it would stand', () => {
    const filled = fill(options(weather)[4]);
    expect(filled).toMatchObject({
      value: {
        launch: { url: 'https://<region>.example.com/v1/<account>/mcp' },
        problems: [
          { key: 'address:region', sentence: 'It is needed.' },
          { key: 'address:account', sentence: 'It is needed.' },
          { key: 'header:token', sentence: 'It is needed.' },
        ],
      },
    });
  });

  it('mark as secret what is named like one, whatever the publisher says', () => {
    const { option } = only({
      registryType: 'npm',
      identifier: 'x',
      version: '1.0.0',
      environmentVariables: [
        { name: 'GITHUB_TOKEN', default: 'abc' },
        { name: 'REGION', default: 'eu' },
      ],
    });
    expect(option.inputs.map(({ name, secret, preset }) => [name, secret, preset])).toEqual([
      ['GITHUB_TOKEN', true, undefined],
      ['REGION', false, ['eu']],
    ]);
  });

  it('take fixed values and bare flags as they are', () => {
    expect(words(options(everything)[0])).toEqual([
      'npx',
      '-y',
      `@modelcontextprotocol/server-everything@${everything.server.version}`,
      'stdio',
    ]);
    const bare = { registryType: 'npm', identifier: 'x', version: '1.0.0' };
    expect(
      words(
        only({
          ...bare,
          runtimeArguments: [{ type: 'positional', value: '-y' }],
          packageArguments: [
            { type: 'named', name: '--stdio' },
            { type: 'named', name: '--at', value: '{not a gap} {neither}' },
          ],
        }),
      ),
    ).toEqual(['npx', '-y', 'x@1.0.0', '--stdio', '--at', '{not a gap} {neither}']);
  });
});

describe('a package that is not one exact thing', () => {
  const npm = { registryType: 'npm', identifier: 'x', version: '1.0.0' };
  it.each([
    ['no version', { ...npm, version: undefined }],
    ['a tag', { ...npm, version: 'latest' }],
    ['a range', { ...npm, version: '^1.0.0' }],
    ['a version that is an address', { ...npm, version: '1.0.0 || file:../x' }],
    ['a name that is a flag', { ...npm, identifier: '--registry=https://evil.example' }],
    ['a name that is a repository', { ...npm, identifier: 'github:evil/x' }],
    ['a name that is a path', { ...npm, identifier: '../x' }],
    ['another registry', { ...npm, registryBaseUrl: 'https://npm.evil.example' }],
    ['a second package', { ...npm, runtimeArguments: [{ type: 'named', name: '--package', value: 'evil' }] }],
    ['a second package, short', { ...npm, runtimeArguments: [{ type: 'positional', value: '-p=evil' }] }],
    ['a program of npx', { ...npm, runtimeArguments: [{ type: 'named', name: '-c', value: 'evil' }] }],
    ['another package before it', { ...npm, runtimeArguments: [{ type: 'positional', value: 'evil' }] }],
    [
      'another runner',
      { ...npm, runtimeHint: 'bash', runtimeArguments: [{ type: 'positional', value: '-c' }] },
    ],
    [
      'a package beside it',
      {
        registryType: 'pypi',
        identifier: 'x',
        version: '1.0',
        runtimeArguments: [{ type: 'named', name: '--with', value: 'evil' }],
      },
    ],
    ['a loose version of PyPI', { registryType: 'pypi', identifier: 'x', version: '>=1.0' }],
    ['an image without a tag', { registryType: 'oci', identifier: 'ghcr.io/a/b' }],
    ['an image of today', { registryType: 'oci', identifier: 'ghcr.io/a/b:latest' }],
    [
      'another image before it',
      {
        registryType: 'oci',
        identifier: 'ghcr.io/a/b:1',
        runtimeArguments: [{ type: 'positional', value: 'evil/image' }],
      },
    ],
    ['a bundle without a digest', { registryType: 'mcpb', identifier: 'https://example.com/x.mcpb' }],
    [
      'a bundle in the open',
      { registryType: 'mcpb', identifier: 'http://example.com/x.mcpb', fileSha256: 'a'.repeat(64) },
    ],
    [
      'a program that is reached by an address',
      { ...npm, transport: { type: 'streamable-http', url: 'http://localhost:1' } },
    ],
    ['a kind that is new', { ...npm, registryType: 'maven' }],
    ['a line end in an argument', { ...npm, packageArguments: [{ type: 'positional', value: 'a\nb' }] }],
    [
      'a reference to the vault in a variable',
      { ...npm, environmentVariables: [{ name: 'X', value: 'vault:github-token' }] },
    ],
    [
      'a reference to the vault in an argument',
      { ...npm, packageArguments: [{ type: 'positional', value: '${vault:github-token}' }] },
    ],
    [
      'a secret on the command line',
      {
        ...npm,
        packageArguments: [
          { type: 'named', name: '--key', isSecret: true, isRequired: true, description: 'x' },
        ],
      },
    ],
  ])('is not added: %s', (_what, given) => {
    const { option, launch } = only(given);
    expect(option.unsupported).toMatch(/\.$/);
    expect(launch).toBeUndefined();
  });

  it('is had without an optional secret that would stand on the command line', () => {
    const one = only({
      ...npm,
      packageArguments: [{ type: 'named', name: '--key', isSecret: true, description: 'x' }],
    });
    expect(one.option).toMatchObject({ inputs: [], notes: [expect.stringMatching(/"--key".*left out/)] });
    expect(words(one)).toEqual(['npx', '-y', 'x@1.0.0']);
  });
});
