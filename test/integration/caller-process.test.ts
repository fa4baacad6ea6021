import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectControl, type ControlClient } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { Call } from '../../electron/relay/call.ts';
import type { HeldCall } from '../../shared/model/approval.ts';
import { testProfile, type TestProfile } from '../fixtures/host-in-process.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { aMessage } from '../fixtures/relay-kit.ts';

// The process behind a call that waits, by a real host on a real socket: what an app says of itself is not asked, and
// nobody gets the name of another by coming from where that one came from.

const OPERATOR = { operatorKey: 'test-key' };
const SERVER = fileURLToPath(new URL('../fixtures/everything/stdio.ts', import.meta.url));

/** An AI app in a process of its own: sends one request, says from which port, and cuts the connection when told. */
const APP = `
  const [port, host, localAddress, localPort, request] = process.argv.slice(1);
  const from = localPort === '0' ? {} : { localPort: Number(localPort) };
  const socket = require('node:net').connect({ port: Number(port), host, localAddress, ...from }, () => {
    console.log(socket.localPort);
    socket.write(request);
  });
  socket.on('error', () => process.exit(1));
  socket.resume();
  process.stdin.resume().on('end', () => { socket.resetAndDestroy(); setTimeout(() => {}, 60000); });
`;

interface App {
  readonly pid: number;
  readonly localPort: number;
  /** Its connection is cut; the process stays. */
  cut(): void;
}

// Where a connection comes from can be chosen on Linux alone without further ado.
describe.runIf(process.platform === 'linux')('the process of a call that waits', () => {
  let host: TestHost;
  let control: ControlClient;
  let token = '';
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    host = await startHost({ guarded: true });
    const connected = await connectControl(profilePaths(host.home, systemSurroundings(host.home)));
    if (!connected.ok) throw new Error(connected.message);
    control = connected.value;
    const launch = { transport: 'stdio' as const, command: process.execPath, args: [SERVER], env: {} };
    const done = [
      await control.call('server.add', { id: 'every', launch }, OPERATOR),
      await control.call('server.inspect', { id: 'every' }, OPERATOR),
      await control.call('server.approve', { id: 'every' }, OPERATOR),
      await control.call('rule.add', { action: 'ask', server: 'every' }, OPERATOR),
    ];
    for (const result of done) if (!result.ok) throw new Error(result.message);
    const added = await control.call('client.add', { name: 'app' }, OPERATOR);
    if (!added.ok) throw new Error(added.message);
    ({ token } = added.value);
  }, 240_000);

  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    control?.close();
    await host?.stop();
  });

  function request(id: string): string {
    const name = 'test_simple_text';
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: {
        name,
        arguments: { path: '/Applications/Claude.app', pid: 1, asked: id },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': {
            name: '/Applications/Claude.app',
            version: '1',
            pid: 1,
            process: { pid: 1, path: '/Applications/Claude.app', signer: 'Anthropic PBC' },
          },
          'io.modelcontextprotocol/clientCapabilities': {},
          process: { pid: 1, path: '/Applications/Claude.app', signer: 'Anthropic PBC' },
        },
      },
    });
    return [
      'POST /mcp/s/every HTTP/1.1',
      `Host: 127.0.0.1:${host.port}`,
      `Authorization: Bearer ${token}`,
      'Accept: application/json, text/event-stream',
      'Content-Type: application/json',
      'Mcp-Protocol-Version: 2026-07-28',
      'Mcp-Method: tools/call',
      `Mcp-Name: ${name}`,
      'User-Agent: /Applications/Claude.app',
      'X-Forwarded-For: 127.0.0.1:1',
      'Forwarded: for="127.0.0.1:1"',
      'X-Process: {"pid":1,"path":"/Applications/Claude.app"}',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n');
  }

  async function app(id: string, from: { address?: string; port?: number } = {}): Promise<App> {
    const { address = '127.0.0.1', port = 0 } = from;
    const args = [String(host.port), '127.0.0.1', address, String(port), request(id)];
    const child = spawn(process.execPath, ['-e', APP, '--', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { pid: child.pid ?? 0, localPort: Number(line), cut: () => child.stdin.end() };
  }

  async function pending(): Promise<HeldCall[]> {
    const listed = await control.call('approval.list', {});
    if (!listed.ok) throw new Error(listed.message);
    return listed.value.pending;
  }

  /** The call that an app waits for; with `known`, as soon as it is shown with a process. */
  async function held(id: string, known: boolean): Promise<HeldCall> {
    for (;;) {
      const found = (await pending()).find(({ args }) => args?.head.includes(`"${id}"`));
      if (found !== undefined && (!known || found.process !== undefined)) return found;
      await pause(10);
    }
  }

  const PATH = realpathSync(process.execPath);

  it('is what the system tells, whatever the app says in headers, names and arguments', async () => {
    const first = await app('first');
    const call = await held('first', true);
    expect(call.process).toEqual({ pid: first.pid, path: PATH });
    expect(call.clientName).toBe('app');
    await control.call('approval.deny', { id: call.id });
  });

  it('is not the one that had the same port before', async () => {
    const before = await app('before');
    const call = await held('before', true);
    before.cut();
    while (!(await held('before', false)).appGone) await pause(10);
    // It is still shown as it was when it asked.
    expect((await held('before', false)).process).toEqual({ pid: before.pid, path: PATH });
    const after = await app('after', { port: before.localPort });
    expect(after.localPort).toBe(before.localPort);
    expect((await held('after', true)).process).toEqual({ pid: after.pid, path: PATH });
    expect((await held('before', false)).process).toEqual({ pid: before.pid, path: PATH });

    // The same port of another address of this computer, while that one is open: the tables know two, and it is not
    // shown as the other. That nothing comes is known once a later look is done.
    const beside = await app('beside', { address: '127.0.0.2', port: after.localPort });
    expect(beside.localPort).toBe(after.localPort);
    await held('beside', false);
    const last = await app('last');
    expect((await held('last', true)).process?.pid).toBe(last.pid);
    expect((await held('beside', false)).process).toBeUndefined();
    expect(call.id).not.toBe((await held('after', false)).id);
  });
});

