import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Json, member, readable, readJson, textOf } from '../json/exact.ts';
import { answer, type Era, type Heard, nothingHeard } from './core.ts';

interface Session {
  readonly heard: Heard;
  readonly asked: Map<string, (said: string) => void>;
}

const HEADERS = ['mcp-protocol-version', 'mcp-method', 'mcp-name', 'mcp-param-region', 'mcp-param-count'];
const MAX_SESSIONS = 1_000;

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function headersOf(req: IncomingMessage): string {
  const known = HEADERS.filter((name) => req.headers[name] !== undefined);
  return JSON.stringify(Object.fromEntries(known.map((name) => [name, req.headers[name]])));
}

/** Serves one era over Streamable HTTP on a free port of 127.0.0.1; answers the URL. */
export async function serveHttp(era: Era): Promise<string> {
  const sessions = new Map<string, Session>();

  function post(res: ServerResponse, req: IncomingMessage, message: Json, session: Session): void {
    const id = readable(member(message, 'id')?.raw ?? 'null');
    const event = (text: string): void => {
      if (!res.headersSent) res.writeHead(200, { 'content-type': 'text/event-stream' });
      const data = text.split('\n').map((part) => `data: ${part}\n`);
      res.write(`event: message\n${data.join('')}\n`);
    };
    const last = (text: string, status: number): void => {
      // Tools that say nothing in between are answered plainly, so that both forms of an answer occur.
      if (!res.headersSent) res.writeHead(status, { 'content-type': 'application/json' }).end(text);
      else {
        event(text);
        res.end();
      }
    };
    void answer(era, message, session.heard, {
      result: (result) => last(`{"jsonrpc":"2.0","id":${id},"result":${result}}`, 200),
      error: (error) => {
        const missing = era === 'stateless' && error.includes('-32601');
        const refused = era === 'stateless' && error.includes('-32022');
        last(`{"jsonrpc":"2.0","id":${id},"error":${error}}`, missing ? 404 : refused ? 400 : 200);
      },
      notify: (name, params) => event(`{"jsonrpc":"2.0","method":"${name}","params":${params}}`),
      ask: (name, params) =>
        new Promise((resolve) => {
          const own = `"\\u0071-${session.asked.size}"`;
          session.asked.set(own, resolve);
          event(`{"jsonrpc":"2.0","id":${own},"method":"${name}","params":${params}}`);
        }),
      headers: era === 'stateless' ? headersOf(req) : undefined,
      lines: true,
    });
  }

  function refuse(res: ServerResponse, status: number, sentence: string): void {
    const error = JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32000, message: sentence } });
    res.writeHead(status, { 'content-type': 'application/json' }).end(error);
  }

  function sessionFor(
    req: IncomingMessage,
    res: ServerResponse,
    method: string | undefined,
  ): Session | undefined {
    if (era === 'stateless') return { heard: nothingHeard(), asked: new Map() };
    const id = req.headers['mcp-session-id'];
    if (typeof id === 'string') return sessions.get(id);
    if (method !== 'initialize' || sessions.size >= MAX_SESSIONS) return undefined;
    const made = randomUUID();
    const session: Session = { heard: nothingHeard(), asked: new Map() };
    sessions.set(made, session);
    res.setHeader('mcp-session-id', made);
    return session;
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method === 'DELETE' && era === 'session') {
      sessions.delete(String(req.headers['mcp-session-id']));
      res.writeHead(200).end();
      return;
    }
    if (req.method !== 'POST') return refuse(res, 405, 'Only POST.');
    const message = readJson(await bodyOf(req));
    const method = textOf(member(message, 'method'));
    const session = sessionFor(req, res, method);
    if (session === undefined) {
      const known = req.headers['mcp-session-id'] !== undefined;
      return refuse(res, known ? 404 : 400, known ? 'No such session.' : 'No session.');
    }
    const id = member(message, 'id');
    if (method !== undefined && id !== undefined) return post(res, req, message, session);
    if (method === undefined) {
      const said = member(message, 'result') ?? member(message, 'error');
      session.asked.get(readable(id?.raw ?? ''))?.(readable(said?.raw ?? 'null'));
    } else if (method.startsWith('notifications/example.org/')) {
      session.heard.notifications.push(readable(member(message, 'params')?.raw ?? 'null'));
    }
    res.writeHead(202).end();
  }

  const server = createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      if (!res.headersSent) refuse(res, 400, 'Not a message.');
      else res.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}
