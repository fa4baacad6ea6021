import { setTimeout as pause } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { pass } from '../fixtures/pass.ts';
import { settle } from '../fixtures/relay-kit.ts';
import {
  type Ask,
  call,
  eventually,
  INITIALIZE,
  modern,
  OTHER_TOKEN,
  realClock,
  send,
  type Stream,
  stream,
  TOKEN,
} from '../unit/gateway/harness.ts';
import { bridge, open, PATH, scene, type Scene, TOOL } from '../unit/relay/held-scene.ts';
import { RoadKit } from '../unit/relay/road-kit.ts';

// The relay, the real endpoint with its sockets, and the real stdio bridge, with calls that wait for a person.

const withToken = { ...TOOL, _meta: { progressToken: 't' } };

/** Answers the newest call at the server. */
async function finish({ kit }: Scene): Promise<void> {
  await eventually(() => kit.server().connections.some((one) => one.all('tools/call').length > 0));
  for (const connection of kit.server().connections)
    for (const request of connection.all('tools/call'))
      connection.answerTo(request, { resultType: 'complete', content: [{ type: 'text', text: 'done' }] });
}

const TEN_MINUTES = 600;

describe('a call that is held for ten minutes is answered after that', () => {
  const ways: Record<string, (port: number, params: object) => Promise<Ask>> = {
    'on Streamable HTTP with a session': async (port, params) => ({
      path: PATH,
      body: call('tools/call', params),
      headers: await open(port),
    }),
    'as a 2026-07-28 POST': (_port, params) =>
      Promise.resolve({ path: PATH, ...modern('tools/call', params as Record<string, unknown>) }),
  };

  test.each(Object.entries(ways))('%s, with progress on its event stream', async (_how, make) => {
    const it = await scene();
    const ask = await make(it.port, { ...TOOL });
    const body = (JSON.parse(String(ask.body)) as { params: { _meta?: object } }).params;
    const params = { ...body, _meta: { ...body._meta, progressToken: 't' } };
    const reading = stream(it.port, { ...ask, body: call('tools/call', params, 7) });
    await it.held(1);
    await it.wait(2);
    const open = await reading;
    expect(open.headers['content-type']).toContain('text/event-stream');
    await it.wait(TEN_MINUTES);
    it.kit.stage.held[0]!.let();
    await finish(it);
    await open.ended;
    const messages = open.messages as {
      method?: string;
      id?: unknown;
      result?: object;
      params?: { progress: number };
    }[];
    const progress = messages.filter(({ method }) => method === 'notifications/progress');
    expect(progress.length).toBeGreaterThanOrEqual(TEN_MINUTES / 10);
    expect(messages.at(-1)).toMatchObject({ id: 7, result: { content: [{ text: 'done' }] } });
  });

  test.each(Object.entries(ways))(
    '%s, without a token: the wait becomes a stream with comments',
    async (_how, make) => {
      const it = await scene();
      const reading = stream(it.port, await make(it.port, TOOL));
      await it.held(1);
      await it.wait(6);
      const open = await reading;
      expect(open.headers['content-type']).toContain('text/event-stream');
      await it.wait(TEN_MINUTES);
      await eventually(() => open.comments.length >= TEN_MINUTES / 16 - 1);
      expect(open.messages).toEqual([]);
      it.kit.stage.held[0]!.let();
      await finish(it);
      await open.ended;
      expect(open.messages).toMatchObject([{ result: { content: [{ text: 'done' }] } }]);
    },
  );

  test('on the stdio bridge, with progress and nothing else', async () => {
    const it = await scene();
    const app = bridge(it.kit);
    app.write(INITIALIZE);
    await eventually(() => app.lines.length === 1);
    app.write(call('tools/call', withToken, 'x'));
    app.write(call('tools/call', TOOL, 'y'));
    await it.held(2);
    await it.wait(TEN_MINUTES);
    app.write(call('ping', undefined, 'p'));
    await eventually(() => app.lines.some(({ id }) => id === 'p'));
    for (const { let: go } of it.kit.stage.held) go();
    await finish(it);
    await eventually(() => app.lines.filter(({ id }) => id === 'x' || id === 'y').length === 2);
    const others = app.lines.filter(({ id }) => id === undefined);
    expect(new Set(others.map(({ method }) => method))).toEqual(new Set(['notifications/progress']));
    expect(others).toHaveLength(TEN_MINUTES / 10);
  });

  test('whatever the clocks of the HTTP server say: they are about requests that are arriving', async () => {
    // Real clocks, made short, but not so short that a busy machine takes longer for what they are about.
    const it = await scene(
      {
        requestTimeoutMs: 1500,
        headersTimeoutMs: 1500,
        stallMs: 1500,
        streamAfterMs: 200,
        keepAliveMs: 1500,
        sessionIdleMs: 1500,
      },
      new RoadKit(),
      realClock,
    );
    const headers = await open(it.port);
    const streams = await Promise.all([
      stream(it.port, { path: PATH, body: call('tools/call', TOOL), headers }),
      stream(it.port, { path: PATH, ...modern('tools/call', TOOL) }),
      it.held(2),
    ]);
    await pause(5000);
    for (const { let: go } of it.kit.stage.held) go();
    await finish(it);
    for (const open of streams.slice(0, 2) as Stream[]) {
      await open.ended;
      expect(open.messages).toMatchObject([{ result: { content: [{ text: 'done' }] } }]);
    }
  });

  test('the SDK client waits as long as it hears of progress', async () => {
    // A hundred times as fast: 10 s of the relay are 0.1 s, the 60 s of the client 2 s.
    const after = (ms: number, run: () => void): (() => void) => realClock.after(ms / 100, run);
    const it = await scene({}, new RoadKit(undefined, after), realClock);
    const client = new Client({ name: 'c', version: '1' });
    const url = new URL(`http://127.0.0.1:${it.port}${PATH}`);
    await client.connect(
      new StreamableHTTPClientTransport(url, {
        requestInit: { headers: { authorization: `Bearer ${TOKEN}` } },
      }),
    );
    let heard = 0;
    const result = client.callTool(TOOL, {
      timeout: 5000,
      resetTimeoutOnProgress: true,
      onprogress: () => heard++,
    });
    await it.held(1);
    await pause(7000);
    it.kit.stage.held[0]!.let();
    await finish(it);
    expect((await result).content).toEqual([{ type: 'text', text: 'done' }]);
    expect(heard).toBeGreaterThan(5);
    await client.close();
  });
});

