import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const IMPORT = /(?:^|\n)(?:import|export)\s(?!type\s)([^'"]*?)\sfrom\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

/** What a file needs when it runs: its own files as paths from the root, and packages. Types are gone by then. */
function needs(file: string): string[] {
  const found = readFileSync(join(root, file), 'utf8').matchAll(IMPORT);
  return [...found].flatMap(([, names = '', fixed, later]) => {
    const listed = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(',') ?? [];
    const all = listed.map((name) => name.trim()).filter((name) => name !== '');
    if (all.length > 0 && all.every((name) => name.startsWith('type '))) return [];
    const specifier = fixed ?? later ?? '';
    if (!specifier.startsWith('.')) return [specifier];
    const path = resolve(root, dirname(file), specifier);
    return [relative(root, path).split(sep).join('/')];
  });
}

/** The shortest way from the start of a window to a package, empty when there is none. */
function wayTo(start: string, wanted: string): readonly string[] {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const file = way.at(-1) ?? '';
    if (file === wanted) return way;
    if (!/\.tsx?$/.test(file)) continue;
    for (const next of needs(file)) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}

describe('the scripts of the windows', () => {
  const windows = ['renderer/main.tsx', 'renderer/popup/main.tsx'];

  it.each(windows)('have no validator in them, from %s on: the host checks, and they only ask', (start) => {
    expect(wayTo(start, 'zod')).toEqual([]);
  });

  it('are all looked through', () => {
    expect(wayTo('renderer/main.tsx', 'react').length).toBeGreaterThan(1);
    expect(wayTo('renderer/main.tsx', 'renderer/features/settings/masks/mask-draft.ts')[0]).toBe(
      'renderer/main.tsx',
    );
    expect(wayTo('electron/host/create-host.ts', 'zod').length).toBeGreaterThan(1);
  });
});
