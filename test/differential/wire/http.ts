import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { readJson, textOf, member } from '../json/exact.ts';
import {
  type Answer,
  type Channel,
  type Extra,
  type Heard,
  helloOf,
  idKey,
  idMaker,
  initializeParams,
  type Persona,
  readMessage,
  requestText,
  SESSION_VERSION,
  STATELESS_VERSION,
  withEnvelope,
} from './channel.ts';
import { eventReader } from './events.ts';
import { OpenRequests } from './open-requests.ts';

/** Where to, and with which token. */
export interface Endpoint {
  readonly url: string;
  readonly token?: string;
}

const NAMED: Readonly<Record<string, string>> = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
};

const headerValue = (text: string): string =>
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text) && !text.startsWith('=?')
    ? text
    : `=?base64?${Buffer.from(text).toString('base64')}?=`;

async function whole(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Connects over Streamable HTTP and shakes hands in the way of the era: a session, or single requests. */
export async function openHttp(
  { url, token }: Endpoint,
  persona: Persona,
  era: 'session' | 'stateless' = 'session',
): Promise<Channel> {
  const agent = new Agent({ keepAlive: true });
  const open = new OpenRequests();
  const heard: Heard[] = [];
  const nextId = idMaker();
  const streams = new Set<IncomingMessage>();
  let session: string | undefined;

  function headers(extra: Readonly<Record<string, string>>): Record<string, string> {
    return {
      accept: 'application/json, text/event-stream',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(session === undefined
        ? {}
        : { 'mcp-session-id': session, 'mcp-protocol-version': SESSION_VERSION }),
      ...extra,
    };
  }

  function send(
    method: string,
    extra: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const out = httpRequest(url, { method, agent, headers: headers(extra) }, resolve);
      out.on('error', reject);
      out.end(body === undefined ? undefined : Buffer.from(body));
    });
  }

  const post = (body: string, extra: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> =>
    send('POST', { 'content-type': 'application/json', ...extra }, body);

  function incoming(bytes: Buffer): void {
    const message = readMessage(bytes);
    if (message.kind === 'answer') {
      open.settle(message.id, message.answer);
      return;
    }
    heard.push(message.heard);
    if (message.kind === 'request') {
      const { method, params } = message.heard;
      post(`{"jsonrpc":"2.0","id":${message.id},"result":${persona.respond(method, params)}}`).then(
        (response) => response.resume(),
        () => undefined,
      );
    }
  }

  async function listen(response: IncomingMessage): Promise<void> {
    streams.add(response);
    const read = eventReader(incoming);
    try {
      for await (const chunk of response) read(chunk as Buffer);
    } catch {
      // Cut, by us or by the server; an answer that is missing then is noticed where it is awaited.
    } finally {
      streams.delete(response);
    }
  }

  async function deliver(response: IncomingMessage, method: string, key: string): Promise<void> {
    const id = response.headers['mcp-session-id'];
    if (typeof id === 'string') session ??= id;
    if (String(response.headers['content-type']).startsWith('text/event-stream')) {
      await listen(response);
      open.fail(key, new Error(`The stream of ${method} ended without an answer.`));
      return;
    }
    const body = await whole(response);
    try {
      incoming(body);
    } catch {
      // What is wrong with it is said in the next line.
    }
    open.fail(
      key,
      new Error(`${method}: HTTP ${response.statusCode}, ${body.toString('utf8').slice(0, 300)}`),
    );
  }

  function ownHeaders(method: string, text: string | undefined): Record<string, string> {
    if (era === 'session') return {};
    const named = NAMED[method];
    const name = named === undefined ? undefined : textOf(member(readJson(Buffer.from(text ?? '{}')), named));
    return {
      'mcp-protocol-version': STATELESS_VERSION,
      'mcp-method': method,
      ...(name === undefined ? {} : { 'mcp-name': headerValue(name) }),
    };
  }

  async function request(method: string, params?: string, extra: Extra = {}): Promise<Answer> {
    const id = nextId();
    const key = idKey(readJson(Buffer.from(id)));
    const answer = open.wait(key, method);
    const text = withEnvelope(persona, era, params, extra.meta);
    post(requestText(id, method, text), { ...ownHeaders(method, text), ...extra.headers })
      .then((response) => deliver(response, method, key))
      .catch((error: unknown) => open.fail(key, error instanceof Error ? error : new Error(String(error))));
    return answer;
  }

  async function notify(method: string, params: string): Promise<void> {
    const response = await post(`{"jsonrpc":"2.0","method":"${method}","params":${params}}`);
    response.resume();
  }

  /** Messages that belong to no request come on a stream of their own. */
  async function listenAside(): Promise<void> {
    const response = await send('GET', { accept: 'text/event-stream' });
    if (response.statusCode === 200) void listen(response);
    else response.resume();
  }

  async function close(): Promise<void> {
    const done = session === undefined ? undefined : await send('DELETE', {}).catch(() => undefined);
    done?.resume();
    for (const stream of streams) stream.destroy();
    agent.destroy();
  }

  try {
    if (era === 'stateless') {
      const discovered = helloOf(await request('server/discover'));
      return { hello: discovered, request, notify, heard, close };
    }
    const hello = helloOf(await request('initialize', initializeParams(persona)));
    const response = await post('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    response.resume();
    await listenAside();
    return { hello, request, notify, heard, close };
  } catch (error) {
    await close();
    throw error;
  }
}
