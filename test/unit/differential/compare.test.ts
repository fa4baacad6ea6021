import { describe, expect, it } from 'vitest';
import { compareAggregateLists, exposedName, notRoutable } from '../../differential/aggregate.ts';
import { compareHeard, tally } from '../../differential/compare.ts';
import { expectedAnswer, expectedHello } from '../../differential/echo/pairing.ts';
import { differences } from '../../differential/json/diff.ts';
import { type Json, readable, readJson, written } from '../../differential/json/exact.ts';
import { normalised } from '../../differential/normalise.ts';
import type { Lists } from '../../differential/record.ts';
import type { Answer, Heard } from '../../differential/wire/channel.ts';
import { eventReader } from '../../differential/wire/events.ts';

const read = (text: string): Json => readJson(Buffer.from(text));
const result = (text: string): Answer => ({ result: read(text), error: undefined });
const failure = (text: string): Answer => ({ result: undefined, error: read(text) });

function lists(tools: string, resources = '[]'): Lists {
  return {
    tools: [result(`{"tools":${tools}}`)],
    prompts: [failure('{"code":-32601,"message":"no"}')],
    resources: [result(`{"resources":${resources}}`)],
    templates: [],
  };
}

describe('the lists of /mcp', () => {
  const direct = new Map([
    ['a', lists('[{"name":"x","n":1.0}]', '[{"uri":"u:1"},{"uri":"u:2"}]')],
    ['b', lists('[{"name":"x"},{"name":"dots.in.it"}]', '[{"uri":"u:1"}]')],
  ]);
  const tools = '[{"name":"a__x","n":1.0},{"name":"b__x"},{"name":"b__dots_in_it_h0123456789"}]';
  const resources = '[{"uri":"doorward+a:u:1"},{"uri":"u:2"},{"uri":"doorward+b:u:1"}]';
  const found = (got: Lists) =>
    [...compareAggregateLists(direct, got)].flatMap(([id, { differences: all }]) =>
      all.map(({ path }) => `${id} ${path}`),
    );

  it('are equal but for names and shared addresses', () => {
    expect(found(lists(tools, resources))).toEqual([]);
  });

  it.each([
    ['a changed byte', lists(tools.replace('1.0', '1'), resources), 'a tools[0].n'],
    ['a lost tool', lists(tools.replace('{"name":"b__x"},', ''), resources), 'b tools[0].name'],
    ['a tool too many', lists(tools.replace(']', ',{"name":"c__x"}]'), resources), ' tools'],
    ['a tool twice', lists(tools.replace(']', ',{"name":"a__x","n":1.0}]'), resources), ' tools'],
    ['a name without a hash', lists(tools.replace('_h0123456789', ''), resources), 'b tools[1].name'],
    [
      'an address that is not told apart',
      lists(tools, resources.replace('doorward+b:', '')),
      'b resources[0]',
    ],
  ])('show %s', (_, got, where) => {
    expect(found(got)).toContain(where);
  });

  it('give long and unusual names another form, and those that look like it', () => {
    expect(exposedName('s', 'a_b-c')).toBe('s__a_b-c');
    expect(exposedName('s', 'x'.repeat(45))).toBe(`s__${'x'.repeat(45)}`);
    expect(exposedName('s', 'x'.repeat(46))).toBeUndefined();
    expect(exposedName('s', 'a.b')).toBeUndefined();
    expect(exposedName('s', 'x_h0123456789')).toBeUndefined();
  });

  it('refuse what leads nowhere with the code of its kind', () => {
    const call = { label: 'x', method: 'tools/call' };
    expect(notRoutable({ call, answer: failure('{"code":-32602,"message":"x"}') })).toEqual([]);
    expect(notRoutable({ call, answer: failure('{"code":-32601,"message":"x"}') })).toHaveLength(1);
    expect(notRoutable({ call, answer: result('{}') })).toHaveLength(1);
  });
});

