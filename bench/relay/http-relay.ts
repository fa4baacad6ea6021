// The floor for HTTP upstreams: reads each body, parses it, writes it again and forwards it over a kept connection.
// Nothing else: no identity, no log, no limits. Usage: node http-relay.ts UPSTREAM_PORT
import { Agent, createServer, request as send } from 'node:http';
import { listenForParent } from '../wire/listen.ts';

const upstream = Number(process.argv[2]);
const agent = new Agent({ keepAlive: true });

const rewritten = (body: Buffer): Buffer =>
  body.length === 0 ? body : Buffer.from(JSON.stringify(JSON.parse(body.toString())));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = rewritten(Buffer.concat(chunks));
    const forwarded = send(
      {
        host: '127.0.0.1',
        port: upstream,
        path: request.url,
        method: request.method,
        agent,
        headers: { ...request.headers, 'content-length': body.length },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const out = rewritten(Buffer.concat(parts));
          const headers = { ...answer.headers, 'content-length': out.length };
          delete headers['transfer-encoding'];
          response.writeHead(answer.statusCode ?? 502, headers);
          response.end(out);
        });
      },
    );
    forwarded.on('error', () => response.writeHead(502).end());
    forwarded.end(body);
  });
});
listenForParent(server);
