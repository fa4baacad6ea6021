import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowText } from '../../../electron/audit/sending/sent-row.ts';
import { framed, syslogMessage, token } from '../../../electron/audit/sending/syslog-rows.ts';
import { parseSyslog, unframe } from '../../fixtures/collectors/syslog-collector.ts';
import { anyRow, hostileText, origin, sent } from './support.ts';

describe('a row as a syslog message', () => {
  it('says who, when, how bad, and all of the row', () => {
    const row = sent(2, { outcome: 'refused', leg: 'refused', reason: 'It was blocked.' });
    const message = parseSyslog(syslogMessage(row, origin, 77));
    expect(message).toMatchObject({
      facility: 13,
      severity: 4,
      timestamp: new Date(row.at).toISOString(),
      host: 'desk',
      app: 'doorward',
      pid: '77',
      id: 'call-refused',
    });
    expect(message.data['call@32473']).toMatchObject({ id: row.hash, seq: '2', outcome: 'refused' });
    expect(JSON.parse(message.text ?? '')).toEqual(row);
  });

  it('has the trace that the AI app named', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const row = sent(2, { began: JSON.stringify({ traceparent, session: 'ab' }) });
    expect(parseSyslog(syslogMessage(row, origin, 1)).data['call@32473']).toMatchObject({
      traceparent,
      session: 'ab',
    });
  });

  it('stays one message of the grammar whatever apps and servers call things, and the row comes out whole', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), (rows) => {
        const stream = framed(rows.map((row) => syslogMessage(row, origin, 1)));
        const messages = unframe(stream).map(parseSyslog);
        expect(messages).toHaveLength(rows.length);
        for (const [index, row] of rows.entries()) {
          const message = messages[index];
          expect(Object.keys(message?.data ?? {})).toEqual(['call@32473']);
          expect(JSON.parse(message?.text ?? '')).toEqual(JSON.parse(JSON.stringify(row)));
          // Nothing in it ends a line or steers a terminal, also not behind the escapes of the grammar.
          expect(message?.text).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
          for (const value of Object.values(message?.data['call@32473'] ?? {}))
            expect(value).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\ufeff]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a name of a mebibyte in its place', () => {
    const name = '] \\"\n'.repeat(200_000);
    const message = parseSyslog(syslogMessage(sent(2, { name }), origin, 1));
    expect(JSON.parse(message.text ?? '')).toMatchObject({ name });
  });

  it('fits into one datagram, with less where it must', () => {
    for (const row of [
      sent(2),
      sent(2, { found: '\u0001'.repeat(4096), ruling: '\u0001'.repeat(4096) }),
      sent(2, { name: '\u0001'.repeat(20_000) }),
    ]) {
      const bytes = syslogMessage(row, origin, 1, true);
      expect(bytes.length).toBeLessThanOrEqual(65_000);
      expect(parseSyslog(bytes).data['call@32473']).toMatchObject({ id: row.hash });
    }
  });

  it('has a head without spaces whatever the computer is called', () => {
    fc.assert(
      fc.property(hostileText, (host) => {
        expect(token(host, 255)).toMatch(/^[!-~]{1,255}$/);
        expect(parseSyslog(syslogMessage(sent(1), { ...origin, host }, 1)).app).toBe('doorward');
      }),
    );
  });
});

describe('a row as a line of JSON', () => {
  it('is one line that reads as the row', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const line = rowText(row);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
        expect(line.startsWith('{"seq":')).toBe(true);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(row)));
      }),
    );
  });
});
