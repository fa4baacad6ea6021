import type { LaunchReason } from '../../../shared/model/review.ts';
import { type Program, programName } from './program.ts';

const SHELLS = new Set(
  'sh bash zsh dash ksh fish csh tcsh ash nu xonsh elvish cmd powershell pwsh busybox command'.split(' '),
);

/** Programs of the system that are no servers and that attacks are made of. */
const SYSTEM = new Set(
  `curl wget nc ncat netcat socat telnet ftp tftp scp sftp ssh rsync osascript rundll32 mshta regsvr32 regasm regsvcs
  installutil certutil wscript cscript bitsadmin msiexec schtasks reg regedit wmic at crontab launchctl systemctl
  sc net net1 netsh taskkill forfiles pcalua cmstp odbcconf presentationhost msbuild sudo doas su runas pkexec chmod
  chown rm del rmdir dd mkfs kill pkill tee xargs find awk gawk sed eval exec source open start explorer calc notepad
  whoami id cat ls cp mv ln diskutil defaults security dscl passwd useradd usermod mount insmod modprobe iptables
  script expect tclsh gdb strace ltrace screen tmux nsenter unshare chroot setfacl base64 openssl gpg git make vim vi
  ed emacs man less more tar zip unzip`
    .trim()
    .split(/\s+/),
);

/** Interpreters, and the flags by which they take their program from the command line. */
const INLINE: Readonly<Record<string, RegExp>> = {
  node: /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/,
  nodejs: /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/,
  bun: /^(?:-e|-p|--eval|--print)(?:=|$)/,
  tsx: /^(?:-e|-p|--eval|--print)(?:=|$)/,
  'ts-node': /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/,
  electron: /^(?:-e|--eval|-r|--require)(?:=|$)/,
  python: /^-[bBdEhiIOqsSuvVWx]*c/,
  py: /^-[bBdEhiIOqsSuvVWx]*c/,
  pypy: /^-c/,
  perl: /^-[\w]*[eE]/,
  ruby: /^-[\w]*e/,
  php: /^-[rBRE]$/,
  lua: /^-e/,
  luajit: /^-e/,
  rscript: /^-e/,
  r: /^-e/,
  julia: /^(?:-e|-E|--eval|--print)/,
  groovy: /^-e/,
  scala: /^-e/,
  swift: /^-e/,
  ghc: /^-e/,
  elixir: /^(?:-e|--eval)/,
  erl: /^-eval/,
  'nix-shell': /^(?:--run|--command|-c|-E|--expr)/,
};

/** Code that an interpreter loads before its program. */
const PRELOAD =
  /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file-if-exists|--preload)(?:=(.*))?$/s;
const DEBUG =
  /^--(?:inspect|inspect-brk|inspect-wait|inspect-port|debug|debug-brk|debug-port|remote-debugging-port|remote-debugging-pipe|remote-debugging-address)(?:=|$)/;

const TEMPORARY =
  /^(?:\/(?:private\/)?(?:tmp|var\/tmp)|\/dev\/shm|\/var\/folders|\/run\/user\/\d+|\/Users\/Shared)(?:\/|$)|[\\/](?:Temp|tmp|Downloads)[\\/]|^%(?:TEMP|TMP|PUBLIC)%|^[A-Za-z]:[\\/]Users[\\/]Public[\\/]|^\$(?:\{?TMPDIR\}?|\{?TEMP\}?)|^~?\/?Downloads\//i;
