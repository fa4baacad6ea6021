import { createHash } from 'node:crypto';
import { z } from 'zod';
import { connectMode, connectWay } from '../../../shared/model/ai-app.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { canonicalText, type Plain } from '../edit/plain.ts';

const sha = z.string().regex(/^[0-9a-f]{64}$/);

/** One time that an app's file was changed. What was there before is in a backup of its own. */
const appStep = z.strictObject({
  at: z.number(),
  file: z.string(),
  mode: connectMode,
  way: connectWay,
  client: z.string(),
  /** The identity was made for this; taking back takes it away again. */
  clientAdded: z.boolean(),
  /** Name of the backup; null: there was no file. */
  backup: z.string().nullable(),
  before: sha.nullable(),
  after: sha,
  /** The entries that were written, by their digests, or taken out (null). */
  entries: z.array(
    z.strictObject({
      holder: z.array(z.string()),
      name: z.string(),
      list: z.boolean().optional(),
      digest: sha.nullable(),
    }),
  ),
});
export type AppStep = z.infer<typeof appStep>;

/** What is remembered of one app. */
const appRecord = z.strictObject({
  steps: z.array(appStep).default([]),
  /** Digests of entries that a person knows to go past Doorward. */
  baseline: z.array(sha).optional(),
  /** What is done as soon as the app has quit. */
  waits: z
    .strictObject({
      kind: z.enum(['connect', 'undo']),
      mode: connectMode.optional(),
      way: connectWay.optional(),
    })
    .optional(),
});
export type AppRecord = z.infer<typeof appRecord>;

const ledger = z.strictObject({ version: z.literal(1), apps: z.record(z.string(), appRecord) });
export type Ledger = z.infer<typeof ledger>;

export const emptyLedger: Ledger = { version: 1, apps: {} };

/** Reads what is remembered. Refused with a sentence when it is not whole: then nothing may be written or taken back. */
export function readLedger(text: string | undefined): Result<Ledger> {
  if (text === undefined) return ok(emptyLedger);
  try {
    return ok(ledger.parse(JSON.parse(text)));
  } catch {
    return fail(
      'malformed',
      'What Doorward noted about connected AI apps ("apps/apps.json" in its profile) cannot be read, so no app is changed. Put a good copy in its place.',
    );
  }
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** A digest of what an entry says, whatever its layout. */
export const valueDigest = (value: Plain): string => sha256(canonicalText(value));

/** What is kept of apps: a ledger, and the files as they were. */
export interface AppStore {
  /** Undefined: there is none yet. Refused: it cannot be read. */
  readLedger(): Result<string | undefined>;
  /** On disk when it returns. */
  writeLedger(text: string): Result<void>;
  readBackup(name: string): Result<Buffer>;
  /** On disk when it returns, under a name that nothing had. */
  writeBackup(app: string, bytes: Buffer): Result<string>;
  removeBackup(name: string): void;
}
