/** Where something begins in what is written; it begins with the first character that is really written. */
export interface Mark {
  at: number | undefined;
}

/** The text would be longer than what it is made of. */
export class TooLong extends Error {}

const MOST_QUOTES = 3;
const MOST_INDENTS = 8;

/**
 * A text as it grows: white space and line breaks are only wished for, and written when something follows them. So
 * nothing empty leaves a trace, and marks stand at characters. Each character is copied a bounded number of times.
 */
export class Flow {
  #parts: string[] = [];
  #waiting: Mark[] = [];
  #breaks = 0;
  #space = false;
  #bullet: string | undefined;
  #left: number;
  quotes = 0;
  indents = 0;
  /** Above 0: all on one line. */
  flat = 0;

  /** `most`: so many characters can be written; then `TooLong` is thrown. */
  constructor(most: number) {
    this.#left = most;
  }

  /** Words, in which white space is only that. */
  words(text: string): void {
    const words = text.replace(/\s+/g, ' ');
    const core = words.trim();
    if (words.startsWith(' ')) this.#space = true;
    if (core === '') return;
    this.verbatim(core);
    this.#space = words.endsWith(' ');
  }

  verbatim(text: string): void {
    this.#begin();
    this.#push(text);
  }

  /** In the place of what was taken. */
  putBack(text: string): void {
    if (text !== '') this.#push(text);
  }

  mark(): Mark {
    const mark: Mark = { at: undefined };
    this.#waiting.push(mark);
    return mark;
  }

  /** Takes away what was written since a mark. */
  take(mark: Mark): string {
    if (mark.at !== undefined) return this.#parts.splice(mark.at).join('');
    const place = this.#waiting.lastIndexOf(mark);
    if (place !== -1) this.#waiting.splice(place);
    return '';
  }

  space(): void {
    this.#space = true;
  }

  noSpace(): void {
    this.#space = false;
  }

  /** At least so many line breaks before what follows. */
  gap(lines: 1 | 2): void {
    if (this.flat > 0) this.#space = true;
    else this.#breaks = Math.max(this.#breaks, this.indents > 0 ? 1 : lines);
  }

  lineBreak(): void {
    if (this.flat > 0) this.#space = true;
    else this.#breaks = Math.min(2, this.#breaks + 1);
  }

  /** What stands before the next words, in the place of an indentation. */
  bullet(text: string): void {
    if (this.flat === 0)
      this.#bullet = '  '.repeat(Math.min(Math.max(0, this.indents - 1), MOST_INDENTS)) + text;
  }

  /** A line of its own, right below. */
  lineBelow(text: string): void {
    this.#push(`\n${this.#prefix()}${text}`);
  }

  toString(): string {
    return this.#parts.join('').trim();
  }

  #begin(): void {
    const isFirst = this.#parts.length === 0;
    if (isFirst || this.#breaks > 0) {
      const before = (isFirst ? '' : '\n'.repeat(this.#breaks)) + this.#prefix();
      if (before !== '') this.#push(before);
    } else if (this.#space) {
      this.#push(' ');
    }
    this.#breaks = 0;
    this.#space = false;
    if (this.#waiting.length === 0) return;
    for (const mark of this.#waiting) mark.at = this.#parts.length;
    this.#waiting = [];
  }

  #prefix(): string {
    const indent = this.#bullet ?? '  '.repeat(Math.min(this.indents, MOST_INDENTS));
    this.#bullet = undefined;
    return '> '.repeat(Math.min(this.quotes, MOST_QUOTES)) + indent;
  }

  #push(text: string): void {
    this.#left -= text.length;
    if (this.#left < 0) throw new TooLong();
    this.#parts.push(text);
  }
}
