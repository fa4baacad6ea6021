import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { genesis } from './row.ts';
import { type Signer, signatureJudge } from './signer.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What was true of the log at one moment, signed: its newest row, and its oldest when earlier ones were removed.
 * `begin`: the first one of a file. `mark`: every so many rows or minutes. `close`: the log was closed in order.
 * `cut`: rows before `first` were removed because they were old. `break`: what was found did not continue what had
 * been there, and was noticed. `accept`: a person accepted that. `key`: the key was replaced, and the one before hands over. `keyless`: it was opened
 * without the key, so that what follows is not signed until it is there again; this one is not signed either.
 */
export const checkpoint = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  n: z.int().min(1),
  kind: z.enum(['begin', 'mark', 'close', 'cut', 'break', 'accept', 'key', 'keyless']),
  /** Milliseconds since the epoch. */
  at: z.int(),
  /** The newest row and its hash; 0 and `genesis` for an empty log. */
  seq: z.int().min(0),
  hash: digest,
  /** The oldest row that is kept, and the hash of the row before it. */
  first: z.int().min(1),
  base: digest,
  /** JSON of `checkpointNote`. */
  note: z.string().max(2000).nullable(),
  /** Digest of the checkpoint before; a fixed one for the first. */
  previous: digest,
  /** Public key of the signature; null for a log without a key. */
  key: digest.nullable(),
  signature: z
    .string()
    .regex(/^[0-9a-f]{128}$/)
    .nullable(),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** What a checkpoint says besides. */
export const checkpointNote = z.object({
  /** `cut`: the oldest checkpoint that is kept, and the digest of the one before it. */
  kept: z.int().min(1).exactOptional(),
  before: digest.exactOptional(),
  /** `begin` and `break`: what had been reached before and is not there. */
  lost: z.object({ seq: z.int().min(0), hash: digest }).exactOptional(),
  /** `begin`: name of the damaged file that was set aside. */
  aside: z.string().max(300).exactOptional(),
  /** `accept`: the `break` that a person accepted. */
  accepts: z.object({ n: z.int().min(1), digest }).exactOptional(),
  /** `key`: the key that goes on. */
  next: digest.exactOptional(),
});
export type CheckpointNote = z.infer<typeof checkpointNote>;

/** What the first checkpoint is chained to. */
export const checkpointGenesis = hash('sha256', 'doorward call log checkpoints, format 1', 'hex');

const canonical = (given: Omit<Checkpoint, 'signature'>): string =>
  JSON.stringify([
    given.n,
    given.kind,
    given.at,
    given.seq,
    given.hash,
    given.first,
    given.base,
    given.note,
    given.previous,
    given.key,
  ]);

/** What the next checkpoint is chained to. */
export const checkpointDigest = (given: Omit<Checkpoint, 'signature'>): string =>
  hash('sha256', canonical(given), 'hex');

const signed = (given: Omit<Checkpoint, 'signature'>): string =>
  `doorward call log checkpoint 1\n${canonical(given)}`;

/** The checkpoint with its signature; unsigned without a signer. */
export function signCheckpoint(
  given: Omit<Checkpoint, 'key' | 'signature'>,
  signer: Signer | undefined,
): Checkpoint {
  const bare = { ...given, key: signer?.key ?? null };
  return { ...bare, signature: signer?.sign(signed(bare)) ?? null };
}

