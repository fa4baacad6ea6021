import { interpreterOf, runsFiles } from './interpreters.ts';
import { denoModule } from './package-spec.ts';
import { type Program, programName, splitFlag } from './program.ts';
import { RUNNERS } from './runner-flags.ts';
import { SHELLS } from './system-programs.ts';

const SHELL_VALUES =
  /^(?:-[oO]|\+[oO]|--rcfile|--init-file|-ExecutionPolicy|-ep|-WindowStyle|-w|-WorkingDirectory|-Version)$/i;

/** The file that an interpreter or a shell runs; undefined for other programs, modules and code on the command line. */
export function scriptOf({ name, args }: Pick<Program, 'name' | 'args'>): string | undefined {
  const shell = SHELLS.has(name);
  if (!shell && !runsFiles(name)) return undefined;
  if (name === 'deno') {
    const at = denoModule(args);
    return at < 0 ? undefined : args[at];
  }
  const reads = interpreterOf(name);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [flag, inline] = splitFlag(arg);
    if (arg === '-jar' || (shell && /^-f(?:ile)?$/i.test(arg))) return args[i + 1];
    if (arg === '-f' && (name === 'lua' || name === 'php')) return args[i + 1];
    if ((/^-[A-Za-z]*m/.test(arg) && name.startsWith('py')) || reads?.inline.test(flag) === true)
      return undefined;
    if (name === 'dotnet' && /^(?:exec|run|tool|watch|build|test|publish)$/.test(arg)) {
      if (arg !== 'exec') return undefined;
    } else if (arg === '--' || (name === 'bun' && arg === 'run')) continue;
    else if (arg.startsWith('-') || (shell && /^\/[a-zA-Z]$/.test(arg))) {
      if (
        inline === undefined &&
        (
          reads?.values ??
          (shell
            ? SHELL_VALUES
            : /^(?:-cp|-classpath|--class-path|-p|--module-path|--additionalprobingpath|--depsfile|--runtimeconfig)$/)
        ).test(flag)
      )
        i++;
    } else return arg;
  }
  return undefined;
}

/** True for programs that only run others' code: their own bytes say nothing of the server. */
export function isInterpreter(command: string): boolean {
  const name = programName(command);
  return (
    runsFiles(name) ||
    SHELLS.has(name) ||
    Object.hasOwn(RUNNERS, name) ||
    /^(?:docker|podman|nerdctl|finch|go|nix|env|cargo|corepack|jbang)$/.test(name)
  );
}
