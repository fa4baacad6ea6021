import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectControl } from '../../../electron/cli/control-client.ts';
import type { Caller } from '../../../electron/host/commands.ts';
import { startControlServer } from '../../../electron/host/control/control-server.ts';
import { proofOf } from '../../../electron/host/control/handshake.ts';
import { type ProfilePaths, profilePaths, systemSurroundings } from '../../../electron/host/profile.ts';
import { MAX_REQUEST } from '../../../shared/ipc/frames.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
const NONCE = 'ab'.repeat(32);
let paths: ProfilePaths;
let calls: { name: string; input: unknown; caller: Caller }[];
let stop: () => Promise<void>;
let sockets: Socket[];
/** Longer than a test may take: what ends earlier ends for another reason. */
let helloMs = 600_000;
let answer: (name: string) => Promise<Result<unknown>>;

beforeEach(async () => {
  const home = mkdtempSync(join(tmpdir(), 'doorward-control-'));
  paths = profilePaths(home, systemSurroundings(home));
  calls = [];
  sockets = [];
  answer = async () => ok([]);
  await start();
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await stop();
  rmSync(paths.home, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const server = await startControlServer({
    paths,
    run(name, input, caller) {
      calls.push({ name, input, caller });
      caller.onProgress('half');
      return answer(name);
    },
    bridge: (client) =>
      client === 'App'
        ? ok((socket, splitter) => socket.end(`raw ${splitter.next()?.toString() ?? ''}\n`))
        : fail('refused', 'no'),
    bridgeLine: 1024,
    helloMs,
    logger: quiet,
  });
  if (!server.ok) throw new Error(server.message);
  stop = () => server.value.close();
}

/** A raw connection that collects what comes. */
async function raw(): Promise<{ socket: Socket; text: () => string; over: Promise<void> }> {
  const socket = connect({ path: paths.socket, allowHalfOpen: false });
  sockets.push(socket);
  await once(socket, 'connect');
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.on('error', () => undefined);
  // Not "once": a broken pipe while writing is part of some attacks.
  const over = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  return { socket, text: () => text, over };
}
const hello = (key = readFileSync(paths.controlKey, 'utf8'), side: 'client' | 'host' = 'client') =>
  `${JSON.stringify({ hello: { v: 1, nonce: NONCE, proof: proofOf(key, side, NONCE) } })}\n`;

describe('the control channel', () => {
  it('is this user’s alone', () => {
    expect(statSync(paths.socket).mode & 0o777).toBe(0o600);
    expect(statSync(paths.controlKey).mode & 0o777).toBe(0o600);
  });

  it('runs commands with progress, one after the other, never as the terminal', async () => {
    const client = await connectControl(paths);
    if (!client.ok) throw new Error(client.message);
    const progress: string[] = [];
    const answered = await client.value.call(
      'server.list',
      {},
      { onProgress: (sentence) => progress.push(sentence), operatorKey: 'k' },
    );
    expect(answered).toEqual({ ok: true, value: [] });
    expect(progress).toEqual(['half']);
    expect(calls).toMatchObject([
      { name: 'server.list', input: {}, caller: { operatorKey: 'k', kind: 'socket' } },
    ]);
    answer = async () => fail('operator', 'A sentence.');
    expect(await client.value.call('server.list', {})).toEqual({
      ok: false,
      code: 'operator',
      message: 'A sentence.',
    });
    answer = async () => ok({ not: 'a list' });
    expect(await client.value.call('server.list', {})).toMatchObject({ ok: false, code: 'failed' });
    client.value.close();
  });

  it('answers requests that come in one piece or byte by byte alike', async () => {
    const { socket, text, over } = await raw();
    const both = `${hello()}{"id":1,"command":"a"}\n{"id":2,"command":"b"}\n`;
    for (const char of both) socket.write(char);
    socket.end();
    await over;
    expect(calls.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(
      text()
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => (JSON.parse(line) as { id: number }).id),
    ).toEqual([1, 1, 2, 2]);
  });

  it.each([
    ['silence that ends', ''],
    ['garbage', '\u0000\u0001garbage\n'],
    ['HTTP', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a command without a handshake', '{"id":1,"command":"status"}\n'],
    ['a proof with another key', () => hello('0'.repeat(64))],
    ['the host’s own kind of proof', () => hello(undefined, 'host')],
    ['a first line without end', 'x'.repeat(5000)],
  ])('tells nothing to strangers: %s', async (_name, bytes) => {
    const { socket, text, over } = await raw();
    const sent = typeof bytes === 'string' ? bytes : bytes();
    if (sent === '') socket.end();
    else socket.write(sent);
    await over;
    expect(text()).toBe('');
    expect(calls).toEqual([]);
  });

  it.each([
    ['a frame that is too long', `{"id":1,"command":"${'x'.repeat(MAX_REQUEST)}"}\n`],
    ['bytes without a line end', 'x'.repeat(2 * MAX_REQUEST)],
    ['no JSON', 'nonsense\n'],
    ['an unknown member', '{"id":1,"command":"status","terminal":true}\n'],
  ])('ends a connection that it does not understand: %s', async (_name, bytes) => {
    const { socket, text, over } = await raw();
    socket.write(hello());
    socket.write(bytes);
    await over;
    expect(text().split('\n')[1]).toContain('"code":"protocol"');
    expect(calls).toEqual([]);
    const next = await connectControl(paths);
    expect(next.ok).toBe(true);
    if (next.ok) next.value.close();
  });

  it('does not wait for ever for a stranger to speak', async () => {
    await stop();
    helloMs = 20;
    await start();
    helloMs = 600_000;
    const { text, over } = await raw();
    await over;
    expect(text()).toBe('');
  });

  it('bounds connections, and frees them', async () => {
    const many = await Promise.all(Array.from({ length: 64 }, () => raw()));
    const beyond = await raw();
    await beyond.over;
    for (const { socket } of many) socket.destroy();
    await Promise.all(many.map(({ over }) => over));
    const client = await connectControl(paths);
    expect(client.ok).toBe(true);
    if (client.ok) client.value.close();
  });

  it('becomes a bridge that keeps what came early', async () => {
    const { socket, text, over } = await raw();
    socket.write(`${hello()}{"id":1,"bridge":{"client":"App"}}\n{"early":1}\n`);
    await over;
    expect(text().split('\n').slice(1)).toEqual(['{"id":1,"ok":true,"output":{}}', 'raw {"early":1}', '']);
    const client = await connectControl(paths);
    if (!client.ok) throw new Error(client.message);
    expect(await client.value.bridge('Stranger', undefined)).toMatchObject({ ok: false, code: 'refused' });
    client.value.close();
  });

  it('replaces a socket that a killed host left, but not one that answers or is no socket', async () => {
    expect(
      await startControlServer({
        paths,
        run: async () => ok(1),
        bridge: () => fail('x', 'x'),
        bridgeLine: 1,
        helloMs: 1000,
        logger: quiet,
      }),
    ).toMatchObject({
      ok: false,
      code: 'taken',
    });
    await stop();
    writeFileSync(paths.socket, '');
    expect(
      await startControlServer({
        paths,
        run: async () => ok(1),
        bridge: () => fail('x', 'x'),
        bridgeLine: 1,
        helloMs: 1000,
        logger: quiet,
      }),
    ).toMatchObject({
      ok: false,
      code: 'denied',
    });
    rmSync(paths.socket);
    await start();
    expect(existsSync(paths.socket)).toBe(true);
  });
});

describe('a client', () => {
  it('says nothing to whoever sits in the place of the host', async () => {
    await stop();
    writeFileSync(paths.controlKey, 'the real key');
    const heard: string[] = [];
    const impostor = createServer((socket) => {
      socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
      socket.on('error', () => undefined);
      socket.write(`${JSON.stringify({ hello: { v: 1, proof: proofOf('a guess', 'host', NONCE) } })}\n`);
    });
    impostor.listen(paths.socket);
    await once(impostor, 'listening');
    expect(await connectControl(paths)).toMatchObject({ ok: false, code: 'failed' });
    expect(heard.join('')).not.toContain('the real key');
    expect(heard.join('')).toMatch(/^(\{"hello":[^\n]*\n)?$/);
    impostor.close();
    await start();
  });

  it('tells a host that is not there from one that may not be reached', async () => {
    await stop();
    expect(await connectControl(paths)).toMatchObject({ ok: false, code: 'no-host' });
    writeFileSync(paths.controlKey, 'left by a killed host');
    expect(await connectControl(paths)).toMatchObject({ ok: false, code: 'no-host' });
    chmodSync(paths.controlKey, 0o600);
    await start();
  });
});
