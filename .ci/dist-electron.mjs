// Fetches the Electron of the lockfile into the cache from which electron-builder takes it. Runs on Node 24.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [root, platform, ...archs] = process.argv.slice(2);
const folder = join(root, 'node_modules/electron');
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
// The very library that electron-builder fetches with, so that the cache is the same one.
const library = createRequire(
  createRequire(join(root, 'package.json')).resolve('electron-builder/package.json'),
);
const { downloadArtifact } = createRequire(library.resolve('app-builder-lib'))('@electron/get');
const { version } = read('package.json');
try {
  for (const arch of archs)
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform,
      arch,
      checksums: read('checksums.json'),
    });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
