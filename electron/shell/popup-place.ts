import type { Rectangle } from './window-bounds.ts';

/** Of the page; the frame comes on top. Pixels of the screen. */
export const POPUP = { width: 480, minHeight: 200, maxHeight: 640 } as const;
/** From the edges of the screen. */
const MARGIN = 16;

/** How high the page is shown: as high as it says, within bounds and on the screen. */
export function popupHeight(wanted: number, area: Rectangle): number {
  const highest = Math.min(POPUP.maxHeight, area.height - 2 * MARGIN);
  return Math.round(Math.max(POPUP.minHeight, Math.min(wanted, highest)));
}

/**
 * Where the window's upper left corner goes: to the right upper part of the screen, where it hides the least of what
 * the person works on. On a screen that is too small its left upper corner is still there.
 */
export function popupCorner(
  frame: { readonly width: number },
  area: Rectangle,
): { readonly x: number; readonly y: number } {
  const x = Math.max(area.x, area.x + area.width - frame.width - MARGIN);
  return { x: Math.round(x), y: Math.round(area.y + MARGIN) };
}
