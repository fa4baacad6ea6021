import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A value of a row. */
export type Cell = string | number | Buffer | null;

/**
 * Judges and makes the seals of rows.
 * `sealed`: the key is at hand. `deferred`: there has never been a key, so rows without a seal count.
 * `locked`: there has been a key but it is not at hand, so nothing counts.
 */
export interface Seals {
  readonly state: 'sealed' | 'deferred' | 'locked';
  sign(cells: readonly Cell[]): Buffer | null;
  counts(cells: readonly Cell[], seal: unknown): boolean;
}

/**
 * An unambiguous encoding of a list of values: a type letter, the length, the bytes. Without lengths, two different
 * rows could read as the same text and share a seal.
 */
export function encodeCells(cells: readonly Cell[]): Buffer {
  const parts: Buffer[] = [];
  for (const cell of cells) {
    const bytes =
      cell === null
        ? Buffer.alloc(0)
        : Buffer.isBuffer(cell)
          ? cell
          : Buffer.from(typeof cell === 'number' ? String(cell) : cell);
    const kind = cell === null ? 'z' : Buffer.isBuffer(cell) ? 'b' : typeof cell === 'number' ? 'n' : 's';
    parts.push(Buffer.from(`${kind}${bytes.length}:`), bytes);
  }
  return Buffer.concat(parts);
}

/** Seals with a key derived from the vault key, so that the vault key itself is used for nothing else. */
export function keyedSeals(vaultKey: Buffer): Seals {
  const key = Buffer.from(hkdfSync('sha256', vaultKey, Buffer.alloc(0), 'doorward state seal 1', 32));
  const sign = (cells: readonly Cell[]): Buffer =>
    createHmac('sha256', key).update(encodeCells(cells)).digest();
  return {
    state: 'sealed',
    sign,
    counts(cells, seal) {
      return seal instanceof Uint8Array && seal.length === 32 && timingSafeEqual(sign(cells), seal);
    },
  };
}

/** No key has ever been: rows carry no seal, and a seal that no key can have made does not count. */
export const deferredSeals: Seals = {
  state: 'deferred',
  sign: () => null,
  counts: (_cells, seal) => seal === null,
};

/** The key is away: what is written now will not count later either, and the host says so. */
export const lockedSeals: Seals = { state: 'locked', sign: () => null, counts: () => false };

/** Tells keys apart without telling anything about them. */
export function keyId(vaultKey: Buffer): string {
  return Buffer.from(hkdfSync('sha256', vaultKey, Buffer.alloc(0), 'doorward key id 1', 8)).toString('hex');
}
