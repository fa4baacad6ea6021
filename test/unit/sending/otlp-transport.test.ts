import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { otlpTransport } from '../../../electron/audit/sending/otlp-transport.ts';
import type { Transport } from '../../../electron/audit/sending/transport.ts';
import { type OtlpCollector, otlpCollector } from '../../fixtures/collectors/otlp-collector.ts';
import { partialAnswer } from '../../fixtures/collectors/protobuf.ts';
import { origin, sent } from './support.ts';

let collector: OtlpCollector;
let way: Transport;
const open = (more: Partial<Parameters<typeof otlpTransport>[0]> = {}, patienceMs = 20_000) => {
  way = otlpTransport(
    { url: collector.url, headers: {}, encoding: 'protobuf', ...more },
    { origin, now: () => 0, patienceMs },
  );
  return way;
};
const never = new AbortController().signal;
const rows = [sent(1), sent(2)];

beforeEach(async () => {
  collector = await otlpCollector();
});
afterEach(async () => {
  way.close();
  await collector.close();
});

describe('a collector', () => {
  it('gets spans and records, with the headers, and nothing else', async () => {
    const headers = { authorization: 'Bearer key' };
    expect(await open({ url: `${collector.url}/`, headers }).send(rows, never)).toEqual({
      kind: 'taken',
      refused: 0,
    });
    expect(collector.requests.map(({ path }) => path)).toEqual(['/v1/traces', '/v1/logs']);
    for (const { headers: got } of collector.requests)
      expect([got.authorization, got['user-agent']]).toEqual(['Bearer key', 'doorward/1.2.3']);
    expect(collector.spans.map(({ attributes }) => attributes['doorward.row.seq'])).toEqual([2]);
    expect(collector.records.map(({ body }) => JSON.parse(body) as unknown)).toEqual(rows);
  });

  it('gets no traces where no call has ended', async () => {
    await open().send([sent(1)], never);
    expect(collector.requests.map(({ path }) => path)).toEqual(['/v1/logs']);
  });

  it('gets JSON when that is wanted', async () => {
    await open({ encoding: 'json' }).send(rows, never);
    const [traces] = collector.requests;
    expect(traces?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(traces?.body.toString() ?? '')).toMatchObject({
      resourceSpans: [{ scopeSpans: [{ spans: [{ name: 'tools/call read_text_file', kind: 2 }] }] }],
    });
  });

  it('is asked again when it says so, and then only for the half that it has not', async () => {
    let busy = true;
    collector.answer = ({ path }, response) => {
      if (path !== '/v1/logs' || !busy) return false;
      busy = false;
      response.writeHead(503, { 'retry-after': '17' }).end('later');
      return true;
    };
    const transport = open();
    expect(await transport.send(rows, never)).toMatchObject({ kind: 'failed', askedMs: 17_000 });
    expect(await transport.send(rows, never)).toMatchObject({ kind: 'taken' });
    expect(collector.requests.map(({ path }) => path)).toEqual(['/v1/traces', '/v1/logs', '/v1/logs']);
    expect([collector.spans.length, collector.records.length]).toEqual([1, 2]);
  });

  it('may take only some: what it refused is counted and not sent again', async () => {
    collector.answer = ({ path }, response) => {
      if (path !== '/v1/logs') return false;
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end(partialAnswer(1, 'too old'));
      return true;
    };
    expect(await open().send(rows, never)).toEqual({
      kind: 'taken',
      refused: 1,
      note: 'The collector did not take 1 of the records (logs). It says: too old',
    });
  });

  it('that answers with something that is no answer has taken them', async () => {
    collector.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>\u0000\u0001');
      return true;
    };
    expect(await open().send(rows, never)).toMatchObject({ kind: 'taken', refused: 0 });
  });

  it.each([400, 413, 415, 422])('does not take these rows with status %i', async (status) => {
    collector.answer = (_, response) => {
      response.writeHead(status).end();
      return true;
    };
    expect(await open().send(rows, never)).toMatchObject({ kind: 'unfit' });
  });

  it.each([401, 403, 404, 408, 429, 500, 502, 504])('is tried again after status %i', async (status) => {
    collector.answer = (_, response) => {
      response.writeHead(status, { 'retry-after': 'never' }).end();
      return true;
    };
    const result = await open().send(rows, never);
    expect(result).toMatchObject({ kind: 'failed' });
    expect(result).not.toHaveProperty('askedMs');
  });

  it('cannot lead the log, or the key, to anybody else', async () => {
    const other = await otlpCollector();
    collector.answer = (_, response) => {
      response.writeHead(307, { location: `${other.url}/v1/traces` }).end();
      return true;
    };
    const result = await open({ headers: { authorization: 'Bearer key' } }).send(rows, never);
    expect(result).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('not followed') as string,
    });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('that hangs, cuts the answer off or sends without end costs one failure', async () => {
    collector.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      return true;
    };
    expect(await open({}, 200).send(rows, never)).toMatchObject({
      kind: 'failed',
      sentence: 'The collector was not reached: it did not answer in time.',
    });
    way.close();
    collector.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.socket?.destroy());
      return true;
    };
    expect(await open().send(rows, never)).toMatchObject({ kind: 'failed' });
    way.close();
    collector.answer = (_, response) => {
      response.writeHead(200);
      response.write('x'.repeat(1024 * 1024));
      return true;
    };
    expect(await open().send(rows, never)).toMatchObject({ kind: 'failed' });
  });

  it('that is not there is said so, and giving up ends at once', async () => {
    const { port } = collector;
    await collector.close();
    const transport = open({ url: `http://127.0.0.1:${port}` });
    expect(await transport.send(rows, never)).toEqual({
      kind: 'failed',
      sentence: 'The collector was not reached: nothing listens there.',
    });
    expect(await transport.send(rows, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
    collector = await otlpCollector();
  });
});
