import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../../../renderer');
const sources = (pattern: string) =>
  globSync(pattern, { cwd: renderer, exclude: (name) => name.startsWith('dev') }).map(
    (file) => [file, readFileSync(join(renderer, file), 'utf8')] as const,
  );
const BASE = join('styles', 'base.css');

describe('where the system asks for less motion', () => {
  it('one rule of the base styles stops all of it, in both windows', () => {
    const rule =
      /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{([^}]*)\}/.exec(
        readFileSync(join(renderer, BASE), 'utf8'),
      )?.[1];
    for (const stopped of ['animation: none', 'transition: none', 'scroll-behavior: auto'])
      expect(rule).toContain(`${stopped} !important`);
    for (const page of ['main.tsx', join('popup', 'main.tsx')])
      expect(readFileSync(join(renderer, page), 'utf8')).toContain('styles/base.css');
  });

  it('no other style overrules it, and every movement takes its time from one of two tokens', () => {
    const found = sources('**/*.css');
    expect(found.length).toBeGreaterThan(20);
    for (const [file, css] of found) {
      if (file === BASE) continue;
      for (const [declaration] of css.matchAll(/^\s*(animation|transition|scroll-behavior)[^:]*:[^;]*;/gm)) {
        expect(declaration, file).not.toContain('!important');
        // What follows the scrolling takes no time of its own.
        if (!/animation: more linear both|animation-timeline: scroll/.test(declaration))
          expect(declaration, file).toMatch(/var\(--(fade|rise)\)|none/);
      }
    }
  });

  it('no program moves anything by itself', () => {
    const found = sources('**/*.{ts,tsx}');
    expect(found.length).toBeGreaterThan(100);
    for (const [file, text] of found) {
      expect(text, file).not.toMatch(/\.animate\(|behavior: '(smooth|auto)'|startViewTransition|<animate/);
    }
  });
});
