import { describe, expect, it } from 'vitest';
import { bundleForm } from '../../../../electron/onboarding/mcpb/form.ts';
import { readManifest } from '../../../../electron/onboarding/mcpb/manifest.ts';
import { fillLaunch } from '../../../../electron/onboarding/registry/fill.ts';
import type { InstallAnswer } from '../../../../shared/model/registry.ts';
import { manifest } from '../../../fixtures/bundles/notes.ts';

const FOLDER = '/home/ada/.config/Doorward/bundles/notes-2.1.0-abc';
const FILES = ['server/index.js', 'server/main.py', 'bin/notes', 'bin/notes.exe', 'src/server.py'];

function read(over: object = {}, without: readonly string[] = []) {
  const whole = Object.entries({ ...manifest, ...over }).filter(([key]) => !without.includes(key));
  return readManifest(JSON.stringify(Object.fromEntries(whole)));
}

function form(over: object = {}, platform: NodeJS.Platform = 'linux') {
  const given = read(over);
  if (!given.ok) throw new Error(given.message);
  return bundleForm(given.value, {
    platform,
    home: '/home/ada',
    folder: FOLDER,
    has: (path) => FILES.includes(path),
  });
}

function launch(over: object = {}, answers: readonly InstallAnswer[] = [], platform?: NodeJS.Platform) {
  const made = form(over, platform);
  if (!made.ok) throw new Error(made.message);
  const filled = fillLaunch(made.value, answers, ({ name }) => `s-${name}`);
  if (!filled.ok) throw new Error(filled.message);
  if (filled.value.launch.transport !== 'stdio') throw new Error('no program');
  return { ...filled.value, launch: filled.value.launch };
}
const server = (type: string, entry: string, config?: object) => ({
  server: { type, entry_point: entry, ...(config === undefined ? {} : { mcp_config: config }) },
  user_config: {},
});

