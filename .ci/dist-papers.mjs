// The two papers of a package: its parts (CycloneDX) and the licences of what others made.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MARK = /[\\/]node_modules[\\/]/g;

/**
 * The folder of the package that a module of the bundler lies in, below `modules`; undefined for our own files and the
 * bundler's. The innermost package counts.
 */
export function packageFolder(id, modules) {
  const path = id
    .replace(/^\0/, '')
    .replace(/^(commonjs[\w-]*:)/, '')
    .replace(/[?#].*$/, '');
  const at = [...path.matchAll(MARK)].at(-1);
  if (at === undefined) return undefined;
  const end = at.index + at[0].length;
  const [first, second] = path.slice(end).split(/[\\/]/);
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  // The bundler's own helpers are written as modules without a file.
  if (first.startsWith('\0') || !existsSync(join(path.slice(0, end), name, 'package.json'))) return undefined;
  const folder = `${path.slice(0, end)}${name}`;
  return folder.startsWith(modules) ? folder : undefined;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (typeof license?.type === 'string') return license.type;
  const several = Array.isArray(licenses) ? licenses.map((one) => one?.type ?? one) : [];
  return several.length > 0 ? several.join(' OR ') : undefined;
}

/** What the notices and the list of parts say about one installed package. */
export function describePackage(folder, integrity) {
  const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name) && statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  const author = typeof facts.author === 'string' ? facts.author : facts.author?.name;
  return { name: facts.name, version: facts.version, licence: licenceOf(facts), author, texts, integrity };
}

/** Every package below a `node_modules`, with those inside them: for npm, which carries its own along. */
export function packagesBelow(modules) {
  if (!existsSync(modules)) return [];
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const folder = join(modules, entry.name);
      if (entry.name.startsWith('@')) return packagesBelow(folder);
      const inner = packagesBelow(join(folder, 'node_modules'));
      return existsSync(join(folder, 'package.json')) ? [folder, ...inner] : inner;
    });
}

const identity = ({ name, version }) => `${name}@${version}`;

/** Each package once, by name and version. */
export function once(packages) {
  const found = new Map(packages.map((one) => [identity(one), one]));
  return [...found.values()].toSorted((a, b) => (identity(a) < identity(b) ? -1 : 1));
}

/** Packages without a licence that can be named: nobody may give these out. */
export function withoutLicence(packages) {
  return packages
    .filter(({ licence }) => licence === undefined || /^UNLICENSED$/i.test(licence))
    .map(identity);
}

/** Its address in the registry of npm; data has none there, and is only named. */
const refOf = ({ type, name, version }) =>
  type === 'data' ? `${name}@${version}` : `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

function component(one) {
  const simple = one.licence !== undefined && /^[\w.+-]+$/.test(one.licence);
  const licence = simple ? { license: { id: one.licence } } : { expression: one.licence };
  const sha512 = one.integrity?.startsWith('sha512-') ? one.integrity.slice(7) : undefined;
  return {
    type: one.type ?? 'library',
    'bom-ref': refOf(one),
    name: one.name,
    version: one.version,
    ...(one.licence === undefined ? {} : { licenses: [licence] }),
    ...(sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    ...(one.type === 'data' ? {} : { purl: refOf(one) }),
  };
}

/**
 * The list of parts as CycloneDX 1.6. Made from what is really in the package: `npm sbom` knows only what is installed,
 * which is far more. The same parts at the same time give the same bytes.
 */
export function partsList({ name, version, license }, packages, time) {
  const components = packages.map(component);
  const root = { type: 'application', 'bom-ref': `pkg:npm/${name}@${version}`, name, version };
  const digest = createHash('sha256')
    .update(JSON.stringify([root, components, time.toISOString()]))
    .digest('hex');
  // The form of a UUID whose bits come from a digest (RFC 9562, version 8).
  const serial = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: {
      timestamp: time.toISOString(),
      component: { ...root, licenses: [{ license: { id: license } }], purl: root['bom-ref'] },
    },
    components,
    dependencies: [
      { ref: root['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) },
      ...components.map((one) => ({ ref: one['bom-ref'] })),
    ],
  };
}

const RULE = '-'.repeat(78);

/** The notices: every part with its licence, then its text. Parts that share one text are named together. */
export function noticesText(packages) {
  const head = [
    'Doorward contains the work of others. This file names every part, and the licence that it is under.',
    'The licences of Electron and Chromium lie beside the app (LICENSE.electron.txt, LICENSES.chromium.html).',
    '',
    ...packages.map((one) => `${identity(one)}  ${one.licence ?? 'no licence named'}`),
  ];
  const byText = new Map();
  for (const one of packages)
    for (const text of one.texts) byText.set(text, [...(byText.get(text) ?? []), identity(one)]);
  const silent = packages.filter(({ texts }) => texts.length === 0);
  const bodies = [...byText].map(([text, names]) => `${RULE}\n${names.join(', ')}\n\n${text}`);
  if (silent.length > 0) {
    const lines = silent.map(
      (one) => `${identity(one)}  ${one.licence}${one.author ? `  ${one.author}` : ''}`,
    );
    bodies.push(`${RULE}\nThese parts bring no text of their licence:\n\n${lines.join('\n')}`);
  }
  return `${head.join('\n')}\n\n${bodies.join('\n\n')}\n`;
}
