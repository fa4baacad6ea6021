import type { DatabaseSync } from 'node:sqlite';
import type { LogAnchor } from './anchor.ts';
import {
  type Checkpoint,
  checkpointDigest,
  checkpointGenesis,
  type CheckpointNote,
  findCheckpoint,
  insertCheckpoint,
  isSigned,
  signCheckpoint,
} from './checkpoint.ts';
import type { Head } from './database.ts';
import { genesis } from './row.ts';
import type { Signer } from './signer.ts';

/** A checkpoint is written after so many rows. */
export const markRows = 1000;
/** And after so many milliseconds, when there is a new row. */
export const markMs = 5 * 60_000;

/** Keeps the checkpoints of an open log. Nothing here is on the road; everything throws what SQLite throws. */
export interface Keeper {
  /**
   * Looks at the log as it was opened, notes what was found, and gives what a person should know. When the disk does not
   * take the note it throws, and has to be called again: until then nothing is vouched for and nothing reached is told,
   * or a rolled-back log would pass for the one that was left as soon as there is room on the disk (S11).
   */
  begin(): string | undefined;
  /** Whether that is done. */
  begun(): boolean;
  /** Whether a checkpoint is due. */
  due(): boolean;
  /** Writes a checkpoint of the newest row; nothing when there is one already. */
  mark(kind: 'mark' | 'close'): void;
  /**
   * Removes the rows up to the oldest checkpoint, if `old` calls its row old, and records that, all at once. Gives how
   * many rows went; 0 when there is nothing to remove. The newest row always stays.
   */
  cut(old: (row: { readonly at: number }) => boolean): number;
  /** Notes that a person accepted what this checkpoint says, which had been noticed. */
  accept(noticed: Checkpoint): void;
  /** How far the log has come. */
  reached(): LogAnchor;
}

/** What a keeper works on. */
export interface KeeperPorts {
  readonly db: DatabaseSync;
  readonly head: () => Head;
  /** Without one, a log has no checkpoints but that of what was removed, which nobody signed. */
  readonly signer: Signer | undefined;
  /** The signer of the key before, while the key is being replaced. */
  readonly before: Signer | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How far the log had come as it was kept elsewhere, and the damaged file that was set aside for this one. */
  readonly found: { readonly anchor?: LogAnchor; readonly aside?: string };
}

interface End {
  readonly first: number;
  readonly base: string;
}

const notContinued =
  'The call log is not the one that Doorward left: rows were changed or removed, or an older copy was put in its place. New calls are still recorded, and this is noted in the log. Run "doorward log verify" to see where.';

const otherKey =
  'The call log was signed with another key than the one of this profile: the key was lost or replaced outside Doorward, or another log was put in place of this one. New calls are still recorded, and this is noted in the log.';