describe('a manifest', () => {
  it.each(['0.1', '0.2', '0.3', '0.4'])('is read in the form %s, also under its older name', (form_) => {
    expect(read({ manifest_version: form_ })).toMatchObject({ value: { form: form_, others: ['x_theme'] } });
    expect(read({ dxt_version: form_ }, ['manifest_version'])).toMatchObject({ value: { form: form_ } });
  });

  it.each([
    ['no form', {}, ['manifest_version'], /of which form/],
    ['a newer form', { manifest_version: '1.0' }, [], /"1\.0".*0\.1 to 0\.4/],
    ['no name', {}, ['name'], /"name"/],
    ['no author', {}, ['author'], /"author"/],
    ['no server', {}, ['server'], /"server"/],
    ['a strange server', server('ruby', 'a'), [], /"server\.type"/],
    ['no start', server('node', 'server/index.js'), [], /how it is started/],
    ['a version with a path', { version: '../../1' }, [], /"version"/],
    ['a strange setting', { user_config: { a: { type: 'password' } } }, [], /user_config\.a\.type/],
    ['a setting with a strange name', { user_config: { 'a}': { type: 'string' } } }, [], /user_config/],
    [
      'too many settings',
      {
        user_config: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${n}`, { type: 'string' }])),
      },
      [],
      /more than 100/,
    ],
  ])('is refused with a sentence: %s', (_what, over, without, sentence) => {
    const given = read(over, without);
    expect(given.ok).toBe(false);
    expect(!given.ok && given.message).toMatch(sentence);
  });

  it('that is not JSON, or no object, is refused', () => {
    for (const text of ['', '{', '[]', 'null', '1', '"x"'])
      expect(readManifest(text)).toMatchObject({ ok: false, code: 'malformed' });
    expect(readManifest(`\uFEFF${JSON.stringify(manifest)}`)).toMatchObject({ ok: true });
  });
});

describe('how a bundle is started', () => {
  it('is told by its manifest, with what a person said; several values are several words', () => {
    const {
      launch: made,
      problems,
      secrets,
    } = launch({}, [
      { key: 'setting:folders', values: ['/home/ada/Notes', '/srv/a b'] },
      { key: 'setting:api_key', secret: 'hush' },
    ]);
    expect(made).toEqual({
      transport: 'stdio',
      command: 'node',
      args: [`${FOLDER}/server/index.js`, '--limit', '64', '/home/ada/Notes', '/srv/a b'],
      env: { NOTES_KEY: 'vault:s-api_key', LIMIT: '64' },
      cwd: FOLDER,
    });
    expect([problems, secrets]).toEqual([[], [{ name: 's-api_key', value: 'hush' }]]);
    expect(launch().problems).toEqual([{ key: 'setting:folders', sentence: 'It is needed.' }]);
    expect(launch({}, [{ key: 'setting:limit', values: ['2000'] }]).problems).toContainEqual({
      key: 'setting:limit',
      sentence: 'It is more than 1024.',
    });
  });

  it('differs by system where the manifest says so', () => {
    const config = {
      command: 'bin/notes',
      args: ['${HOME}', '${/}', '${DOCUMENTS}'],
      env: { A: '1', B: '2' },
      platform_overrides: { darwin: { env: { B: '3' } }, win32: { args: ['x'] } },
    };
    const on = (platform: NodeJS.Platform) =>
      launch(server('binary', 'bin/notes', config), [], platform).launch;
    expect(on('linux')).toMatchObject({
      command: `${FOLDER}/bin/notes`,
      args: ['/home/ada', '/', '/home/ada/Documents'],
      env: { A: '1', B: '2' },
    });
    expect(on('darwin').env).toEqual({ A: '1', B: '3' });
    expect(on('win32').args).toEqual(['x']);
    expect(on('win32').command).toMatch(/bin\\notes$/);
  });

  it('of Python is by its own interpreter or by uv', () => {
    expect(
      launch(server('python', 'server/main.py', { command: 'python3', args: ['server/main.py'] })).launch,
    ).toMatchObject({ command: 'python3', args: ['server/main.py'], cwd: FOLDER });
    expect(launch({ manifest_version: '0.4', ...server('uv', 'src/server.py') }).launch).toMatchObject({
      command: 'uv',
      args: ['run', '--directory', FOLDER, `${FOLDER}/src/server.py`],
    });
  });

  it.each([
    ['another system', { compatibility: { platforms: ['win32', 'darwin'] } }, /for Windows and macOS/],
    [
      'a starting point that is not in it',
      server('node', 'server/gone.js', { command: 'node' }),
      /not in it/,
    ],
    ['a starting point elsewhere', server('node', '../x.js', { command: 'node' }), /not in it/],
    ['a program that is not in it', server('binary', 'bin/notes', { command: '/bin/sh' }), /not in it/],
    ['a program elsewhere', server('node', 'server/index.js', { command: '../../sh' }), /not in it/],
    [
      'a gap that nothing fills',
      server('node', 'server/index.js', { command: 'node', args: ['${SECRETS}'] }),
      /"SECRETS"/,
    ],
    [
      'a setting that there is not',
      server('node', 'server/index.js', { command: 'node', args: ['${user_config.x}'] }),
      /user_config\.x/,
    ],
    [
      'a name of every object',
      server('node', 'server/index.js', { command: 'node', args: ['${user_config.toString}'] }),
      /toString/,
    ],
    [
      'a reference to the vault',
      server('node', 'server/index.js', { command: 'node', env: { X: 'vault:github-token' } }),
      /vault/,
    ],
    ['a line end', server('node', 'server/index.js', { command: 'node', args: ['a\nb'] }), /control/],
    [
      'a secret on its command line',
      {
        ...server('node', 'server/index.js', { command: 'node', args: ['${user_config.key}'] }),
        user_config: { key: { type: 'string', title: 'Key', description: '', sensitive: true } },
      },
      /"key" on its command line/,
    ],
  ])('is refused with a sentence: %s', (_what, over, sentence) => {
    const made = form(over);
    expect(made.ok).toBe(false);
    expect(!made.ok && made.message).toMatch(sentence);
  });

  it('leaves out presets that hide something or have gaps of others', () => {
    const made = form({
      user_config: {
        a: { type: 'directory', multiple: true, default: ['${HOME}/Notes', '${user_config.b}', 'x\u200B'] },
        b: { type: 'string', sensitive: true, default: 'hush' },
        c: { type: 'boolean', default: true },
      },
      server: { ...manifest.server, mcp_config: { command: 'node' } },
    });
    expect(made).toMatchObject({
      value: {
        inputs: [
          { name: 'a', preset: ['/home/ada/Notes'] },
          { name: 'b', secret: true },
          { name: 'c', preset: ['true'] },
        ],
      },
    });
    expect(JSON.stringify(made)).not.toContain('hush');
  });
});
