import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const at = (path: string) => resolve(import.meta.dirname, path);
const external = [...builtinModules, /^node:/, '@napi-rs/keyring'];

/** Bundles the command line and the log worker; each is one ES module that runs on Node 24. */
export default defineConfig({
  ssr: { noExternal: true, external: ['@napi-rs/keyring'] },
  build: {
    ssr: true,
    outDir: at('dist/electron'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { cli: at('electron/cli.ts'), 'log-worker': at('electron/audit/log-worker.ts') },
      external,
      output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
