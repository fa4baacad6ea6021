import { hash } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import { afterEach } from 'vitest';
import { createGateway, type Gateway, type GatewayClock } from '../../../electron/gateway/gateway.ts';
import { defaultLimits, type GatewayLimits } from '../../../electron/gateway/limits.ts';
import type {
  ClientIdentity,
  DownstreamSession,
  Exchange,
  RelayPort,
} from '../../../electron/relay/exchange.ts';
import type { Message } from '../../../electron/relay/message.ts';

/** A clock that a test moves; everything that is due runs in order. */
export class ManualClock implements GatewayClock {
  #now = 1_000;
  #due: { at: number; run: () => void }[] = [];

  monotonic(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + ms, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((each) => each !== entry);
    };
  }

  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const next = this.#due.filter((each) => each.at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      this.#due = this.#due.filter((each) => each !== next);
      next.run();
    }
    this.#now = until;
  }
}

export const realClock: GatewayClock = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The result bytes that the fake relay answers with: who asked, and the bytes that arrived. */
export function echo(exchange: Exchange): Buffer {
  const result = JSON.stringify({
    client: exchange.client.id,
    scope: exchange.scope,
    session: exchange.session?.id,
    sent: exchange.message.bytes.toString(),
    paramHeaders: exchange.paramHeaders,
    version: exchange.envelope?.protocolVersion,
  });
  return reply(exchange, result);
}

export const reply = (exchange: Exchange, result: string): Buffer =>
  Buffer.from(`{"jsonrpc":"2.0","id":${exchange.message.id?.raw ?? 'null'},"result":${result}}`);

/** Stands where the relay is: echoes, unless a test takes a request over. */
export class FakeRelay implements RelayPort {
  readonly exchanges: Exchange[] = [];
  readonly notifications: { session: DownstreamSession; message: Message }[] = [];
  readonly responses: { session: DownstreamSession; message: Message }[] = [];
  readonly opened: DownstreamSession[] = [];
  readonly closed: DownstreamSession[] = [];
  version = '2025-11-25';
  onInitialize: RelayPort['initialize'] = (exchange, accept) => {
    this.opened.push(accept(this.version));
    exchange.answer(reply(exchange, `{"protocolVersion":"${this.version}"}`));
  };
  onRequest: (exchange: Exchange) => void = (exchange) => exchange.answer(echo(exchange));

  initialize(exchange: Exchange, accept: (protocolVersion: string) => DownstreamSession): void {
    this.onInitialize(exchange, accept);
  }
  request(exchange: Exchange): void {
    this.exchanges.push(exchange);
    this.onRequest(exchange);
  }
  notification(session: DownstreamSession, message: Message): void {
    this.notifications.push({ session, message });
  }
  response(session: DownstreamSession, message: Message): void {
    this.responses.push({ session, message });
  }
  sessionClosed(session: DownstreamSession): void {
    this.closed.push(session);
  }
}

export interface Rig {
  readonly gateway: Gateway;
  readonly relay: FakeRelay;
  readonly clock: ManualClock;
  readonly port: number;
  /** Clients by token; a test may change it. */
  readonly clients: Map<string, ClientIdentity>;
}

export interface RigOptions {
  readonly limits?: Partial<GatewayLimits>;
  readonly allowedOrigins?: readonly string[];
  readonly clock?: GatewayClock;
  readonly servers?: readonly string[];
}

const running = new Set<Gateway>();
const sockets = new Set<net.Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const gateway of running) await gateway.close('The test is over.');
  running.clear();
});

export const TOKEN = 'token-of-alice-0123456789abcdef0123456789';
export const OTHER_TOKEN = 'token-of-bob-0123456789abcdef0123456789ab';

/** A gateway on a free port with two clients, alice and bob. */
export async function start(options: RigOptions = {}): Promise<Rig> {
  const relay = new FakeRelay();
  const clock = new ManualClock();
  const clients = new Map<string, ClientIdentity>([
    [TOKEN, { id: 'alice', name: 'Alice', role: 'default' }],
    [OTHER_TOKEN, { id: 'bob', name: 'Bob', role: 'default' }],
  ]);
  const byDigest = (digest: string): ClientIdentity | undefined => {
    for (const [token, client] of clients) if (hash('sha256', token, 'hex') === digest) return client;
    return undefined;
  };
  let count = 0;
  const gateway = createGateway({
    relay,
    authenticate: byDigest,
    scopeExists: (server) => (options.servers ?? ['files']).includes(server),
    settings: { port: 0, allowedOrigins: options.allowedOrigins ?? [] },
    limits: { ...defaultLimits, closeMs: 0, ...options.limits },
    clock: options.clock ?? clock,
    ids: { session: () => `session-${++count}-${'x'.repeat(24)}` },
  });
  const listening = await gateway.listen();
  if (!listening.ok) throw new Error(listening.message);
  running.add(gateway);
  return { gateway, relay, clock, port: listening.value.port, clients };
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
}

export interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly body?: string | Buffer;
  readonly token?: string;
}

function begin(port: number, ask: Ask): http.ClientRequest {
  const body = ask.body === undefined ? undefined : Buffer.from(ask.body);
  const headers: Record<string, string> = {
    authorization: `Bearer ${ask.token ?? TOKEN}`,
    accept: 'application/json, text/event-stream',
  };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    headers['content-length'] = String(body.length);
  }
  for (const [name, value] of Object.entries(ask.headers ?? {})) {
    if (value === undefined) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  const request = http.request({
    host: '127.0.0.1',
    port,
    agent: false,
    method: ask.method ?? (body === undefined ? 'GET' : 'POST'),
    path: ask.path ?? '/mcp',
    headers,
  });
  request.on('socket', (socket) => sockets.add(socket));
  request.end(body);
  return request;
}

/** One request on a connection of its own. */
export function send(port: number, ask: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = begin(port, ask);
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        let json: unknown;
        try {
          json = JSON.parse(text);
        } catch {
          json = undefined;
        }
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
  });
}

export interface SseEvent {
  readonly id: string | undefined;
  readonly retry: number | undefined;
  readonly data: string | undefined;
}

/** An event stream that is being read. */
export class Stream {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly events: SseEvent[] = [];
  readonly comments: string[] = [];
  readonly response: http.IncomingMessage;
  readonly ended: Promise<void>;
  #text = '';
  #waiting: { count: number; done: () => void }[] = [];

  constructor(response: http.IncomingMessage) {
    this.response = response;
    this.status = response.statusCode ?? 0;
    this.headers = response.headers;
    this.ended = new Promise((resolve) => {
      response.on('close', () => resolve());
    });
    response.on('error', () => undefined);
    response.on('data', (chunk: Buffer) => this.#read(chunk.toString()));
  }

  /** Waits until that many events (messages, primings, retries) have come. */
  until(count: number): Promise<void> {
    if (this.events.length >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ count, done: resolve });
    });
  }

  get messages(): unknown[] {
    return this.events
      .filter((event) => (event.data ?? '') !== '')
      .map((event) => JSON.parse(event.data ?? ''));
  }

  drop(): void {
    this.response.destroy();
  }

  #read(text: string): void {
    this.#text += text;
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) break;
      this.#block(this.#text.slice(0, end).split('\n'));
      this.#text = this.#text.slice(end + 2);
    }
    for (const each of this.#waiting) if (this.events.length >= each.count) each.done();
  }

  #block(lines: string[]): void {
    const field = (name: string): string | undefined =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trimStart();
    if (lines.every((line) => line.startsWith(':'))) {
      this.comments.push(lines.join('\n'));
      return;
    }
    const retry = field('retry');
    this.events.push({
      id: field('id'),
      retry: retry === undefined ? undefined : Number(retry),
      data: field('data'),
    });
  }
}

/** A request whose answer is read as it comes. */
export function stream(port: number, ask: Ask): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = begin(port, ask);
    request.on('error', reject);
    request.on('response', (response) => resolve(new Stream(response)));
  });
}

/** Sends bytes as they are and resolves with everything that came back, when the server closes. */
export function raw(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    sockets.add(socket);
    let got = '';
    socket.on('data', (chunk: Buffer) => (got += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(got));
    socket.write(text);
  });
}

/** A socket that is closed after the test. */
export function connect(port: number): net.Socket {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.add(socket);
  return socket;
}

let nextId = 0;
export const call = (method: string, params?: object, id: number | string = ++nextId): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, ...(params === undefined ? {} : { params }) });

export const INITIALIZE = call('initialize', {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});

/** Opens a session and answers its id. */
export async function openSession(rig: Rig, ask: Ask = {}): Promise<string> {
  const answer = await send(rig.port, { body: INITIALIZE, ...ask });
  const id = answer.headers['mcp-session-id'];
  if (typeof id !== 'string') throw new Error(`no session: ${answer.status} ${answer.text}`);
  return id;
}

const PREFIX = 'io.modelcontextprotocol/';
export const ENVELOPE = {
  [`${PREFIX}protocolVersion`]: '2026-07-28',
  [`${PREFIX}clientInfo`]: { name: 'test', version: '1' },
  [`${PREFIX}clientCapabilities`]: {},
};

/** A request of 2026-07-28 with all its headers. */
export function modern(method: string, params: Record<string, unknown> = {}): Ask {
  const name = params['name'] ?? params['uri'];
  return {
    body: call(method, { ...params, _meta: ENVELOPE }),
    headers: {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof name === 'string' ? { 'mcp-name': name } : {}),
    },
  };
}

/** Waits until `check` holds; the test's own time limit ends it. */
export async function eventually(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => setTimeout(resolve, 2));
}
