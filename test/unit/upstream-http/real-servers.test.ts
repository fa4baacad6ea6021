import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { UpstreamConnection } from '../../../electron/upstream/connection.ts';
import { openHttp, openRemote } from '../../../electron/upstream/http/open.ts';
import { probeHttp } from '../../../electron/upstream/http/probe.ts';
import { startChild } from '../../fixtures/child.ts';
import { type Eras, startEverything } from '../../fixtures/everything/http.ts';
import { closing, type Got, httpPorts, INITIALIZED, Recorder, request, target, until } from './harness.ts';

const LOOPBACK = fileURLToPath(new URL('../../fixtures/loopback.cjs', import.meta.url));
const EVERYTHING = createRequire(import.meta.url).resolve(
  '@modelcontextprotocol/server-everything/dist/index.js',
);

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly result?: {
    readonly tools?: unknown[];
    readonly content?: { text: string }[];
    readonly [key: string]: unknown;
  };
  readonly error?: { readonly code: number };
}

const parsed = (got: Got): Reply => JSON.parse(got.text) as Reply;

async function serverEverything(transport: 'streamableHttp' | 'sse'): Promise<string> {
  const child = await startChild('--require', [LOOPBACK, EVERYTHING, transport]);
  onTestFinished(() => child.kill9());
  const { port } = child.ready as { port: number };
  return `http://127.0.0.1:${port}${transport === 'sse' ? '/sse' : '/mcp'}`;
}

async function fixture(eras: Eras): Promise<string> {
  const running = await startEverything({ eras });
  onTestFinished(() => running.close());
  return running.url;
}

async function answer(recorder: Recorder, id: number): Promise<Reply> {
  await until(() => recorder.failures.has(id) || recorder.messages.some((got) => parsed(got).id === id));
  const found = recorder.messages.map(parsed).find((reply) => reply.id === id);
  if (found === undefined) throw new Error(recorder.failures.get(id)?.message);
  return found;
}

async function shakeHands(connection: UpstreamConnection, recorder: Recorder): Promise<void> {
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } };
  connection.send(request(1, 'initialize', params));
  const { result } = await answer(recorder, 1);
  connection.initialized(String(result?.['protocolVersion']));
  connection.send(INITIALIZED);
}

const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 't', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

test('server-everything over Streamable HTTP: list, call, progress, GET stream, DELETE', async () => {
  const url = await serverEverything('streamableHttp');
  const recorder = new Recorder();
  const ports = httpPorts();
  const connection = closing(openRemote(target(url), recorder, ports));
  await shakeHands(connection, recorder);
  connection.send(request(2, 'tools/list'));
  expect((await answer(recorder, 2)).result?.tools?.length).toBeGreaterThan(10);
  connection.send(request(3, 'tools/call', { name: 'echo', arguments: { message: 'ü' } }));
  expect((await answer(recorder, 3)).result?.content?.[0]?.text).toBe('Echo: ü');
  const long = { name: 'trigger-long-running-operation', arguments: { duration: 0.2, steps: 2 } };
  connection.send(request(4, 'tools/call', { ...long, _meta: { progressToken: 4 } }));
  await answer(recorder, 4);
  await until(() => recorder.messages.some((got) => parsed(got).method === 'notifications/progress'));
  // Sent a moment after the handshake, and belongs to no request.
  connection.send(request(5, 'tools/call', { name: 'toggle-simulated-logging', arguments: {} }));
  await answer(recorder, 5);
  await until(() => recorder.messages.some((got) => parsed(got).method === 'notifications/message'));
  expect(connection.transport).toBe('http');
  await connection.close();

  const stale = new Recorder();
  const again = closing(openHttp(target(url), stale, ports));
  await shakeHands(again, stale);
  expect(stale.failures.size).toBe(0);
});

test('server-everything over HTTP+SSE, found by falling back', async () => {
  const url = await serverEverything('sse');
  const recorder = new Recorder();
  const ports = httpPorts();
  const connection = closing(openRemote(target(url), recorder, ports));
  await shakeHands(connection, recorder);
  connection.send(request(3, 'tools/call', { name: 'echo', arguments: { message: 'hi' } }));
  expect((await answer(recorder, 3)).result?.content?.[0]?.text).toBe('Echo: hi');
  expect(connection.transport).toBe('sse');
});

test('a session server on the present SDK: a stream that the server closes early is resumed', async () => {
  const recorder = new Recorder();
  const connection = closing(openHttp(target(await fixture('legacy')), recorder, httpPorts()));
  await shakeHands(connection, recorder);
  connection.send(request(2, 'tools/call', { name: 'test_reconnection', arguments: {} }));
  const { result } = await answer(recorder, 2);
  expect(result?.content).toBeDefined();
  expect(recorder.detachments).toEqual([[2, 500]]);
  expect(recorder.failures.size).toBe(0);
});

test('a stateless server on the present SDK: discover, call, progress, an unknown method, cancelling a stream', async () => {
  const recorder = new Recorder();
  const connection = closing(openHttp(target(await fixture('modern'), 'stateless'), recorder, httpPorts()));
  connection.send(request(1, 'server/discover', { _meta: meta }));
  expect((await answer(recorder, 1)).result?.['supportedVersions']).toContain('2026-07-28');
  const call = { name: 'test_tool_with_progress', arguments: {}, _meta: { ...meta, progressToken: 2 } };
  connection.send({ ...request(2, 'tools/call', call), name: 'test_tool_with_progress' });
  expect((await answer(recorder, 2)).result?.content).toBeDefined();
  const progress = recorder.messages.filter((got) => parsed(got).method === 'notifications/progress');
  expect(progress.length).toBeGreaterThan(0);
  for (const got of progress) expect(got.origin).toBe(2);
  connection.send(request(3, 'no/such', { _meta: meta }));
  expect((await answer(recorder, 3)).error?.code).toBe(-32601);
  connection.send({ ...request(4, 'tools/call', { name: 'x', arguments: {}, _meta: meta }), name: 'y' });
  expect((await answer(recorder, 4)).error?.code).toBe(-32020);
  const wish = { notifications: { toolsListChanged: true }, _meta: meta };
  connection.send(request(5, 'subscriptions/listen', wish));
  await until(() => recorder.messages.some((got) => got.origin === 5));
  connection.abort(5);
  expect(recorder.failures.size).toBe(0);
});

test('the probe finds out what each of them is', async () => {
  const ports = { ...httpPorts(), clientInfo: { name: 'Doorward', version: '0.0.0' } };
  const found = async (url: string) => probeHttp({ id: 'remote', launch: target(url).launch }, ports);
  expect(await found(await fixture('modern'))).toEqual({ ok: true, era: 'stateless', transport: 'http' });
  expect(await found(await fixture('both'))).toEqual({ ok: true, era: 'stateless', transport: 'http' });
  expect(await found(await fixture('legacy'))).toEqual({ ok: true, era: 'session', transport: 'http' });
  expect(await found(await serverEverything('streamableHttp'))).toEqual({
    ok: true,
    era: 'session',
    transport: 'http',
  });
  expect(await found(await serverEverything('sse'))).toEqual({ ok: true, era: 'session', transport: 'sse' });
});
