import fc from 'fast-check';
import type { Origin } from '../../../electron/audit/sending/otlp-rows.ts';
import type { SentRow } from '../../../electron/audit/sending/sent-row.ts';
import { leg, outcome } from '../../../shared/model/log.ts';

export const origin: Origin = {
  version: '1.2.3',
  host: 'desk',
  instance: '00000000-0000-0000-0000-000000000001',
};

const digestOf = (seq: number): string => seq.toString(16).padStart(64, '0');

/** A row on its way; what is not given is the same everywhere. */
export function sent(seq: number, given: Partial<SentRow> = {}): SentRow {
  return {
    seq,
    hash: digestOf(seq),
    previous: digestOf(seq - 1),
    call: `call-${Math.ceil(seq / 2)}`,
    leg: seq % 2 === 1 ? 'sent' : 'answered',
    at: 1_790_000_000_000 + seq,
    clientId: 'claude',
    clientName: 'Claude Desktop',
    direction: 'client',
    server: 'files',
    method: 'tools/call',
    name: 'read_text_file',
    outcome: seq % 2 === 1 ? 'open' : 'ok',
    ...(seq % 2 === 1 ? {} : { durationMs: 12.5 }),
    ...given,
  };
}

/** Texts as hostile apps and servers make them; well-formed, as the log keeps them. */
export const hostileText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        ']',
        '"',
        '\\',
        '[',
        '\n',
        '\r',
        '\0',
        ' ',
        '=',
        '\u2028',
        '\ufeff',
        '\u202e',
        '\u009b',
        'é',
        '<',
        '>',
        '1',
      ),
      maxLength: 60,
    }),
    fc.constantFrom(
      '] [evil@1 a="',
      '\r\n<34>1 - - - - - - forged',
      '\ufeff',
      '42 <34>1 ',
      '\\',
      '"',
      '\u0000'.repeat(512),
    ),
  )
  .map((text) => text.toWellFormed());

/** Any row that the log may hold. */
export const anyRow: fc.Arbitrary<SentRow> = fc
  .record({
    seq: fc.integer({ min: 1, max: 1e9 }),
    leg: fc.constantFrom(...leg.options),
    outcome: fc.constantFrom(...outcome.options),
    at: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constantFrom(-1, 0, 8.64e15, -8.64e15)),
    clientName: hostileText,
    clientId: hostileText,
    server: hostileText,
    method: hostileText,
    name: hostileText,
    reason: fc.option(hostileText, { nil: undefined }),
    found: fc.option(hostileText, { nil: undefined }),
    durationMs: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined }),
  })
  .map(({ seq, reason, found, durationMs, ...rest }) => ({
    ...sent(seq),
    ...rest,
    ...(reason === undefined ? {} : { reason }),
    ...(found === undefined ? {} : { found }),
    ...(durationMs === undefined ? {} : { durationMs }),
  }));
