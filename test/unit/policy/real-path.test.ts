import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlaces, type Places } from '../../../electron/policy/places/places.ts';
import { createRealPath } from '../../../electron/policy/places/real-path.ts';

let base: string;
let root: string;
let places: Places;
beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'paths-')));
  root = join(base, 'root');
  mkdirSync(join(root, 'sub/deep'), { recursive: true });
  mkdirSync(join(base, 'outside/inner'), { recursive: true });
  writeFileSync(join(root, 'file'), '');
  writeFileSync(join(base, 'outside/secret'), '');
  symlinkSync(join(base, 'outside'), join(root, 'out'));
  symlinkSync('../outside/inner', join(root, 'inner'));
  symlinkSync('sub', join(root, 'in'));
  symlinkSync(join(base, 'outside/new'), join(root, 'dangling'));
  symlinkSync('loop', join(root, 'loop'));
  // A name that NFC changes.
  symlinkSync(join(base, 'outside'), join(root, 'e\u0301'));
  symlinkSync(join(base, 'outside'), join(root, 'fi'));
  places = createPlaces({ platform: 'linux', realPath: createRealPath('linux'), ownFiles: () => [] });
});
afterAll(() => rmSync(base, { recursive: true }));

const inside = (path: string): boolean =>
  places.inside(places.read(path, root), places.folder(root), 'write');

describe('links', () => {
  it.each([
    ['a link out', 'out/x', false],
    ['a link out itself', 'out', false],
    ['a link within', 'in/deep/x', true],
    ['a file that is not there', 'sub/new/new', true],
    ['a link that dangles: writing makes the file it points to', 'dangling', false],
    ['what lies below a link that dangles', 'dangling/x', false],
    ['up from behind a link, as a kernel goes', 'inner/../secret', false],
    ['up from behind a link within', 'in/../file', true],
    ['up from a folder that is not there', 'none/../file', true],
    ['a link with a name in another normal form', 'e\u0301/x', false],
    ['a link whose name is folded', '\ufb01/x', false],
  ])('%s (%s): %s', (_what, path, expected) => {
    expect(inside(path)).toBe(expected);
    expect(inside(`${root}/${path}`)).toBe(expected);
  });

  it('a link round in a circle throws nothing', () => {
    expect(() => inside('loop/x')).not.toThrow();
  });

  it('a folder that is exchanged for a link stays where it was', () => {
    const folder = join(base, 'swapped');
    mkdirSync(folder);
    const swapped = places.folder(folder);
    expect(places.inside(places.read(`${folder}/x`, undefined), swapped, 'write')).toBe(true);
    rmSync(folder, { recursive: true });
    symlinkSync(join(base, 'outside'), folder);
    expect(places.inside(places.read(`${folder}/x`, undefined), swapped, 'write')).toBe(false);
  });

  it('what is judged inside is inside for whoever opens it, plainly or after tidying', () => {
    const segment = fc.constantFrom(
      '..',
      '.',
      'sub',
      'deep',
      'in',
      'inner',
      'out',
      'file',
      'new',
      'dangling',
      'secret',
      'e\u0301',
      '',
    );
    const real = createRealPath('linux');
    /** As a kernel opens it: parts after one another, links at once. */
    const opened = (path: string): string => {
      let at = '/';
      for (const part of path.split('/')) {
        if (part === '' || part === '.') continue;
        at = part === '..' ? resolve(real(at), '..') : real(join(at, part));
      }
      return at;
    };
    let judgedInside = 0;
    fc.assert(
      fc.property(fc.boolean(), fc.array(segment, { maxLength: 7 }), (absolute, parts) => {
        const path = absolute ? [root, ...parts].join('/') : parts.join('/') || '.';
        if (!inside(path)) return;
        judgedInside++;
        const whole = path.startsWith('/') ? path : `${root}/${path}`;
        for (const where of [opened(whole), real(resolve(whole))])
          expect(where === root || where.startsWith(`${root}/`), where).toBe(true);
      }),
      { numRuns: 1500 },
    );
    expect(judgedInside).toBeGreaterThan(50);
  });
});
