import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { until } from '../fixtures/process-facts.ts';
import type { RawAnswer, RawClient } from '../fixtures/raw-client.ts';

// What the network does between a running Doorward and a remote server: each call ends with a sentence that names the
// server, and calls work again by themselves once the network does.

/** Long enough that no call of a busy machine is taken for a silent one. */
const SILENT_SECONDS = 4;
const SETUP_MS = 240_000;

/** What comes of a call at the moment; undefined: it is answered. */
type Weather = ((incoming: IncomingMessage, response: ServerResponse) => void) | undefined;

let scene: Scene;
let server: Server | undefined;
let port = 0;
let weather: Weather;
let calls = 0;
let sessions = new Set<string>();

function serve(incoming: IncomingMessage, response: ServerResponse, body: string): void {
  if (incoming.method !== 'POST')
    return void response.writeHead(incoming.method === 'DELETE' ? 200 : 405).end();
  const { id, method, params } = JSON.parse(body) as {
    id?: number;
    method: string;
    params?: { arguments?: { nonce?: string } };
  };
  const session = String(incoming.headers['mcp-session-id']);
  const answer = (result: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result }));
  };
  if (method === 'initialize') {
    const minted = `s-${sessions.size}-${Math.random()}`;
    sessions.add(minted);
    const serverInfo = { name: 'remote', version: '1' };
    answer(
      { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo },
      { 'mcp-session-id': minted },
    );
  } else if (method === 'server/discover') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32601, message: 'no' } }));
  } else if (!sessions.has(session)) {
    // As servers do that follow the examples of the SDKs.
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(
      '{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Bad Request: No valid session ID"}}',
    );
  } else if (id === undefined) {
    response.writeHead(202).end();
  } else if (method === 'tools/list') {
    answer({
      tools: [{ name: 'read_echo', description: 'Reads it back.', inputSchema: { type: 'object' } }],
    });
  } else {
    calls++;
    if (weather !== undefined) weather(incoming, response);
    else answer({ content: [{ type: 'text', text: params?.arguments?.nonce ?? '' }] });
  }
}

async function up(): Promise<void> {
  server = createServer((incoming, response) => {
    incoming.on('error', () => undefined);
    response.on('error', () => undefined);
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => serve(incoming, response, Buffer.concat(chunks).toString()));
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

async function down(): Promise<void> {
  if (server === undefined) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  server = undefined;
  await closed;
}

beforeAll(async () => {
  await up();
  scene = await startScene({ settings: { limits: { silentSeconds: SILENT_SECONDS } } });
  await scene.host.must(['server', 'add', 'remote', '--url', `http://127.0.0.1:${port}/mcp`]);
  await scene.host.must(['server', 'inspect', 'remote']);
  await scene.host.must(['server', 'approve', 'remote']);
  await scene.addStdio('pipe');
}, SETUP_MS);
afterAll(async () => {
  await scene.close();
  await down();
});
beforeEach(() => {
  weather = undefined;
});

const textOf = (answer: RawAnswer): string | undefined =>
  (answer.result?.['content'] as { text: string }[] | undefined)?.[0]?.text;
const sentenceOf = (answer: RawAnswer): string => answer.error?.message ?? textOf(answer) ?? answer.text;

describe.each(['session', 'stateless'] as const)('an AI app of the %s era', (era) => {
  let client: RawClient;
  let nonces = 0;
  beforeAll(async () => {
    client = await scene.open(undefined, { era });
  });
  const call = (
    tool = 'remote__read_echo',
    args: object = { nonce: `n${era}${++nonces}` },
  ): Promise<RawAnswer> => client.request('tools/call', { name: tool, arguments: args });
  const works = async (): Promise<boolean> => {
    const nonce = `w${era}${++nonces}`;
    return textOf(await call('remote__read_echo', { nonce })) === nonce;
  };

  afterEach(async () => {
    weather = undefined;
    if (server === undefined) await up();
    await until('the remote server is used again', works);
  });

  test.each([
    [429, 'too many requests'],
    [503, 'not available for now'],
  ])(
    '%s with Retry-After: the sentence says when, and until then the server is not asked',
    async (status, why) => {
      await until('it works', works);
      weather = (_incoming, response) => void response.writeHead(status, { 'retry-after': '2' }).end();
      const told = sentenceOf(await call());
      expect(told).toContain(`"remote" answered with HTTP status ${status} (${why})`);
      expect(told).toContain('left alone for 2 s');
      const asked = calls;
      weather = undefined;
      const again = await call();
      // On a slow machine the two seconds may be over.
      if (calls === asked)
        expect(sentenceOf(again)).toMatch(/"remote" was not asked: .* for \d s\. Try again then/);
      await until('the pause is over', works);
    },
  );

  test('a connection that is reset in the middle of an answer costs this call alone', async () => {
    await until('it works', works);
    weather = (_incoming, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"jsonrpc":"2.0",', () => response.socket?.resetAndDestroy());
    };
    expect(sentenceOf(await call())).toMatch(/"remote" broke before its answer was complete/);
  });

  test('a half-open socket: the other end is gone and says nothing; the call is given up', async () => {
    await until('it works', works);
    weather = (incoming) => void incoming.socket.pause();
    expect(sentenceOf(await call())).toMatch(
      /"remote" gave no sign of life for 4 s, so the call was given up/,
    );
  });

  test('an answer that comes byte by byte without end is given up as well', async () => {
    await until('it works', works);
    weather = (_incoming, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(timer));
    };
    expect(sentenceOf(await call())).toContain('"remote" gave no sign of life');
  });

  test('a network that goes and comes back', async () => {
    for (let round = 0; round < 2; round++) {
      await until('it works', works);
      await down();
      for (let i = 0; i < 3; i++)
        expect(sentenceOf(await call())).toMatch(/"remote" .*(nothing answers|broke)/);
      await up();
    }
  });

  test('a server that was started anew and has forgotten its sessions: one call may fail, the next works', async () => {
    await until('it works', works);
    sessions = new Set();
    await call();
    expect(await works()).toBe(true);
  });

  test('a local server that hangs: the call is given up, and the server is used further', async () => {
    const told = sentenceOf(await call('pipe__misbehave', { kind: 'silence' }));
    expect(told).toMatch(/"pipe" gave no sign of life for 4 s/);
    expect(textOf(await call('pipe__echo', { nonce: 'still here' }))).toBe('still here');
  });
});
