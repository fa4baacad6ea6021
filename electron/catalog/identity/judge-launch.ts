import type { LaunchJudgement, LaunchReason } from '../../../shared/model/review.ts';
import type { Launch } from '../../../shared/model/server.ts';
import { hiddenIn } from '../pins/text/hidden.ts';
import { plainLetters } from '../shadowing/confusables.ts';
import { judgeArguments } from './judge-arguments.ts';
import { judgeCommand } from './judge-command.ts';
import { isContainerRunner, judgeContainer } from './judge-container.ts';
import { judgeEnvironment } from './judge-environment.ts';
import { judgePackages, type JudgeOptions } from './judge-packages.ts';
import { judgeUrl } from './judge-url.ts';
import { type PackageSpec, specOf } from './package-spec.ts';
import { splitFlag } from './program.ts';
import { held, shorten } from './reason.ts';
import { scriptOf } from './script-of.ts';
import { startedPrograms } from './started-programs.ts';

const MAX_REASONS = 20;

/**
 * Whether a way of starting or reaching a server is an ordinary one (attacks 5, 7, 24, 26). `held` asks for a second
 * look with the reasons first; it is no verdict on the server: an ordinary launch still needs a person's approval, and
 * what the server does on its own side cannot be seen from here. Notes are said without a warning. Pure and linear.
 */
export function judgeLaunch(launch: Launch, options: JudgeOptions): LaunchJudgement {
  const reasons =
    launch.transport === 'http'
      ? [
          ...hiddenParts([launch.url, ...Object.keys(launch.headers)]),
          ...judgeUrl(launch.url, launch.headers),
        ]
      : judgeStdio(launch, options);
  const proxies = new Set(options.trustedProxies?.map(proxyPlace));
  const seen = new Set<string>();
  const once = reasons.filter((reason) => {
    if (reason.code === 'foreign-proxy' && proxies.has(proxyPlace(reason.params['address'] ?? '')))
      return false;
    const key = JSON.stringify(reason);
    return !seen.has(key) && seen.add(key);
  });
  const sorted = once
    .toSorted((a, b) => Number(b.weight === 'held') - Number(a.weight === 'held'))
    .slice(0, MAX_REASONS);
  return { verdict: sorted.some(({ weight }) => weight === 'held') ? 'held' : 'ordinary', reasons: sorted };
}

/** Host and port of a proxy, without what stands before them. */
function proxyPlace(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z0-9+.-]+:\/\//, '');
  return (bare.split('/', 1)[0] ?? '').replace(/^.*@/, '');
}

function judgeStdio(launch: Extract<Launch, { transport: 'stdio' }>, options: JudgeOptions): LaunchReason[] {
  const { programs, lines, tooDeep } = startedPrograms(launch);
  const specs = programs.map(specOf);
  const texts = [
    launch.command,
    ...launch.args,
    ...Object.keys(launch.env),
    ...Object.values(launch.env),
    launch.cwd ?? '',
  ];
  const files = [...programs.map(scriptOf), launch.cwd].filter((file) => file !== undefined);
  const env = Object.assign({}, ...programs.map(({ variables }) => variables), launch.env) as Record<
    string,
    string
  >;
  const inImage = programs.some(({ name }) => isContainerRunner(name));
  return [
    ...hiddenParts(texts),
    ...(launch.secretArguments === true ? [held('secret-in-arguments')] : []),
    ...lookalikes([
      launch.command,
      ...programs.map(({ command }) => command),
      ...specs.map(({ name }) => name),
    ]),
    ...programs.flatMap((program, i) => [
      ...judgeCommand(program, i === 0 ? launch.command : program.command),
      ...judgeContainer(program, options),
      ...judgePackages(program, specs[i] as PackageSpec, options),
    ]),
    ...lines.map(({ by, text }) => held('inline-code', { command: by, text: shorten(text) })),
    ...(tooDeep
      ? [held('inline-code', { command: launch.command, text: shorten(launch.args.join(' ')) })]
      : []),
    ...judgeEnvironment(env, options, { files }),
    ...(inImage ? [] : judgeArguments(launch.args)),
    ...judgeGivenCommands(launch.args),
    ...judgeFolder(launch.cwd),
  ];
}

/** Flags by which bridges and watchers are given a whole command to run. */
const COMMAND_FLAG = /^--?(?:stdio|exec|x|cmd|command|on-change|shell-command)$/;

/** A command that stands in one argument is judged by what it runs: the words of it as a program of its own. */
function judgeGivenCommands(args: readonly string[]): LaunchReason[] {
  return args.flatMap((arg, i) => {
    const [flag, inline] = splitFlag(arg);
    const line = inline ?? args[i + 1];
    if (!COMMAND_FLAG.test(flag) || line === undefined || line.startsWith('-')) return [];
    const [command = '', ...rest] = line.trim().split(/\s+/);
    return startedPrograms({ command, args: rest })
      .programs.flatMap((program) => judgeCommand(program))
      .filter(({ code }) =>
        /^(?:shell|inline-code|encoded-command|downloads-and-runs|system-program)$/.test(code),
      )
      .filter(({ params, weight }) => weight === 'held' && params['text'] !== '(what it is sent)');
  });
}

/** Characters that nobody sees, in a line that somebody approves by reading it. */
function hiddenParts(texts: readonly string[]): LaunchReason[] {
  for (const text of texts) {
    const hidden = hiddenIn(text.slice(0, 8192)).find(
      ({ kind }) => kind !== 'encoded' && kind !== 'comment' && kind !== 'lookalike' && kind !== 'selectors',
    );
    if (hidden !== undefined || text.includes('\0'))
      return [{ code: 'hidden-characters', weight: 'held', params: { text: shorten(plainLetters(text)) } }];
  }
  return [];
}

/** Names of programs and packages have plain letters; others only look like them. */
function lookalikes(names: readonly string[]): LaunchReason[] {
  const name = names.find(
    (one) =>
      /[^\x20-\x7e]/.test(one.split(/[\\/]/).at(-1) ?? '') && plainLetters(one) !== one.normalize('NFC'),
  );
  return name === undefined
    ? []
    : [
        {
          code: 'lookalike-name',
          weight: 'held',
          params: { name: shorten(name), plain: shorten(plainLetters(name)) },
        },
      ];
}

function judgeFolder(cwd: string | undefined): LaunchReason[] {
  if (
    cwd === undefined ||
    !/^(?:\/(?:private\/)?(?:tmp|var\/tmp)|\/dev\/shm)(?:\/|$)|[\\/]Temp[\\/]|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(
      cwd,
    )
  )
    return [];
  return [{ code: 'temporary-path', weight: 'held', params: { path: shorten(cwd) } }];
}
