import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { startEarlyThread } from '../audit/early-thread.ts';
import { logWorkerUrl } from '../audit/worker-location.ts';

/**
 * What a start does before it loads the rest, so that it is ready sooner: what is compiled is kept beside the bundle
 * (whoever may change that may change the program as well), and the log's thread of a host loads beside it. From source
 * nothing is done.
 */
export function early(argv: readonly string[]): void {
  if (!import.meta.filename.endsWith('.mjs')) return;
  enableCompileCache(join(import.meta.dirname, 'compiled'));
  if (argv[0] === 'serve') startEarlyThread(logWorkerUrl());
}