const CLIMBING = /(?:^|[\\/])\.\.(?:[\\/]|$)/;
const REMOTE_FILE = /^(?:\\\\[^\\]|\/\/[^/]|smb:|file:\/\/[^/])/;
const WORDS_OF_SHELL =
  /\$\(|`[^`]*`|&&|\|\||;\s*[a-z/]|\|\s*(?:sh|bash|zsh|dash|cmd|powershell|python|node|perl|sudo)\b|>\s*(?:\/|~|\$)|<\(|\n|(?:^|\s)[|&]\s?(?:sh|bash|cmd|powershell|curl|wget|calc|whoami|id|nc|rm|del|start|echo|cat|type|net|reg)\b/i;
const DOWNLOAD_AND_RUN =
  /\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod|downloadstring|downloadfile|fetch)\b[^]*(?:\||;|&&|\biex\b|invoke-expression|\bsh\b|\bbash\b)|\b(?:iex|invoke-expression)\b[^]*\b(?:iwr|irm|downloadstring|invoke-webrequest|http)/i;

const held = (code: LaunchReason['code'], params: LaunchReason['params'] = {}): LaunchReason => ({
  code,
  weight: 'held',
  params,
});

/** What is wrong with the program that is started, with what it is wrapped in (`started`), and with its arguments. */
export function judgeCommand(program: Program, started = program.command): LaunchReason[] {
  const { name, command, args } = program;
  const reasons: LaunchReason[] = [];
  // The wrapper is started, whatever it then starts.
  if (started !== command) reasons.push(...judgePlace(started, true));
  const all = [command, ...args].join(' ');
  if (DOWNLOAD_AND_RUN.test(all.slice(0, 8192)))
    reasons.push(held('downloads-and-runs', { text: shorten(all) }));
  if (SHELLS.has(name)) reasons.push(...judgeShell(program));
  else if (SYSTEM.has(name)) reasons.push(held('system-program', { command: name }));
  reasons.push(...judgeInterpreter(program));
  reasons.push(...judgePlace(command, true));
  const script = scriptOf(program);
  if (script !== undefined) reasons.push(...judgePlace(script, false));
  if (
    command.trim() !== command ||
    command === '' ||
    /[;|&<>`$\n]|\s-{1,2}[a-z]|\s(?:-y|exec|run)\s/i.test(command)
  )
    reasons.push(held('shell-syntax', { text: shorten(command) }));
  for (const arg of args) {
    if (WORDS_OF_SHELL.test(arg.slice(0, 4096)) && !SHELLS.has(name)) {
      reasons.push(held('shell-syntax', { text: shorten(arg) }));
      break;
    }
  }
  if (args.some((arg) => DEBUG.test(arg))) reasons.push(held('debug-port', {}));
  return reasons;
}

function judgeShell({ name, args }: Program): LaunchReason[] {
  if (
    args.some((arg) => /^[-/](?:e|en|enc|enco|encod|encode|encodedc.*|ec)$/i.test(arg)) &&
    (name === 'powershell' || name === 'pwsh')
  )
    return [held('encoded-command', { command: name })];
  if (
    args.some((arg) => /^-?-?(?:ExecutionPolicy|ep|ex|exec)$/i.test(arg)) &&
    args.some((arg) => /^(?:bypass|unrestricted)$/i.test(arg))
  )
    return [held('weakened-security', { text: 'ExecutionPolicy' }), held('shell', { command: name })];
  const script = args.find((arg) => !arg.startsWith('-') && !/^\/[a-zA-Z]$/.test(arg));
  const inline = args.some(
    (arg) => /^-[a-z]*c$/i.test(arg) || /^\/[ckr]$/i.test(arg) || /^-{1,2}(?:command|c)/i.test(arg),
  );
  // A script in a folder of its own is a program like any other.
  if (
    !inline &&
    script !== undefined &&
    /\.(?:sh|bash|zsh|ps1|cmd|bat|fish)$/i.test(script) &&
    /^(?:\/|~|[A-Za-z]:[\\/])/.test(script)
  )
    return [{ code: 'shell', weight: 'note', params: { command: name } }];
  return [held('shell', { command: name })];
}