describe.runIf(process.platform === 'linux')('the process of a call in a window', () => {
  let profile: TestProfile;
  const ends: (() => unknown)[] = [];
  beforeEach(() => {
    profile = testProfile();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) end();
    await profile.remove();
  });

  /** A host, a call of an app that it is asked about, and how often the system was about to be asked who that is. */
  async function scene(state: 'here' | 'away') {
    const host = await profile.open({ presence: { state: () => state, onInput: () => undefined } });
    const client = await host.must('client.add', { name: `app ${state}` });
    const launch = { transport: 'stdio' as const, command: 'x', args: [], env: {} };
    const server = await host.must('server.add', { id: `files-${state}`, launch });
    await host.must('rule.add', { action: 'ask', server: server.id });
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const socket = connect((listening.address() as AddressInfo).port, '127.0.0.1');
    const [end] = (await once(listening, 'connection')) as [Socket];
    ends.push(
      () => socket.destroy(),
      () => end.destroy(),
      () => listening.close(),
    );
    const reads = { count: 0 };
    const connection = {
      remoteAddress: '127.0.0.1',
      localPort: end.localPort,
      destroyed: false,
      get remotePort() {
        reads.count++;
        return end.remotePort;
      },
    };
    const params = { name: 'echo', arguments: {} };
    const call: Call = {
      id: `call-${state}`,
      at: 1,
      startedAt: 1,
      direction: 'client',
      client: { id: client.id, name: client.name, role: client.role },
      scope: { kind: 'aggregate' },
      envelope: undefined,
      message: aMessage({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      capabilities: '',
      clientHeaders: undefined,
      connection,
      server: host.context.servers.get(server.id),
      name: 'echo',
      rewrites: [],
      paramHeaders: undefined,
      cancelled: false,
    };
    call.ruling = host.context.policy.judge(call);
    expect(call.ruling?.ruling.decision).toBe('ask');
    return { host, call, reads };
  }

  it('is told in a patch, after the question was', async () => {
    const { host, call, reads } = await scene('here');
    const told: HeldCall['process'][] = [];
    host.state.subscribe(({ pending: now }) => {
      const mine = now?.find((held) => held.call === call.id);
      if (mine !== undefined) told.push(mine.process);
    });
    host.context.approval.ask(call);
    // The question was put before anything was looked for.
    expect(reads.count).toBe(0);
    expect(host.approvals.pending().map((held) => held.process)).toEqual([undefined]);
    const { endsAt } = host.approvals.pending()[0] ?? {};
    while (!told.some((process) => process !== undefined)) await pause(5);
    expect(told.at(-1)).toEqual({ pid: process.pid, path: realpathSync(process.execPath) });
    expect(host.approvals.pending()[0]?.endsAt).toBe(endsAt);
  });

  it('is not looked for when nobody is asked', async () => {
    const { host, call, reads } = await scene('away');
    const { outcome } = host.context.approval.ask(call);
    expect(await outcome).toMatchObject({ kind: 'refused' });
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect(host.approvals.missed()).toHaveLength(1);
    expect(reads.count).toBe(0);
  });
});