describe('held calls keep their place and take no other', () => {
  test('thirty of one app, while its other calls, those of other apps, and pings pass', async () => {
    const it = await scene();
    const [mine, theirs] = [await open(it.port), await open(it.port, OTHER_TOKEN)];
    const held = Array.from({ length: 30 }, (_, i) =>
      send(it.port, { path: PATH, body: call('tools/call', TOOL, i), headers: mine }),
    );
    await it.held(30);
    const free = { name: 'free', arguments: {} };
    const passing = [
      send(it.port, { path: PATH, body: call('tools/call', free, 'f'), headers: mine }),
      send(it.port, { path: PATH, body: call('tools/call', free, 'f'), headers: theirs, token: OTHER_TOKEN }),
      send(it.port, { path: PATH, ...modern('tools/call', free) }),
    ];
    const calls = (): number =>
      it.kit.server().connections.reduce((sum, one) => sum + one.all('tools/call').length, 0);
    await eventually(() => calls() === 3);
    await finish(it);
    for (const answer of await Promise.all(passing))
      expect(answer.json).toMatchObject({ result: { content: [{}] } });
    const ping = await send(it.port, { path: PATH, body: call('ping'), headers: mine });
    expect(ping.json).toMatchObject({ result: {} });
    for (const one of it.kit.stage.held) one.let({ kind: 'refused', sentence: 'Nobody answered.' });
    for (const answer of await Promise.all(held))
      expect(answer.json).toMatchObject({ result: { isError: true } });
  });

  test('they count among the calls of their app, and only there', async () => {
    const it = await scene({ callsPerClient: 40 });
    const [mine, theirs] = [await open(it.port), await open(it.port, OTHER_TOKEN)];
    const held = Array.from({ length: 40 }, (_, i) =>
      send(it.port, { path: PATH, body: call('tools/call', TOOL, i), headers: mine }),
    );
    await it.held(40);
    const over = await send(it.port, { path: PATH, body: call('tools/call', TOOL), headers: mine });
    expect(over.status).toBe(429);
    const other = send(it.port, {
      path: PATH,
      body: call('tools/call', TOOL),
      headers: theirs,
      token: OTHER_TOKEN,
    });
    await it.held(41);
    for (const one of it.kit.stage.held) one.let({ kind: 'refused', sentence: 'No.' });
    await Promise.all([...held, other]);
  });
});

