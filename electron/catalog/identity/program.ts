import type { StdioLaunch } from '../../../shared/model/server.ts';

/** A start command without what is wrapped around it. */
export interface Program {
  /** Base name, lower case, without `.exe`, `.cmd` and a version at its end (`python3.12` is `python`). */
  readonly name: string;
  /** As given. */
  readonly command: string;
  readonly args: readonly string[];
  /** Position of `args[0]` in the launch's own arguments. */
  readonly offset: number;
  /** Variables set on the way: by `env A=b program`, by `docker -e`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
}

/** Base name of a command as people know it. */
export function programName(command: string): string {
  const base = command.split(/[\\/]/).at(-1) ?? command;
  const name = base.toLowerCase().replace(/\.(?:exe|cmd|bat|com|ps1)$/, '');
  return /^(?:python|node|ruby|perl|php|pip|lua|bash|pypy)[\d.]+w?$/.test(name) || name === 'pythonw'
    ? name.replace(/[\d.]+w?$|w$/, '')
    : name;
}

/** Programs that start another one: their own flags that take a value. */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
  env: ['-u', '--unset', '-C', '--chdir', '-S'],
  nohup: [],
  setsid: [],
  nice: ['-n', '--adjustment'],
  ionice: ['-c', '-n'],
  time: [],
  timeout: ['-k', '-s', '--signal', '--kill-after'],
  stdbuf: ['-i', '-o', '-e'],
  caffeinate: ['-t', '-w'],
  arch: [],
  'xvfb-run': ['-n', '-s'],
  dotenvx: [],
  wsl: ['-d', '--distribution', '-u', '--user', '--cd'],
  mise: [],
  fnm: [],
};

/** What cmd.exe is used for on Windows in honest set-ups: batch files such as npx.cmd. */
const RUNNERS = new Set(
  'npx npm pnpm yarn bunx bun uvx uv pipx node python py deno docker podman'.split(' '),
);
const MAX_WRAPPERS = 4;

/** Takes wrappers off a launch. `cmd /c` comes off only before a well-known runner; other shells are left for judging. */
export function unwrap(launch: Pick<StdioLaunch, 'command' | 'args'>): Program {
  let { command } = launch;
  let args: readonly string[] = launch.args;
  let offset = 0;
  const variables: Record<string, string> = {};
  const wrappers: string[] = [];
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    const name = programName(command);
    const taking = WRAPPERS[name];
    let at = 0;
    if (name === 'cmd' && /^\/[ckCK]$/.test(args[0] ?? '') && RUNNERS.has(programName(args[1] ?? ''))) at = 1;
    else if (taking === undefined) break;
    else {
      while (at < args.length) {
        const arg = args[at] as string;
        const variable = /^([A-Za-z_]\w{0,100})=(.*)$/s.exec(arg);
        if (name === 'env' && variable !== null) variables[variable[1] as string] = variable[2] as string;
        else if (taking.includes(arg)) at++;
        else if (arg === 'exec' || arg === 'run' || arg === 'x' || arg === '--' || arg.startsWith('-')) {
          if (name === 'env' && arg.startsWith('-S')) break;
        } else if (name === 'timeout' && /^\d+[smhd]?$/.test(arg)) {
          // its duration
        } else break;
        at++;
      }
    }
    const next = args[at];
    if (next === undefined) break;
    wrappers.push(name);
    command = next;
    args = args.slice(at + 1);
    offset += at + 1;
  }
  return { name: programName(command), command, args, offset, variables, wrappers };
}
