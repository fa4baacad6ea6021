import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesAt } from '../../../electron/relay/framing/json-scan.ts';
import { readId, scanMessage, splitBatch } from '../../../electron/relay/message.ts';

const scan = (text: string) => scanMessage(Buffer.from(text));
const code = (text: string | Buffer): string => {
  const result = scanMessage(Buffer.from(text));
  return result.ok ? result.value.kind : result.code;
};

describe('scanMessage', () => {
  test('tells requests, notifications and responses apart', () => {
    const cases: Record<string, string> = {
      '{"jsonrpc":"2.0","id":1,"method":"a"}': 'request',
      ' {"method":"a","id":"x","jsonrpc":"\\u0032.0","params":{}}\n': 'request',
      '{"jsonrpc":"2.0","method":"a","params":{"_meta":5}}': 'notification',
      '{"jsonrpc":"2.0","id":1,"result":null}': 'response',
      '{"jsonrpc":"2.0","id":1.5e3,"error":{}}': 'response',
      '{"jsonrpc":"2.0","id":null,"error":{}}': 'response',
      '{"jsonrpc":"2.0","error":{}}': 'response',
      '{"jsonrpc":"2.0","id":null,"result":{}}': 'invalid',
      '{"jsonrpc":"2.0","result":{}}': 'invalid',
      '{"jsonrpc":"2.0","id":1,"result":{},"error":{}}': 'invalid',
      '{"jsonrpc":"2.0","id":1}': 'invalid',
      '{"jsonrpc":"2.0","id":1,"method":"a","result":{}}': 'invalid',
      '{"jsonrpc":"2.0","id":null,"method":"a"}': 'invalid',
      '{"jsonrpc":"2.0","id":true,"method":"a"}': 'invalid',
      '{"jsonrpc":"2.0","id":{},"method":"a"}': 'invalid',
      '{"jsonrpc":"2.0","id":[1],"error":{}}': 'invalid',
      '{"jsonrpc":"2.0","id":1,"method":5}': 'invalid',
      '{"jsonrpc":"2.0","id":1,"method":"a","params":[]}': 'invalid',
      '{"jsonrpc":"2.0","id":1,"method":"a","params":null}': 'invalid',
      '{"jsonrpc":"1.0","id":1,"method":"a"}': 'invalid',
      '{"jsonrpc":2.0,"id":1,"method":"a"}': 'invalid',
      '{"id":1,"method":"a"}': 'invalid',
      '[]': 'invalid',
      '5': 'invalid',
      '"x"': 'invalid',
      '': 'parse',
      '{}{}': 'parse',
      '{"jsonrpc":"2.0","id":1,"method":"a",}': 'parse',
      '[]x': 'parse',
      '{"jsonrpc":"2.0","id":1,"id":1,"method":"a"}': 'parse',
      '{"jsonrpc":"2.0","id":1,"\\u0069d":1,"method":"a"}': 'parse',
      '{"jsonrpc":"2.0","id":1,"method":"a","params":{"name":1,"name":1}}': 'parse',
      '{"jsonrpc":"2.0","id":1,"method":"a","params":{"_meta":{"x":1,"\\u0078":1}}}': 'parse',
      '{"jsonrpc":"2.0","id":1,"method":"a","params":{"arguments":{"x":1,"x":2}}}': 'request',
      '\ufeff{"jsonrpc":"2.0","id":1,"method":"a"}': 'parse',
    };
    for (const [text, expected] of Object.entries(cases)) expect(code(text), text).toBe(expected);
  });

  test('refuses what is not UTF-8, also where a string hides it', () => {
    const head = Buffer.from('{"jsonrpc":"2.0","id":1,"method":"a","params":{"x":"');
    const tail = Buffer.from('"}}');
    const bad = [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0xff]];
    for (const bytes of bad) expect(code(Buffer.concat([head, Buffer.from(bytes), tail]))).toBe('parse');
    expect(code(Buffer.concat([head, Buffer.from('\u{10ffff}'), tail]))).toBe('request');
    expect(code(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"a"}', 'utf16le'))).toBe('parse');
  });

  test('bounds ids and method names', () => {
    expect(code(`{"jsonrpc":"2.0","id":"${'x'.repeat(510)}","method":"a"}`)).toBe('request');
    expect(code(`{"jsonrpc":"2.0","id":"${'x'.repeat(511)}","method":"a"}`)).toBe('invalid');
    expect(code(`{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(256)}"}`)).toBe('request');
    expect(code(`{"jsonrpc":"2.0","id":1,"method":"${'x'.repeat(257)}"}`)).toBe('invalid');
  });

  test('spans are exact', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.oneof(fc.integer(), fc.string({ maxLength: 50 })),
        (a, b, c, id) => {
          const meta = `{"progressToken" : ${JSON.stringify(c)},"k":1}`;
          const params = `{ "a":${JSON.stringify(a)},"_meta" :${meta} , "b":${JSON.stringify(b)}}`;
          const result = scan(
            `{"jsonrpc":"2.0", "params": ${params} ,"id" :${JSON.stringify(id)},"method":"m/x"}`,
          );
          if (!result.ok) throw new Error(result.message);
          const m = result.value;
          const at = (span: { start: number; end: number } | undefined): string =>
            bytesAt(m.bytes, span!).toString();
          expect(at(m.paramsSpan)).toBe(params);
          expect(at(m.metaSpan)).toBe(meta);
          expect(at(m.idSpan)).toBe(JSON.stringify(id));
          expect(at(m.params?.get('a'))).toBe(JSON.stringify(a));
          expect(at(m.params?.get('b'))).toBe(JSON.stringify(b));
          expect(at(m.meta?.get('progressToken'))).toBe(JSON.stringify(c));
          expect(m.id?.raw).toBe(JSON.stringify(id));
          expect(m.method).toBe('m/x');
        },
      ),
    );
  });

  test('no bytes make it throw', () => {
    const seed = Buffer.from(
      '{"jsonrpc":"2.0","id":"a\\u0062","method":"tools/call","params":{"_meta":{"p":1},"x":[{"y":"é"}]}}',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(seed.length),
        (changes, cut) => {
          const bytes = Buffer.from(seed);
          for (const [at, byte] of changes) bytes[at] = byte;
          const result = scanMessage(bytes.subarray(0, cut));
          if (!result.ok) expect(result.message.endsWith('.')).toBe(true);
          scanMessage(bytes);
          splitBatch(bytes, 5);
        },
      ),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void scanMessage(Buffer.from(bytes))),
    );
  });

  test('10,000 levels deep in every place', () => {
    const deep = `${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`;
    for (const text of [
      `{"jsonrpc":"2.0","id":1,"method":"a","params":{"_meta":{"x":${deep}},"y":${deep}},"z":${deep}}`,
      `{"jsonrpc":"2.0","id":1,"result":${deep}}`,
    ])
      expect(scan(text).ok).toBe(true);
    expect(code(`${'['.repeat(200_000)}`)).toBe('parse');
  });
});

