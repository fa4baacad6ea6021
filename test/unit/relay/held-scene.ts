import { hash } from 'node:crypto';
import { Duplex, PassThrough } from 'node:stream';
import { afterEach } from 'vitest';
import { createGateway, type Gateway, type GatewayClock } from '../../../electron/gateway/gateway.ts';
import { defaultLimits, type GatewayLimits } from '../../../electron/gateway/limits.ts';
import { type Bridge, runBridge } from '../../../electron/host/control/bridge.ts';
import { LineSplitter } from '../../../electron/relay/framing/line-splitter.ts';
import { settle } from '../../fixtures/relay-kit.ts';
import { eventually, INITIALIZE, OTHER_TOKEN, send, TOKEN } from '../gateway/harness.ts';
import { RoadKit } from './road-kit.ts';

const gateways = new Set<Gateway>();
const bridges = new Set<Bridge>();
afterEach(async () => {
  for (const bridge of bridges) bridge.close();
  bridges.clear();
  for (const gateway of gateways) await gateway.close('The test is over.');
  gateways.clear();
});

/** The endpoint with its sockets before the relay of a test. */
export interface Scene {
  readonly kit: RoadKit;
  readonly port: number;
  /** Moves the clock second by second, and lets sockets keep up. */
  readonly wait: (seconds: number) => Promise<void>;
  readonly held: (count: number) => Promise<void>;
}

export const PATH = '/mcp/s/alpha';
export const TOOL = { name: 'a', arguments: {} };

/** Calls of tools are held, but for one that is called "free". */
export async function scene(
  limits: Partial<GatewayLimits> = {},
  kit = new RoadKit(),
  clock: GatewayClock = kit.clock,
): Promise<Scene> {
  kit.stage.which = ({ direction, message, name }) =>
    direction === 'client' && message.method === 'tools/call' && name !== 'free';
  const who = new Map([
    [hash('sha256', TOKEN, 'hex'), { id: 'alice', name: 'Alice', role: 'default' }],
    [hash('sha256', OTHER_TOKEN, 'hex'), { id: 'bob', name: 'Bob', role: 'default' }],
  ]);
  let sessions = 0;
  const gateway = createGateway({
    relay: kit.relay,
    authenticate: (digest) => who.get(digest),
    scopeExists: () => true,
    settings: { port: 0, allowedOrigins: [] },
    limits: { ...defaultLimits, closeMs: 0, ...limits },
    clock,
    ids: { session: () => `session-${++sessions}` },
  });
  const listening = await gateway.listen();
  if (!listening.ok) throw new Error(listening.message);
  gateways.add(gateway);
  return {
    kit,
    port: listening.value.port,
    async wait(seconds) {
      for (let i = 0; i < seconds; i++) {
        kit.clock.advance(1000);
        if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await settle();
    },
    held: (count) => eventually(() => kit.stage.held.length >= count),
  };
}

/** A session of 2025-11-25; answers the headers of its requests. */
export async function open(port: number, token = TOKEN): Promise<Record<string, string>> {
  const answer = await send(port, { path: PATH, body: INITIALIZE, token });
  return { 'mcp-session-id': String(answer.headers['mcp-session-id']), 'mcp-protocol-version': '2025-11-25' };
}

export interface Line {
  readonly id?: unknown;
  readonly method?: string;
}

/** An app on the stdio bridge. */
export function bridge(kit: RoadKit): { write: (line: string) => void; end: () => void; lines: Line[] } {
  const up = new PassThrough();
  const down = new PassThrough();
  const lines: Line[] = [];
  const splitter = new LineSplitter(1024 * 1024);
  down.on('data', (chunk: Buffer) => {
    splitter.push(Buffer.from(chunk));
    for (let line = splitter.next(); line !== undefined; line = splitter.next())
      lines.push(JSON.parse(line.toString()) as Line);
  });
  const socket = Duplex.from({ readable: up, writable: down });
  const made = runBridge({
    relay: kit.relay,
    client: { id: 'carol', name: 'Carol', role: 'default' },
    scope: { kind: 'server', server: 'alpha' },
    stream: socket,
    splitter: new LineSplitter(1024 * 1024),
    callsInFlight: 256,
    waitingBytes: 1024 * 1024,
    onClosed: () => bridges.delete(made),
  });
  bridges.add(made);
  return { write: (line) => void up.write(`${line}\n`), end: () => socket.destroy(), lines };
}
