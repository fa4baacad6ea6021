import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Era, responseTo, soakAnswers, type SoakRequest } from './good-answers.ts';

/** Takes a call before it is answered in the usual way; true: it has been dealt with. */
export type Deed = (request: SoakRequest, incoming: IncomingMessage, response: ServerResponse) => boolean;

/** One server of the soak over HTTP, on a loopback port of its own; resolves with its address. */
export async function serveHttp(
  name: string,
  era: Era,
  tools?: readonly string[],
  deed: Deed = () => false,
): Promise<string> {
  const answer = soakAnswers(name, era, tools);
  const sessions = new Set<string>();
  const server = createServer((incoming, response) => {
    response.on('error', () => undefined);
    if (incoming.method === 'DELETE') {
      sessions.delete(String(incoming.headers['mcp-session-id']));
      response.writeHead(200).end();
      return;
    }
    if (incoming.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    const chunks: Buffer[] = [];
    incoming.on('error', () => undefined);
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = JSON.parse(Buffer.concat(chunks).toString()) as SoakRequest;
      const session = String(incoming.headers['mcp-session-id']);
      const opens = request.method === 'initialize' || request.method === 'server/discover';
      if (era === 'session' && !opens && !sessions.has(session)) {
        response.writeHead(404).end();
      } else if (request.id === undefined) {
        response.writeHead(202).end();
      } else if (request.method !== 'tools/call' || !deed(request, incoming, response)) {
        const body = responseTo(request, answer(request));
        const minted = era === 'session' && request.method === 'initialize' ? randomUUID() : undefined;
        if (minted !== undefined) sessions.add(minted);
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...(minted === undefined ? {} : { 'mcp-session-id': minted }),
        });
        response.end(body);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

/** Tells whoever started this process, and ends with it. */
export function ready(urls: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify({ urls })}\n`);
  process.stdin.on('close', () => process.exit(0)).resume();
}