/** The note of a checkpoint; nothing when it has none that can be read. */
export function noteOf({ note }: Pick<Checkpoint, 'note'>): CheckpointNote {
  try {
    const parsed = checkpointNote.safeParse(JSON.parse(note ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** Whether the signature of one checkpoint is right, whoever's it is. */
export const isSigned = (one: Checkpoint): boolean =>
  one.key !== null && one.signature !== null && signatureJudge(one.key)(signed(one), one.signature);

/** What came of judging a list of checkpoints. */
export interface JudgedCheckpoints {
  /** Why they do not count; absent when they fit together. */
  readonly wrong?: string;
  /** The newest one. */
  readonly last?: Checkpoint;
  /** The oldest row that is kept, and what it is chained to. */
  readonly first: number;
  readonly base: string;
  /** The key that vouches for everything up to the newest checkpoint. */
  readonly key?: string;
  /** Whether that key is one of those that were known from elsewhere. */
  readonly known: boolean;
}

/**
 * Judges checkpoints, oldest first: numbered without a gap, each chained to the one before, each signature right. Each
 * vouches by its chain for all before it, so only the newest has to be of a key that is `trusted`; a trusted key may
 * hand over to the next. `own` is one that is recognised. Without `trusted`, they only prove that one and the same key signed them, whoever has it.
 */
export function judgeCheckpoints(
  list: readonly Checkpoint[],
  trusted?: readonly string[],
  own?: string,
): JudgedCheckpoints {
  const last = list.at(-1);
  const known = new Set(trusted);
  const none = { first: 1, base: genesis, known: false };
  if (last === undefined)
    return known.size === 0 ? none : { ...none, wrong: 'It holds no signed checkpoint of this key.' };
  const kept = list.findLast(({ kind }) => kind === 'cut');
  const { kept: from = 1, before = checkpointGenesis } = kept === undefined ? {} : noteOf(kept);
  const judges = new Map<string, ReturnType<typeof signatureJudge>>();
  const state = { first: last.first, base: last.base, last, known: false };
  let expected = from;
  let previous = before;
  for (const one of list) {
    const wrong = (why: string) => ({ ...state, wrong: `Checkpoint ${expected} ${why}.` });
    if (one.n !== expected) return wrong('is missing');
    if (one.previous !== previous) return wrong('does not follow the one before it');
    if ((one.key === null) !== (one.signature === null)) return wrong('has no whole signature');
    if (one.key !== null && one.signature !== null) {
      const judge = judges.get(one.key) ?? signatureJudge(one.key);
      judges.set(one.key, judge);
      if (!judge(signed(one), one.signature)) return wrong('has a signature that does not fit');
      const { next } = noteOf(one);
      if (one.kind === 'key' && next !== undefined && known.has(one.key)) known.add(next);
    }
    previous = checkpointDigest(one);
    expected += 1;
  }
  // What was written without the key at hand can only come behind what was signed.
  const { key } = list.findLast(({ kind }) => kind !== 'keyless') ?? last;
  if (key === null)
    return known.size === 0 ? state : { ...state, wrong: 'Its newest checkpoint is not signed.' };
  const whose = { ...state, key, known: known.has(key) || key === own };
  return known.size === 0 || known.has(key)
    ? whose
    : { ...whose, wrong: `It is signed by another key: ${key}.` };
}

const fields = 'n, kind, at, seq, hash, first, base, note, previous, key, signature';

/** The checkpoints of a log, oldest first. A row that Doorward would never write ends the list, and is missed. */
export function readCheckpoints(db: DatabaseSync): Checkpoint[] {
  const list: Checkpoint[] = [];
  for (const row of db.prepare(`SELECT ${fields} FROM checkpoints ORDER BY n`).iterate()) {
    const parsed = checkpoint.safeParse({ ...row });
    // An unreadable one keeps its place with a number that cannot follow, so that it is named.
    if (!parsed.success) {
      const missing = (list.at(-1)?.n ?? 0) + 2;
      list.push({ ...unreadable, n: missing });
      break;
    }
    list.push(parsed.data);
  }
  return list;
}

const unreadable: Checkpoint = {
  n: 1,
  kind: 'mark',
  at: 0,
  seq: 0,
  hash: genesis,
  first: 1,
  base: genesis,
  note: null,
  previous: genesis,
  key: null,
  signature: null,
};

/** The checkpoint that a condition on the table finds first; undefined as well when it is none of ours. */
export function findCheckpoint(
  db: DatabaseSync,
  condition: 'ORDER BY n DESC' | 'WHERE key IS NOT NULL ORDER BY n DESC' | 'WHERE seq >= ? ORDER BY n',
  ...values: readonly number[]
): Checkpoint | undefined {
  const row = db.prepare(`SELECT ${fields} FROM checkpoints ${condition} LIMIT 1`).get(...values);
  const parsed = checkpoint.safeParse({ ...row });
  return parsed.success ? parsed.data : undefined;
}

/** Writes a checkpoint. Throws what SQLite throws. */
export function insertCheckpoint(db: DatabaseSync, one: Checkpoint): void {
  db.prepare(`INSERT INTO checkpoints (${fields}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    one.n,
    one.kind,
    one.at,
    one.seq,
    one.hash,
    one.first,
    one.base,
    one.note,
    one.previous,
    one.key,
    one.signature,
  );
}
