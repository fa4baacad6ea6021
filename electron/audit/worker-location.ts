/**
 * Where the log worker's program is: beside the running file. From source that is `log-worker.ts`; a bundle has
 * `log-worker.mjs` beside whichever of its files this ends up in.
 */
export function logWorkerUrl(runningFile: string = import.meta.url): URL {
  const program = runningFile.endsWith('.ts') ? 'log-worker.ts' : 'log-worker.mjs';
  return new URL(program, runningFile);
}
