// Bundles the app (as `npm run build` does) and writes down which packages the bundler put into it. Runs on Node 24.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { packageFolder } from './dist-papers.mjs';

const [root, list] = process.argv.slice(2);
const folders = new Set();

/** Asked at the end of each bundle: what is in it, not what is installed. */
const noteModules = {
  name: 'doorward-note-modules',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      for (const id of Object.keys(part.modules)) {
        const folder = packageFolder(id, join(root, 'node_modules'));
        if (folder !== undefined) folders.add(folder);
      }
    }
  },
};

const builder = await createBuilder({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  plugins: [noteModules],
});
await builder.buildApp();
writeFileSync(
  list,
  `${JSON.stringify(
    [...folders].toSorted((a, b) => (a < b ? -1 : 1)),
    null,
    2,
  )}\n`,
);
