import type { LogTexts } from '../../../shared/model/log-texts.ts';

/** How much of a text the log keeps, in UTF-16 units; of what is longer it keeps the beginning, its size and digest. */
const KEPT_UNITS = 4096;
/** How much more is looked at, so that a secret across the end of what is kept is recognised by its whole. */
const MARGIN_UNITS = 2048;
/** What is looked at, in bytes; a unit has three at most. */
const WINDOW_BYTES = 8 * 1024;

/** How much is kept of a text of which `length` units are at hand. */
export const keptUnits = (length: number, cut: boolean): number =>
  Math.min(KEPT_UNITS, cut ? Math.max(0, length - MARGIN_UNITS) : KEPT_UNITS);

/**
 * A text on its way to the log's thread, as it crossed. It is never written like that: that thread takes out what may
 * not be kept first (`TextKeeper`).
 */
export interface RawText {
  readonly keep: LogTexts;
  /** The beginning of the text; undefined where there is none or none is kept. */
  readonly text: string | undefined;
  /** It goes on behind that. */
  readonly cut: boolean;
}

/** The part of a text (UTF-8) that the log's thread needs, as a copy that holds no message alive. */
export function rawText(keep: LogTexts, bytes: Buffer | undefined): RawText {
  if (bytes === undefined || keep === 'digests') return { keep, text: undefined, cut: false };
  if (bytes.length <= WINDOW_BYTES) return { keep, text: bytes.toString('utf8'), cut: false };
  let end = WINDOW_BYTES;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return { keep, text: bytes.toString('utf8', 0, end), cut: true };
}

const LETTERS = { full: 'f', redacted: 'r', digests: 'd' } as const;

/** The cell in which a text travels; without one, nothing is known of it and names are redacted still. */
export const rawCell = (raw: RawText | undefined): string | null =>
  raw === undefined ? null : `${LETTERS[raw.keep]}${raw.cut ? '…' : ' '}${raw.text ?? ''}`;

/** The same cell without its text: how names are kept is still told. */
export const withoutText = ({ keep }: RawText): RawText => ({ keep, text: undefined, cut: false });

/** Reads such a cell. Anything else counts as a row of which nothing was said. */
export function readRawCell(cell: unknown): RawText {
  if (typeof cell !== 'string' || cell.length < 2) return { keep: 'redacted', text: undefined, cut: false };
  const keep = cell[0] === 'f' ? 'full' : cell[0] === 'd' ? 'digests' : 'redacted';
  return { keep, text: cell.length === 2 ? undefined : cell.slice(2), cut: cell[1] === '…' };
}
