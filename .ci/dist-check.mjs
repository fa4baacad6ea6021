// Looks into what electron-builder made: a package without its Node, or without one of its keychains, is not given out.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder `resources` of each unpacked app below `out`. */
function resourceFolders(out) {
  const names = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.flatMap(({ name }) => {
    const app = join(out, name, 'Doorward.app/Contents/Resources');
    if (name.startsWith('mac')) return existsSync(app) ? [app] : [];
    const plain = join(out, name, 'resources');
    return name.endsWith('unpacked') && existsSync(plain) ? [plain] : [];
  });
}

const natives = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.node')).length
    : 0;

/** Sentences about what an unpacked app lacks; none when it is whole. */
export function lacksParts(plan, out) {
  const folders = resourceFolders(out);
  if (folders.length === 0) return ['electron-builder left no app to look into.'];
  const windows = plan.system === 'win';
  const wanted = [
    'app.asar',
    'LICENSE',
    'THIRD-PARTY-NOTICES.txt',
    'sbom.cdx.json',
    'cli/cli.mjs',
    windows ? 'doorward.cmd' : 'doorward',
    ...(windows
      ? ['node/node.exe', 'node/npx.cmd', 'node/node_modules/npm/node_modules/@npmcli/config/package.json']
      : [
          'node/bin/node',
          'node/bin/npx',
          'node/lib/node_modules/npm/node_modules/@npmcli/config/package.json',
        ]),
  ];
  return folders.flatMap((folder) => {
    const missing = wanted.filter((file) => !existsSync(join(folder, file)));
    for (const place of ['cli/node_modules/@napi-rs', 'app.asar.unpacked/node_modules/@napi-rs'])
      if (natives(join(folder, place)) < plan.archs.length) missing.push(`a keychain in ${place}`);
    return missing.map((file) => `The packed app lacks ${file}.`);
  });
}

/** Name and SHA-256 of every file to give out, as `sha256sum` writes and reads it. */
export function checksums(out) {
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(builder-|SHA256SUMS)/.test(entry.name))
    .map(
      ({ name }) =>
        `${createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')}  ${name}\n`,
    )
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}
