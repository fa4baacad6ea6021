import { readdirSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin, type Rolldown } from 'vite';
import { channels, popupChannels, type Channels } from './shared/ipc/window.ts';

const at = (path: string) => resolve(import.meta.dirname, path);
// Exact names: a pattern would take the folder `electron/` for the module.
const electron = ['electron', 'electron/main', 'electron/common', 'electron/renderer'];
const external = [...electron, ...builtinModules, /^node:/, '@napi-rs/keyring'];

/**
 * Names stay, so that a stack trace still says where. Without blanks, comments and letters beyond ASCII the engine keeps
 * the text of a program in a quarter of the memory, for as long as it runs.
 */
const compact = {
  compress: false,
  mangle: false,
  codegen: { removeWhitespace: true, asciiOnly: true },
} as const;

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
          minify: compact,
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

const COMMON_JS = ['react', 'react/jsx-runtime'];

/**
 * React as an ES module with its exports by name. As CommonJS each use of it stays a property of an object, in every
 * chunk and with its whole name.
 */
function reactByName(): Plugin {
  const require = createRequire(import.meta.url);
  const prefix = '\0by-name:';
  return {
    name: 'react-by-name',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId(source, importer, { kind }) {
      // What is CommonJS itself, such as react-dom, has React as it is.
      const wanted = COMMON_JS.includes(source) && kind !== 'require-call';
      return wanted && importer?.startsWith(prefix) === false ? prefix + source : undefined;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const path = require.resolve(id.slice(prefix.length));
      const names = Object.keys(require(path) as object).filter((name) => /^[A-Za-z]+$/.test(name));
      return [
        `import all from ${JSON.stringify(path)};`,
        'export default all;',
        ...names.map((name) => `export const ${name} = all.${name};`),
      ].join('\n');
    },
  };
}

const styles = readdirSync(at('renderer'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.module.css'))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

/** The name of a class in the page: the one in its file, and which file that is. The same in every build. */
function className(name: string, file: string): string {
  const path = relative(at('renderer'), file.replace(/\?.*$/, '')).replaceAll('\\', '/');
  const place = styles.indexOf(path);
  if (place < 0) throw new Error(`${path} is no file of styles of the window.`);
  return `_${name}_${place.toString(36)}`;
}

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The pages, and the parts that are read later, in which a module is; catalogues of other languages do not count. */
function placesOf(module: string, graph: Graph): readonly string[] {
  const places: string[] = [];
  const seen = new Set([module]);
  for (const one of seen) {
    const info = graph.getModuleInfo(one);
    if (info === null) continue;
    if (info.isEntry || info.dynamicImporters.length > 0) places.push(one);
    for (const importer of info.importers) seen.add(importer);
  }
  return places.filter((place) => !/[\\/]renderer[\\/]i18n[\\/]/.test(place));
}

/** The later parts that are large; the others are read together, as all of them are as soon as the window is drawn. */
const LARGE = /[\\/]features[\\/](activity|servers)[\\/]/;

/**
 * The chunk of a module of the windows. Few and large ones, for each is packed on its own: what both windows begin with,
 * what only the main one does, and what is read later. There, what only a large part has stays with it, and what the
 * popup has, too, is apart.
 */
function chunkOf(module: string, graph: Graph): string | undefined {
  const places = placesOf(module, graph);
  const popup = places.some((place) => place.endsWith('approval.html'));
  if (places.some((place) => place.endsWith('index.html'))) return popup ? 'windows' : 'main-window';
  const [only] = places;
  if (only === undefined || (places.length === 1 && (popup || LARGE.test(only)))) return undefined;
  return popup ? 'popup-parts' : 'parts';
}

/** Those that come first take what they need of what follows. */
const chunks = ['windows', 'popup-parts', 'main-window', 'parts'].map((chunk, index, { length }) => ({
  debugName: chunk,
  priority: length - index,
  name: (module: string, graph: Graph) => (chunkOf(module, graph) === chunk ? chunk : undefined),
}));

/**
 * Builds everything that is shipped: the pages of both windows, the app's main process (one ES module), a preload for
 * each window (one CommonJS file, made from the names of its channels), the command line, and the workers of the log, of its
 * sending and of inspection (one file each).
 */
export default defineConfig({
  root: at('renderer'),
  base: '/',
  plugins: [react(), reactByName()],
  css: { modules: { generateScopedName: className } },
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
        // Large files are right for an app that reads them from its own disk.
        chunkSizeWarningLimit: 2000,
        rolldownOptions: {
          input: [at('renderer/index.html'), at('renderer/approval.html')],
          output: { codeSplitting: { groups: chunks } },
        },
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
