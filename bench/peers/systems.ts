import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../shared/result.ts';
import { LOOPBACK_ONLY, PEERS, STDIO_UPSTREAM } from '../systems/paths.ts';
import { drain, freePort, startNode, waitUntil, type Running } from '../systems/processes.ts';
import type { System } from '../systems/system.ts';

const program = (path: string): string => join(PEERS, 'node_modules', path);

/** What the peers are started with. */
export interface PeerSetting {
  /** Port of the HTTP upstream. */
  readonly upstreamPort: number;
  /** Folder for what the peers write; the benchmark removes it. */
  readonly folder: string;
}

/** Settings and state of a peer go to the benchmark's folder, never to the person's own. */
const homeIn = (folder: string): Record<string, string> => ({
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
  XDG_STATE_HOME: join(folder, 'state'),
});

const listensOn = (port: number, path: string) => async (): Promise<boolean> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(1000) });
  await response.body?.cancel();
  return true;
};

/** mcp-hub: one process, every server behind its `/mcp`, which speaks the older HTTP+SSE transport. */
export function createMcpHub({ upstreamPort, folder }: PeerSetting): System {
  const started: Running[] = [];
  const servers = {
    http: { url: `http://127.0.0.1:${upstreamPort}/mcp` },
    stdio: { command: process.execPath, args: [STDIO_UPSTREAM] },
  };
  return {
    name: 'mcp-hub',
    about: 'mcp-hub 4, clients over HTTP+SSE, its only transport',
    async target(upstream) {
      const config = join(folder, `mcp-hub-${upstream}.json`);
      writeFileSync(config, JSON.stringify({ mcpServers: { up: servers[upstream] } }));
      const port = await freePort();
      const running = await startNode({
        args: [
          '--import',
          LOOPBACK_ONLY,
          program('mcp-hub/dist/cli.js'),
          '--port',
          String(port),
          '--config',
          config,
        ],
        env: homeIn(folder),
        cwd: folder,
      });
      started.push(running);
      drain(running);
      await waitUntil(running, async () => {
        const health = await fetch(`http://127.0.0.1:${port}/api/health`, {
          signal: AbortSignal.timeout(1000),
        });
        const { servers: list } = (await health.json()) as { servers: { status: string }[] };
        return list.length === 1 && list[0]?.status === 'connected';
      });
      return ok({
        process: running.pid,
        connect: { kind: 'sse', url: `http://127.0.0.1:${port}/mcp`, headers: {} },
      });
    },
    async close() {
      await Promise.all(started.map((running) => running.end()));
    },
  };
}

const SUPERGATEWAY = {
  streamable: {
    name: 'supergateway',
    about: 'supergateway 4, stateful Streamable HTTP; HTTP servers only towards a stdio client',
    args: ['--outputTransport', 'streamableHttp', '--stateful'],
    path: '/mcp',
  },
  sse: {
    name: 'supergateway-sse',
    about: 'supergateway 4 as it is set up by default, clients over HTTP+SSE',
    args: ['--outputTransport', 'sse'],
    path: '/sse',
  },
} as const;

/**
 * supergateway towards clients over the transport `kind`. It shows stdio servers over HTTP, and HTTP servers only to
 * a client on its standard streams, which is measured once, beside the Streamable HTTP one.
 */
export function createSupergateway(
  { upstreamPort, folder }: PeerSetting,
  kind: 'streamable' | 'sse',
): System {
  const started: Running[] = [];
  const cli = program('supergateway/dist/index.js');
  const { name, about, args, path } = SUPERGATEWAY[kind];
  return {
    name,
    about,
    async target(upstream) {
      if (upstream === 'http') {
        if (kind === 'sse') return fail('not-offered', 'it shows HTTP servers only to a stdio client');
        const url = `http://127.0.0.1:${upstreamPort}/mcp`;
        const command = [cli, '--streamableHttp', url, '--logLevel', 'none'];
        return ok({
          process: 'client',
          connect: { kind: 'stdio', command: process.execPath, args: command },
        });
      }
      const port = await freePort();
      const command = `"${process.execPath}" "${STDIO_UPSTREAM}"`;
      const listen = ['--port', String(port), '--healthEndpoint', '/healthz', '--logLevel', 'none'];
      const running = await startNode({
        args: ['--import', LOOPBACK_ONLY, cli, '--stdio', command, ...args, ...listen],
        env: homeIn(folder),
      });
      started.push(running);
      drain(running);
      await waitUntil(running, listensOn(port, '/healthz'));
      return ok({
        process: running.pid,
        connect: { kind, url: `http://127.0.0.1:${port}${path}`, headers: {} },
      });
    },
    async close() {
      await Promise.all(started.map((running) => running.end()));
    },
  };
}

/** mcp-proxy: stdio servers over Streamable HTTP, as it is set up by default. */
export function createMcpProxy({ folder }: PeerSetting): System {
  const started: Running[] = [];
  return {
    name: 'mcp-proxy',
    about: 'mcp-proxy 6, Streamable HTTP with sessions',
    async target(upstream) {
      if (upstream === 'http') return fail('not-offered', 'it fronts stdio servers only');
      const port = await freePort();
      const listen = ['--host', '127.0.0.1', '--port', String(port), '--server', 'stream'];
      const running = await startNode({
        args: [
          program('mcp-proxy/dist/bin/mcp-proxy.mjs'),
          ...listen,
          '--',
          process.execPath,
          STDIO_UPSTREAM,
        ],
        env: homeIn(folder),
      });
      started.push(running);
      drain(running);
      await waitUntil(running, listensOn(port, '/ping'));
      return ok({
        process: running.pid,
        connect: { kind: 'streamable', url: `http://127.0.0.1:${port}/mcp`, headers: {} },
      });
    },
    async close() {
      await Promise.all(started.map((running) => running.end()));
    },
  };
}