describe('what is heard beside answers', () => {
  const heard = (method: string, params: string): Heard => ({
    kind: 'notification',
    method,
    params: read(params),
  });
  const compared = (expected: Heard[], got: Heard[]) => {
    const into = tally();
    compareHeard(into, expected, got, []);
    return into;
  };

  it('may come in another order, and not twice or not at all', () => {
    const [one, two] = [heard('m', '{"a":1.0}'), heard('m', '{"a":1}')];
    expect(compared([one, two], [two, one])).toMatchObject({ compared: 2, equal: 2, differences: [] });
    expect(compared([one], [one, one]).differences).toHaveLength(1);
    expect(compared([one, two], [one])).toMatchObject({ compared: 2, equal: 1 });
    expect(compared([one], [two]).differences).toHaveLength(2);
  });
});

describe('what is made alike', () => {
  it('is only what was named', () => {
    const value = read('{"a":"created at 1:02:03 AM","n":9007199254740993}');
    expect(normalised(value, [])).toBe(value);
    expect(normalised(value, ['file times'])).toBe(value);
    expect(readable(written(normalised(value, ['local time of day'])))).toBe(
      '{"a":"created at TIME","n":9007199254740993}',
    );
  });
});

describe('what a bridge changes', () => {
  const hello = read(
    '{"serverInfo":{"name":"s","v":1.0},"capabilities":{"x":1e400},"protocolVersion":"2025-11-25"}',
  );

  it('takes the stateless members off, and nothing else', () => {
    const pairing = { client: 'session', server: 'stateless' } as const;
    const direct = result(
      '{"resultType":"complete","content":[1.0],"ttlMs":0,"cacheScope":"private","odd":1e400}',
    );
    const expected = expectedAnswer(pairing, 'tools/call', direct, direct, hello).result;
    expect(differences(expected, read('{"content":[1.0],"odd":1e400}'), '')).toEqual([]);
    expect(differences(expected, read('{"content":[1],"odd":1e400}'), '')).toHaveLength(1);
    expect(differences(expected, direct.result, '')).toHaveLength(3);
  });

  it('adds them the other way, and leaves a _meta of the server alone', () => {
    const pairing = { client: 'stateless', server: 'session' } as const;
    const got =
      '{"resultType":"complete","_meta":{"io.modelcontextprotocol/serverInfo":{"name":"s","v":1.0}},"content":[]}';
    const direct = result('{"content":[]}');
    expect(
      differences(expectedAnswer(pairing, 'tools/call', direct, direct, hello).result, read(got), ''),
    ).toEqual([]);
    const own = result('{"_meta":{"a":1},"content":[]}');
    const expected = expectedAnswer(pairing, 'tools/call', own, own, hello).result;
    expect(differences(expected, read('{"resultType":"complete","_meta":{"a":1},"content":[]}'), '')).toEqual(
      [],
    );
  });

  it('forgives a progress token that the server saw, only where the client sent one', () => {
    const pairing = { client: 'session', server: 'session' } as const;
    const direct = result('{"got":{"_meta":{"progressToken":"mine"}}}');
    const seen = result('{"got":{"_meta":{"progressToken":7}}}');
    const expected = expectedAnswer(pairing, 'tools/call', direct, seen, hello).result;
    expect(differences(expected, seen.result, '')).toEqual([]);
    const plain = result('{"got":{"_meta":{}}}');
    expect(
      differences(expectedAnswer(pairing, 'tools/call', plain, seen, hello).result, seen.result, ''),
    ).not.toEqual([]);
  });

  it('makes one handshake of the other with the bytes of the server', () => {
    const made = expectedHello({ client: 'stateless', server: 'session' }, hello);
    expect(readable(written(made))).toContain('"capabilities":{"x":1e400}');
    expect(readable(written(made))).toContain('{"io.modelcontextprotocol/serverInfo":{"name":"s","v":1.0}}');
  });
});

describe('reading events', () => {
  it('gives the data byte for byte, wherever the chunks are cut', () => {
    const stream = Buffer.from(
      'id: 1\ndata:\n\nevent: message\ndata: {"a":\ndata:  "é"}\r\n\r\n: ping\n\ndata:x\n\n',
    );
    for (const size of [1, 2, 3, 7, stream.length]) {
      const all: string[] = [];
      const feed = eventReader((data) => all.push(data.toString()));
      for (let i = 0; i < stream.length; i += size) feed(stream.subarray(i, i + size));
      expect(all).toEqual(['{"a":\n "é"}', 'x']);
    }
  });
});
