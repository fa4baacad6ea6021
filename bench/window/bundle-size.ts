import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../test/e2e/fixtures/binary.ts';

/** Bytes of scripts as gzip at its best makes them. */
export interface BundleSize {
  /** What the window reads before it can draw. */
  readonly first: number;
  /** That and every screen and dialog, in English. */
  readonly whole: number;
}

const assets = join(root, 'dist/renderer/assets');
const packed = (file: string): number => gzipSync(readFileSync(join(assets, file)), { level: 9 }).length;
const sum = (files: Iterable<string>): number => [...files].reduce((all, file) => all + packed(file), 0);
/** Files that a script names, after `import` (`static`), or anywhere. */
const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, file]) => file ?? '');

function reachable(start: readonly string[], pattern: RegExp): Set<string> {
  const found = new Set<string>();
  const todo = [...start];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    todo.push(...named(readFileSync(join(assets, file), 'utf8'), pattern));
  }
  return found;
}

/** Weighs the scripts of the built main window. */
export function bundleSize(): BundleSize {
  const page = readFileSync(join(root, 'dist/renderer/index.html'), 'utf8');
  const start = named(page, /<script [^>]*src="\/assets\/([^"]+\.js)"/g);
  const languages = new Set(
    // The sentences of the host, and what findings are called, are read, in English too, only by a window that speaks another language.
    readdirSync(assets).filter((file) =>
      /^(ar|de|es|fr|ja|zh-CN|host-sentences|kinds)-[^.]+\.js$/.test(file),
    ),
  );
  const first = reachable(start, /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
  const whole = reachable(start, /["'`](?:\.\/|assets\/)([\w-]+\.js)["'`]/g);
  return { first: sum(first), whole: sum([...whole].filter((file) => !languages.has(file))) };
}
