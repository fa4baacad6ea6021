import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waitingBadge } from '../../../electron/shell/badge.ts';
import { icons } from '../../../electron/shell/icons.ts';
import { textsFor } from '../../../electron/shell/texts/texts-for.ts';

function kit(platform: NodeJS.Platform) {
  const did: unknown[] = [];
  const now = { language: 'en' as 'en' | 'de', window: true };
  const badge = waitingBadge<string>({
    platform,
    texts: () => textsFor(now.language),
    setCount: (calls) => void did.push(calls),
    window: () =>
      now.window ? { setOverlayIcon: (image, words) => void did.push([image, words]) } : undefined,
    overlay: () => 'sign',
  });
  return { badge, did, now };
}

describe('what an icon shows of calls that wait', () => {
  it.each(['darwin', 'linux'] as const)('is their number on %s, told once for each change', (platform) => {
    const { badge, did } = kit(platform);
    for (const calls of [0, 2, 2, 1, 0, 0]) badge.show(calls);
    badge.redraw();
    expect(did).toEqual([2, 1, 0]);
  });

  it('is a sign in the task bar of Windows, with words', () => {
    const { badge, did } = kit('win32');
    for (const calls of [0, 2, 2, 0]) badge.show(calls);
    expect(did).toEqual([
      ['sign', 'Doorward: 2 calls waiting for you'],
      [null, ''],
    ]);
  });

  it('comes to a window that is made later, and speaks the language of now', () => {
    const { badge, did, now } = kit('win32');
    now.window = false;
    badge.show(1);
    expect(did).toEqual([]);
    now.window = true;
    badge.redraw();
    now.language = 'de';
    badge.redraw();
    expect(did).toEqual([
      ['sign', 'Doorward: 1 call waiting for you'],
      ['sign', 'Doorward: 1 Aufruf wartet auf Sie'],
    ]);
  });

  it('has a picture, in two sizes', () => {
    const { overlay } = icons(join(import.meta.dirname, '../../..'), 'win32');
    for (const file of [overlay, overlay.replace('.png', '@2x.png')])
      expect(readFileSync(file).length).toBeGreaterThan(100);
  });
});
