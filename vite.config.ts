import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { channels, popupChannels, type Channels } from './shared/ipc/window.ts';

const at = (path: string) => resolve(import.meta.dirname, path);
// Exact names: a pattern would take the folder `electron/` for the module.
const electron = ['electron', 'electron/main', 'electron/common', 'electron/renderer'];
const external = [...electron, ...builtinModules, /^node:/, '@napi-rs/keyring'];

/** One bundle of `dist/electron` that runs on Node, or in a sandboxed preload. */
function program(
  input: Record<string, string>,
  format: 'esm' | 'cjs',
  entryFileNames: string,
  split: boolean,
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['@napi-rs/keyring', ...electron] },
    build: {
      outDir: at('dist/electron'),
      emptyOutDir: false,
      target: format === 'cjs' ? 'chrome156' : 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          entryFileNames,
          ...(split ? { chunkFileNames: '[name]-[hash].mjs' } : { codeSplitting: false }),
        },
      },
    },
  };
}

/** The bridge of one window: the same source, made from the names of that window's channels. */
const preload = (name: string, names: Channels): EnvironmentOptions => ({
  ...program({ [name]: at('electron/preload.ts') }, 'cjs', `${name}.cjs`, false),
  define: { __CHANNELS__: JSON.stringify(names) },
});

/**
 * Builds everything that is shipped: the pages of both windows, the app's main process (one ES module), a preload for
 * each window (one CommonJS file, made from the names of its channels), the command line, and the workers of the log, of its
 * sending and of inspection (one file each).
 */
export default defineConfig({
  root: at('renderer'),
  base: '/',
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: at('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome156',
        modulePreload: { polyfill: false },
        // An inlined asset would need `data:` in places where the policy of the page allows none.
        assetsInlineLimit: 0,
        // One file is right for an app that reads it from its own disk.
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { input: [at('renderer/index.html'), at('renderer/approval.html')] },
      },
    },
    cli: program({ cli: at('electron/cli.ts') }, 'esm', '[name].mjs', true),
    worker: program({ 'log-worker': at('electron/audit/log-worker.ts') }, 'esm', '[name].mjs', false),
    senderWorker: program(
      { 'log-sender': at('electron/audit/sending/sender-worker.ts') },
      'esm',
      '[name].mjs',
      false,
    ),
    contentWorker: program(
      { 'content-worker': at('electron/inspection/content/content-worker.ts') },
      'esm',
      '[name].mjs',
      false,
    ),
    main: program({ main: at('electron/main.ts') }, 'esm', 'main.js', false),
    preload: preload('preload', channels),
    popupPreload: preload('popup-preload', popupChannels),
  },
});
