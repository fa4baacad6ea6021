import { z } from 'zod';
import { keptFile } from './kept-file.ts';

export const SIZE = { width: 1100, height: 720, minWidth: 720, minHeight: 520 } as const;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window opens: without a place the system chooses one. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

const kept = z.strictObject({
  version: z.literal(1),
  x: z.int().min(-100_000).max(100_000),
  y: z.int().min(-100_000).max(100_000),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  maximized: z.boolean(),
});

/** So much of the title bar must be on a screen for a person to get hold of the window. */
const REACHABLE = { width: 120, height: 24 };

/** Where the window was, as a small file in the profile. What cannot be read is as good as absent. */
export interface BoundsFile {
  read(): (Rectangle & { readonly maximized: boolean }) | undefined;
  write(bounds: Rectangle, maximized: boolean): void;
}

export function boundsFile(file: string): BoundsFile {
  const held = keptFile(file, kept);
  return {
    read: () => held.read(),
    write: ({ x, y, width, height }, maximized) => held.write({ version: 1, x, y, width, height, maximized }),
  };
}

/** Puts the window where it was, if its title bar is within reach there: a screen may have been unplugged. */
export function placementOf(
  was: (Rectangle & { readonly maximized: boolean }) | undefined,
  screens: readonly Rectangle[],
): Placement {
  if (was === undefined) return { width: SIZE.width, height: SIZE.height, maximized: false };
  const width = Math.max(was.width, SIZE.minWidth);
  const height = Math.max(was.height, SIZE.minHeight);
  const reachable = screens.some((screen) => {
    const overlap = Math.min(was.x + width, screen.x + screen.width) - Math.max(was.x, screen.x);
    const top = was.y >= screen.y && was.y + REACHABLE.height <= screen.y + screen.height;
    return overlap >= REACHABLE.width && top;
  });
  return { width, height, maximized: was.maximized, ...(reachable ? { x: was.x, y: was.y } : {}) };
}
