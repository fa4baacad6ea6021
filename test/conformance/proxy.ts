import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that gives the official suite, which knows no tokens, a client's token on the way. */
export interface TokenProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** These describe one connection, not the message, so each hop writes its own (RFC 9110 §7.6.1). */
const perHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
]);

function pairs(raw: readonly string[]): [string, string][] {
  const all: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) all.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return all.filter(([name]) => !perHop.has(name.toLowerCase()));
}

/**
 * Writes the headers of a request as the gateway is to see them: with the token, and with the proxy's own
 * port in Host and Origin replaced by the gateway's. Every other Host and Origin stays as it was sent, so that
 * a foreign one is judged as foreign (`dns-rebinding-protection` would mean nothing otherwise).
 */
export function forwardedHeaders(
  raw: readonly string[],
  ports: { proxy: number; gateway: number },
  token: string,
): [string, string][] {
  const headers = pairs(raw).filter(([name]) => name.toLowerCase() !== 'authorization');
  const own = `:${ports.proxy}`;
  const mapped = headers.map(([name, value]): [string, string] => {
    const judged = ['host', 'origin'].includes(name.toLowerCase());
    return judged && value.endsWith(own)
      ? [name, `${value.slice(0, -own.length)}:${ports.gateway}`]
      : [name, value];
  });
  return [...mapped, ['Authorization', `Bearer ${token}`]];
}

/**
 * Listens on 127.0.0.1 and passes every request on to the gateway's port with the client's token. Bodies go
 * through as they come, in both directions, so that event streams keep their timing; when one side goes away
 * the other is told at once.
 */
export async function startTokenProxy(gateway: number, token: string): Promise<TokenProxy> {
  const server = createServer((req, res) => {
    const proxy = (server.address() as AddressInfo).port;
    const upstream = request({
      host: '127.0.0.1',
      port: gateway,
      method: req.method,
      path: req.url,
      setHost: false,
      headers: forwardedHeaders(req.rawHeaders, { proxy, gateway }, token).flat(),
    });
    upstream.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, pairs(answer.rawHeaders).flat());
      res.flushHeaders();
      answer.on('error', () => res.destroy());
      answer.pipe(res);
    });
    upstream.on('error', (error) => {
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end(error.message);
    });
    res.on('close', () => upstream.destroy());
    req.on('error', () => upstream.destroy());
    req.pipe(upstream);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