describe('readId', () => {
  test('two spellings of one string are one id; a number is never a string', () => {
    const key = (raw: string) => readId(Buffer.from(raw), { start: 0, end: Buffer.byteLength(raw) })?.key;
    expect(key('"\\u0031"')).toBe(key('"1"'));
    expect(key('"\\/"')).toBe(key('"/"'));
    expect(key('1')).not.toBe(key('"1"'));
    expect(key('"\\ud800"')).not.toBe(key('"\\ud801"'));
    expect(key('null')).toBeUndefined();
  });
});

describe('splitBatch', () => {
  test('takes arrays apart and nothing else', () => {
    expect(splitBatch(Buffer.from('{}'), 5)).toBeUndefined();
    const two = splitBatch(
      Buffer.from(' [ {"jsonrpc":"2.0","method":"a"} , {"jsonrpc":"2.0","id":1,"result":1.0} ] '),
      2,
    );
    if (two?.ok !== true) throw new Error('refused');
    expect(two.value.map((message) => message.bytes.toString())).toEqual([
      '{"jsonrpc":"2.0","method":"a"}',
      '{"jsonrpc":"2.0","id":1,"result":1.0}',
    ]);
    const refused = (text: string) => {
      const result = splitBatch(Buffer.from(text), 2);
      return result === undefined || result.ok ? 'taken' : result.code;
    };
    expect(refused('[]')).toBe('invalid');
    expect(refused('[1]')).toBe('invalid');
    expect(refused('[1,2,3]')).toBe('invalid');
    expect(refused('[{"jsonrpc":"2.0","method":"a"}')).toBe('parse');
    expect(refused('[{"jsonrpc":"2.0","method":"a"}]x')).toBe('parse');
    expect(refused('[[{"jsonrpc":"2.0","method":"a"}]]')).toBe('invalid');
  });
});
