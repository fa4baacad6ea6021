// A fast Streamable HTTP server of the session era. Usage: node http.ts [--list-result FILE]
// Prints {"port":N} when it listens on loopback. Ends with its parent (standard input closes).
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { listenForParent } from '../wire/listen.ts';
import { createAnswers, type UpstreamRequest } from './answers.ts';

const file = process.argv[2] === '--list-result' ? process.argv[3] : undefined;
const answers = createAnswers(file === undefined ? {} : { listResult: readFileSync(file, 'utf8') });

const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.writeHead(request.method === 'DELETE' ? 200 : 405).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const message = JSON.parse(Buffer.concat(chunks).toString()) as UpstreamRequest;
    const body = answers.answer(message);
    if (body === undefined) {
      response.writeHead(202).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(message.method === 'initialize' ? { 'mcp-session-id': randomUUID() } : {}),
    });
    response.end(body);
  });
});
listenForParent(server);
