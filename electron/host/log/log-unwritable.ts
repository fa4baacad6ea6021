import type { Unwritable } from '../../../shared/ipc/log-care-contract.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { OpenAuditLog } from '../../audit/audit-log.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

/** What happens to calls while the log cannot be written. */
export interface UnwritableChoice {
  /** What holds now. */
  now(): Unwritable;
  /** Whether an organisation wants every call on record. */
  fixed(): boolean;
  /** On disk when it returns. */
  set(next: Unwritable): Result<void, 'refused'>;
}

export interface UnwritablePorts {
  readonly rows: SealedRows;
  /** Whether an organisation wants every call on record. */
  readonly mustRecord: () => boolean;
}

/** The choice of a host that has none. */
export const ALWAYS_REFUSED: UnwritableChoice = {
  now: () => 'refuse',
  fixed: () => true,
  set: () => fail('refused', 'This cannot be chosen here.'),
};

const NAME = ['log-unwritable'];

/**
 * Opens the choice. Calls are refused unless a person chose otherwise, and it is kept sealed. Attack: fill the disk, or
 * write the choice into a file, so that calls pass without a trace; a choice that does not count is none.
 */
export function openUnwritable({ rows, mustRecord }: UnwritablePorts): UnwritableChoice {
  const table = sealedTable('choices');
  const found = rows.load(table).find(({ keys }) => keys[0] === NAME[0]);
  let passes = found?.counts === true && found.values[0] === 'pass';
  return {
    now: () => (passes && !mustRecord() ? 'pass' : 'refuse'),
    fixed: mustRecord,
    set(next) {
      if (next === 'pass' && mustRecord())
        return fail('refused', 'Your organisation wants every call on record.');
      // What takes away holds at once, also when the disk does not take it.
      if (next === 'refuse') passes = false;
      if (next === 'pass') rows.put(table, NAME, [next]);
      else rows.remove(table, NAME);
      passes = next === 'pass';
      return ok(undefined);
    },
  };
}

/** A log that lets calls pass which it cannot record, where that was chosen. */
export interface LenientLog {
  readonly audit: OpenAuditLog;
  /** Calls that passed before they were on record. */
  readonly passed: () => number;
}

/**
 * Lets a call pass that cannot be recorded, if `passes` says so then, and counts it. Its row is still queued: it is
 * written when the disk takes rows again before the queue is full. Nothing passes once the log is being closed.
 */
export function lenient(audit: OpenAuditLog, passes: () => boolean): LenientLog {
  let passed = 0;
  let closing = false;
  return {
    passed: () => passed,
    audit: {
      ...audit,
      appendDurable(row, then, raw) {
        audit.appendDurable(
          row,
          (error) => {
            if (error === undefined || closing || !passes()) {
              then(error);
              return;
            }
            passed += 1;
            audit.append(row, raw);
            then();
          },
          raw,
        );
      },
      close() {
        closing = true;
        return audit.close();
      },
    },
  };
}

/** What a person should know of calls that passed; nothing when there are none. */
export const passedSentences = (passed: number): readonly string[] =>
  passed === 0
    ? []
    : [
        `${passed === 1 ? '1 call was' : `${passed} calls were`} sent while the call log could not be written, because you let calls pass then. Those that could not be written later are missing from the log.`,
      ];
