import type { LegRecord, RecordedContext } from '../../../shared/model/log.ts';
import { recordedContext } from '../../../shared/model/log.ts';

/** A row of the log on its way to a destination. */
export interface SentRow extends LegRecord {
  readonly seq: number;
  readonly hash: string;
  /** The hash of the row before it. */
  readonly previous: string;
  /** What the log keeps of the texts of the call; only where texts are sent. */
  readonly text?: string;
  /** The context of the first leg of its call, where that is still in the log. */
  readonly began?: string;
  /** The log has its text too, which is not sent; without it, its hash cannot be computed again. */
  readonly withheld?: boolean;
  /** A known secret was hidden in it, so that it does not prove itself any more. */
  readonly hidden?: boolean;
  /** It is no row of the log. */
  readonly test?: boolean;
}

/** What names a row wherever it is sent, also when it is sent twice: its hash, which is chained to all before. */
export const idOf = ({ hash }: SentRow): string => hash;

/** What is known of the place of a row's call. */
export function contextOfRow({ began, context }: SentRow): RecordedContext {
  return { ...parsed(began), ...parsed(context) };
}

function parsed(text: string | undefined): RecordedContext {
  try {
    const found = recordedContext.safeParse(JSON.parse(text ?? '{}'));
    return found.success ? found.data : {};
  } catch {
    return {};
  }
}

/**
 * A row as one line of JSON, as in an export. No character in it ends a line or steers a terminal, whatever a server
 * called its tools: JSON escapes the control characters that it knows, and the rest is escaped here.
 */
export function rowText(row: SentRow): string {
  const { began: _began, ...rest } = row;
  return JSON.stringify(rest).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Whether a row is one that a person may want to look at: refused, failed, or something was found. */
export const isNotable = ({ outcome, found }: SentRow): boolean =>
  outcome === 'refused' || outcome === 'failed' || found !== undefined;

/** The record that a test sends. */
export function testRow(at: number, call: string): SentRow {
  return {
    seq: 0,
    hash: '0'.repeat(64),
    previous: '0'.repeat(64),
    test: true,
    call,
    leg: 'answered',
    at,
    clientId: 'doorward',
    clientName: 'Doorward',
    direction: 'client',
    server: '',
    method: 'doorward/test',
    name: '',
    outcome: 'ok',
    durationMs: 0,
    reason: 'This is a test of Doorward. Nothing was called.',
  };
}
