import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bytesAt,
  depthOf,
  elementsOf,
  type Members,
  membersOf,
  readObject,
  ScanFailure,
  skipSpace,
  skipValue,
  stringAt,
} from '../../../electron/relay/framing/json-scan.ts';
import {
  applySplices,
  json,
  onOneLine,
  setMember,
  withoutMembers,
} from '../../../electron/relay/framing/splice.ts';

/** Whether the whole text is one JSON value to our scanner. */
function accepts(bytes: Buffer): boolean {
  try {
    return skipSpace(bytes, skipValue(bytes, skipSpace(bytes, 0))) === bytes.length;
  } catch (error) {
    if (error instanceof ScanFailure) return false;
    throw error;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const char = fc.oneof(
  fc.constantFrom(
    '\\n',
    '\\"',
    '\\\\',
    '\\/',
    '\\u0041',
    '\\ud83d',
    '\\uD83D\\uDE00',
    '"'.replace('"', "'"),
    '\u2028',
    '\x7f',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }).map((text) => JSON.stringify(text).slice(1, -1)),
);
/** Also longer than any threshold of the scanner. */
const text = fc.oneof(
  fc.array(char, { maxLength: 8 }).map((parts) => `"${parts.join('')}"`),
  fc
    .tuple(fc.array(char, { maxLength: 3 }), fc.integer({ min: 0, max: 3000 }))
    .map(([parts, pad]) => `"${'ä'.repeat(pad)}${parts.join('x'.repeat(pad))}"`),
);
const number = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,4})?([eE][+-]?\d{1,3})?$/);
/** JSON text of every shape: white space anywhere, escapes, big numbers, duplicate keys. */
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.constantFrom('true', 'false', 'null')),
    fc
      .tuple(fc.array(tie('value'), { maxLength: 4 }), space)
      .map(([all, s]) => `[${s}${all.join(`${s},${s}`)}${s}]`),
    fc
      .tuple(fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }), space)
      .map(([all, s]) => `{${s}${all.map(([k, v]) => `${k}${s}:${s}${v}`).join(`${s},${s}`)}${s}}`),
  ),
}));