/** The keeper of a log. */
export function createKeeper({ db, head, signer, before, now, found }: KeeperPorts): Keeper {
  /** The newest row as it was found; rows may be written before the first note can be. */
  const opened = head();
  let begun = false;
  let last = findCheckpoint(db, 'ORDER BY n DESC');
  let markedAt = last?.at ?? now();
  const rowAt = db.prepare('SELECT hash, at FROM legs WHERE seq = ?');
  const hashAt = (seq: number): unknown => rowAt.get(seq)?.['hash'];
  const kept = (): End => ({ first: last?.first ?? 1, base: last?.base ?? genesis });

  const add = (
    kind: Checkpoint['kind'],
    note?: CheckpointNote,
    { end = kept(), by = signer, at = head() }: { end?: End; by?: Signer | undefined; at?: Head } = {},
  ): void => {
    const made = signCheckpoint(
      {
        n: (last?.n ?? 0) + 1,
        kind,
        at: now(),
        seq: at.seq,
        hash: at.hash,
        first: end.first,
        base: end.base,
        note: note === undefined ? null : JSON.stringify(note),
        previous: last === undefined ? checkpointGenesis : checkpointDigest(last),
      },
      by,
    );
    insertCheckpoint(db, made);
    last = made;
    markedAt = made.at;
  };

  /** Whether the log has the row that was reached, or removed it by age. */
  const holds = ({ seq, hash }: Head): boolean => {
    const { first, base } = kept();
    if (seq < first - 1) return true;
    return (seq === first - 1 ? base : hashAt(seq)) === hash;
  };

  const atOnce = (act: () => void): void => {
    const undo = { last, markedAt };
    db.exec('BEGIN IMMEDIATE');
    try {
      act();
      db.exec('COMMIT');
    } catch (error) {
      const made = last;
      ({ last, markedAt } = undo);
      if (db.isTransaction) db.exec('ROLLBACK');
      const there = findCheckpoint(db, 'ORDER BY n DESC');
      const isMade = made !== undefined && there !== undefined && made !== last;
      if (!isMade || checkpointDigest(there) !== checkpointDigest(made)) throw error;
      // However the disk answered, it is there; once more, it would be in the way of itself.
      last = made;
      markedAt = made.at;
    }
  };

  /** A log from before there were checkpoints gets them all at once, so that it too can be cut in small pieces. */
  const marksOfOld = (): void => {
    const { seq } = opened;
    const step = Math.max(markRows, Math.ceil(seq / 2000));
    for (let at = step; at < seq; at += step) {
      const hash = hashAt(at);
      if (typeof hash === 'string') add('mark', undefined, { at: { seq: at, hash } });
    }
  };

  const begin = (): string | undefined => {
    const { anchor, aside } = found;
    if (signer === undefined) {
      // Rows behind a log that was closed would else look like somebody else's.
      if (last !== undefined && last.kind !== 'keyless')
        atOnce(() => add('keyless', undefined, { at: opened }));
      return undefined;
    }
    const lost = anchor !== undefined && anchor.n > 0 ? { seq: anchor.seq, hash: anchor.hash } : undefined;
    if (last === undefined && (lost === undefined || opened.seq === 0)) {
      const note = {
        ...(lost === undefined ? {} : { lost }),
        ...(aside === undefined ? {} : { aside: aside.slice(-300) }),
      };
      atOnce(() => {
        add('begin', note, { at: { seq: 0, hash: genesis } });
        marksOfOld();
      });
      return lost === undefined || aside !== undefined
        ? undefined
        : `The call log that was here is gone: ${lost.seq} rows had been recorded, and it was removed outside Doorward. This is noted in the new one.`;
    }
    const vouched =
      last?.kind === 'keyless' ? findCheckpoint(db, 'WHERE key IS NOT NULL ORDER BY n DESC') : last;
    const ours = vouched?.key === signer.key || (before !== undefined && vouched?.key === before.key);
    const signed =
      vouched === undefined || vouched.key === null ? lost === undefined : ours && isSigned(vouched);
    const added = last?.kind === 'close' && opened.seq > last.seq;
    const continues =
      signed &&
      !added &&
      last !== undefined &&
      holds(last) &&
      (vouched === undefined || holds(vouched)) &&
      (anchor === undefined || (anchor.n <= last.n && holds(anchor)));
    if (!continues) {
      atOnce(() => add('break', lost === undefined ? {} : { lost }, { at: opened }));
      return vouched !== undefined && vouched.key !== null && !ours ? otherKey : notContinued;
    }
    atOnce(() => {
      if (before !== undefined && vouched?.key === before.key)
        add('key', { next: signer.key }, { by: before });
      add('mark', undefined, { at: opened });
    });
    return undefined;
  };

  return {
    begin() {
      if (begun) return undefined;
      const notice = begin();
      begun = true;
      return notice;
    },
    begun: () => begun,

    due() {
      if (!begun) return false;
      const fresh = head().seq - (last?.seq ?? 0);
      // Rows behind a log that was closed are not ours: that it is open again is said before there are any.
      if (signer !== undefined && fresh > 0 && last?.kind === 'close') return true;
      return signer !== undefined && fresh > 0 && (fresh >= markRows || Math.abs(now() - markedAt) >= markMs);
    },

    mark(kind) {
      if (begun && signer !== undefined && head().seq !== (last?.seq ?? 0)) add(kind);
    },

    cut(old) {
      if (!begun) return 0;
      const { first } = kept();
      const at = signer === undefined ? undefined : findCheckpoint(db, 'WHERE seq >= ? ORDER BY n', first);
      const seq = signer === undefined ? first + markRows - 1 : at?.seq;
      if (seq === undefined || seq >= head().seq) return 0;
      const row = rowAt.get(seq);
      const hash = row?.['hash'];
      // Where the chain is broken nothing is removed: what is left of it may be wanted.
      if (typeof hash !== 'string' || (at !== undefined && at.hash !== hash)) return 0;
      if (!old({ at: Number(row?.['at']) })) return 0;
      let gone = 0;
      atOnce(() => {
        gone = Number(db.prepare('DELETE FROM legs WHERE seq <= ?').run(seq).changes);
        const note =
          at === undefined
            ? {
                kept: (last?.n ?? 0) + 1,
                before: last === undefined ? checkpointGenesis : checkpointDigest(last),
              }
            : { kept: at.n, before: at.previous };
        add('cut', note, { end: { first: seq + 1, base: hash } });
        db.prepare('DELETE FROM checkpoints WHERE n < ?').run(note.kept);
      });
      return gone;
    },

    accept(noticed) {
      atOnce(() => add('accept', { accepts: { n: noticed.n, digest: checkpointDigest(noticed) } }));
    },

    reached: () => ({ seq: head().seq, hash: head().hash, n: last?.n ?? 0 }),
  };
}
