import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type {
  ConnectionEvents,
  SendFailure,
  ServerTarget,
  UpstreamConnection,
} from '../../../electron/upstream/connection.ts';
import { createHttpClient, type HttpClient } from '../../../electron/upstream/http/client.ts';
import type { HttpPorts } from '../../../electron/upstream/http/connection.ts';
import type { Era } from '../../../shared/model/server.ts';

/** What a server saw of one request. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Scripted {
  readonly origin: string;
  readonly url: string;
  readonly seen: Seen[];
  readonly sockets: Set<Socket>;
}

export type Script = (request: Seen, response: ServerResponse, incoming: IncomingMessage) => void;

/** A server on loopback that does exactly what the test says; it ends with the test. */
export async function scripted(script: Script): Promise<Scripted> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', () => undefined);
    response.on('error', () => undefined);
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      seen.push(request);
      script(request, response, incoming);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, url: `${origin}/mcp`, seen, sockets };
}

/** A server below HTTP: it says the same bytes to everybody. */
export async function rawServer(speak: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => speak(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

export interface Got {
  readonly text: string;
  readonly origin: number | undefined;
}

/** Remembers every event of a connection. */
export class Recorder implements ConnectionEvents {
  readonly messages: Got[] = [];
  readonly failures = new Map<number, SendFailure>();
  readonly detachments: (readonly [number, number | undefined])[] = [];
  readonly ends: SendFailure[] = [];

  message(bytes: Buffer, origin: number | undefined): void {
    this.messages.push({ text: bytes.toString(), origin });
  }

  failed(id: number, failure: SendFailure): void {
    this.failures.set(id, failure);
  }

  detached(id: number, retryMs: number | undefined): void {
    this.detachments.push([id, retryMs]);
  }

  closed(failure: SendFailure): void {
    this.ends.push(failure);
  }
}

/** Waits until it is so; the test's own time-out is the limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

export function httpPorts(env: Record<string, string> = {}): HttpPorts & { client: HttpClient } {
  const client = createHttpClient({ env, userAgent: 'Doorward/test' });
  onTestFinished(() => client.close());
  return { client, random: () => 0 };
}

export function target(
  url: string,
  era: Era = 'session',
  headers: Record<string, string> = {},
): ServerTarget {
  return { id: 'remote', era, launch: { transport: 'http', url, headers } };
}

/** Closes it with the test. */
export function closing<C extends UpstreamConnection>(connection: C): C {
  onTestFinished(() => connection.close());
  return connection;
}

export function request(
  id: number,
  method: string,
  params: unknown = {},
): { bytes: Buffer; id: number; method: string } {
  return { bytes: Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params })), id, method };
}

export function notification(method: string, params: unknown = {}): { bytes: Buffer } {
  return { bytes: Buffer.from(JSON.stringify({ jsonrpc: '2.0', method, params })) };
}

export const INITIALIZED = notification('notifications/initialized');

export function result(id: number | string | null, value: unknown = {}): string {
  return JSON.stringify({ jsonrpc: '2.0', id, result: value });
}

export function rpcError(id: number | null, code: number, message: string, data?: unknown): string {
  return JSON.stringify({
    jsonrpc: '2.0',
    id,
    error: { code, message, ...(data === undefined ? {} : { data }) },
  });
}

export function idOf(body: string): number {
  return (JSON.parse(body) as { id: number }).id;
}

export function methodOf(body: string): string {
  return (JSON.parse(body) as { method?: string }).method ?? '';
}

export function json(
  response: ServerResponse,
  body: string,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

export function events(response: ServerResponse, headers: Record<string, string> = {}): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...headers });
  response.flushHeaders();
  return response;
}

/** A session server around a script for what follows the handshake. */
export function sessionServer(script: Script): Script {
  return (seen, response, incoming) => {
    const method = seen.method === 'POST' ? methodOf(seen.body) : '';
    if (method === 'initialize')
      json(response, result(idOf(seen.body), { protocolVersion: '2025-11-25' }), 200, {
        'mcp-session-id': 's-1',
      });
    else if (method === 'notifications/initialized') response.writeHead(202).end();
    else if (seen.method === 'DELETE') response.writeHead(200).end();
    else script(seen, response, incoming);
  };
}

/** Shakes hands as the relay does, with id 1. */
export async function greet(connection: UpstreamConnection, recorder: Recorder): Promise<void> {
  connection.send(request(1, 'initialize', { protocolVersion: '2025-11-25' }));
  await until(() => recorder.messages.length > 0 || recorder.failures.size > 0 || recorder.ends.length > 0);
  connection.initialized('2025-11-25');
  connection.send(INITIALIZED);
}

/** A client on clocks that the test moves. */
export function clockedPorts() {
  let mono = 1000;
  let wall = Date.UTC(2026, 10, 27, 12);
  let beat = (): void => undefined;
  const client: HttpClient = createHttpClient({
    env: {},
    userAgent: 'Doorward/test',
    clock: {
      now: () => mono,
      wallNow: () => wall,
      every(_ms, run) {
        beat = run;
        return () => undefined;
      },
    },
  });
  onTestFinished(() => client.close());
  return {
    client,
    random: () => 0,
    pass(ms: number) {
      mono += ms;
      wall += ms;
    },
    /** The computer sleeps: the monotonic clock stands still. */
    sleep(ms: number) {
      wall += ms;
    },
    beat: () => beat(),
  };
}

/** Waits until a request has its answer, or the reason why there is none. */
export const settled = (recorder: Recorder, id: number): Promise<void> =>
  until(
    () => recorder.failures.has(id) || recorder.messages.some(({ text }) => text.includes(`"id":${id},`)),
  );

/** Whether a request was answered with `{ok: true}`. */
export const answered = (recorder: Recorder, id: number): boolean =>
  recorder.messages.some(({ text }) => text === result(id, { ok: true }));
