import type { z } from 'zod';

declare global {
  /** Zod's settings, under the name by which it shares them; whoever comes first makes them. */
  var __zod_globalConfig: Parameters<typeof z.config>[0] | undefined;
}

// Zod would otherwise try `new Function` when it first checks something, which the policy of the page refuses. Said
// without loading zod: the first screen does without it.
globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true });