function judgeInterpreter(program: Program): LaunchReason[] {
  const { name, args } = program;
  const reasons: LaunchReason[] = [];
  const inline = INLINE[name];
  const runtime = inline !== undefined || name === 'deno';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (runtime && !arg.startsWith('-') && name !== 'deno') break;
    if (inline?.test(arg) === true) {
      reasons.push(held('inline-code', { command: name, text: shorten(args.slice(i).join(' ')) }));
      break;
    }
    const preload = runtime ? PRELOAD.exec(arg) : null;
    if (preload !== null) {
      const value = preload[1] ?? args[++i] ?? '';
      if (/^(?:[./~\\]|[A-Za-z]:[\\/]|data:|https?:|file:)/.test(value))
        reasons.push(held('preloaded-code', { text: shorten(value) }));
    }
  }
  if (name === 'deno' && args[0] === 'eval')
    reasons.push(held('inline-code', { command: name, text: shorten(args.slice(1).join(' ')) }));
  if (
    (name === 'npx' || name === 'npm' || name === 'pnpm' || name === 'yarn') &&
    args.some((arg) => arg === '-c' || arg === '--call' || arg.startsWith('--call='))
  )
    reasons.push(held('inline-code', { command: name, text: shorten(args.join(' ')) }));
  if (
    name === 'python' &&
    args[0] === '-m' &&
    /^(?:pip|ensurepip|pdb|http\.server|code|timeit|cProfile)$/.test(args[1] ?? '')
  )
    reasons.push(held('system-program', { command: `python -m ${args[1] ?? ''}` }));
  if (
    (name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'pip') &&
    /^(?:i|install|add|ci)$/.test(args[0] ?? '')
  )
    reasons.push(held('downloads-and-runs', { text: shorten([name, ...args].join(' ')) }));
  if (args.includes('-') && runtime) reasons.push(held('inline-code', { command: name, text: '-' }));
  return reasons;
}

const SCRIPTED = new Set([...Object.keys(INLINE), 'deno', 'java', 'dotnet', 'mono', 'wine', ...SHELLS]);

/** The file that an interpreter runs: its first argument that is no flag, or that behind `-jar`, `run`. */
export function scriptOf({ name, args }: Pick<Program, 'name' | 'args'>): string | undefined {
  if (!SCRIPTED.has(name)) return undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '-jar' || arg === '-f' || arg === '-File') return args[i + 1];
    if (arg === '-m' || INLINE[name]?.test(arg) === true) return undefined;
    if (PRELOAD.test(arg) && !arg.includes('=')) i++;
    else if (name === 'deno' && (arg === 'run' || arg === 'serve')) continue;
    else if (name === 'bun' && arg === 'run') continue;
    else if (!arg.startsWith('-') && !/^\/[a-zA-Z]$/.test(arg)) return arg;
  }
  return undefined;
}

function judgePlace(path: string, isCommand: boolean): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  if (TEMPORARY.test(path)) reasons.push(held('temporary-path', { path: shorten(path) }));
  if (CLIMBING.test(path)) reasons.push(held('climbing-path', { path: shorten(path) }));
  if (REMOTE_FILE.test(path)) reasons.push(held('downloads-and-runs', { text: shorten(path) }));
  if (isCommand && /[\\/]/.test(path) && !/^(?:[\\/]|~[\\/]|[A-Za-z]:[\\/]|\$\{|%)/.test(path))
    reasons.push(held('relative-program', { path: shorten(path) }));
  if (isCommand && /^(?:https?|data|javascript|vbscript|file|ms-[a-z]+):/i.test(path))
    reasons.push(held('downloads-and-runs', { text: shorten(path) }));
  return reasons;
}

/** At most 160 characters of a text. */
export function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** True for programs that only run others' code: their own bytes say nothing of the server. */
export function isInterpreter(command: string): boolean {
  const name = programName(command);
  return (
    SCRIPTED.has(name) ||
    /^(?:npx|npm|pnpm|pnpx|yarn|bunx|uvx|uv|pipx|docker|podman|nerdctl|go|nix|env|cargo)$/.test(name)
  );
}
