import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { boundsFile, placementOf } from '../../../electron/shell/window-bounds.ts';

const screens = [
  { x: 0, y: 25, width: 1920, height: 1055 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];
const was = { x: 100, y: 100, width: 1000, height: 700, maximized: false };

describe('where the window opens', () => {
  it('has a size of its own at first, and the system chooses the place', () => {
    expect(placementOf(undefined, screens)).toEqual({ width: 1100, height: 720, maximized: false });
  });

  it('opens where it was', () => {
    expect(placementOf(was, screens)).toEqual(was);
    expect(placementOf({ ...was, x: 2000, maximized: true }, screens)).toMatchObject({
      x: 2000,
      maximized: true,
    });
  });

  it.each([
    ['on a screen that is gone', { x: 4000, y: 100 }],
    ['above the screen, where its title bar is out of reach', { x: 100, y: -300 }],
    ['below the screen', { x: 100, y: 1075 }],
    ['with only a corner on the screen', { x: -960, y: 100 }],
  ])('keeps the size but not the place %s', (_why, place) => {
    expect(placementOf({ ...was, ...place }, screens)).toEqual({
      width: 1000,
      height: 700,
      maximized: false,
    });
  });

  it('is never smaller than it may be', () => {
    expect(placementOf({ ...was, width: 10, height: 10 }, screens)).toMatchObject({
      width: 720,
      height: 520,
    });
  });
});

describe('the file that remembers it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-bounds-'));
  const file = join(folder, 'window.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives back what it was given', () => {
    boundsFile(file).write(was, true);
    expect(boundsFile(file).read()).toMatchObject({ ...was, maximized: true });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('version', 1);
  });

  it.each([
    '',
    '{}',
    '[]',
    '{"version":2}',
    'x'.repeat(5000),
    '{"version":1,"x":1e9,"y":0,"width":1,"height":1,"maximized":false}',
  ])('takes %j for nothing', (text) => {
    writeFileSync(file, text);
    expect(boundsFile(file).read()).toBeUndefined();
  });

  it('does without a file, and without a folder', () => {
    const nowhere = boundsFile(join(folder, 'missing', 'window.json'));
    expect(nowhere.read()).toBeUndefined();
    expect(() => nowhere.write(was, false)).not.toThrow();
  });
});
