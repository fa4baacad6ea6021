import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const library = createRequire(
  createRequire(require.resolve('electron-builder/package.json')).resolve('app-builder-lib'),
);
const yaml = library('js-yaml') as { load(text: string): Record<string, unknown> };
const asar = library('@electron/asar') as { listPackage(archive: string): string[] };
const built = existsSync(join(root, 'dist/electron/main.js'));

/** Packs the app around an empty Electron: everything of electron-builder that can be tried without the real one. */
describe.runIf(built && process.platform === 'linux' && process.arch === 'x64')('a packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-pack-'));
  const resources = join(folder, 'out/linux-unpacked/resources');

  beforeAll(() => {
    const electron = join(folder, 'electron');
    mkdirSync(join(electron, 'resources'), { recursive: true });
    for (const name of ['electron', 'chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'version'])
      writeFileSync(join(electron, name), '');
    chmodSync(join(electron, 'electron'), 0o755);
    const staged = join(folder, 'staged');
    const npm = join(staged, 'carried/npm');
    // What the script of `npx` needs lies in a `node_modules` of its own, which electron-builder likes to leave out.
    mkdirSync(join(npm, 'node_modules/inner'), { recursive: true });
    mkdirSync(join(npm, 'bin'));
    writeFileSync(join(npm, 'node_modules/inner/index.js'), "module.exports = 'inner';");
    writeFileSync(join(npm, 'bin/npx-cli.js'), "console.log(require('inner'), ...process.argv.slice(2));");
    for (const paper of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
      writeFileSync(join(staged, paper), paper);
    // `npm run dist` fills this folder; a test leaves the one of the checkout alone.
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8').replaceAll('dist/staged', staged);
    const config = {
      ...yaml.load(text),
      // There are no fuses in an empty file.
      electronFuses: null,
      electronDist: electron,
      directories: { buildResources: 'build', output: join(folder, 'out') },
    };
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    const cli = join(root, 'node_modules/electron-builder/cli.js');
    const packed = spawnSync(
      process.execPath,
      [cli, '--linux', 'dir', '--projectDir', root, '--config', join(folder, 'config.json')],
      { encoding: 'utf8', timeout: 120_000, env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
    );
    expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  }, 150_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inArchive = (): string[] => asar.listPackage(join(resources, 'app.asar'));

  it('has what it runs in its archive, and nothing else', () => {
    const files = inArchive();
    for (const file of [
      '/package.json',
      '/dist/electron/main.js',
      '/dist/electron/preload.cjs',
      '/dist/electron/log-worker.mjs',
      '/dist/electron/log-sender.mjs',
      '/dist/electron/content-worker.mjs',
      '/dist/renderer/index.html',
      '/build/tray/tray.png',
      '/build/tray/trayTemplate@2x.png',
      '/build/icons/256x256.png',
      '/node_modules/@napi-rs/keyring/index.js',
    ])
      expect(files).toContain(file);
    const own = files.filter((file) => !/^\/(dist|build|node_modules)(\/|$)/.test(file));
    expect(own).toEqual(['/package.json']);
    const modules = files.filter((file) => /^\/node_modules\/[^/]+(\/[^/]+)?$/.test(file));
    expect(modules.filter((file) => !/^\/node_modules\/@napi-rs(\/keyring[a-z0-9-]*)?$/.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /\.(ts|tsx|map)$|\.test\.|stand-in/.test(file))).toEqual([]);
  });

  it('keeps native files beside the archive, and no scripts', () => {
    const beside = join(resources, 'app.asar.unpacked');
    const files = readdirSync(beside, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(beside, join(entry.parentPath, entry.name)));
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1);
    expect(files.filter((file) => /\.[cm]?js$/.test(file))).toEqual([]);
  });

  it('brings the notices, the list of parts, and an npm that runs on its Node', () => {
    for (const paper of ['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json'])
      expect(readFileSync(join(resources, paper), 'utf8')).toBe(paper);
    const npx = spawnSync(join(resources, 'node/bin/npx'), ['-y', 'a b'], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(npx.stdout).toBe('inner -y a b\n');
  });

  it('runs the command line on the Node that it brings', () => {
    const env = { PATH: '/usr/bin:/bin', HOME: folder, DOORWARD_HOME: join(folder, 'home') };
    const doctor = spawnSync(join(resources, 'doorward'), ['doctor', '--json'], {
      encoding: 'utf8',
      env: { ...env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    });
    const report = JSON.parse(doctor.stdout) as {
      checks: { name: string; state: string; sentence: string }[];
    };
    expect(report.checks.find(({ name }) => name === 'node')).toMatchObject({ state: 'ok' });
    // The keychain's library was found; only the bus is missing here.
    expect(report.checks.find(({ name }) => name === 'keychain')?.sentence).not.toMatch(/Cannot find|module/);
  });
});
