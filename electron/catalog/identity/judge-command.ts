import type { LaunchReason } from '../../../shared/model/review.ts';
import { interpreterOf } from './interpreters.ts';
import { isLocal } from './judge-environment.ts';
import { judgeInterpreter } from './judge-interpreter.ts';
import { judgePlace } from './judge-place.ts';
import { judgeShell, judgeShellWithin } from './judge-shell.ts';
import { type Program, programName } from './program.ts';
import { held, shorten } from './reason.ts';
import { type RunnerCall, runnerCall } from './runner-flags.ts';
import { scriptOf } from './script-of.ts';
import { INSTALLERS, isLoader, SHELLS, SYSTEM } from './system-programs.ts';
import { WRAPPERS } from './wrappers.ts';

const CHAINS =
  /\$\(|\$\{?IFS\b|`[^`]*`|&&|\|\||\|\s*(?:sh|bash|zsh|dash|cmd|powershell|pwsh|python3?|node|perl|sudo)\b|(?<![=-])>\s*(?:\/|~|\$)|<\(|(?:^|\s)[|&]\s?(?:sh|bash|cmd|powershell|curl|wget|calc|whoami|id|nc|rm|del|start|echo|cat|type|net|reg)\b/i;
/** A second command behind a semicolon; `name=value` there belongs to a connection, `q=0.9` to a header. */
const NEXT_COMMAND = /;\s*[a-z./~][\w./~-]*(?:\s+\S|\s*$|\s*[;|&#])/i;
/** Line breaks chain commands, unless the whole is a document. */
const LINES = /[\r\n\u2028\u2029]/;
const DOCUMENT = /^\s*[{[]/;
const DOWNLOAD_AND_RUN =
  /\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring|downloadfile|fetch)\b[^]*(?:\||;|&&|\biex\b|invoke-expression|\bsh\b|\bbash\b)|\b(?:iex|invoke-expression)\b[^]*\b(?:iwr|irm|downloadstring|invoke-webrequest|http)/i;
/** Options of other programs that make them run something. */
const RUNS_OPTION =
  /^--?(?:o?ProxyCommand|upload-pack|receive-pack|checkpoint-action|to-command|use-compress-program|rsh)(?:=|$)|^ext::/i;
/** What cmd.exe takes for the end of a command, whatever is around it. */
const CMD_OPERATOR = /[&|<>\r\n]/;

/** What is wrong with the program that is started, with what it is wrapped in (`started`), and with its arguments. */
export function judgeCommand(program: Program, started = program.command): LaunchReason[] {
  const { name, command, args } = program;
  const reasons: LaunchReason[] = [];
  // The wrapper is started, whatever it then starts.
  if (started !== command) reasons.push(...judgePlace(started, true));
  for (const place of program.places) reasons.push(...judgePlace(place, false));
  const all = [command, ...args].join(' ');
  if (DOWNLOAD_AND_RUN.test(all.slice(0, 8192)))
    reasons.push(held('downloads-and-runs', { text: shorten(all) }));
  if (/^(?:%COMSPEC%|\$\{?(?:env:)?SHELL\}?)$/i.test(command)) reasons.push(held('shell', { command }));
  if (SHELLS.has(name)) reasons.push(...judgeShell(program));
  else if (SYSTEM.has(name) || isLoader(name)) reasons.push(held('system-program', { command: name }));
  else reasons.push(...judgeShellWithin(args));
  reasons.push(...judgeInterpreter(program), ...judgeRunner(program), ...judgeWrapper(program));
  reasons.push(...judgePlace(command, true));
  const script = scriptOf(program);
  if (script !== undefined) reasons.push(...judgePlace(script, false));
  else if (name === 'go' || name === 'jbang')
    for (const arg of args)
      if (/[\\/]/.test(arg)) reasons.push(...judgePlace(arg, false).filter(isTemporary));
  if (isLine(command)) reasons.push(held('shell-syntax', { text: shorten(command) }));
  const chained = SHELLS.has(name)
    ? undefined
    : args.find((arg, i) => chains(arg, program) || isOperator(arg, args[i - 1]));
  if (chained !== undefined) reasons.push(held('shell-syntax', { text: shorten(chained) }));
  return reasons;
}

const isTemporary = ({ code }: LaunchReason): boolean => code === 'temporary-path';

/** Whether a command is a line with arguments in it, which only a shell would take apart. */
function isLine(command: string): boolean {
  if (command.trim() !== command || command === '') return true;
  if (/[;|&<>`$\n]|\s-{1,2}[a-z]|\s(?:-y|exec|run)\s/i.test(command.replace(/^\$\{[\w:]+\}/, '')))
    return true;
  const space = command.search(/\s/);
  if (space < 0) return false;
  const first = command.slice(0, space);
  const name = programName(first);
  return !/[\\/]/.test(first) || SHELLS.has(name) || SYSTEM.has(name) || interpreterOf(name) !== undefined;
}

