import { ok } from '../../shared/result.ts';
import { HTTP_RELAY, STDIO_RELAY } from './paths.ts';
import { firstJson, startNode, type Running } from './processes.ts';
import type { System } from './system.ts';

/** A bare relay that runs. */
export interface Relay extends Running {
  readonly url: string;
}

async function startRelay(...args: string[]): Promise<Relay> {
  const running = await startNode({ args });
  const { port } = await firstJson(running);
  return { ...running, url: `http://127.0.0.1:${Number(port)}/mcp` };
}

/** Starts a bare relay in front of an HTTP upstream on this loopback port. */
export const startHttpRelay = (upstreamPort: number): Promise<Relay> =>
  startRelay(HTTP_RELAY, String(upstreamPort));

/** The floor: a relay that parses and forwards, over HTTP to an HTTP upstream, and from HTTP to a stdio upstream. */
export function createBare(upstreamPort: number): System {
  const started: Running[] = [];
  return {
    name: 'bare',
    about: 'a relay of ours that only parses and forwards',
    async target(upstream) {
      const relay = upstream === 'http' ? await startHttpRelay(upstreamPort) : await startRelay(STDIO_RELAY);
      started.push(relay);
      return ok({ process: relay.pid, connect: { kind: 'streamable', url: relay.url, headers: {} } });
    },
    async close() {
      await Promise.all(started.map((running) => running.end()));
    },
  };
}
