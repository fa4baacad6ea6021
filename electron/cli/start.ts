import { homedir } from 'node:os';
import { logWorkerUrl } from '../audit/worker-location.ts';
import type { World } from './command.ts';
import { runProgram } from './program.ts';
import { engineFactory } from '../host/engine.ts';
import { systemSurroundings } from '../host/profile.ts';
import { systemKeychain } from '../vault/keychain.ts';
import { VERSION } from '../version.ts';

/** Runs the command line that this process was started with; `script` is the file that was started. */
export async function start(script: string): Promise<void> {
  const world: World = {
    version: VERSION,
    cliFile: script,
    logWorker: logWorkerUrl(),
    around: systemSurroundings(homedir()),
    keychain: systemKeychain(),
    engine: engineFactory({ version: VERSION, nodePath: process.execPath, env: process.env }),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => Date.now(),
  };

  process.exitCode = await runProgram(process.argv.slice(2), world);
}
