const ROOM = 512;
/** A shorter stretch is copied sooner than it is cut out. */
const SHORT = 16;
/** Pieces are joined when there are so many, so that a text of a million of them takes up no more than a few times its size. */
const MANY = 4096;

/**
 * Puts a text together from single characters and stretches of another, at the price of one store for a character:
 * a string that grows by one is a tree of a million nodes in the end.
 */
export class TextWriter {
  /** How many UTF-16 units were written. */
  length = 0;
  private readonly joined: string[] = [];
  private pieces: string[] = [];
  /** Characters below 256 that are no piece yet. */
  private low: Buffer | undefined;
  private used = 0;

  /** A character by its code point, or half of one by its unit. */
  put(code: number): void {
    if (code > 0xff) {
      this.piece(String.fromCodePoint(code));
      return;
    }
    this.low ??= Buffer.allocUnsafe(ROOM);
    this.low[this.used++] = code;
    this.length++;
    if (this.used === ROOM) this.flush();
  }

  /** A stretch of a text. */
  copy(text: string, from: number, to: number): void {
    let at = from;
    if (to - from <= SHORT) while (at < to && text.charCodeAt(at) <= 0xff) this.put(text.charCodeAt(at++));
    if (at < to) this.piece(text.slice(at, to));
  }

  /** All that was written. Nothing may be written behind it. */
  end(): string {
    this.flush();
    if (this.joined.length === 0)
      return this.pieces.length === 1 ? (this.pieces[0] as string) : this.pieces.join('');
    return this.joined.join('') + this.pieces.join('');
  }

  private piece(text: string): void {
    this.flush();
    this.length += text.length;
    this.pieces.push(text);
    if (this.pieces.length < MANY) return;
    this.joined.push(this.pieces.join(''));
    this.pieces = [];
  }

  private flush(): void {
    if (this.used === 0) return;
    this.pieces.push((this.low as Buffer).toString('latin1', 0, this.used));
    this.used = 0;
  }
}
