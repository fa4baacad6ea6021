/** How a text is laid out, so that what is added looks like the rest. */
export interface Layout {
  readonly eol: '\n' | '\r\n';
  /** One step of indentation. */
  readonly unit: string;
  /** The whole text is one line. */
  readonly oneLine: boolean;
}

const STEPS_LOOKED_AT = 2000;

/** The layout of a text: its first line end, and its smallest indentation. */
export function layoutOf(text: string): Layout {
  const eol = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const lines = text.split('\n', STEPS_LOOKED_AT);
  let unit: string | undefined;
  for (const line of lines) {
    const indent = /^[ \t]+(?=[^\s])/.exec(line)?.[0];
    if (indent === undefined) continue;
    if (indent.startsWith('\t')) {
      unit = '\t';
      break;
    }
    if (indent.length >= 2 && indent.length <= 8 && (unit === undefined || indent.length < unit.length))
      unit = indent;
  }
  return { eol, unit: unit ?? '  ', oneLine: lines.filter((line) => line.trim() !== '').length <= 1 };
}

/** Where the line of this place begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line of this place ends, its line end included. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** The blanks at the beginning of the line of this place. */
export function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}
