/**
 * Where a key leads in a list of `count` rows, of which `page` are in sight; `from` is -1 while none is active.
 * Undefined for a key that does not move, and in an empty list.
 */
export function moveBy(key: string, from: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const within = (index: number): number => Math.min(Math.max(index, 0), last);
  switch (key) {
    case 'ArrowDown':
      return within(from + 1);
    case 'ArrowUp':
      return within(from - 1);
    case 'PageDown':
      return within(from + Math.max(1, page - 1));
    case 'PageUp':
      return within(from - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** How far a list must be scrolled so that a row is whole in sight, and no further. */
export function scrollFor(index: number, rowHeight: number, top: number, height: number): number {
  const start = index * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - height);
}
