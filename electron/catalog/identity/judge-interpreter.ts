import type { LaunchReason } from '../../../shared/model/review.ts';
import { interpreterOf } from './interpreters.ts';
import { judgePlace } from './judge-place.ts';
import { denoModule } from './package-spec.ts';
import { type Program, splitFlag } from './program.ts';
import { held, shorten } from './reason.ts';
import { scriptOf } from './script-of.ts';

/** Opens a door through which others run code. */
const DEBUG =
  /^--(?:inspect|inspect-brk|inspect-wait|inspect-port|debug-brk|debug-port|remote-debugging-port|remote-debugging-pipe|remote-debugging-address)(?:=|$)|^-(?:agentlib:jdwp|Xrunjdwp)|^-Dcom\.sun\.management\.jmxremote(?!\.local)/;
/** Packages that honest set-ups load first: they read other languages, settings, or measure. */
const HARMLESS_PRELOAD =
  /^(?:tsx(?:\/\w+)?|ts-node\/[\w-]+|@swc-node\/register(?:\/\w+)?|@swc\/register|esbuild-register(?:\/\w+)?|@esbuild-kit\/\w+|@babel\/register|@oxc-node\/core\/register|jiti\/register|amaro(?:\/\w+)?|esm|dotenv(?:-expand)?\/config|@dotenvx\/dotenvx\/config|source-map-support(?:\/register)?|tsconfig-paths\/register|module-alias\/register|@opentelemetry\/[\w./-]+|dd-trace(?:\/[\w.-]+)?|newrelic|elastic-apm-node\/start(?:\.js)?|@sentry\/[\w./-]+|why-is-node-running(?:\/include)?|v8-compile-cache|bundler\/setup|dotenv\/load|rubygems|json|yaml|set|strict|warnings|utf8|lib::\w+)$/;
/** Python modules that run what they are told, install, or serve files. */
const PYTHON_TOOLS =
  /^(?:pip|pip3|ensurepip|easy_install|pdb|http\.server|code|codeop|timeit|cProfile|profile|trace|runpy|zipapp|venv|virtualenv|site|idlelib|IPython|webbrowser|smtpd|asyncio|doctest|unittest|pty|cgitb|base64|turtledemo|antigravity)(?:\.\w+)*$/;
const INI =
  /^(?:auto_prepend_file|auto_append_file|extension|extension_dir|zend_extension|include_path|allow_url_include|open_basedir|disable_functions|sendmail_path|user_ini\.filename)\s*=/i;

/** What is wrong with the way an interpreter is told what to run. */
export function judgeInterpreter(program: Program): LaunchReason[] {
  const { name, args } = program;
  const reasons: LaunchReason[] = [];
  const reads = interpreterOf(name);
  if (reads !== undefined) {
    const module = name === 'deno' ? denoModule(args) : -1;
    let script = false;
    for (let i = 0; i < args.length; i++) {
      // Node takes an underscore in a flag for a dash.
      const arg = plainFlag(args[i] as string);
      if (arg === '--' || (name === 'bun' && (arg === 'run' || arg === 'x'))) continue;
      if (arg === '-') {
        reasons.push(held('inline-code', { command: name, text: '-' }));
        script = true;
        break;
      }
      if (!arg.startsWith('-')) {
        // Deno has its flags on both sides of its subcommand.
        if (i < module) continue;
        script = true;
        break;
      }
      const [flag, value] = splitFlag(arg);
      if (reads.inline.test(flag)) {
        reasons.push(held('inline-code', { command: name, text: shorten(args.slice(i).join(' ')) }));
        script = true;
        break;
      }
      if (isModule(name, flag)) {
        script = true;
        const named = flag.endsWith('m') ? args[i + 1] : flag.replace(/^-[A-Za-z]*?m/, '');
        if (named !== undefined && PYTHON_TOOLS.test(named))
          reasons.push(held('system-program', { command: `python -m ${shorten(named)}` }));
        break;
      }
      reasons.push(...judgePreload(program, flag, value, args[i + 1]));
      if (value === undefined && reads.values?.test(flag) === true) i++;
    }
    if (
      !script &&
      reads.readsInput === true &&
      !args.some((arg) => /^-{1,2}(?:v|V|version|help|h)$/.test(arg))
    )
      reasons.push(held('inline-code', { command: name, text: '(what it is sent)' }));
  }
  if (args.some((arg) => DEBUG.test(plainFlag(arg)))) reasons.push(held('debug-port', {}));
  return [...reasons, ...judgeDeno(program), ...judgeJava(program), ...judgeBuilt(program)];
}

const plainFlag = (arg: string): string =>
  arg.startsWith('--') ? arg.replace(/^--[\w-]+/, (flag) => flag.replaceAll('_', '-')) : arg;

const isModule = (name: string, flag: string): boolean =>
  /^(?:python|py|pypy)$/.test(name) && /^-[bBdEIOPqRsSuvx]*m/.test(flag);

