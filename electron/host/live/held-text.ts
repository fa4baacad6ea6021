import { PREVIEW_CHARS } from '../../../shared/model/live-bounds.ts';
import type { CutText } from '../../../shared/model/live.ts';
import type { KnownSecrets } from '../../log/redact.ts';

/** What is shown of a long text at most, in bytes of its beginning and of its end. */
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 4 * 1024;
/** Kept beside what is shown, so that a token that lies across the cut is recognised by its name or beginning. */
const MARGIN_BYTES = 8 * 1024;
const HELD_BYTES = HEAD_BYTES + TAIL_BYTES + 2 * MARGIN_BYTES;
/** What a preview is made of, before white space is taken together; and what is looked at behind it. */
const PREVIEW_BYTES = 4 * PREVIEW_CHARS;
const PREVIEW_MARGIN = 1536;

/** A text as it is kept: a copy of it, or of its beginning and its end. Not redacted; it leaves through functions here only. */
export interface HeldText {
  readonly head: Buffer;
  /** Absent when `head` is everything. */
  readonly tail?: Buffer;
  /** Length of the whole. */
  readonly bytes: number;
}

/** Copies what is kept of a text (UTF-8). The copy has memory of its own, so that it holds no larger message alive. */
export function hold(text: Buffer): HeldText {
  if (text.length <= HELD_BYTES) return { head: copy(text), bytes: text.length };
  const end = boundary(text, HEAD_BYTES + MARGIN_BYTES);
  const begin = boundary(text, text.length - TAIL_BYTES - MARGIN_BYTES);
  return { head: copy(text.subarray(0, end)), tail: copy(text.subarray(begin)), bytes: text.length };
}

/** Bytes that a held text takes up. */
export function sizeOf({ head, tail }: HeldText): number {
  return head.length + (tail?.length ?? 0);
}

/** The text as it may leave the host: redacted, and when it is long with its middle left out. */
export function shown({ head, tail, bytes }: HeldText, secrets: Pick<KnownSecrets, 'cut'>): CutText {
  const begin = head.toString('utf8');
  if (bytes <= HEAD_BYTES + TAIL_BYTES)
    return { head: secrets.cut(begin, 0, begin.length, { before: false, after: false }), bytes };
  const headEnd = unitsIn(head, HEAD_BYTES);
  const first = secrets.cut(begin, 0, headEnd, { before: false, after: tail !== undefined });
  const last = tail ?? head;
  const end = tail?.toString('utf8') ?? begin;
  const tailStart = unitsIn(last, last.length - TAIL_BYTES);
  const edges = { before: tail !== undefined, after: false };
  return { head: first, tail: secrets.cut(end, tailStart, end.length, edges), bytes };
}

/** The beginning of a text on one line, redacted, at most `PREVIEW_CHARS` long. */
export function previewOf({ head, tail }: HeldText, secrets: Pick<KnownSecrets, 'cut'>): string {
  const looked = head.subarray(0, boundary(head, PREVIEW_BYTES + PREVIEW_MARGIN));
  const text = looked.toString('utf8');
  const more = looked.length < head.length || tail !== undefined;
  const end = unitsIn(looked, PREVIEW_BYTES);
  const safe = oneLine(secrets.cut(text, 0, end, { before: false, after: more }));
  return cutAt(end < text.length ? `${safe}…` : safe, PREVIEW_CHARS);
}

/**
 * A short text of an app or a server as it may leave the host: redacted, at most `limit` units long. `cutBefore`: it
 * was cut already and ends in an ellipsis, so a secret may lie across its end.
 */
export function shortText(
  text: string,
  limit: number,
  secrets: Pick<KnownSecrets, 'cut'>,
  cutBefore = false,
): string {
  const source = cutBefore ? text.slice(0, -1) : text;
  const looked = source.slice(0, limit + PREVIEW_MARGIN);
  const more = cutBefore || looked.length < source.length;
  const safe = secrets.cut(looked, 0, Math.min(limit, looked.length), { before: false, after: more });
  return cutAt(more || looked.length > limit ? `${safe}…` : safe, limit);
}

/** At most so many units, never half a character; an ellipsis stands for the rest. */
function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text.isWellFormed() ? text : text.toWellFormed();
  const unit = text.charCodeAt(limit - 2);
  return `${text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? limit - 2 : limit - 1)}…`.toWellFormed();
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+ */g, ' ');
}

/** UTF-16 units of the first `bytes` bytes, whole characters only. */
function unitsIn(text: Buffer, bytes: number): number {
  return text.toString('utf8', 0, boundary(text, bytes)).length;
}

/** The place at or before `at` where a character begins. */
function boundary(text: Buffer, at: number): number {
  if (at >= text.length) return text.length;
  let place = Math.max(at, 0);
  while (place > 0 && ((text[place] ?? 0) & 0xc0) === 0x80) place--;
  return place;
}

function copy(text: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(text.length);
  text.copy(own);
  return own;
}
