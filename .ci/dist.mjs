// `npm run dist`: bundles the app, writes down what is in it and under which licences, and packs it with electron-builder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksums, lacksParts } from './dist-check.mjs';
import {
  describePackage,
  noticesText,
  once,
  packagesBelow,
  partsList,
  withoutLicence,
} from './dist-papers.mjs';
import { DATA, nativePackages, stageParts } from './dist-parts.mjs';
import { builderWords, lacksCertificate, lacksForLinux, readPlan, SYSTEM_NAMES } from './dist-plan.mjs';

const ELECTRON_MS = 10 * 60_000;
const USUAL_ON_LINUX = ['AppImage', 'deb', 'rpm'];
const ELECTRON_NAMES = { mac: 'darwin', win: 'win32', linux: 'linux' };

const read = (file) => readFileSync(file, 'utf8');
const json = (file) => JSON.parse(read(file));

/** The world as it is; tests give another one. */
export function systemPorts({ node, env }) {
  const windows = process.platform === 'win32';
  const start = (program, words, cwd, more = {}) =>
    spawnSync(program, words, { cwd, env, stdio: ['ignore', 2, 2], ...more }).status ?? 1;
  return {
    platform: process.platform,
    arch: process.arch,
    env,
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
    now: () => new Date(env.SOURCE_DATE_EPOCH ? Number(env.SOURCE_DATE_EPOCH) * 1000 : Date.now()),
    node: (words, cwd, more) => start(node, words, cwd, more),
    run: (program, words, cwd) =>
      // npm is a batch file on Windows, which only a shell starts; its words are ours.
      windows && program === 'npm'
        ? start(
            'npm.cmd',
            words.map((word) => `"${word}"`),
            cwd,
            { shell: true },
          )
        : start(program, words, cwd),
    has: (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0,
    identities: () =>
      spawnSync('security', ['find-identity', '-v', '-p', 'codesigning'], { encoding: 'utf8' }).stdout ?? '',
  };
}

/** Everything in the package that others made: of the bundle, of its native parts, of npm, and Electron itself. */
function contents(plan, root, lock) {
  const modules = join(root, 'node_modules');
  const integrityOf = (folder) => {
    const key = `node_modules/${folder.slice(modules.length + 1).replaceAll('\\', '/')}`;
    return lock.packages[key]?.integrity;
  };
  const described = (folder) => describePackage(folder, integrityOf(folder));
  const bundled = json(join(root, 'dist/staged/bundled.json')).map(described);
  const native = ['@napi-rs/keyring', ...nativePackages(plan, lock).map(({ name }) => name)]
    .map((name) => join(modules, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map(described);
  const npm = join(root, 'dist/staged/carried/npm');
  const carried = existsSync(npm) ? [npm, ...packagesBelow(join(npm, 'node_modules'))].map(described) : [];
  const electron = { ...described(join(modules, 'electron')), type: 'framework' };
  return once([...bundled, ...native, ...carried, electron, ...DATA]);
}

/** Writes the list of parts and the notices, into the package and beside it. Answers sentences about what forbids it. */
function writePapers(plan, root, lock, time) {
  const packages = contents(plan, root, lock);
  const unknown = withoutLicence(packages);
  if (unknown.length > 0)
    return [`Nobody may give out ${unknown.join(', ')}: no licence is named. Take another package.`];
  const parts = `${JSON.stringify(partsList(json(join(root, 'package.json')), packages, time), null, 2)}\n`;
  const notices = noticesText(packages);
  const out = join(root, 'dist/packages');
  mkdirSync(out, { recursive: true });
  for (const folder of [out, join(root, 'dist/staged')]) {
    writeFileSync(join(folder, 'sbom.cdx.json'), parts);
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices);
  }
  return [];
}

/** Bundles into an empty folder: chunks carry a hash in their names, and old ones would be packed too. */
function bundle(root, ports) {
  for (const name of ['electron', 'renderer', 'staged', 'packages'])
    rmSync(join(root, 'dist', name), { recursive: true, force: true });
  mkdirSync(join(root, 'dist/staged'), { recursive: true });
  return (
    ports.node([join(root, '.ci/dist-bundle.mjs'), root, join(root, 'dist/staged/bundled.json')], root) === 0
  );
}

/** Electron for each processor of the plan, unless the words name a folder with one. */
function fetchElectron(plan, root, ports) {
  if (plan.passed.some((word) => word.startsWith('-c.electronDist='))) return undefined;
  const words = [join(root, '.ci/dist-electron.mjs'), root, ELECTRON_NAMES[plan.system], ...plan.archs];
  if (ports.node(words, root, { timeout: ELECTRON_MS, stdio: 'ignore' }) === 0) return undefined;
  const { version } = json(join(root, 'node_modules/electron/package.json'));
  return `Electron ${version} for ${SYSTEM_NAMES[plan.system]} (${plan.archs.join(' and ')}) could not be fetched. Check the network, name a mirror in ELECTRON_MIRROR, or give the folder of one with -c.electronDist=….`;
}

const failed = (ports, sentences, made = []) => {
  for (const sentence of sentences) ports.say(sentence);
  ports.say(`Nothing was packed.${made.length > 0 ? ` Made so far: ${made.join(', ')}.` : ''}`);
  return 1;
};

/**
 * Makes what `rest` asks for and answers the exit code. What can never work here is said at once; what has to come from
 * outside is asked for last, when everything else is made. Nothing is given out by this: the packages lie in
 * `dist/packages`.
 */
export function dist({ root, rest, ports }) {
  const plan = readPlan(rest, ports);
  if (!plan.ok) return failed(ports, [plan.sentence]);
  const about = json(join(root, 'package.json'));
  const lock = json(join(root, 'package-lock.json'));
  const lacks = [
    lacksCertificate(plan, ports.env, ports.identities),
    lacksForLinux(plan, about, USUAL_ON_LINUX, ports.has),
  ].filter((sentence) => sentence !== undefined);
  if (lacks.length > 0) return failed(ports, lacks);

  ports.say('Bundling the app…');
  if (!bundle(root, ports)) return failed(ports, ['The app could not be bundled; the reason stands above.']);
  ports.say('Collecting its parts and their licences…');
  const missing = stageParts(plan, { root, lock, run: ports.run });
  const forbidden = writePapers(plan, root, lock, ports.now());
  const made = [
    'dist/electron',
    'dist/renderer',
    ...(forbidden.length > 0 ? [] : ['dist/packages/sbom.cdx.json', 'dist/packages/THIRD-PARTY-NOTICES.txt']),
  ];
  const electron = fetchElectron(plan, root, ports);
  const problems = [...missing, ...forbidden, ...(electron === undefined ? [] : [electron])];
  if (problems.length > 0) return failed(ports, problems, made);

  const words = builderWords(plan, { updatesUrl: ports.env.DOORWARD_UPDATES_URL || undefined });
  if (ports.node([join(root, 'node_modules/electron-builder/cli.js'), ...words], root) !== 0)
    return failed(ports, ['electron-builder failed; the reason stands above.'], made);
  const out = join(root, 'dist/packages');
  const incomplete = lacksParts(plan, out);
  if (incomplete.length > 0) {
    for (const sentence of incomplete) ports.say(sentence);
    ports.say('Do not give these packages out.');
    return 1;
  }
  writeFileSync(join(out, 'SHA256SUMS'), checksums(out));
  const files = readdirSync(out).filter((name) => !name.startsWith('builder-'));
  ports.say(
    `${plan.unsigned ? 'Made without a signature, to try out only' : 'Made'}: dist/packages (${files.join(', ')}).`,
  );
  return 0;
}
