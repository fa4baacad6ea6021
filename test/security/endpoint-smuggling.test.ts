import { describe, expect, it } from 'vitest';
import { connect, eventually, INITIALIZE, modern, raw, send, start, TOKEN } from '../unit/gateway/harness.ts';

const MIB = 1024 * 1024;

const head = (port: number, extra: string, path = '/mcp'): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\n${extra}\r\n`;

const answers = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((m) => m[1] ?? '');

describe('a connection', () => {
  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n', 'x'.repeat(6)],
    ['a list of lengths', 'Content-Length: 5, 5\r\n', 'x'.repeat(5)],
    ['a signed length', 'Content-Length: +5\r\n', 'x'.repeat(5)],
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'],
    ['chunks that are not the last coding', 'Transfer-Encoding: chunked, identity\r\n', '0\r\n\r\n'],
    ['an unknown coding', 'Transfer-Encoding: xchunked\r\n', '0\r\n\r\n'],
    ['a bad chunk size', 'Transfer-Encoding: chunked\r\n', '5x\r\nhello\r\n0\r\n\r\n'],
    ['a folded header', 'X: a\r\n b\r\nTransfer-Encoding:\r\n chunked\r\n', '0\r\n\r\n'],
    ['a space before the colon', 'Content-Length : 5\r\n', 'x'.repeat(5)],
    ['a NUL in a header', 'X: a\0b\r\n', ''],
  ])('with %s carries no second request', async (_, lines, body) => {
    const rig = await start();
    const hidden = `${head(rig.port, `Content-Length: ${INITIALIZE.length}\r\n`)}${INITIALIZE}`;
    const got = await raw(rig.port, `${head(rig.port, lines)}${body}${hidden}`);
    expect(answers(got)).toEqual(['400']);
    expect([rig.relay.opened.length, rig.relay.exchanges.length]).toEqual([0, 0]);
  });

  it('that is refused before its body was read never takes the body for a request', async () => {
    const rig = await start();
    const inner = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\n\r\n`;
    const refused = `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`;
    const last = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nConnection: close\r\n\r\n`;
    expect(answers(await raw(rig.port, refused + last))).toEqual(['401', '200']);
  });

  it('asked for as a tunnel or another protocol stays plain HTTP', async () => {
    const rig = await start();
    const upgrade = `GET /mcp HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`;
    expect(answers(await raw(rig.port, upgrade))).toEqual(['401']);
    expect(
      answers(await raw(rig.port, `CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\n\r\n`)),
    ).toEqual([]);
  });

  it('asks leave to send a body only after it has been let in', async () => {
    const rig = await start();
    const body = String(modern('ping').body);
    const expectation = `Content-Length: ${body.length}\r\nExpect: 100-continue\r\nConnection: close\r\n`;
    const refused = await raw(rig.port, head(rig.port, expectation).replace(TOKEN, 'wrong'));
    expect(answers(refused)).toEqual(['401']);
    const socket = connect(rig.port);
    let got = '';
    socket.on('data', (chunk: Buffer) => {
      got += chunk.toString();
      if (got === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write(body);
    });
    socket.write(head(rig.port, `${expectation}MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: ping\r\n`));
    await eventually(() => answers(got).length === 2);
    expect(answers(got)).toEqual(['100', '200']);
  });
});

describe('a body', () => {
  it('announced above the limit is refused before it comes', async () => {
    const rig = await start();
    const got = await raw(rig.port, head(rig.port, `Content-Length: ${4 * MIB + 1}\r\n`));
    expect(answers(got)).toEqual(['413']);
    expect(got).toMatch(/\r\nConnection: close\r\n/i);
  });

  it('that grows above the limit is refused, nothing of it is kept, and the connection ends', async () => {
    const rig = await start({ limits: { bodyBytes: MIB } });
    const socket = connect(rig.port);
    let got = '';
    let closed = false;
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
    socket.on('close', () => (closed = true));
    socket.write(head(rig.port, 'Transfer-Encoding: chunked\r\n'));
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    let most = 0;
    for (let i = 0; i < 200 && !closed; i++) {
      await new Promise<void>((resolve) => socket.write(chunk, () => resolve()));
      most = Math.max(most, rig.gateway.stats().heldBytes);
    }
    await eventually(() => closed);
    expect(answers(got)).toEqual(['413']);
    expect(most).toBeLessThanOrEqual(MIB + 0x20000);
    expect(rig.gateway.stats().heldBytes).toBe(0);
    expect((await send(rig.port, modern('ping'))).status).toBe(200);
  });

  it('of exactly the limit is taken', async () => {
    const rig = await start({ limits: { bodyBytes: 100_000 } });
    const ask = modern('ping', { pad: '' });
    const pad = 100_000 - String(ask.body).length;
    const full = String(ask.body).replace('"pad":""', `"pad":"${'x'.repeat(pad)}"`);
    expect((await send(rig.port, { ...ask, body: full })).status).toBe(200);
    expect((await send(rig.port, { ...ask, body: `${full} ` })).status).toBe(413);
  });

  it('of headers above the limit is refused', async () => {
    const rig = await start();
    expect(answers(await raw(rig.port, head(rig.port, `X: ${'x'.repeat(17_000)}\r\n`)))).toEqual(['431']);
  });
});
