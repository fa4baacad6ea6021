import { expect, onTestFinished, test, vi } from 'vitest';
import { Listener } from '../../../electron/upstream/http/listener.ts';
import { openHttp, openSse } from '../../../electron/upstream/http/open.ts';
import { probeHttp } from '../../../electron/upstream/http/probe.ts';
import { Pause } from '../../../electron/upstream/http/retry-after.ts';
import {
  answered,
  clockedPorts,
  closing,
  events,
  httpPorts,
  idOf,
  json,
  methodOf,
  notification,
  Recorder,
  request,
  result,
  rpcError,
  scripted,
  settled,
  target,
  until,
} from './harness.ts';

// A server that has too much to do and says when it may be asked again is left alone until then.

test.each([
  [429, '30', undefined, /HTTP status 429 \(too many requests\) and wants to be left alone for 30 s/],
  [
    503,
    'Fri, 27 Nov 2026 12:10:00 GMT',
    undefined,
    /HTTP status 503 \(not available for now\) and wants .* for 10 minutes/,
  ],
  [429, '30', 'Busy, sorry.', /left alone for 30 s\. Try again then\. It said: Busy, sorry\./],
])(
  '%s with Retry-After %s: the sentence says when, and nobody asks before',
  async (status, when, body, sentence) => {
    let busy = true;
    const server = await scripted((seen, response) => {
      if (methodOf(seen.body) === 'tools/call' && busy)
        response.writeHead(status, { 'retry-after': when, date: 'Fri, 27 Nov 2026 12:00:00 GMT' }).end(body);
      else json(response, result(idOf(seen.body), { ok: true }));
    });
    const ports = clockedPorts();
    const one = new Recorder();
    const two = new Recorder();
    const first = closing(openHttp(target(server.url, 'stateless'), one, ports));
    const second = closing(openHttp(target(server.url, 'stateless'), two, ports));
    first.send(request(1, 'tools/call'));
    await settled(one, 1);
    expect(one.failures.get(1)).toMatchObject({
      code: 'http-status',
      httpStatus: status,
      message: expect.stringMatching(sentence) as string,
    });
    busy = false;
    // Neither on this connection nor on another to the same server; nothing is sent again by itself either.
    first.send(request(2, 'tools/call'));
    second.send(request(1, 'tools/list'));
    await settled(one, 2);
    await settled(two, 1);
    for (const failure of [one.failures.get(2), two.failures.get(1)])
      expect(failure).toMatchObject({
        httpStatus: status,
        message: expect.stringMatching(
          /"remote" was not asked: .* wants to be left alone for \d+ (s|minutes)\./,
        ) as string,
      });
    expect(server.seen).toHaveLength(1);
    expect([first.backlog, second.backlog]).toEqual([0, 0]);
    ports.pass(600_000);
    first.send(request(3, 'tools/call'));
    await settled(one, 3);
    expect(answered(one, 3)).toBe(true);
  },
);

test('a 429 whose body is a JSON-RPC error passes as it is, and its wish counts all the same', async () => {
  const server = await scripted((seen, response) =>
    json(response, rpcError(idOf(seen.body), -32000, 'slow down', { after: 5 }), 429, { 'retry-after': '5' }),
  );
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, ports));
  connection.send(request(1, 'tools/call'));
  await settled(recorder, 1);
  expect(recorder.messages).toMatchObject([{ text: rpcError(1, -32000, 'slow down', { after: 5 }) }]);
  connection.send(request(2, 'tools/call'));
  await settled(recorder, 2);
  expect(recorder.failures.get(2)?.message).toContain('left alone for 5 s');
});

test('without a wish, or with one that is none, nobody waits; other statuses have no say', async () => {
  let given: [number, Record<string, string>] = [429, {}];
  const server = await scripted((_seen, response) => void response.writeHead(...given).end());
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, ports));
  const tries: (typeof given)[] = [
    [429, {}],
    [503, { 'retry-after': 'later' }],
    [500, { 'retry-after': '100' }],
    [403, { 'retry-after': '100' }],
  ];
  for (const [i, one] of tries.entries()) {
    given = one;
    connection.send(request(i, 'tools/call'));
    await settled(recorder, i);
  }
  expect(server.seen).toHaveLength(tries.length);
  expect(recorder.failures.get(0)?.message).toBe(
    '"remote" answered with HTTP status 429 (too many requests). Try again later.',
  );
});

test('what ends or answers something still goes during a pause, and a person who looks at the server ends it', async () => {
  let busy = true;
  const server = await scripted((seen, response) => {
    if (busy && methodOf(seen.body) === 'tools/call') response.writeHead(503, { 'retry-after': '60' }).end();
    else if (methodOf(seen.body) === 'server/discover')
      json(response, result(idOf(seen.body), { supportedVersions: ['2026-07-28'] }));
    else json(response, result(1), 202);
  });
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, ports));
  connection.send(request(1, 'tools/call'));
  await settled(recorder, 1);
  connection.send(notification('notifications/cancelled', { requestId: 1 }));
  await until(() => server.seen.length === 2);
  busy = false;
  const { launch } = target(server.url);
  const clientInfo = { name: 'Doorward', version: '0.0.0' };
  expect(await probeHttp({ id: 'remote', launch }, { ...ports, clientInfo })).toMatchObject({ ok: true });
  expect(ports.client.pause('remote').left).toBe(0);
});

test('the older transport keeps to a pause as well', async () => {
  const server = await scripted((seen, response) => {
    if (seen.method === 'GET') events(response).write('event: endpoint\ndata: /post\n\n');
    else response.writeHead(429, { 'retry-after': '9' }).end();
  });
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openSse(target(server.url), recorder, ports));
  connection.send(request(1, 'tools/call'));
  await settled(recorder, 1);
  connection.send(request(2, 'tools/call'));
  await settled(recorder, 2);
  for (const id of [1, 2]) expect(recorder.failures.get(id)?.message).toContain('left alone for 9 s');
  expect(server.seen).toHaveLength(2);
});

test('the stream of a session is not asked for again before the pause is over', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let asked = 0;
  const pause = new Pause({ now: () => 0, wallNow: () => 0 });
  const listener = new Listener(
    {
      remote: { id: 'r', origin: 'http://x', path: '/', host: 'x', headers: [], secrets: [] },
      quota: httpPorts().client.quota('r'),
      pause,
      random: () => 0,
      get(exchange) {
        asked++;
        queueMicrotask(() => {
          exchange.onResponseStart({} as never, 503, { 'retry-after': '20' });
          exchange.onResponseEnd();
        });
      },
      lost: () => undefined,
    },
    () => undefined,
  );
  onTestFinished(() => listener.stop());
  return Promise.resolve().then(async () => {
    await vi.advanceTimersByTimeAsync(19_000);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toBe(2);
  });
});
