import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notesBundle } from '../../../fixtures/bundles/notes.ts';
import type { ReadyChild } from '../../../fixtures/child.ts';
import { entry, everything, weather } from '../../../fixtures/registry-server/entries.ts';
import { type RegistryServer, startRegistry } from '../../../fixtures/registry-server/start.ts';
import { fakeProfile, type Profile } from '../../cli/fake-host.ts';

const NAME = weather.server.name;
let profile: Profile;
let host: ReadyChild;
let registry: RegistryServer;
let folder: string;
beforeAll(async () => {
  registry = await startRegistry([
    everything,
    weather,
    entry({ name: 'io.example/odd', version: '1.0.0', description: 'a\u001b[2Jb\u202E' }),
  ]);
  profile = fakeProfile();
  folder = mkdtempSync(join(tmpdir(), 'doorward-cli-bundle-'));
  writeFileSync(join(profile.home, 'settings.json'), JSON.stringify({ registryBaseUrl: registry.url }), {
    mode: 0o600,
  });
  writeFileSync(join(folder, 'notes.mcpb'), notesBundle());
  host = await profile.serve();
}, 240_000);
afterAll(async () => {
  await host.stop();
  profile.remove();
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
}, 240_000);

it('searches and shows, with what is hidden in texts made visible', async () => {
  const found = await profile.run(['registry', 'search']);
  // Said on a machine that is busy with something else.
  expect([found.code, found.stderr.replaceAll('Still waiting…\n', '')]).toEqual([0, '']);
  expect(found.stdout).toContain(NAME);
  expect(found.stdout).toContain('a\\u{1b}[2Jb\\u{202e}');
  const none = await profile.run(['registry', 'search', 'nothing', 'like', 'it']);
  expect(none.stdout).toMatch(/has no such server/);
  const shown = await profile.run(['registry', 'show', NAME, '--versions']);
  expect(shown.stdout).toMatch(/package:0 {2}npm {2}@skywatch\/weather-mcp 1\.4\.2/);
  expect(shown.stdout).toMatch(/WEATHER_KEY \(needed; secret\)/);
  expect(shown.stdout).toMatch(/--units \(one of metric, imperial; else metric\)/);
  expect(shown.stdout).toMatch(/versions {4}1\.4\.2/);
}, 240_000);

it('shows what would be added, says what is missing, and adds on hold', async () => {
  const dry = await profile.run(['registry', 'install', NAME, '--dry-run']);
  expect(dry.stdout).toMatch(
    /"weather" would be added:\n {2}command {2}npx -y @skywatch\/weather-mcp@1\.4\.2/,
  );
  expect(dry.stdout).toMatch(/! WEATHER_KEY: It is needed\./);
  const missing = await profile.run(['registry', 'install', NAME]);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/"WEATHER_KEY": It is needed/)]);
  const unknown = await profile.run(['registry', 'install', NAME, '--secret', 'WEATHER_KEY=weather-key']);
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringMatching(/no secret "weather-key"/)]);
  const args = [
    '--set',
    'units=imperial',
    '--set=--cache=/srv/cache',
    '--set',
    'place=Oslo',
    '--set',
    'place=Bergen',
  ];
  const options = await profile.run(['registry', 'install', NAME, '--dry-run', ...args, '--json']);
  expect(JSON.parse(options.stdout)).toMatchObject({
    launch: { args: expect.arrayContaining(['imperial', '/srv/cache', 'Oslo', 'Bergen']) as string[] },
    problems: [{ key: 'environment:WEATHER_KEY' }],
  });
  const added = await profile.run(['registry', 'install', NAME, '--option', 'package:1', '--json']);
  expect([added.code, JSON.parse(added.stdout)]).toMatchObject([
    0,
    {
      id: 'weather',
      server: { state: 'unreviewed' },
      launch: { command: 'uvx', args: ['weather-mcp==1.4.2'] },
    },
  ]);
}, 240_000);

it('takes no value of a secret among the arguments', async () => {
  const odd = await profile.run(['registry', 'install', NAME, '--secret', 'WEATHER_KEY=not a name']);
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('the name of a secret of the vault')]);
  const set = await profile.run(['registry', 'install', NAME, '--set', 'WEATHER_KEY=hush']);
  expect([set.code, set.stderr]).toEqual([2, expect.stringMatching(/This is a secret/)]);
}, 240_000);

it('reads and installs a bundle', async () => {
  const file = join(folder, 'notes.mcpb');
  const read = await profile.run(['bundle', 'read', file]);
  expect(read.stdout).toMatch(/"Notes" 2\.1\.0 by "Ada Example" \(node\)/);
  expect(read.stdout).toMatch(/folders \(needed; several\): "Where your notes are\."/);
  const added = await profile.run(['bundle', 'install', file, '--set', 'folders=/srv/notes', '--json']);
  expect(JSON.parse(added.stdout)).toMatchObject({ id: 'notes', server: { state: 'unreviewed' } });
  const other = await profile.run(['bundle', 'install', file, '--sha256', 'a'.repeat(64)]);
  expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/another one by now/)]);
  const none = await profile.run(['bundle', 'read', join(folder, 'gone.mcpb')]);
  expect([none.code, none.stderr]).toEqual([
    1,
    expect.stringMatching(/could not be read: it does not exist/),
  ]);
}, 240_000);
