/**
 * Where the program of the inspection's worker is: beside the running file. From source that is `content-worker.ts`; a
 * bundle has `content-worker.mjs` beside whichever of its files this ends up in.
 */
export function contentWorkerUrl(runningFile: string = import.meta.url): URL {
  const program = runningFile.endsWith('.ts') ? 'content-worker.ts' : 'content-worker.mjs';
  return new URL(program, runningFile);
}
