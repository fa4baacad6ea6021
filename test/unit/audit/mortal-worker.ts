import { existsSync, unlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

// The log's worker, but it dies (or, `.hang`, keeps silent for a second) at the moment that a file beside the log asks for: `.die-before` when rows arrive,
// `.die-after` when they are committed and before it says so, `.die-asked` when it is to verify.

const file: string = workerData.file;
const asked = (suffix: string): boolean => {
  if (!existsSync(file + suffix)) return false;
  unlinkSync(file + suffix);
  return true;
};

const port = parentPort;
if (port !== null) {
  port.on('message', (message: unknown) => {
    if (Array.isArray(message) ? asked('.die-before') : asked('.die-asked')) process.exit(1);
  });
  const post = port.postMessage.bind(port);
  port.postMessage = (message: unknown) => {
    if (typeof message === 'number' && asked('.die-after')) process.exit(1);
    if (typeof message === 'number' && asked('.hang')) setTimeout(() => post(message), 1000);
    else post(message);
  };
}

await import('../../../electron/audit/log-worker.ts');
