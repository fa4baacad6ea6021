import { describe, expect, it } from 'vitest';
import {
  call,
  INITIALIZE,
  modern,
  openSession,
  OTHER_TOKEN,
  raw,
  type Rig,
  send,
  start,
  TOKEN,
} from '../unit/gateway/harness.ts';

/** A POST as bytes: header lines exactly as given, nothing added that a row wants to set itself. */
function request(rig: Rig, lines: Record<string, string | null>, body: string, method = 'POST'): string {
  const headers: Record<string, string | null> = {
    Host: '127.0.0.1:{P}',
    Authorization: `Bearer ${TOKEN}`,
    'Content-Type': 'application/json',
    Accept: 'application/json, text/event-stream',
    'Content-Length': String(body.length),
    Connection: 'close',
    ...lines,
  };
  const text = Object.entries(headers)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value?.replaceAll('{P}', String(rig.port))}\r\n`)
    .join('');
  return `${method} /mcp HTTP/1.1\r\n${text}\r\n${body}`;
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** Class, headers of the request, wanted status; public advisories on DNS rebinding, CSRF and smuggling. */
const rows: readonly [string, Record<string, string | null>, number][] = [
  ['host', { Host: '127.0.0.1:{P}' }, 200],
  ['host', { Host: 'localhost:{P}' }, 200],
  ['host', { Host: '[::1]:{P}' }, 200],
  ['host', { Host: 'LOCALHOST:{P}' }, 200],
  ['host', { Host: 'evil.example:{P}' }, 403],
  ['host', { Host: 'localhost.evil.example:{P}' }, 403],
  ['host', { Host: '0.0.0.0:{P}' }, 403],
  ['host', { Host: '127.1:{P}' }, 403],
  ['host', { Host: '2130706433:{P}' }, 403],
  ['host', { Host: '127.0.0.1:1' }, 403],
  ['host', { Host: '127.0.0.1' }, 403],
  ['host', { Host: 'localhost' }, 403],
  ['host', { Host: 'localhost.:{P}' }, 403],
  ['host', { Host: '[::ffff:127.0.0.1]:{P}' }, 403],
  ['host', { Host: '' }, 403],
  ['host', { Host: null }, 403],
  ['host', { Host: 'localhost:{P}, evil.example' }, 403],
  ['host', { Host: 'localhost:{P}\r\nHost: evil.example' }, 403],
  ['host', { Host: 'evil.example\t:{P}' }, 403],
  ['host', { Host: 'user@localhost:{P}' }, 403],
  ['origin', { Origin: 'null' }, 403],
  ['origin', { Origin: 'https://evil.example' }, 403],
  ['origin', { Origin: 'http://127.0.0.1:{P}' }, 403],
  ['origin', { Origin: 'vscode-webview://x' }, 403],
  ['origin', { Origin: 'http://localhost:{P}.evil.example' }, 403],
  ['origin', { Origin: '' }, 403],
  ['other', { 'Content-Type': 'text/plain' }, 415],
  ['other', { 'Content-Type': null }, 415],
  ['other', { 'Content-Type': 'application/json\r\nContent-Type: text/plain' }, 415],
  ['other', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['other', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['other', { 'Sec-Fetch-Site': 'none' }, 200],
  ['other', { Authorization: null }, 401],
  ['other', { Authorization: 'Bearer wrong' }, 401],
  ['other', { Authorization: `Bearer ${TOKEN}\r\nAuthorization: Bearer wrong` }, 401],
  ['other', { Authorization: `Basic ${TOKEN}` }, 401],
  ['other', { 'Transfer-Encoding': 'chunked', 'Content-Length': '5' }, 400],
  ['other', { 'MCP-Protocol-Version': '1.0' }, 400],
];

describe('the endpoint guard', () => {
  it.each(rows)('%s %j → %i', async (_, headers, wanted) => {
    const rig = await start();
    const answer = await raw(rig.port, request(rig, headers, INITIALIZE));
    expect(statusOf(answer)).toBe(wanted);
    expect(answer.toLowerCase()).not.toContain('access-control-');
    if (wanted !== 200) expect(rig.relay.opened).toHaveLength(0);
    if (wanted === 401) expect(answer).toMatch(/\r\nWWW-Authenticate: Bearer\r\n/);
  });

  it('stands before routing: a wrong Host learns nothing, not even what exists', async () => {
    const rig = await start();
    for (const path of ['/healthz', '/.well-known/oauth-protected-resource', '/nothing', '/mcp']) {
      const answer = await raw(
        rig.port,
        `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
      );
      expect(statusOf(answer)).toBe(403);
    }
  });

  it('finds an Origin behind any number of other headers', async () => {
    const rig = await start();
    const many = `1${'\r\na:1'.repeat(2_100)}`;
    const answer = await raw(rig.port, request(rig, { X: many, Origin: 'https://evil.example' }, INITIALIZE));
    expect(statusOf(answer)).toBe(403);
    expect(statusOf(await raw(rig.port, request(rig, { X: many }, INITIALIZE)))).toBe(200);
  });

  it('gives a page no CORS leave: not to preflights either', async () => {
    const rig = await start();
    const preflight = {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Private-Network': 'true',
    };
    const answer = await raw(rig.port, request(rig, preflight, '', 'OPTIONS'));
    expect(statusOf(answer)).toBe(403);
    expect(answer.toLowerCase()).not.toContain('access-control-');
  });

  it('lets in an origin that a person listed, and that one only', async () => {
    const rig = await start({ allowedOrigins: ['https://good.example'] });
    const origin = { origin: 'https://good.example', 'sec-fetch-site': 'cross-site' };
    const answer = await send(rig.port, { body: INITIALIZE, headers: origin });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('https://good.example');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['access-control-expose-headers']).toContain('Mcp-Session-Id');
    const preflight = await send(rig.port, {
      method: 'OPTIONS',
      headers: {
        ...origin,
        authorization: undefined,
        'access-control-request-headers': 'authorization,mcp-param-x,x-evil,content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-headers']).toBe(
      'authorization, mcp-param-x, content-type',
    );
    const noToken = await send(rig.port, {
      body: INITIALIZE,
      headers: { ...origin, authorization: undefined },
    });
    expect(noToken.status).toBe(401);
    for (const other of ['https://good.example.evil', 'http://good.example', 'https://good.example, null'])
      expect((await send(rig.port, { body: INITIALIZE, headers: { origin: other } })).status).toBe(403);
  });

  it('never reads a token from the address', async () => {
    const rig = await start();
    for (const path of [`/mcp?access_token=${TOKEN}`, `/mcp?token=${TOKEN}`, `/mcp/${TOKEN}`]) {
      const answer = await send(rig.port, { ...modern('ping'), path, headers: { authorization: undefined } });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(TOKEN);
    }
  });

  it('binds a session to the client whose token opened it', async () => {
    const rig = await start();
    const id = await openSession(rig);
    const answer = await raw(
      rig.port,
      request(rig, { Authorization: `Bearer ${OTHER_TOKEN}`, 'Mcp-Session-Id': id }, call('tools/list')),
    );
    expect(statusOf(answer)).toBe(404);
    expect(rig.relay.exchanges).toHaveLength(0);
  });
});