describe('the scanner', () => {
  test('accepts what JSON.parse accepts', () => {
    fc.assert(
      fc.property(value, space, (inner, s) => {
        expect(parses(inner)).toBe(true);
        expect(accepts(Buffer.from(`${s}${inner}${s}`))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses what JSON.parse refuses, whatever byte was changed', () => {
    const interesting = fc.oneof(
      fc.constantFrom(...Buffer.from('{}[]",:\\u0019eE+-.tfn \n\x00\x1f')),
      fc.integer({ min: 0, max: 127 }),
    );
    fc.assert(
      fc.property(
        value.map((inner) => Buffer.from(inner)),
        fc.array(fc.tuple(fc.nat(), interesting, fc.constantFrom('set', 'insert', 'delete')), {
          minLength: 1,
          maxLength: 3,
        }),
        (bytes, changes) => {
          let mutated = bytes;
          for (const [at, byte, how] of changes) {
            const i = at % (mutated.length + 1);
            const tail = mutated.subarray(how === 'insert' ? i : i + 1);
            mutated = Buffer.concat([
              mutated.subarray(0, i),
              how === 'delete' ? Buffer.alloc(0) : Buffer.from([byte]),
              tail,
            ]);
          }
          const same = mutated.toString();
          fc.pre(!same.includes('\ufffd'));
          expect(accepts(mutated), JSON.stringify(same.slice(0, 300))).toBe(parses(same));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('agrees with JSON.parse on every short text of JSON’s own characters', () => {
    const alphabet = ['{', '}', '[', ']', '"', ',', ':', '\\', '0', '1', '-', '.', 'e', ' ', 'a', '\n'];
    for (let length = 1; length <= 4; length++) {
      for (let n = 0; n < alphabet.length ** length; n++) {
        let rest = n;
        let candidate = '';
        for (let i = 0; i < length; i++) {
          candidate += alphabet[rest % alphabet.length];
          rest = Math.floor(rest / alphabet.length);
        }
        if (accepts(Buffer.from(candidate)) !== parses(candidate)) expect.fail(JSON.stringify(candidate));
      }
    }
  });

  test('agrees with JSON.parse on every byte and escape inside short and long strings', () => {
    for (const pad of ['', 'x'.repeat(20), 'ü'.repeat(40), 'x'.repeat(5000)]) {
      for (let c = 0; c < 128; c++) {
        for (const middle of [
          String.fromCharCode(c),
          `\\${String.fromCharCode(c)}`,
          `\\u00${String.fromCharCode(c)}0`,
        ]) {
          for (const candidate of [`"${pad}${middle}${pad}"`, `"${pad}${middle}`, `["${middle}${pad}",1]`])
            if (accepts(Buffer.from(candidate)) !== parses(candidate))
              expect.fail(JSON.stringify(candidate.slice(0, 60)));
        }
      }
    }
  });

  test('a byte that ends or spoils a long string is seen wherever it stands', () => {
    const bytes = Buffer.from('"\\\n\x1f\0 \x7f~é');
    for (let lead = 0; lead < 8; lead++) {
      for (let length = 100; length < 300; length++) {
        const source = Buffer.from(`${' '.repeat(lead)}"${'x'.repeat(length)}"`);
        for (const byte of bytes) {
          const spoiled = Buffer.from(source);
          spoiled[lead + 1 + ((length * 7) % 97)] = byte;
          spoiled[lead + length - (length % 9)] = byte;
          const valid = byte >= 0x20 && byte !== 0x22 && byte !== 0x5c;
          if (accepts(spoiled) !== valid) expect.fail(`${lead} ${length} ${byte}`);
        }
      }
    }
  });

  test('strings end at their own quote however many backslashes stand before it', () => {
    for (const pad of [0, 10, 100, 2000]) {
      for (let slashes = 0; slashes < 9; slashes++) {
        const candidate = `["${'x'.repeat(pad)}${'\\'.repeat(slashes)}",2,"${'y'.repeat(pad)}"]`;
        expect(accepts(Buffer.from(candidate))).toBe(parses(candidate));
      }
    }
  });

  test('100,000 levels need no stack; more are refused', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
      ['[{"a":', '}]'],
    ] as const) {
      const levels = open.length > 5 ? 50_000 : 100_000;
      expect(accepts(Buffer.from(`${open.repeat(levels)}1${close.repeat(levels)}`))).toBe(true);
      expect(accepts(Buffer.from(`${open.repeat(levels)}1${close.repeat(levels - 1)}`))).toBe(false);
      expect(accepts(Buffer.from(open.repeat(levels * 3)))).toBe(false);
    }
  });

  test('members, elements and strings lie where they are said to lie', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), value),
        fc.array(value),
        space,
        (object, array, s) => {
          const members = Object.entries(object).map(
            ([key, inner]) => `${JSON.stringify(key)}${s}:${s}${inner}`,
          );
          const b = Buffer.from(`{${s}${members.join(`${s},${s}`)}${s}}`);
          const found = membersOf(b, { start: 0, end: b.length }) as Members;
          expect([...found.keys()]).toEqual(
            Object.keys(JSON.parse(b.toString()) as object).toSorted(byOrderIn(object)),
          );
          for (const [key, span] of found) expect(bytesAt(b, span).toString()).toBe(object[key]);
          const a = Buffer.from(`[${s}${array.join(`${s},${s}`)}${s}]`);
          const elements = elementsOf(a, { start: 0, end: a.length }) ?? [];
          expect(elements.map((span) => bytesAt(a, span).toString())).toEqual(array);
          for (const span of elements)
            if (a[span.start] === 0x22)
              expect(stringAt(a, span)).toBe(JSON.parse(bytesAt(a, span).toString()));
        },
      ),
    );
  });

  test('a key twice is a failure, however it is spelled', () => {
    for (const twice of [
      '{"a":1,"a":2}',
      '{"a":1,"\\u0061":2}',
      '{"":1,"":2}',
      '{"__proto__":1,"__proto__":2}',
    ])
      expect(membersOf(Buffer.from(twice), { start: 0, end: twice.length })).toBeUndefined();
    const proto = membersOf(Buffer.from('{"__proto__":{"x":1},"constructor":2}'), { start: 0, end: 37 });
    expect([...(proto as Members).keys()]).toEqual(['__proto__', 'constructor']);
  });

  test('an object with more members than anybody sends is a failure, not a heap full of them', () => {
    const many = Buffer.from(`{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join()}}`);
    expect(() => readObject(many, 0, new Map())).toThrow(ScanFailure);
    expect(accepts(many)).toBe(true);
  });

  test('depth counts brackets outside strings', () => {
    for (const [source, depth] of [
      ['1', 0],
      ['[]', 1],
      ['{"[[":["]"]}', 2],
      ['[[],[[]]]', 3],
    ] as const)
      expect(depthOf(Buffer.from(source), { start: 0, end: source.length })).toBe(depth);
  });
});

function byOrderIn(object: Record<string, unknown>): (a: string, b: string) => number {
  // Integer-like keys come first in what JSON.parse builds; the scanner keeps the order of the text.
  const order = Object.keys(object);
  return (a, b) => order.indexOf(a) - order.indexOf(b);
}

describe('splices', () => {
  test('keep every byte outside them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(10), fc.uint8Array({ maxLength: 5 })), { maxLength: 5 }),
        (raw, cuts) => {
          const source = Buffer.from(raw);
          let at = 0;
          const splices = [];
          let expected = Buffer.alloc(0);
          for (const [skip, length, bytes] of cuts) {
            const start = Math.min(source.length, at + skip);
            const end = Math.min(source.length, start + length);
            splices.push({ span: { start, end }, bytes: Buffer.from(bytes) });
            expected = Buffer.concat([expected, source.subarray(at, start), Buffer.from(bytes)]);
            at = end;
          }
          expected = Buffer.concat([expected, source.subarray(at)]);
          expect(applySplices(source, splices)).toEqual(expected);
          const distinct = new Set(splices.map(({ span }) => span.start)).size === splices.length;
          if (distinct) expect(applySplices(source, splices.toReversed())).toEqual(expected);
          expect(Buffer.from(raw)).toEqual(source);
        },
      ),
    );
  });

  test('that overlap are a bug and not guessed at', () => {
    const b = Buffer.from('abcdef');
    const splice = (start: number, end: number) => ({ span: { start, end }, bytes: Buffer.from('x') });
    expect(() => applySplices(b, [splice(0, 3), splice(2, 4)])).toThrow('overlap');
  });

  test('setting and dropping members leaves the others as they were spelled', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.string(), (object, key) => {
        const b = Buffer.from(
          `{ ${Object.entries(object)
            .map(([k, v]) => `${JSON.stringify(k)} : ${v}`)
            .join(' , ')} }`,
        );
        const span = { start: 0, end: b.length };
        const set = applySplices(b, [setMember(span, membersOf(b, span) as Members, key, json('new'))]);
        const after = membersOf(set, { start: 0, end: set.length }) as Members;
        expect(stringAt(set, after.get(key))).toBe('new');
        for (const [k, v] of Object.entries(object))
          if (k !== key) expect(bytesAt(set, after.get(k)!).toString()).toBe(v);
        const dropped = withoutMembers(set, after, new Set([key]));
        const rest = membersOf(dropped, { start: 0, end: dropped.length }) as Members;
        expect(rest.size).toBe(after.size - 1);
        for (const [k, at] of rest) expect(bytesAt(dropped, at).toString()).toBe(object[k]);
      }),
    );
  });

  test('one line: no line break is left and the value is the same', () => {
    fc.assert(
      fc.property(value, space, (inner, s) => {
        const source = Buffer.from(`${s}${inner}${s}`);
        const before = Buffer.from(source);
        const line = onOneLine(source);
        expect(source).toEqual(before);
        expect(/[\n\r]/.test(line.toString('latin1'))).toBe(false);
        expect(line.length).toBe(source.length);
        expect(JSON.parse(line.toString())).toEqual(JSON.parse(inner));
      }),
    );
  });
});
