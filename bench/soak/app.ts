import type { Pool } from 'undici';
import { createPool, type HttpAnswer, post } from '../load/http-calls.ts';

/** What came back for one call. */
export interface Answered {
  /** Text of the result's first content. */
  readonly text: string | undefined;
  /** The sentence of an error, or of a result that says that the tool failed. */
  readonly sentence: string | undefined;
  /** Answers to other calls that came with it; there must be none. */
  readonly foreign: number;
}

/** One AI app of the soak. */
export interface SoakApp {
  /** Calls a tool of a server. Rejects when no answer comes. */
  call(server: string, tool: string, mark: string): Promise<Answered>;
  /** Closes the sockets; the next call opens new ones. The session goes on. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: { readonly content?: readonly { readonly text?: string }[]; readonly isError?: boolean };
  readonly error?: { readonly message?: string };
}

const SESSION = '2025-11-25';
const STATELESS = '2026-07-28';
const INFO = { name: 'soak', version: '1.0.0' };
/** Far above what any call may take: what has not come by then never will. */
const PATIENCE_MS = 180_000;

function messagesIn(body: string): Message[] {
  if (body.startsWith('{')) return [JSON.parse(body) as Message];
  return body
    .split('\n')
    .filter((line) => line.startsWith('data:') && line.trim() !== 'data:')
    .map((line) => JSON.parse(line.slice(5)) as Message);
}

function read(answer: HttpAnswer, id: number): Answered {
  const all = answer.body.length === 0 ? [] : messagesIn(answer.body.toString());
  const responses = all.filter((message) => message.method === undefined);
  const mine = responses.find((message) => message.id === id);
  if (mine === undefined)
    throw new Error(`HTTP ${answer.status} without an answer: ${answer.body.toString('utf8', 0, 200)}`);
  const text = mine.result?.content?.[0]?.text;
  const failed = mine.result === undefined || mine.result.isError === true;
  return {
    text: failed ? undefined : text,
    sentence: failed ? (mine.error?.message ?? text ?? '') : undefined,
    foreign: responses.length - 1,
  };
}

/**
 * Opens an AI app at `url` (`…/mcp`): `session` shakes hands, `stateless` speaks 2026-07-28. All apps use the same ids,
 * so that an answer which went astray would be taken for another call's if the gateway let it.
 */
export async function openApp(url: string, token: string, era: 'session' | 'stateless'): Promise<SoakApp> {
  const { origin, pathname } = new URL(url);
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  let pool: Pool = createPool(origin);
  let ids = 0;

  async function patiently<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('No answer at all came in three minutes.')), PATIENCE_MS);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function ask(method: string, params: object, more: Record<string, string> = {}): Promise<Answered> {
    const id = ++ids;
    const body = JSON.stringify({ jsonrpc: '2.0', id, method, params });
    return read(await patiently(post(pool, pathname, { ...headers, ...more }, body)), id);
  }

  if (era === 'session') {
    const params = { protocolVersion: SESSION, capabilities: {}, clientInfo: INFO };
    const opened = await post(
      pool,
      pathname,
      headers,
      JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params }),
    );
    if (opened.session === undefined) throw new Error(`initialize: HTTP ${opened.status}`);
    headers['mcp-session-id'] = opened.session;
    headers['mcp-protocol-version'] = SESSION;
    await post(pool, pathname, headers, '{"jsonrpc":"2.0","method":"notifications/initialized"}');
  }
  const envelope = {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': STATELESS,
      'io.modelcontextprotocol/clientInfo': INFO,
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  };
  return {
    call(server, tool, mark) {
      const name = `${server}__${tool}`;
      const params = { name, arguments: { mark } };
      if (era === 'session') return ask('tools/call', params);
      return ask(
        'tools/call',
        { ...params, ...envelope },
        { 'mcp-protocol-version': STATELESS, 'mcp-method': 'tools/call', 'mcp-name': name },
      );
    },
    async rest() {
      const old = pool;
      pool = createPool(origin);
      await old.destroy();
    },
    close: () => pool.destroy(),
  };
}
