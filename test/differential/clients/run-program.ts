import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tail } from '../../fixtures/child.ts';

const RUN_MS = 90_000;

/** What a program printed. */
export interface Printed {
  readonly code: number | null;
  readonly stdout: string;
  readonly all: string;
}

/** The environment of a client that is at home in a folder of its own and may not ring anybody up. */
export function homeIn(home: string, extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'SystemRoot', 'ComSpec', 'PATHEXT', 'LANG', 'TMPDIR', 'TEMP', 'TMP'];
  const own = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(own),
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    NO_COLOR: '1',
    CI: '1',
    ...extra,
  };
}

/** Runs a program to its end; kills it after a minute and a half. */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<Printed> {
  const child = spawn(command, args, {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: RUN_MS,
    killSignal: 'SIGKILL',
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const stderr = tail(child.stderr);
  await once(child, 'close');
  const stdout = Buffer.concat(chunks).toString('utf8');
  return { code: child.exitCode, stdout, all: `${stdout}${stderr()}` };
}
