import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../../electron/relay/framing/line-splitter.ts';

function split(chunks: readonly Buffer[], cap: number) {
  const splitter = new LineSplitter(cap);
  const lines: Buffer[] = [];
  for (const chunk of chunks) {
    splitter.push(chunk);
    for (let line = splitter.next(); line !== undefined; line = splitter.next()) lines.push(line);
  }
  return { lines, partial: splitter.partial, overflow: splitter.overflow };
}

/** Text with many line ends, cut at any places. */
const cutText = fc
  .tuple(
    fc.array(fc.constantFrom('\n', '\r\n', '\r', '', 'ä', '{"a":1}', 'x'.repeat(40), 'y'.repeat(20_000)), {
      maxLength: 40,
    }),
    fc.array(fc.nat(), { maxLength: 40 }),
  )
  .map(([pieces, cuts]) => {
    const whole = Buffer.from(pieces.join(''));
    const places = [...new Set([0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length])].toSorted(
      (a, b) => a - b,
    );
    const chunks = places.slice(1).map((end, index) => Buffer.from(whole.subarray(places[index], end)));
    return { whole, chunks };
  });

describe('LineSplitter', () => {
  it('gives the same lines for any chunking', () => {
    fc.assert(
      fc.property(cutText, ({ whole, chunks }) => {
        const expected = whole.toString('latin1').split('\n');
        const rest = expected.pop() ?? '';
        const { lines, partial, overflow } = split(chunks, 1_000_000);
        expect(lines.map((line) => line.toString('latin1'))).toEqual(
          expected.map((line) => line.replace(/\r$/, '')),
        );
        expect(partial).toBe(rest.length);
        expect(overflow).toBe(false);
      }),
    );
  });

  it('overflows at the same line for any chunking', () => {
    fc.assert(
      fc.property(cutText, fc.integer({ min: 1, max: 100 }), ({ whole, chunks }, cap) => {
        const all = whole.toString('latin1').split('\n');
        const first = all.findIndex((line) => line.length > cap);
        const { lines, overflow, partial } = split(chunks, cap);
        expect(overflow).toBe(first !== -1);
        expect(lines.length).toBe(first === -1 ? all.length - 1 : first);
        if (overflow) expect(partial).toBe(0);
      }),
    );
  });

  it('gives slices of a chunk, not copies, and slices stay as they were', () => {
    const chunk = Buffer.from('{"a":1}\n{"b":2}\n{"c"');
    const splitter = new LineSplitter(100);
    splitter.push(chunk);
    const first = splitter.next();
    expect(first?.buffer).toBe(chunk.buffer);
    splitter.next();
    expect(splitter.next()).toBeUndefined();
    splitter.push(Buffer.from(':3}\n'));
    expect(splitter.next()?.toString()).toBe('{"c":3}');
    expect(first?.toString()).toBe('{"a":1}');
  });

  it('holds little more than the bytes of a line that comes byte by byte', () => {
    const splitter = new LineSplitter(8_000_000);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const chunks = Array.from({ length: 256 }, (_, byte) => Buffer.from([byte === 0x0a ? 0x20 : byte]));
    for (let at = 0; at < 2_000_000; at += 1) {
      splitter.push(chunks[at % 256] ?? Buffer.alloc(1));
      splitter.next();
    }
    const after = process.memoryUsage();
    expect(splitter.partial).toBe(2_000_000);
    // An object for each byte would be more than 100 MB.
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(
      60_000_000,
    );
    splitter.push(Buffer.from('\n'));
    expect(splitter.next()?.length).toBe(2_000_000);
  });

  it('takes nothing more after an overflow', () => {
    const splitter = new LineSplitter(3);
    splitter.push(Buffer.from('abcd\nab\n'));
    expect(splitter.next()).toBeUndefined();
    splitter.push(Buffer.from('ab\n'));
    expect(splitter.next()).toBeUndefined();
    expect(splitter.overflow).toBe(true);
  });
});