function judgePreload(
  { name }: Program,
  flag: string,
  inline: string | undefined,
  next: string | undefined,
): LaunchReason[] {
  const reads = interpreterOf(name);
  const short = /^-[A-Za-z]./.test(flag) && !flag.startsWith('--') ? flag.slice(0, 2) : flag;
  const value =
    short === flag ? (inline ?? next ?? '') : `${flag.slice(2)}${inline === undefined ? '' : `=${inline}`}`;
  if (reads?.preload?.test(short) === true && !(name === 'bun' && short === '-m'))
    return HARMLESS_PRELOAD.test(value) ? [] : [held('preloaded-code', { text: shorten(value) })];
  if (/^--(?:snapshot-blob|openssl-config|experimental-policy|import-map|icu-data-dir)$/.test(flag))
    return /^https?:/i.test(value) || flag !== '--import-map'
      ? [held('preloaded-code', { text: shorten(value) })]
      : [];
  if (/^--env-file(?:-if-exists)?$/.test(flag)) return judgePlace(value, false);
  if (name === 'deno' && /^(?:--config|-c|--cert)$/.test(flag)) return judgePlace(value, false);
  if (
    /^--(?:insecure-http-parser|tls-min-v1\.[01]|security-revert|unsafely-ignore-certificate-errors)$/.test(
      flag,
    )
  )
    return [held('weakened-security', { text: flag })];
  if (name === 'php' && short === '-d' && INI.test(value))
    return [held('preloaded-code', { text: shorten(value) })];
  if (name === 'php' && (short === '-c' || short === '-z'))
    return [held('preloaded-code', { text: shorten(value) })];
  if (name === 'php' && short === '-S' && !/^(?:localhost|127\.)/.test(value))
    return [held('weakened-security', { text: shorten(value) })];
  if ((name === 'ruby' || name === 'perl') && short === '-I') return judgePlace(value, false).map(asPreload);
  return [];
}

const asPreload = ({ params }: LaunchReason): LaunchReason =>
  held('preloaded-code', { text: params['path'] ?? params['text'] ?? '' });

function judgeDeno({ name, args }: Program): LaunchReason[] {
  if (name !== 'deno') return [];
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (words[0] === 'eval' || (words[0] === 'repl' && args.some((arg) => arg.startsWith('--eval'))))
    return [held('inline-code', { command: name, text: shorten(args.slice(1).join(' ')) })];
  const inline = args.find((arg) => /^data:/i.test(arg));
  return inline === undefined ? [] : [held('inline-code', { command: name, text: shorten(inline) })];
}

function judgeJava({ name, args }: Program): LaunchReason[] {
  if (name !== 'java' && name !== 'javaw' && name !== 'kotlin' && name !== 'scala') return [];
  const reasons: LaunchReason[] = [];
  for (let i = 0; i < args.length && args[i] !== '-jar'; i++) {
    const arg = args[i] as string;
    if (/^-XX:\+?(?:OnError|OnOutOfMemoryError)=/.test(arg))
      reasons.push(held('inline-code', { command: name, text: shorten(arg) }));
    else if (
      /^-(?:javaagent:|agentpath:|agentlib:(?!jdwp)|Xbootclasspath|XX:Flags=|XX:VMOptionsFile=)|^--patch-module|^@/.test(
        arg,
      )
    )
      reasons.push(held('preloaded-code', { text: shorten(arg) }));
    else if (/^-D(?:https?|socks|ftp)\.?[pP]roxyHost=(?!(?:localhost|127(?:\.\d{1,3}){3})$)/.test(arg))
      reasons.push(held('foreign-proxy', { address: shorten(arg.slice(arg.indexOf('=') + 1)) }));
    else if (/^(?:-cp|-classpath|--class-path|-p|--module-path)$/.test(arg))
      for (const path of (args[i + 1] ?? '').split(/[;:](?![\\/])/)) reasons.push(...judgePlace(path, false));
    else if (!arg.startsWith('-')) {
      if (/^(?:-cp|-classpath|--class-path|-p|--module-path|-m|--module)$/.test(args[i - 1] ?? '')) continue;
      break;
    }
  }
  return reasons;
}

/** Go, Rust, .NET and nix build what they run: flags that put another program into the build. */
function judgeBuilt(program: Program): LaunchReason[] {
  const { name, args } = program;
  const reasons: LaunchReason[] = [];
  if (name === 'go')
    for (const [i, arg] of args.entries()) {
      const [flag, value = args[i + 1] ?? ''] = splitFlag(arg.replace(/^--/, '-'));
      if (/^-(?:exec|toolexec|overlay|modfile)$/.test(flag))
        reasons.push(held('preloaded-code', { text: shorten(value) }));
    }
  if (name === 'cargo')
    for (const [i, arg] of args.entries()) {
      const [flag, value = args[i + 1] ?? ''] = splitFlag(arg);
      if (flag === '--') break;
      if (flag === '--config') reasons.push(held('preloaded-code', { text: shorten(value) }));
      if (flag === '--manifest-path') reasons.push(...judgePlace(value, false));
    }
  if (name === 'dotnet' && (args[0] === 'fsi' || (args[0] === 'script' && args.includes('eval'))))
    reasons.push(
      held('inline-code', { command: `dotnet ${args[0] as string}`, text: shorten(args.slice(1).join(' ')) }),
    );
  if (name.startsWith('nix') && args.some((arg) => /^(?:--expr|-E|--run)(?:=|$)/.test(arg)))
    reasons.push(held('inline-code', { command: name, text: shorten(args.join(' ')) }));
  const script = scriptOf(program);
  if (script !== undefined && /^(?:https?|data|ftp):/i.test(script) && name !== 'deno')
    reasons.push(held('package-from-address', { address: shorten(script) }));
  return reasons;
}
