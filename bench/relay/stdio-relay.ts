// The floor for stdio upstreams: parses each body, gives it an id of its own, writes it to one child, and answers
// with the child's line under the id that the client used. Usage: node stdio-relay.ts
import { spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import { eachLine } from '../wire/lines.ts';
import { listenForParent } from '../wire/listen.ts';
import { STDIO_UPSTREAM } from '../systems/paths.ts';

interface Message {
  id?: number | string;
  method?: string;
}

const child = spawn(process.execPath, [STDIO_UPSTREAM], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = new Map<
  number,
  { id: number | string; method: string | undefined; response: ServerResponse }
>();
let next = 0;

eachLine(child.stdout, (line) => {
  const message = JSON.parse(line.toString()) as Message;
  const waiter = waiting.get(Number(message.id));
  if (waiter === undefined) return;
  waiting.delete(Number(message.id));
  message.id = waiter.id;
  const body = Buffer.from(JSON.stringify(message));
  waiter.response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.length,
    ...(waiter.method === 'initialize' ? { 'mcp-session-id': 'one' } : {}),
  });
  waiter.response.end(body);
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'POST') {
      response.writeHead(request.method === 'DELETE' ? 200 : 405).end();
      return;
    }
    const message = JSON.parse(Buffer.concat(chunks).toString()) as Message;
    if (message.id === undefined) {
      response.writeHead(202).end();
    } else {
      next += 1;
      waiting.set(next, { id: message.id, method: message.method, response });
      message.id = next;
    }
    child.stdin.write(`${JSON.stringify(message)}\n`);
  });
});
listenForParent(server);
