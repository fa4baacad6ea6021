import type { Writable } from 'node:stream';

/** Where a command writes, and how. */
export interface Output {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly json: boolean;
  /** Standard error is a terminal, so a line may be written over. */
  readonly live: boolean;
  /** Characters in a line of the terminal; undefined when standard output is none, and nothing is shortened. */
  readonly columns: number | undefined;
}

/**
 * A text of a server or an app as it may be printed: control, bidirectional, zero-width and tag characters become
 * visible escapes, so that it can neither steer the terminal nor hide anything.
 */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800\p{Variation_Selector}]/gu,
    (char) => (char === '\n' ? '⏎' : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`),
  );
}

/** Like `visible`, but keeps line ends, for texts of several lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** Rows as aligned columns; the last column is cut to what the terminal holds. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns?: number,
): string {
  const all = [head, ...rows.map((row) => row.map(visible))];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) => {
      const line = row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ');
      return columns !== undefined && line.length > columns
        ? `${line.slice(0, columns - 1)}…`
        : line.trimEnd();
    })
    .join('\n');
}

/** Tells that something takes its time, on standard error, once it has taken more than a second. */
export interface Waiting {
  say(sentence: string): void;
  done(): void;
}

const PATIENCE_MS = 1000;

/** Begins to wait; says `first` after a second, later whatever `say` brought last. */
export function waiting(output: Output, first: string): Waiting {
  let sentence = first;
  let late = false;
  let shown = false;
  const show = (): void => {
    const text = visible(sentence);
    output.stderr.write(output.live ? `\r\u001b[K${text}` : `${text}\n`);
    shown = true;
  };
  const timer = setTimeout(() => {
    late = true;
    show();
  }, PATIENCE_MS);
  return {
    say(next) {
      sentence = next;
      if (late) show();
    },
    done() {
      clearTimeout(timer);
      if (shown && output.live) output.stderr.write('\r\u001b[K');
    },
  };
}

/** A time for people: in this machine's time zone, without a date when it is today's. */
export function when(ms: number, now: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  const at = new Date(ms);
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
  if (new Date(now).toDateString() === at.toDateString()) return time;
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${time}`;
}
