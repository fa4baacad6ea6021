import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../../../bench/measure/statistics.ts';
import { canonicalDigest, canonicalForm, MAX_DEPTH } from '../../../../electron/catalog/pins/canonical.ts';
import { printTree, readTree } from '../../../../electron/catalog/pins/tree.ts';
import { anyJson, otherText } from './json-variants.ts';

const form = (text: string): string => {
  const made = canonicalForm(Buffer.from(text));
  if (!made.ok) throw new Error(made.code);
  return made.value.toString();
};
const refusal = (bytes: string | Buffer): string | undefined => {
  const made = canonicalForm(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  return made.ok ? undefined : made.code;
};

/** RFC 8785 by the book, for values that JavaScript holds exactly. */
function byTheBook(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(byTheBook).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value)
      .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .map((key) => `${JSON.stringify(key)}:${byTheBook((value as Record<string, unknown>)[key])}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

test('is what RFC 8785 says, for every value and every way to write it', () => {
  fc.assert(
    fc.property(anyJson, fc.integer(), (value, seed) => {
      const book = byTheBook(value);
      expect(form(JSON.stringify(value))).toBe(book);
      expect(form(otherText(value, createRandom(seed)))).toBe(book);
    }),
    { numRuns: 400 },
  );
});

test('two values have one form only if they are the same', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (a, b) => {
      expect(form(JSON.stringify(a)) === form(JSON.stringify(b))).toBe(byTheBook(a) === byTheBook(b));
    }),
  );
});

test('keys are in the order of UTF-16 units, also where UTF-8 has another', () => {
  expect(form('{"\\ue000":1,"😀":2,"a":3,"€":4,"\\n":5,"1":6}')).toBe(
    '{"\\n":5,"1":6,"a":3,"€":4,"😀":2,"\ue000":1}',
  );
  const keys = Array.from({ length: 300 }, (_, i) => `k${(i * 7919) % 300}`);
  const text = `{${keys.map((key) => `"${key}":0`).join(',')}}`;
  expect(Object.keys(JSON.parse(form(text)) as object)).toEqual(keys.toSorted());
});

test('numbers that a double cannot hold stay apart; others have one spelling', () => {
  expect(form('[9007199254740992,9007199254740993]')).toBe('[9007199254740992,9007199254740993e0]');
  expect(form('[1.0,1e0,10E-1,100e-2]')).toBe('[1,1,1,1]');
  expect(form('[1e400,1e401,-0,0.0,-0.0]')).toBe('[1e400,1e401,0,0,0]');
  expect(form('[0.1,0.10000000000000000000000000000001]')).toBe('[0.1,10000000000000000000000000000001e-32]');
  expect(form('[1e21,1e-7,123456789012345678]')).toBe('[1e+21,1e-7,123456789012345678e0]');
  expect(form('[9007199254740993,9007199254740993.0,90071992547409930e-1]')).toBe(
    '[9007199254740993e0,9007199254740993e0,9007199254740993e0]',
  );
  expect(refusal(`1e${'9'.repeat(30)}`)).toBe('number');
  expect(form(`[1${'0'.repeat(400)}]`)).toBe('[1e400]');
});

test('any two numbers of one spelling are one number', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 1, maxLength: 25 });
  const number = fc
    .tuple(fc.boolean(), digits, fc.option(digits), fc.option(fc.integer({ min: -40, max: 40 })))
    .map(
      ([minus, whole, part, power]) =>
        `${minus ? '-' : ''}${BigInt(whole)}${part === null ? '' : `.${part}`}${power === null ? '' : `e${power}`}`,
    );
  const exact = (text: string): string => {
    const [mantissa = '', power = '0'] = text.split('e');
    const [whole = '', part = ''] = mantissa.split('.');
    return `${BigInt(whole.replace('-', '') + part) * 10n ** BigInt(Number(power) - part.length + 70) * (text.startsWith('-') ? -1n : 1n)}`;
  };
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(form(a) === form(b)).toBe(exact(a) === exact(b));
      expect(exact(form(a))).toBe(exact(a));
    }),
  );
});

test('lone surrogates stay what they are and equal nothing else', () => {
  expect(form('"\\uD800"')).toBe('"\\ud800"');
  expect(form('"\\ud83d\\ude00"')).toBe('"😀"');
  expect(new Set(['"\\ud800"', '"\\ud801"', '"\ufffd"', '"\\\\ud800"'].map(form)).size).toBe(4);
});

test('what readers read in different ways is refused', () => {
  for (const text of [
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"\\u0061":3}',
    '{"x":{"b":1,"a":2,"b":3}}',
    '{"\\n":1,"\\u000a":2}',
  ])
    expect(refusal(text)).toBe('duplicate-key');
  expect(refusal(Buffer.from([0x22, 0xff, 0x22]))).toBe('utf8');
  for (const text of [
    '',
    '{',
    '[1,]',
    '{"a"}',
    '{"a":}',
    '01',
    '1.',
    '.5',
    '+1',
    '1e',
    'nul',
    '"\\x"',
    '"\\u12g4"',
    '"a',
    '"\n"',
    '[] []',
    "{'a':1}",
    '{"a":1,}',
    '-',
    'NaN',
    '[1 2]',
    '{"a" 1}',
    '{"a":1 "b":2}',
  ])
    expect(refusal(text), text).toBe('json');
  expect(refusal('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))).toBeUndefined();
  expect(refusal('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1))).toBe('depth');
  expect(refusal('{"a":'.repeat(100_000))).toBe('depth');
});

test('reads what JSON.parse reads, and nothing else', () => {
  const pieces = fc.array(
    fc.constantFrom(
      ...'{}[],:"\\'.split(''),
      'a',
      '0',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\\u0041',
      '\n',
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const why = refusal(text);
      expect(why === undefined || why === 'duplicate-key').toBe(parses);
    }),
    { numRuns: 2000 },
  );
});

test('the prefix is part of the digest, and a failure leaves nothing behind', () => {
  const digest = (text: string, prefix?: string): string => {
    const made = canonicalDigest(Buffer.from(text), prefix);
    return made.ok ? made.value : made.code;
  };
  expect(digest('{"b":1,"a":2}')).toBe(digest(' {"a":2, "b":1}'));
  expect(digest('{}', 'tool\n')).not.toBe(digest('{}', 'prompt\n'));
  const before = digest('{"a":[1,2]}');
  expect(digest('{"a":{"b":1,"b":')).toBe('json');
  expect(digest('{"a":[1,2]}')).toBe(before);
});

test('large and hostile values: many members, long strings, growing numbers', () => {
  const many = `{${Array.from({ length: 20_000 }, (_, i) => `"k${20_000 - i}":${i}`).join(',')}}`;
  expect(Object.keys(JSON.parse(form(many)) as object)).toHaveLength(20_000);
  const long = JSON.stringify(`${'ä'.repeat(2_000_000)}\n`);
  expect(form(long)).toBe(long);
  expect(form(`[${'1e20,'.repeat(50_000)}0]`)).toBe(`[${'100000000000000000000,'.repeat(50_000)}0]`);
});

test('a form builds the value it came from', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      const text = form(JSON.stringify(value));
      expect(printTree(readTree(Buffer.from(text)))).toBe(text);
    }),
  );
});
