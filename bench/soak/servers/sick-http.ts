// Sick servers over HTTP, all in one process. Each offers one tool and does what it is named for when that is called.
import { type Deed, ready, serveHttp } from './serve-http.ts';

const MIB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const BYTE_EVERY_MS = 200;

let maintained = 0;
const deeds: Readonly<Record<string, (...given: Parameters<Deed>) => void>> = {
  'http-401': (_request, _incoming, response) =>
    void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end(),
  'http-429': (_request, _incoming, response) =>
    void response.writeHead(429, { 'retry-after': '3' }).end('Slow down.'),
  'http-503': (_request, _incoming, response) => {
    // Both forms that the header has.
    maintained++;
    const when = maintained % 2 === 0 ? '2' : new Date(Date.now() + 3000).toUTCString();
    response.writeHead(503, { 'retry-after': when }).end();
  },
  'http-half-open': (_request, incoming) => {
    // As if the other end had lost its power: nothing more is read or said, and no end is told.
    incoming.socket.pause();
    incoming.socket.removeAllListeners('end');
  },
  'http-reset': (_request, _incoming, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' });
    response.write('{"jsonrpc":"2.0",', () => response.socket?.resetAndDestroy());
  },
  'http-slow': (request, _incoming, response) => {
    response.writeHead(200, JSON_TYPE);
    const text = `{"jsonrpc":"2.0","id":${String(request.id)},"result":{"content":[${' '.repeat(200)}]}}`;
    let at = 0;
    const timer = setInterval(() => {
      response.write(text[at++] ?? ' ');
    }, BYTE_EVERY_MS);
    response.once('close', () => clearInterval(timer));
  },
  'http-huge': (request, _incoming, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write(`{"jsonrpc":"2.0","id":${String(request.id)},"result":{"x":"`);
    response.end(`${'x'.repeat(6 * MIB)}"}}`);
  },
  'http-garbage': (_request, incoming) => {
    incoming.socket.end(Buffer.from([0, 255, 1, 254, 13, 10, 13, 10]));
  },
};

const urls: Record<string, string> = {};
for (const [kind, deed] of Object.entries(deeds)) {
  urls[kind] = await serveHttp(`sick-${kind}`, 'session', ['read_page_0'], (...given) => {
    deed(...given);
    return true;
  });
}
ready(urls);
