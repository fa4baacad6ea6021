import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { scryptKey } from '../vault/scrypt.ts';
import { parseRecord, type SealedRows, sealedTable } from './sealed/sealed-rows.ts';

/** The operator's key: who presents it may loosen things. */
export interface Operator {
  /** Whether a key is set, kept or for this run. */
  isSet(): boolean;
  /** Whether a kept key was found that does not count, so that no new one can be set without a person's doing. */
  readonly distrusted: boolean;
  /** Judges a presented key. Wrong ones are slowed down, all callers together. */
  check(key: string | undefined): Promise<Result<void, 'operator'>>;
  /** Keeps a new key; whoever calls this has checked the present one. */
  set(key: string): Promise<void>;
}

const verifier = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
type Verifier = z.infer<typeof verifier>;

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** So many wrong keys in a minute, then every further one waits for the minute to end. */
const FREE_TRIES = 5;
const WINDOW_MS = 60_000;

async function verifierOf(key: string, salt = randomBytes(16)): Promise<Verifier> {
  const hash = await scryptKey(key.normalize('NFC'), salt, 32, COST);
  return { salt: salt.toString('hex'), hash: hash.toString('hex') };
}

async function fits(key: string, wanted: Verifier): Promise<boolean> {
  const { hash } = await verifierOf(key, Buffer.from(wanted.salt, 'hex'));
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(wanted.hash, 'hex'));
}

/**
 * Opens the operator's key. `forThisRun` (DOORWARD_OPERATOR_KEY given to `serve`) stands in while none is kept; when
 * one is kept it must be the same, or an agent could restart the host with a key of its own.
 */
export async function openOperator(
  rows: SealedRows,
  forThisRun: string | undefined,
  now: () => number,
): Promise<Result<Operator, 'operator'>> {
  const table = sealedTable('choices');
  const row = rows.load(table).find(({ keys }) => keys[0] === 'operator');
  let kept = row?.counts === true ? parseRecord(verifier, row.values[0]) : undefined;
  const distrusted = (row !== undefined && kept === undefined) || rows.missing(table, ['operator']);
  if (kept !== undefined && forThisRun !== undefined && !(await fits(forThisRun, kept)))
    return fail(
      'operator',
      "DOORWARD_OPERATOR_KEY is not the operator's key of this profile. Correct it, or leave it out.",
    );
  // Made while the host starts: who checks a key waits for it, and nobody else.
  let run = kept === undefined && forThisRun !== undefined ? verifierOf(forThisRun) : undefined;
  // Whoever checks a key hears when it could not be made.
  run?.catch(() => undefined);
  let wrong: number[] = [];
  /** One at a time: each costs memory and time on purpose. */
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function judge(key: string): Promise<Result<void, 'operator'>> {
    const wanted = kept ?? (await run);
    if (wanted === undefined) return fail('operator', noKey(distrusted));
    const since = now() - WINDOW_MS;
    wrong = wrong.filter((at) => at > since && at <= now());
    if (wrong.length >= FREE_TRIES)
      return fail('operator', "Too many wrong operator's keys. Wait a minute, then try again.");
    if (await fits(key, wanted)) return ok(undefined);
    wrong.push(now());
    return fail('operator', "That is not the operator's key. Nothing was changed.");
  }

  return ok({
    distrusted,
    isSet: () => (kept ?? run) !== undefined,
    async check(key) {
      if ((kept ?? run) === undefined) return fail('operator', noKey(distrusted));
      if (key === undefined)
        return fail(
          'operator',
          "This needs the operator's key. Give it at the prompt of a terminal, with --operator-key-fd, or in DOORWARD_OPERATOR_KEY.",
        );
      if (waiting >= 8) return fail('operator', "Too many operator's keys at once. Try again in a moment.");
      waiting++;
      const mine = turn.then(() => judge(key));
      turn = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        waiting--;
      }
    },
    async set(key) {
      const next = await verifierOf(key);
      rows.put(table, ['operator'], [JSON.stringify(next)]);
      kept = next;
      run = undefined;
    },
  });
}

function noKey(distrusted: boolean): string {
  return distrusted
    ? "This needs the operator's key, and the kept one was changed outside Doorward or cannot be checked while the vault is locked."
    : 'This needs the operator\'s key, and none is set. Set one at a terminal with "doorward operator set", or do it at the terminal where Doorward runs.';
}
