import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadyChild, startChild, tail } from '../../fixtures/child.ts';

const cliFile = fileURLToPath(new URL('../../fixtures/fake-cli.ts', import.meta.url));

/** What a command left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A profile folder of a test. */
export interface Profile {
  readonly home: string;
  /** Runs a command; `fds` are texts that it finds on file descriptors 3, 4, … */
  run(
    args: readonly string[],
    how?: { input?: string; env?: Record<string, string>; fds?: readonly string[] },
  ): Promise<Ran>;
  serve(args?: readonly string[], env?: Record<string, string>): Promise<ReadyChild>;
  remove(): void;
}

const KEPT = ['PATH', 'HOME', 'TMPDIR', 'NODE_COMPILE_CACHE', 'DOORWARD_TEST_BUILD'];

/** Makes a profile whose commands run on an engine without servers. */
export function fakeProfile(home = mkdtempSync(join(tmpdir(), 'doorward-cli-'))): Profile {
  const environment = (env: Record<string, string> = {}): NodeJS.ProcessEnv => ({
    ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])),
    DOORWARD_HOME: home,
    ...env,
  });
  return {
    home,
    async run(args, { input = '', env, fds = [] } = {}) {
      const child = spawn(process.execPath, [cliFile, ...args], {
        env: environment(env),
        stdio: ['pipe', 'pipe', 'pipe', ...fds.map(() => 'pipe' as const)],
        timeout: 60_000,
        killSignal: 'SIGKILL',
      });
      const { stdin, stdout, stderr } = child;
      if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
      fds.forEach((text, i) => {
        const pipe = child.stdio[3 + i];
        if (pipe && 'write' in pipe) pipe.end(text);
      });
      stdin.on('error', () => undefined);
      stdin.end(input);
      const out = tail(stdout);
      const err = tail(stderr);
      await once(child, 'close');
      return { code: child.exitCode, stdout: out(), stderr: err() };
    },
    serve: (args = [], env) =>
      startChild(cliFile, ['serve', '--port', '0', '--json', ...args], environment(env)),
    remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
