import type { LaunchReason } from '../../../shared/model/review.ts';
import type { Program } from './program.ts';
import { held, shorten } from './reason.ts';
import { SHELLS } from './system-programs.ts';
import { scriptOf } from './script-of.ts';

/** PowerShell takes any dash, a slash, and the beginning of a name for the whole. */
const ENCODED = /^[-/\u2010-\u2015]{1,2}(?:e|ec|en|enc|enco|encod|encode|encodedc.*)$/i;
const POLICY = /^[-/\u2010-\u2015]{1,2}(?:ExecutionPolicy|ex\w*|ep)$/i;
const COMMAND = /^[-/\u2010-\u2015]{1,2}c(?:o(?:m\w*)?|wa)?$/i;
/** A command line, and an argument that makes a shell run the next one: `bash -lc`, `cmd /c`. */
const RUNS_NEXT = /^-[a-z]*c[a-z]*$|^-{2}command$|^\/[ckr]$/i;

/** What is wrong with a shell as a program. A script in a folder of its own is a program like any other. */
export function judgeShell(program: Program): LaunchReason[] {
  const { name, args } = program;
  const power = name === 'powershell' || name === 'pwsh';
  if (power && args.some((arg) => ENCODED.test(arg))) return [held('encoded-command', { command: name })];
  const weak =
    args.some((arg) => POLICY.test(arg)) && args.some((arg) => /^(?:bypass|unrestricted)$/i.test(arg));
  if (weak) return [held('weakened-security', { text: 'ExecutionPolicy' }), held('shell', { command: name })];
  const inline = power
    ? args.some((arg) => COMMAND.test(arg))
    : args.some((arg) => RUNS_NEXT.test(arg) && !(name === 'cmd' && isBatch(args[args.indexOf(arg) + 1])));
  const script = scriptOf(program);
  const whole = script !== undefined && /^(?:\/|~|[A-Za-z]:[\\/])/.test(script);
  if (
    !inline &&
    !args.some((arg) => /^(?:-s|--rcfile|--init-file|\/k)$/.test(arg)) &&
    whole &&
    /\.(?:sh|bash|zsh|ps1|cmd|bat|fish)$/i.test(script)
  )
    return [{ code: 'shell', weight: 'note', params: { command: name } }];
  return [held('shell', { command: name })];
}

/** What `cmd /c` is honestly given besides a well-known program: a batch file by its whole path. */
const isBatch = (word: string | undefined): boolean =>
  word !== undefined && /^[A-Za-z]:\\[^&|<>^"]*\.(?:cmd|bat)$/i.test(word);

/**
 * A shell among the arguments of another program that is told to run a line: whoever starts it, the line is run
 * (`some-wrapper bash -c evil`, a bridge that is given a command).
 */
export function judgeShellWithin(args: readonly string[]): LaunchReason[] {
  const at = args.findIndex(
    (arg, i) =>
      SHELLS.has(nameOf(arg)) && (RUNS_NEXT.test(args[i + 1] ?? '') || ENCODED.test(args[i + 1] ?? '')),
  );
  return at < 0 ? [] : [held('shell', { command: shorten(args.slice(at, at + 2).join(' ')) })];
}

const nameOf = (arg: string): string =>
  (arg.split(/[\\/]/).at(-1) ?? arg).toLowerCase().replace(/\.exe$/, '');
