import { fileURLToPath } from 'node:url';

const path = (from: URL): string => fileURLToPath(from);

/** The stdio server behind every system; also how its processes are told from those of the system under test. */
export const STDIO_UPSTREAM = path(new URL('../upstream/stdio.ts', import.meta.url));
/** The Streamable HTTP server behind every system. */
export const HTTP_UPSTREAM = path(new URL('../upstream/http.ts', import.meta.url));
/** The relays that are the floor. */
export const HTTP_RELAY = path(new URL('../relay/http-relay.ts', import.meta.url));
export const STDIO_RELAY = path(new URL('../relay/stdio-relay.ts', import.meta.url));
/** The process that makes the calls. */
export const LOAD_CLIENT = path(new URL('../load/client.ts', import.meta.url));
/** Preloaded into a host whose memory is watched. */
export const MEMORY_PROBE = path(new URL('../measure/memory-probe.ts', import.meta.url));
/** Preloaded into peers that would otherwise listen on every network interface. */
export const LOOPBACK_ONLY = path(new URL('../peers/loopback-only.ts', import.meta.url));
/** Folder of the package that brings the peers. */
export const PEERS = path(new URL('../peers', import.meta.url));
/** Doorward's command line, as it is built. */
export const DOORWARD_CLI = path(new URL('../../dist/electron/cli.mjs', import.meta.url));
