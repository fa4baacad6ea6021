import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../electron/gateway/guard.ts';
import { acceptsBoth, acceptsEvents, isJson } from '../../../electron/gateway/media.ts';
import { decodeHeaderValue, paramHeaders, trimmed } from '../../../electron/gateway/param-headers.ts';
import { routeOf } from '../../../electron/gateway/route.ts';
import { messageEvent, primingEvent, retryField } from '../../../electron/gateway/sse.ts';
import { bearerDigest, FailureBucket } from '../../../electron/gateway/tokens.ts';

/** Line breaks as white space in the places where JSON allows them. */
const spaced = fc
  .tuple(fc.jsonValue(), fc.constantFrom('\n', '\r', '\r\n', '\t\n\r '))
  .map(([value, gap]) => ({
    value,
    text: `{${gap}"v"${gap}:${gap}${JSON.stringify(value, null, gap)}${gap}}`,
  }));

describe('an event', () => {
  it('gives back the message, whatever its white space and characters', () => {
    fc.assert(
      fc.property(fc.array(spaced, { minLength: 1, maxLength: 5 }), (sent) => {
        const seen: { id: string | undefined; data: string }[] = [];
        const parser = createParser({ onEvent: ({ id, data }) => seen.push({ id, data }) });
        parser.feed(primingEvent('0.1', 5).toString());
        parser.feed(retryField(9).toString());
        for (const [i, each] of sent.entries())
          parser.feed(messageEvent(Buffer.from(each.text), `0.${i}`).toString());
        const messages = seen.filter((event) => event.data !== '');
        expect(messages.map((event) => event.id)).toEqual(sent.map((_, i) => `0.${i}`));
        expect(messages.map((event) => JSON.parse(event.data) as unknown)).toEqual(
          sent.map((each) => JSON.parse(each.text) as unknown),
        );
      }),
    );
  });

  it('cannot be broken out of', () => {
    const evil = Buffer.from('{"jsonrpc":"2.0",\n\nevent: x\r\rid: 7\ndata: {}\n\n}');
    const frame = messageEvent(evil, undefined).toString();
    expect(frame.split(/\r\n|\r|\n/)).toHaveLength(4);
  });
});

describe('a header value', () => {
  it('survives the base64 wrapper', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = Buffer.from(text);
        fc.pre(inner.toString() === text);
        expect(decodeHeaderValue(` =?base64?${inner.toString('base64')}?=\t`)).toBe(text);
      }),
    );
  });

  it('without the wrapper stands for itself', () => {
    for (const text of ['SGVsbG8=', '=?base64?SGVsbG8=', 'SGVsbG8=?=', '', '=?BASE64?eA==?='])
      expect(decodeHeaderValue(text)).toBe(text);
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes('=?base64?'));
        expect(decodeHeaderValue(text)).toBe(trimmed(text));
        expect(trimmed(`\t ${trimmed(text)} `)).toBe(trimmed(text));
      }),
    );
  });

  it('with a wrapper around something else is refused', () => {
    for (const inner of ['SGVsbG8', 'SGVs!!!bG8=', 'SGVsbG9=', ' SGVsbG8=', '/w==', 'SGVs\nbG8='])
      expect(decodeHeaderValue(`=?base64?${inner}?=`)).toBeUndefined();
    expect(decodeHeaderValue('=?base64?=')).toBeUndefined();
    expect(paramHeaders({ 'mcp-param-a': 'x', 'mcp-param-b': '=?base64?!?=' })).toBe('mcp-param-b');
  });

  it('named like a part of every object is only a name', () => {
    const params = paramHeaders({ 'mcp-param-__proto__': 'x', other: 'y' });
    expect(Object.entries(params)).toEqual([['mcp-param-__proto__', 'x']]);
    expect((params as { other?: string }).other).toBeUndefined();
  });
});

describe('an address', () => {
  it('has one spelling', () => {
    expect(routeOf('/mcp')).toMatchObject({ kind: 'mcp', key: '' });
    expect(routeOf('/mcp/s/a-1')).toMatchObject({ kind: 'mcp', scope: { kind: 'server', server: 'a-1' } });
    expect(routeOf('/healthz')).toEqual({ kind: 'health' });
    for (const target of [
      undefined,
      '',
      '*',
      '/',
      '/MCP',
      '/mcp/',
      '/mcp?token=x',
      '/%6dcp',
      '//mcp',
      '/mcp/s/',
      '/mcp/s/A',
      '/mcp/s/a/b',
      '/mcp/s/a\n',
      '/mcp/s/../../mcp',
      '/mcp/s/a23456789012345678901',
      'http://127.0.0.1/mcp',
      '/.well-known/oauth-protected-resource',
    ])
      expect(routeOf(target)).toEqual({ kind: 'unknown' });
  });
});

describe('media types', () => {
  it('are JSON with or without parameters, and nothing that a form can send', () => {
    for (const type of ['application/json', 'Application/JSON ; charset=utf-8'])
      expect(isJson(type)).toBe(true);
    for (const type of [
      undefined,
      '',
      'text/plain',
      'application/json, text/plain',
      'text/json',
      'application/jsonx',
    ])
      expect(isJson(type)).toBe(false);
  });

  it('are accepted when both are listed, by name or wildcard', () => {
    for (const accept of [
      undefined,
      '*/*',
      'text/event-stream, application/json',
      'Application/JSON;q=0.9,TEXT/*',
    ])
      expect(acceptsBoth(accept)).toBe(true);
    for (const accept of ['', 'application/json', 'text/event-stream', 'text/html'])
      expect(acceptsBoth(accept)).toBe(false);
    expect(acceptsEvents('text/event-stream')).toBe(true);
    expect(acceptsEvents('application/json')).toBe(false);
  });
});

describe('a token', () => {
  it('is read from a bearer header only', () => {
    const digest = bearerDigest('Bearer abc');
    expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(bearerDigest('bearer  abc ')).toBe(digest);
    for (const header of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      'Basic abc',
      'abc',
      `Bearer ${'x'.repeat(600)}`,
    ])
      expect(bearerDigest(header)).toBeUndefined();
  });

  it('that is wrong counts, and time forgives', () => {
    const bucket = new FailureBucket(2, 1, 0);
    expect([bucket.allows(0), bucket.allows(0), bucket.allows(0)]).toEqual([true, true, false]);
    expect([bucket.allows(500), bucket.allows(1_500), bucket.allows(1_500)]).toEqual([false, true, false]);
    expect([bucket.allows(99_000), bucket.allows(99_000), bucket.allows(99_000)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the guard', () => {
  it('takes a Host without a port only where the port is the default', () => {
    const from = { host: 'localhost', origin: undefined, fetchSite: undefined };
    expect(createGuard(80, [])(from).passed).toBe(true);
    expect(createGuard(7411, [])(from).passed).toBe(false);
  });

  it('never allows the origin "null", not even when it is listed', () => {
    const guard = createGuard(1, ['null', 'https://Good.example']);
    const at = { host: 'localhost:1', fetchSite: 'cross-site' };
    expect(guard({ ...at, origin: 'null' }).passed).toBe(false);
    expect(guard({ ...at, origin: 'https://good.example' }).passed).toBe(true);
    expect(guard({ ...at, origin: 'https://good.example.evil' }).passed).toBe(false);
    expect(guard({ ...at, origin: undefined }).passed).toBe(false);
  });
});