/** A sign of a shell as a word of its own, and not what a flag is given (`--delimiter ;`). */
function isOperator(arg: string, before: string | undefined): boolean {
  return /^(?:[;|&]|\|\||&&|\d?>{1,2}|<{1,2}|\d>&\d)$/.test(arg) && before?.startsWith('-') !== true;
}

function chains(arg: string, { wrappers }: Program): boolean {
  const text = arg.slice(0, 4096);
  if (CHAINS.test(text) || RUNS_OPTION.test(text)) return true;
  if (wrappers.includes('cmd') && CMD_OPERATOR.test(text)) return true;
  if (DOCUMENT.test(text)) return false;
  return NEXT_COMMAND.test(text) || LINES.test(text);
}

/** Wrappers that are told to run a line, or that are wrapped too often to follow. */
function judgeWrapper({ name, args, wrappers }: Program): LaunchReason[] {
  if (!Object.hasOwn(WRAPPERS, name)) return [];
  const { code = [] } = WRAPPERS[name] ?? {};
  if (name === 'env' && args.length === 0) return [held('system-program', { command: name })];
  const line =
    code.length > 0 &&
    args.some((arg) =>
      code.some((flag) => arg.startsWith(flag) || new RegExp(`^-[a-z]*${flag.slice(1)}`).test(arg)),
    );
  if (line || (name === 'env' && args.length > 0) || wrappers.length > 8)
    return [held('inline-code', { command: name, text: shorten(args.join(' ')) })];
  return [];
}

/** What is wrong with what a package runner is told to do besides fetching a package. */
function judgeRunner({ name, args }: Program): LaunchReason[] {
  const call = runnerCall(name, args);
  const whole = shorten([name, ...args].join(' '));
  if (call === undefined) {
    const words = Object.hasOwn(INSTALLERS, name) ? INSTALLERS[name] : undefined;
    const first = args.find((arg) => !arg.startsWith('-') || name === 'code') ?? '';
    return words?.test(first) === true ? [held('downloads-and-runs', { text: whole })] : [];
  }
  if (call.verb === 'install') return [held('downloads-and-runs', { text: whole })];
  if (name === 'uv' && args[call.word] === 'pip') return [held('system-program', { command: 'uv pip' })];
  return judgeRunnerFlags(call);
}

function judgeRunnerFlags({ runner, flags }: RunnerCall): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  const npm = /^(?:npx|npm|pnpx|pnpm|yarn|bunx|bun)$/.test(runner);
  for (const { flag, value = '' } of flags) {
    if (
      npm &&
      /^--(?:script-shell|shell)$/.test(flag) &&
      !(runner === 'bun' && /^(?:bun|system)$/.test(value))
    )
      reasons.push(held('shell', { command: shorten(value) }));
    else if (npm && flag === '--node-options') reasons.push(held('preloaded-code', { text: shorten(value) }));
    else if (npm && /^--(?:proxy|https-proxy)$/.test(flag) && !isLocal(value))
      reasons.push(held('foreign-proxy', { address: shorten(value) }));
    else if (
      (/^--(?:cafile|ca|cert)$/.test(flag) && judgePlace(value, false).length > 0) ||
      flag === '--no-strict-ssl' ||
      (flag === '--strict-ssl' && /^(?:false|0)$/.test(value))
    )
      reasons.push(held('weakened-security', { text: shorten(`${flag} ${value}`) }));
    else if (!npm && /^(?:--python|-p)$/.test(flag) && /[\\/]/.test(value))
      reasons.push(...judgePlace(value, false));
    else if (/^(?:--prefix|--cwd|--dir|-C|--directory|--project|--env-file)$/.test(flag))
      reasons.push(...judgePlace(value, false));
  }
  return reasons;
}
