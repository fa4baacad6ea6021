import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

interface Import {
  readonly file: string;
  /** Path from the root for our own files, the specifier for packages. */
  readonly target: string;
  readonly own: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import '([^']+)'/g,
  );
  return [...found].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const own = specifier.startsWith('.');
    const target = own
      ? relative(root, resolve(root, dirname(file), specifier))
          .split(sep)
          .join('/')
      : specifier;
    return { file, target, own };
  });
}

const product = [...sources('electron'), ...sources('shared'), ...sources('renderer')];
const all = product.flatMap(importsOf);
const wrong = (offends: (use: Import) => boolean): string[] =>
  all.filter(offends).map((use) => `${use.file} imports ${use.target}`);

describe('who may import what', () => {
  it('reads the imports at all', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(importsOf('electron/relay/relay.ts').map((use) => use.target)).toContain(
      'electron/relay/pipeline.ts',
    );
  });

  it('shared imports nothing but zod and itself', () => {
    expect(
      wrong(
        (use) =>
          use.file.startsWith('shared/') &&
          !(use.own ? use.target.startsWith('shared/') : use.target === 'zod'),
      ),
    ).toEqual([]);
  });

  it('the renderer is a page: no Node, no electron, nothing of the main process', () => {
    expect(
      wrong(
        (use) =>
          use.file.startsWith('renderer/') &&
          (use.own
            ? !/^(renderer|shared)\//.test(use.target)
            : /^(node:|electron($|\/)|@modelcontextprotocol\/|@napi-rs\/|conf$|electron-store$|undici$)/.test(
                use.target,
              )),
      ),
    ).toEqual([]);
  });

  it('nothing of the app but the renderer is a page', () => {
    expect(
      wrong(
        (use) =>
          !use.file.startsWith('renderer/') && /^(react|react-dom|@base-ui|zustand)($|\/)/.test(use.target),
      ),
    ).toEqual([]);
  });

  it('the shell is a front end: only the door of the app knows it', () => {
    expect(
      wrong(
        (use) => use.target.startsWith('electron/shell/') && !/^electron\/(shell\/|main\.ts$)/.test(use.file),
      ),
    ).toEqual([]);
    expect(
      wrong((use) => use.file.startsWith('electron/shell/') && use.target.startsWith('electron/cli/')),
    ).toEqual([]);
  });

  it('the preload imports nothing but its side of electron', () => {
    expect(importsOf('electron/preload.ts').map((use) => use.target)).toEqual(['electron/renderer']);
  });

  it('electron-store is behind one file of the shell', () => {
    expect(
      wrong((use) => use.target === 'electron-store' && use.file !== 'electron/shell/settings-file.ts'),
    ).toEqual([]);
  });

  it('only the shell and the two doors of the app import electron', () => {
    const allowed = /^electron\/(shell\/|main\.ts$|preload\.ts$)/;
    expect(wrong((use) => /^electron($|\/)/.test(use.target) && !use.own && !allowed.test(use.file))).toEqual(
      [],
    );
  });

  it('only the two faces of the gateway, and the client of the demo, import the MCP SDK', () => {
    const allowed = /^electron\/(gateway|upstream|cli\/demo)\//;
    expect(
      wrong((use) => use.target.startsWith('@modelcontextprotocol/') && !allowed.test(use.file)),
    ).toEqual([]);
  });

  it('stages never import each other', () => {
    expect(
      wrong((use) => use.file.startsWith('electron/stages/') && use.target.startsWith('electron/stages/')),
    ).toEqual([]);
  });

  it('the product imports nothing of the tests and the benchmarks', () => {
    expect(wrong((use) => use.own && /^(test|bench|\.ci)\//.test(use.target))).toEqual([]);
  });

  it('only front ends and the host start the gateway; the relay knows nothing of sockets', () => {
    const sockets = /^node:(http|https|net|child_process|worker_threads)$/;
    expect(
      wrong((use) => /^electron\/(relay|catalog|stages)\//.test(use.file) && sockets.test(use.target)),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('stay within 400 lines', () => {
    // Arabic has six forms of every text that counts: there a file has no more in it, and more lines.
    const files = product.filter((file) => !file.startsWith('renderer/i18n/ar/'));
    const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 401);
    expect(long).toEqual([]);
  });
});
