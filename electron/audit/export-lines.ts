import { hash } from 'node:crypto';
import { z } from 'zod';
import { checkpoint } from './checkpoint.ts';
import { columns } from './row.ts';

// The format of an export that proves itself: JSON lines. A head, then rows, checkpoints and seals, a seal at the end.

/** Names of the cells of a row in an export, in the order of `columns`. */
export const cellNames = columns.map((column) =>
  column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The first line. */
export const exportHead = z.strictObject({
  doorward: z.literal('call log export'),
  version: z.literal(1),
  /** When it was made: milliseconds since the epoch. */
  at: z.int(),
  /** Public key of its seals; null when the log has no key. */
  key: digest.nullable(),
  /** What was asked for; absent when it holds every row from `first` to `last`. */
  only: z
    .strictObject({
      since: z.number().exactOptional(),
      until: z.number().exactOptional(),
      client: z.string().exactOptional(),
      server: z.string().exactOptional(),
    })
    .exactOptional(),
  /** The oldest and the newest row that the log had; 0 when it had none. */
  first: z.int().min(0),
  last: z.int().min(0),
});
export type ExportHead = z.infer<typeof exportHead>;

/** Vouches for every line before it. */
export const exportSeal = z.strictObject({
  /** How many lines that are. */
  lines: z.int().min(1),
  /** Their running digest. */
  digest,
  /** Whether this is the last line. */
  end: z.boolean(),
  signature: z
    .string()
    .regex(/^[0-9a-f]{128}$/)
    .nullable(),
});
export type ExportSeal = z.infer<typeof exportSeal>;

export const sealLine = z.strictObject({ seal: exportSeal });
export const checkpointLine = z.strictObject({ checkpoint });
/** The start of a row's line; its cells follow under `cellNames`, those that are empty left out. */
export const rowHead = z.looseObject({ seq: z.int(), hash: digest, previous: digest });

/** A seal comes after so many lines at the latest. */
export const sealEvery = 1000;

/** The running digest of no line. */
export const noLines = hash('sha256', 'doorward call log export, format 1', 'hex');
/** The running digest with one more line. */
export const withLine = (before: string, line: string): string => hash('sha256', `${before}${line}`, 'hex');

/** What a seal's signature is of. */
export const sealText = ({ lines, digest: of, end }: Omit<ExportSeal, 'signature'>): string =>
  `doorward call log export 1\n${JSON.stringify([lines, of, end])}`;

/** The line of a row. */
export function rowLine(seq: number, hashOfRow: string, previous: string, cells: readonly unknown[]): string {
  const line: Record<string, unknown> = { seq, hash: hashOfRow, previous };
  for (const [index, name] of cellNames.entries()) {
    const cell = cells[index] ?? null;
    if (cell !== null) line[name] = cell;
  }
  return JSON.stringify(line);
}

/** The cells of a row's line in the order of `columns`; undefined when it has a key that no row has. */
export function cellsOf(line: Readonly<Record<string, unknown>>): unknown[] | undefined {
  const { seq: _seq, hash: _hash, previous: _previous, ...rest } = line;
  if (Object.keys(rest).some((key) => !cellNames.includes(key))) return undefined;
  return cellNames.map((name) => rest[name] ?? null);
}
