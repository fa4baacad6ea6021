import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Memory } from '../../../electron/upstream/http/growing-buffer.ts';
import { SseReader } from '../../../electron/upstream/http/sse-reader.ts';

const MIB = 1024 * 1024;
type Event = readonly [string, string];

/** The event stream format as WHATWG HTML words it, on decoded text, without regard to cost. */
function model(text: string): Event[] {
  const events: Event[] = [];
  let type = '';
  let data: string[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  for (const line of lines.slice(0, -1)) {
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (line === '') {
      if (data.join('\n') !== '') events.push([type === '' ? 'message' : type, data.join('\n')]);
      type = '';
      data = [];
    } else if (field === 'data') {
      data.push(value);
    } else if (field === 'event') {
      type = value;
    }
  }
  return events;
}

function read(
  chunks: readonly Buffer[],
  stopAfterEach = false,
): { events: Event[]; reader: SseReader; memory: Memory } {
  const events: Event[] = [];
  const memory = new Memory(64 * MIB);
  const reader = new SseReader(memory, 32 * MIB, (type, data) => {
    events.push([type, data.toString()]);
    return !stopAfterEach;
  });
  for (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      at = reader.feed(chunk, at);
      if (at === -1) throw new Error('too large');
    }
  }
  return { events, reader, memory };
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const places = [...new Set(at.map((n) => n % (bytes.length + 1)))].toSorted((a, b) => a - b);
  const ends = [...places, bytes.length];
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end)).filter((part) => part.length > 0);
}

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '',
    'data',
    'data:',
    'data: ',
    'data:  two',
    ':',
    ': ping',
    'event: ping',
    'event',
    'id: 7',
    'dat: x',
    'datax: y',
    'retry: 5',
    ' data: z',
  ),
  fc.string({ unit: 'grapheme' }).map((text) => `data: ${text.replaceAll(/[\r\n\ufeff]/g, '')}`),
);
const stream = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')))
  .map((lines) => lines.map(([text, end]) => text + end).join(''));

test('reads what the specification reads, however the bytes are cut and whenever it is stopped', () => {
  fc.assert(
    fc.property(stream, fc.boolean(), fc.array(fc.nat()), fc.boolean(), (text, bom, places, stops) => {
      const bytes = Buffer.from((bom ? '\ufeff' : '') + text);
      const { events } = read(cut(bytes, places), stops);
      // A lone CR at the very end may be half of CR LF: the model counts both as one line end, as the reader does.
      expect(events).toEqual(model(text));
    }),
    { numRuns: 2000 },
  );
});

test('hands on the bytes of an event without copying when it came in one piece', () => {
  const chunk = Buffer.from('event: message\ndata: {"é":1}\n\n');
  let got: Buffer | undefined;
  const reader = new SseReader(new Memory(MIB), 32 * MIB, (_type, data) => {
    got = data;
    return true;
  });
  reader.feed(chunk, 0);
  expect(got?.toString()).toBe('{"é":1}');
  expect(got?.buffer).toBe(chunk.buffer);
});

test('keeps id and retry, also of a priming event without data', () => {
  const { events, reader } = read([Buffer.from('id: a\nretry: 250\ndata:\n\n')]);
  expect(events).toEqual([]);
  expect(reader.lastEventId).toBe('a');
  expect(reader.retryMs).toBe(250);
});

test('takes an id over only at the end of its event', () => {
  const { reader } = read([Buffer.from('id: a\ndata: x\n\nid: b\ndata: y\n')]);
  expect(reader.lastEventId).toBe('a');
});

test('an id that could break out of a header is no id', () => {
  for (const id of ['a\0b', 'a\u0001', 'x'.repeat(1025), 'a\u007f'])
    expect(read([Buffer.from(`id: ${id}\ndata: x\n\n`)]).reader.lastEventId).toBe('');
  expect(read([Buffer.from('id: é\ndata: x\n\n')]).reader.lastEventId).toBe(
    Buffer.from('é').toString('latin1'),
  );
});

test('one byte at a time costs the bytes, not a buffer each', () => {
  const text = `data: ${'x'.repeat(100_000)}\n\n`;
  const { events, memory } = read(Array.from(Buffer.from(text), (byte) => Buffer.of(byte)));
  expect(events).toEqual([['message', 'x'.repeat(100_000)]]);
  expect(memory.held).toBe(0);
});

test('refuses an event over 32 MiB, in one line or in many, and frees what it held', () => {
  for (const piece of ['x'.repeat(MIB), `${'x'.repeat(MIB - 7)}\ndata: `]) {
    const memory = new Memory(256 * MIB);
    const reader = new SseReader(memory, 32 * MIB, () => true);
    const chunk = Buffer.from(piece);
    reader.feed(Buffer.from('data: '), 0);
    let fed = 0;
    while (reader.feed(chunk, 0) !== -1) {
      fed++;
      expect(fed).toBeLessThan(40);
    }
    expect(fed).toBeGreaterThan(30);
    expect(memory.held).toBe(0);
  }
});

test('an event that grows too large with its last piece is refused like any other', () => {
  const reader = new SseReader(new Memory(256 * MIB), 32 * MIB, () => true);
  reader.feed(Buffer.from('data: '), 0);
  for (let i = 0; i < 32; i++) expect(reader.feed(Buffer.alloc(MIB, 'x'), 0)).toBe(MIB);
  expect(reader.feed(Buffer.from(`${'x'.repeat(100)}\n\n`), 0)).toBe(-1);
});

test('an endless comment is not kept', () => {
  const memory = new Memory(MIB);
  const reader = new SseReader(memory, 32 * MIB, () => true);
  reader.feed(Buffer.from(':'), 0);
  for (let i = 0; i < 100; i++) expect(reader.feed(Buffer.alloc(MIB, 'c'), 0)).toBe(MIB);
  expect(memory.held).toBe(0);
});

test('a chunk of nothing but line ends is read in linear time', () => {
  // Quadratic searching would take minutes for this and run into the time-out.
  for (const end of ['\r', '\n']) expect(read([Buffer.alloc(8 * MIB, end)]).events).toEqual([]);
});
