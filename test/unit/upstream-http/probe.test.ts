import { expect, test } from 'vitest';
import type { ProbeResult } from '../../../electron/upstream/connection.ts';
import { probeHttp } from '../../../electron/upstream/http/probe.ts';
import {
  events,
  httpPorts,
  idOf,
  json,
  methodOf,
  result,
  rpcError,
  type Script,
  type Scripted,
  scripted,
  sessionServer,
  target,
} from './harness.ts';

async function probe(script: Script): Promise<{ found: ProbeResult; server: Scripted }> {
  const server = await scripted(script);
  const ports = { ...httpPorts(), clientInfo: { name: 'Doorward', version: '0.0.0' } };
  const { launch } = target(server.url);
  return { found: await probeHttp({ id: 'remote', launch }, ports), server };
}

const code = (found: ProbeResult): string =>
  found.ok ? `${found.era}/${found.transport}` : found.failure.code;

test('a discover result that names 2026-07-28, or an error only such a server knows, is stateless', async () => {
  const answers: ((id: number) => [string, number])[] = [
    (id) => [result(id, { supportedVersions: ['2025-11-25', '2026-07-28'] }), 200],
    (id) => [rpcError(id, -32020, 'mismatch'), 400],
    (id) => [rpcError(id, -32021, 'capability'), 400],
    () => [rpcError(null, -32022, 'version', { supported: ['2026-07-28'], requested: 'x' }), 400],
  ];
  for (const answer of answers) {
    const { found, server } = await probe((seen, response) => json(response, ...answer(idOf(seen.body))));
    expect(code(found)).toBe('stateless/http');
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]?.headers).toMatchObject({
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'server/discover',
    });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toMatchObject({
      method: 'server/discover',
      params: {
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': { name: 'Doorward' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    });
  }
});

test('any other refusal leads to initialize, whose session is deleted', async () => {
  const refusals: Script[] = [
    (_s, r) => json(r, rpcError(null, -32000, 'Bad Request: no session'), 400),
    (s, r) => json(r, rpcError(idOf(s.body), -32601, 'unknown'), 404),
    (s, r) => json(r, rpcError(idOf(s.body), -32601, 'unknown')),
    (s, r) => json(r, rpcError(idOf(s.body), -32022, 'version', { supported: ['2025-11-25'] }), 400),
    (s, r) => json(r, result(idOf(s.body), { supportedVersions: ['2025-11-25'] })),
    (s, r) => json(r, result(idOf(s.body), {})),
    (_s, r) => void r.writeHead(405).end(),
    (_s, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    (_s, r) => void r.writeHead(202).end(),
  ];
  for (const refuse of refusals) {
    const { found, server } = await probe(sessionServer(refuse));
    expect(code(found)).toBe('session/http');
    expect(server.seen.map((seen) => seen.method)).toEqual(['POST', 'POST', 'DELETE']);
    expect(server.seen[2]?.headers['mcp-session-id']).toBe('s-1');
  }
});

test('an older server is recognised by its stream', async () => {
  let stream: ReturnType<typeof events> | undefined;
  const { found } = await probe((seen, response) => {
    if (seen.method === 'GET') {
      stream = events(response);
      stream.write('event: endpoint\ndata: /messages\n\n');
    } else if (seen.path === '/messages') {
      response.writeHead(202).end();
      stream?.write(`data: ${result(idOf(seen.body))}\n\n`);
    } else response.writeHead(405).end();
  });
  expect(code(found)).toBe('session/sse');
});

test('sign-in, server errors, web pages and silence of the network are no evidence', async () => {
  const cases: [Script, string, string][] = [
    [(_s, r) => void r.writeHead(401).end(), 'unauthorized', 'asks for sign-in'],
    [(_s, r) => void r.writeHead(403).end(), 'unauthorized', 'refuses access'],
    [(_s, r) => void r.writeHead(503).end('later'), 'http-status', 'later'],
    [(_s, r) => void r.writeHead(429).end(), 'http-status', '429'],
    [(_s, r) => void r.writeHead(404).end('<h1>Not Found</h1>'), 'http-status', 'Not Found'],
    [(_s, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), 'protocol', 'a web page'],
    [(s, r) => json(r, rpcError(idOf(s.body), -32603, 'broken inside'), 500), 'protocol', 'broken inside'],
    [(_s, r) => void r.destroy(), 'unreachable', 'the connection broke'],
  ];
  for (const [script, expected, said] of cases) {
    const { found } = await probe(script);
    expect(code(found)).toBe(expected);
    expect(found.ok ? '' : found.failure.message).toContain(said);
  }
});

test('a server that refuses only initialize with 401 is not called session', async () => {
  const { found } = await probe((seen, response) => {
    response.writeHead(methodOf(seen.body) === 'initialize' ? 401 : 400).end();
  });
  expect(code(found)).toBe('unauthorized');
});

test('a server that is broken for the first question only is not called session', async () => {
  const { found, server } = await probe(
    sessionServer((_seen, response) => void response.writeHead(503).end()),
  );
  expect(code(found)).toBe('http-status');
  expect(server.seen).toHaveLength(1);
});
