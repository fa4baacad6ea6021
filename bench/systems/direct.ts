import { ok } from '../../shared/result.ts';
import { STDIO_UPSTREAM } from './paths.ts';
import type { System } from './system.ts';

/** No system at all: the client calls the upstream itself. */
export function createDirect(upstreamPort: number): System {
  return {
    name: 'direct',
    about: 'the client calls the server itself',
    async target(upstream) {
      return ok({
        process: 'none',
        connect:
          upstream === 'http'
            ? { kind: 'streamable', url: `http://127.0.0.1:${upstreamPort}/mcp`, headers: {} }
            : { kind: 'stdio', command: process.execPath, args: [STDIO_UPSTREAM] },
      });
    },
    close: async () => undefined,
  };
}
