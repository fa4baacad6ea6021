/**
 * Where the program of the sender's thread is: beside the running file. From source that is `sender-worker.ts`; a
 * bundle has `log-sender.mjs` beside whichever of its files this ends up in.
 */
export function senderUrl(runningFile: string = import.meta.url): URL {
  const program = runningFile.endsWith('.ts') ? 'sender-worker.ts' : 'log-sender.mjs';
  return new URL(program, runningFile);
}
