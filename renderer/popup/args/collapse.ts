/** A long text is shown with its beginning and its end. */
export interface Collapsed {
  /** UTF-16 units from the beginning and from the end; both 0 when the whole is short enough. */
  readonly head: number;
  readonly end: number;
}

const HEAD_UNITS = 320;
const END_UNITS = 120;
const HEAD_LINES = 7;
const END_LINES = 3;

/** Where the given line break stands, counted from the beginning; `most` when it is not among so many units. */
function headOf(text: string, lines: number, most: number): number {
  let at = -1;
  for (let line = 0; line < lines; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1 || at >= most) return most;
  }
  return at;
}

function endOf(text: string, lines: number, most: number): number {
  let at = text.length;
  for (let line = 0; line < lines; line += 1) {
    at = text.lastIndexOf('\n', at - 1);
    if (at <= 0 || text.length - at > most) return most;
  }
  return text.length - at - 1;
}

/**
 * What of a text is shown at first. The end is always among it: what is dangerous is often put behind a thousand
 * harmless lines.
 */
export function collapse(text: string): Collapsed {
  const head = headOf(text, HEAD_LINES, HEAD_UNITS);
  const end = endOf(text, END_LINES, END_UNITS);
  return head + end >= text.length ? { head: 0, end: 0 } : { head, end };
}
