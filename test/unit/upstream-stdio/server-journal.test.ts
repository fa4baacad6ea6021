import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServerJournal } from '../../../electron/upstream/stdio/server-journal.ts';

describe('stderr', () => {
  it('keeps the last 64 KiB by lines, in order, whatever the chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const whole = Buffer.from(
          Array.from({ length: 4_000 }, (_, at) => `line ${at} ${'x'.repeat(at % 90)}\n`).join(''),
        );
        const journal = new ServerJournal();
        for (let at = 0, turn = 0; at < whole.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          journal.stderr(1, whole.subarray(at, at + size), turn);
          at += size;
        }
        const lines = journal.stderrTail();
        const first = 4_000 - lines.length;
        expect(lines.map((line) => line.text)).toEqual(
          lines.map((_, index) => `line ${first + index} ${'x'.repeat((first + index) % 90)}`),
        );
        const bytes = lines.reduce((sum, line) => sum + line.text.length + 1, 0);
        expect(bytes).toBeLessThanOrEqual(64 * 1024);
        expect(bytes).toBeGreaterThan(63 * 1024);
      }),
      { numRuns: 20 },
    );
  });

  it('looks only at the end of a large chunk, cuts long lines and bounds short ones', () => {
    const journal = new ServerJournal();
    journal.stderr(1, Buffer.from(`first\n${'a'.repeat(1_000_000)}\nlast\n`), 1);
    expect(journal.stderrTail().map((line) => line.text.length)).toEqual([4 * 1024, 4]);
    journal.stderr(1, Buffer.from('b\n'.repeat(100_000)), 2);
    expect(journal.stderrTail().length).toBe(2_000);
  });

  it('keeps processes apart, completes an unfinished line at the end and forgets the oldest of many', () => {
    const journal = new ServerJournal();
    journal.stderr(1, Buffer.from('one '), 1);
    journal.stderr(2, Buffer.from('two\r\n'), 2);
    journal.stderr(1, Buffer.from('and more'), 3);
    journal.stderrEnded(1, 4);
    expect(journal.stderrTail()).toEqual([
      { at: 2, source: 2, text: 'two' },
      { at: 4, source: 1, text: 'one and more' },
    ]);
    for (let source = 10; source < 200; source += 1) journal.stderr(source, Buffer.from('x'), 5);
    journal.stderrEnded(10, 6);
    journal.stderrEnded(199, 6);
    expect(journal.stderrTail().map((line) => line.source)).toEqual([2, 1, 199]);
  });
});

describe('stray lines', () => {
  it('counts all and keeps 20 of 200 characters', () => {
    const journal = new ServerJournal();
    for (let at = 0; at < 1_000; at += 1)
      journal.stray(at % 2 === 0 ? 'garbage' : 'batch', Buffer.from(`${at} ${'ä'.repeat(999)}`), at);
    const { last, count, batches } = journal.strayLines();
    expect([last.length, count, batches]).toEqual([20, 1_000, 500]);
    expect(last[19]?.text.length).toBe(200);
    expect(last[0]?.text.startsWith('980 ä')).toBe(true);
  });
});
