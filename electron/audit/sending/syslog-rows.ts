import type { Origin } from './otlp-rows.ts';
import { contextOfRow, idOf, rowText, type SentRow } from './sent-row.ts';

// RFC 5424. The structured data have what is searched for; the message is the whole row, as an export has it.

/** The name of the structured data: the number is the one that RFC 5612 keeps for whoever has none of their own. */
const SD_ID = 'call@32473';
/** "log audit" (13), times eight. */
const FACILITY = 13 * 8;
const SEVERITY: Readonly<Record<SentRow['outcome'], number>> = {
  ok: 6,
  open: 6,
  cancelled: 6,
  'tool-error': 5,
  refused: 4,
  error: 4,
  failed: 4,
};
/** What one datagram can carry over IPv4 and IPv6 alike. */
const MAX_DATAGRAM = 65_000;

/** A row as one syslog message. With `datagram`, what is decided and found is left out where it would not fit. */
export function syslogMessage(row: SentRow, origin: Origin, pid: number, datagram = false): Buffer {
  const whole = Buffer.from(`${head(row, origin, pid)} ${structured(row)} \ufeff${rowText(row)}`);
  if (!datagram || whole.length <= MAX_DATAGRAM) return whole;
  const { text: _text, ruling: _ruling, found: _found, context: _context, reason: _reason, ...rest } = row;
  const cut = Buffer.from(`${head(row, origin, pid)} ${structured(row)} \ufeff${rowText(rest)}`);
  return cut.length <= MAX_DATAGRAM ? cut : Buffer.from(`${head(row, origin, pid)} ${structured(row)}`);
}

/** Messages as they go over a connection: each with its length in front (RFC 5425, RFC 6587 3.4.1), so that no line end is one. */
export function framed(messages: readonly Buffer[]): Buffer {
  return Buffer.concat(messages.flatMap((message) => [Buffer.from(`${message.length} `), message]));
}

function head(row: SentRow, { host }: Origin, pid: number): string {
  const priority = FACILITY + SEVERITY[row.outcome];
  const messageId = row.test === true ? 'test' : `call-${row.leg}`;
  return `<${priority}>1 ${timestamp(row.at)} ${token(host, 255)} doorward ${pid} ${messageId}`;
}

/** Years beyond 9999 or before 0 have no form in RFC 3339. */
function timestamp(at: number): string {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 0 || year > 9999 ? '-' : date.toISOString();
}

function structured(row: SentRow): string {
  const context = contextOfRow(row);
  const all: Record<string, string | number | undefined> = {
    id: idOf(row),
    seq: row.seq,
    call: row.call,
    leg: row.leg,
    outcome: row.outcome,
    app: row.clientName,
    appId: row.clientId,
    direction: row.direction,
    server: row.server,
    method: row.method,
    name: row.name,
    ms: row.durationMs,
    argsDigest: row.argsDigest,
    resultDigest: row.resultDigest,
    session: context.session,
    traceparent: context.traceparent,
  };
  const params = Object.entries(all)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${paramValue(String(value))}"`);
  return `[${SD_ID}${params.join('')}]`;
}

/**
 * A value between quotes: what would end it is escaped (6.3.3), and what would end a line or steer a terminal in a tool
 * that reads syslog is replaced. The text as it is stands in the message, where JSON escapes it.
 */
export const paramValue = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd')
    .replaceAll(/["\\\]]/g, (char) => `\\${char}`);

/** Printable ASCII without spaces, as a name in the head has to be; "-" stands for none. */
export function token(text: string, most: number): string {
  const plain = text.replaceAll(/[^!-~]/g, '').slice(0, most);
  return plain === '' ? '-' : plain;
}