describe('an app that goes away while its call is held', () => {
  const gone = async ({ kit }: Scene): Promise<void> => {
    await eventually(() => kit.stage.held[0]!.abandoned === 1);
    kit.stage.held[0]!.let();
    await settle();
    expect(kit.server().connections.flatMap((one) => one.all('tools/call'))).toEqual([]);
  };

  test('closes the socket of a 2026-07-28 POST', async () => {
    const it = await scene();
    const reading = stream(it.port, { path: PATH, ...modern('tools/call', { ...TOOL, _meta: {} }) });
    await it.held(1);
    await it.wait(6);
    (await reading).drop();
    await gone(it);
  });

  test('ends its session', async () => {
    const it = await scene();
    const headers = await open(it.port);
    const answer = send(it.port, { path: PATH, body: call('tools/call', TOOL), headers });
    await it.held(1);
    expect((await send(it.port, { path: PATH, method: 'DELETE', headers })).status).toBe(204);
    await gone(it);
    expect((await answer).status).toBe(404);
  });

  test('cancels', async () => {
    const it = await scene();
    const headers = await open(it.port);
    const answer = send(it.port, { path: PATH, body: call('tools/call', TOOL, 5), headers });
    await it.held(1);
    await send(it.port, {
      path: PATH,
      body: call('notifications/cancelled', { requestId: 5 }).replace(/"id":\d+,/, ''),
      headers,
    });
    await gone(it);
    expect((await answer).status).toBe(202);
  });

  test('loses the connection of a session call before there was a stream to come back to', async () => {
    const it = await scene();
    const headers = await open(it.port);
    const controller = new AbortController();
    const asked = fetch(`http://127.0.0.1:${it.port}${PATH}`, {
      method: 'POST',
      body: call('tools/call', TOOL),
      headers: {
        ...headers,
        authorization: `Bearer ${TOKEN}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      },
      signal: controller.signal,
    });
    await it.held(1);
    controller.abort();
    await expect(asked).rejects.toThrow();
    await pass(50);
    expect(it.kit.stage.held[0]!.abandoned).toBe(0);
    await it.wait(2);
    await gone(it);
  });

  test('may come back to the stream of a session call within half a minute, and is gone after that', async () => {
    const it = await scene();
    const headers = await open(it.port);
    const reading = stream(it.port, { path: PATH, body: call('tools/call', TOOL), headers });
    await it.held(1);
    await it.wait(6);
    const first = await reading;
    await first.until(1);
    first.drop();
    await pass(50);
    await it.wait(25);
    const again = await stream(it.port, {
      path: PATH,
      headers: { ...headers, 'last-event-id': first.events[0]!.id },
    });
    await it.wait(120);
    expect(it.kit.stage.held[0]!.abandoned).toBe(0);
    again.drop();
    await pass(50);
    await it.wait(29);
    expect(it.kit.stage.held[0]!.abandoned).toBe(0);
    await it.wait(3);
    await gone(it);
  });

  test('ends the bridge', async () => {
    const it = await scene();
    const app = bridge(it.kit);
    app.write(INITIALIZE);
    await eventually(() => app.lines.length === 1);
    app.write(call('tools/call', TOOL, 'x'));
    await it.held(1);
    app.end();
    await gone(it);
  });
});
