import type { StdioLaunch } from '../../../shared/model/server.ts';
import { WRAPPERS, type Wrapper } from './wrappers.ts';

/** A start command without what is wrapped around it. */
export interface Program {
  /** Base name, lower case, without `.exe`, `.cmd` and a version at its end (`python3.12` is `python`). */
  readonly name: string;
  /** As given. */
  readonly command: string;
  readonly args: readonly string[];
  /** Position of `args[0]` in the launch's own arguments. */
  readonly offset: number;
  /** Variables set on the way: by `env A=b program`, by `cross-env`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
  /** Folders that a wrapper changes to, and files with variables that it reads. */
  readonly places: readonly string[];
}

/** Base name of a command as people know it. */
export function programName(command: string): string {
  const base = command.split(/[\\/]/).at(-1) ?? command;
  const name = base.toLowerCase().replace(/\.(?:exe|cmd|bat|com|ps1)$/, '');
  return /^(?:python|node|ruby|perl|php|pip|lua|bash|pypy)[\d.]+w?$/.test(name) || name === 'pythonw'
    ? name.replace(/[\d.]+w?$|w$/, '')
    : name;
}

/** What cmd.exe is used for on Windows in honest set-ups: batch files such as npx.cmd. */
const RUNNERS = new Set(
  `npx npm pnpm pnpx yarn corepack bunx bun uvx uv pipx node python py deno docker podman java dotnet dnx go cargo
  poetry php ruby tsx`.split(/\s+/),
);
/** Whoever wraps more often than this hides something; what is left is a wrapper and is judged as one. */
const MAX_WRAPPERS = 16;

/** Takes wrappers off a launch. `cmd /c` comes off only before a well-known runner; other shells are left for judging. */
export function unwrap(launch: Pick<StdioLaunch, 'command' | 'args'>): Program {
  let { command } = launch;
  let args: readonly string[] = launch.args;
  let offset = 0;
  const variables: Record<string, string> = {};
  const wrappers: string[] = [];
  const places: string[] = [];
  while (wrappers.length < MAX_WRAPPERS) {
    const name = programName(command);
    const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
    const found =
      name === 'cmd'
        ? cmdStarts(args)
        : wrapper === undefined
          ? -1
          : starts(wrapper, args, variables, places);
    const next = args[found];
    if (found < 0 || next === undefined) break;
    wrappers.push(name);
    command = next;
    args = args.slice(found + 1);
    offset += found + 1;
  }
  return { name: programName(command), command, args, offset, variables, wrappers, places };
}

/** Switches of cmd.exe that only say how the line is read. */
const CMD_SWITCH = /^\/(?:[adqsu]|[efv]:(?:on|off))$/i;

function cmdStarts(args: readonly string[]): number {
  let at = 0;
  while (CMD_SWITCH.test(args[at] ?? '')) at++;
  return /^\/c$/i.test(args[at] ?? '') && RUNNERS.has(programName(args[at + 1] ?? '')) ? at + 1 : -1;
}

/** Where the wrapped program stands; -1 when nothing is wrapped, or when it is a line of code. */
function starts(
  wrapper: Wrapper,
  args: readonly string[],
  variables: Record<string, string>,
  places: string[],
): number {
  const { values = [], code = [], placed = [], subcommands, skips = [], assigns = false } = wrapper;
  let own = wrapper.own ?? 0;
  let entered = subcommands === undefined;
  let ended = false;
  const given: Record<string, string> = {};
  const folders: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (!ended && arg === '--') ended = true;
    else if (!ended && arg.startsWith('-')) {
      if (code.some((flag) => isCode(arg, flag))) return -1;
      const [flag, inline] = splitFlag(arg);
      if (placed.includes(flag)) folders.push(inline ?? args[at + 1] ?? '');
      if (inline === undefined && values.includes(flag)) at++;
    } else if (!entered) {
      if (ended || subcommands?.includes(arg) !== true) return -1;
      entered = true;
      // Some name tools first, and the program only behind "--".
      if (wrapper.dashes === true && args.includes('--', at)) at = args.indexOf('--', at) - 1;
    } else {
      const variable = assigns ? /^([A-Za-z_][\w.@:/-]{0,200})=(.*)$/s.exec(arg) : null;
      if (variable !== null) given[variable[1] as string] = variable[2] as string;
      else if (own > 0) own--;
      else if (!skips.includes(arg)) {
        Object.assign(variables, given);
        places.push(...folders);
        return at;
      }
    }
  }
  return -1;
}

/** Whether an argument is a flag with code behind it: `-S`, `-vS`, `-Scode`, `--split-string=code`. */
function isCode(arg: string, flag: string): boolean {
  if (flag.startsWith('--')) return splitFlag(arg)[0] === flag;
  return arg.startsWith(flag) || new RegExp(`^-[a-z]*${flag.slice(1)}`).test(arg);
}

/** A flag and the value behind its "="; undefined when it has none in the same word. */
export function splitFlag(arg: string): readonly [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 || !arg.startsWith('-') ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}
