import type { CallSummary, LegRecord } from '../../../shared/model/log.ts';
import { maxText } from '../../audit/row.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import { shortText } from './held-text.ts';

/** The longest text that one member of a row shows; the log keeps as much. */
const MAX_TEXT = maxText;
/** What is held of one: more, so that a secret across the end of what is shown is recognised. */
const MAX_HELD = 2 * MAX_TEXT;

/**
 * A text as a row holds it, bounded: what is kept hangs on the number of calls, not on what apps send. A cut one ends
 * in an ellipsis and is a copy, so that it holds no large message alive.
 */
export function heldText(text: string): string {
  if (text.length <= MAX_HELD) return text;
  return `${Buffer.from(text.slice(0, MAX_HELD - 1)).toString()}…`;
}

interface Row {
  readonly name: string;
  readonly reason?: string | undefined;
  readonly text?: string | undefined;
}

/** A row of the log or of the live list as it may leave the host: texts of apps and servers are redacted and bounded. */
export function safeRow<T extends Row>(row: T, secrets: Pick<KnownSecrets, 'cut'>): T {
  // A text of one of these lengths was cut, perhaps in the middle of a secret.
  const text = (value: string) => {
    const cut = (value.length === MAX_TEXT || value.length === MAX_HELD) && value.endsWith('…');
    return shortText(value, MAX_TEXT, secrets, cut);
  };
  return {
    ...row,
    name: text(row.name),
    ...(row.reason === undefined ? {} : { reason: text(row.reason) }),
    // What became secret after it was written is hidden, too.
    ...(row.text === undefined ? {} : { text: whole(row.text, secrets) }),
  };
}

const whole = (text: string, secrets: Pick<KnownSecrets, 'cut'>): string =>
  secrets.cut(text, 0, text.length, { before: false, after: text.endsWith('…') });

/** The legs of one call folded into one row, as the log folds them; undefined without a leg. */
export function summaryOf(legs: readonly LegRecord[]): CallSummary | undefined {
  const first = legs[0];
  const last = legs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const argsBytes = first.argsBytes ?? last.argsBytes;
  return {
    call: first.call,
    at: first.at,
    clientId: first.clientId,
    clientName: first.clientName,
    direction: first.direction,
    server: last.server === '' ? first.server : last.server,
    method: first.method,
    name: first.name,
    outcome: last.outcome,
    ...(last.durationMs === undefined ? {} : { durationMs: last.durationMs }),
    ...(argsBytes === undefined ? {} : { argsBytes }),
    ...(last.resultBytes === undefined ? {} : { resultBytes: last.resultBytes }),
    ...(last.reason === undefined ? {} : { reason: last.reason }),
  };
}
