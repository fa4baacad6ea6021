import type { StdioLaunch } from '../../../shared/model/server.ts';
import { runsFiles } from './interpreters.ts';
import { type Program, programName, unwrap } from './program.ts';
import { type RunnerCall, runnerCall } from './runner-flags.ts';

/** What a launch starts, outermost first: `npx -p a node x.js` starts npx, and npx starts node. */
export interface StartedPrograms {
  readonly programs: readonly Program[];
  /** Lines that are run as those of a shell (`npx --call`, `pnpm dlx -c`), each with who runs it. */
  readonly lines: readonly { readonly by: string; readonly text: string }[];
  /** True when programs start programs deeper than anybody needs: then the last one is not known. */
  readonly tooDeep: boolean;
}

const MAX_DEPTH = 8;

/**
 * Follows a launch through its wrappers and package runners to the program at its end, as each of them reads its own
 * arguments. Attack 24: a well-known package named by a flag as the excuse for another program (`npx -p good bash evil`).
 */
export function startedPrograms(launch: Pick<StdioLaunch, 'command' | 'args'>): StartedPrograms {
  const programs: Program[] = [];
  const lines: { by: string; text: string }[] = [];
  let next: Pick<StdioLaunch, 'command' | 'args'> | undefined = launch;
  while (next !== undefined && programs.length < MAX_DEPTH) {
    const program = unwrap(next);
    programs.push(program);
    const call = runnerCall(program.name, program.args);
    if (call !== undefined) lines.push(...linesOf(program, call));
    next = call === undefined ? byModule(program) : startedBy(program, call);
  }
  return { programs, lines, tooDeep: next !== undefined };
}

/** What a package runner starts: the program behind a package that a flag names, else what is in the package. */
function startedBy(
  { name, args }: Program,
  call: RunnerCall,
): Pick<StdioLaunch, 'command' | 'args'> | undefined {
  if (call.verb === 'install' || call.verb === 'code') return undefined;
  if (name === 'yarn' && call.subcommand === 'node') return { command: 'node', args: args.slice(call.after) };
  const word = args[call.word];
  if (word === undefined || call.verb === undefined) return undefined;
  // Yarn runs programs of the system by the word that else names a script.
  if (call.verb === 'script' && !(name === 'yarn' && runsFiles(programName(word)))) return undefined;
  const rest = args.slice(call.word + 1).filter((arg, i) => i > 0 || arg !== '--');
  if (name === 'uv' && call.verb === 'program') {
    if (call.flags.some(({ flag }) => flag === '-m' || flag === '--module'))
      return { command: 'python', args: ['-m', word, ...rest] };
    const script = call.flags.some(({ flag }) => /^(?:-s|--script|--gui-script)$/.test(flag));
    if (script || word === '-' || /\.pyw?$/i.test(word) || /^https?:/i.test(word))
      return { command: 'python', args: [word, ...rest] };
  }
  const named = call.flags.some(({ flag }) => call.grammar.packages.includes(flag));
  if (named || call.verb !== 'fetch') return { command: word, args: rest };
  // A package is called as what is in it, unless it has a scope or an address: then nothing is known of that name.
  const plain = /^([\w.-]+)(?:\[[\w,.-]*\])?(?:[@=<>~!].*)?$/.exec(word)?.[1];
  return plain === undefined ? undefined : { command: plain, args: rest };
}

/** `python -m uv run …` is `uv run …`. */
function byModule({ name, args }: Program): Pick<StdioLaunch, 'command' | 'args'> | undefined {
  if (name !== 'python' && name !== 'py') return undefined;
  const at = args.findIndex((arg) => /^-[bBdEIOPqRsSuvx]*m/.test(arg));
  const joined = args[at]?.replace(/^-[bBdEIOPqRsSuvx]*m/, '') ?? '';
  const module = joined === '' ? args[at + 1] : joined;
  return at >= 0 && module !== undefined && /^(?:uv|pipx|poetry|pdm|hatch|pipenv|conda)$/.test(module)
    ? { command: module, args: args.slice(joined === '' ? at + 2 : at + 1) }
    : undefined;
}

function linesOf({ name, args }: Program, call: RunnerCall): { by: string; text: string }[] {
  const found = call.flags
    .filter(({ flag }) => call.grammar.code.includes(flag))
    .map(({ value = '' }) => ({ by: name, text: value }));
  if (call.flags.some(({ flag }) => call.grammar.lines.includes(flag)) && call.verb !== 'script')
    found.push({ by: name, text: args[call.word] ?? '' });
  if (call.verb === 'code') found.push({ by: name, text: args.slice(call.after).join(' ') });
  return found;
}
