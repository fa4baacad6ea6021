import type { LaunchJudgement, LaunchReason } from '../../../shared/model/review.ts';
import type { Launch } from '../../../shared/model/server.ts';
import { hiddenIn } from '../pins/text/hidden.ts';
import { plainLetters } from '../shadowing/confusables.ts';
import { judgeCommand, shorten } from './judge-command.ts';
import { judgeContainer } from './judge-container.ts';
import { isPlainSecret, isPlaceholder, judgeEnvironment } from './judge-environment.ts';
import { judgePackages, type JudgeOptions } from './judge-packages.ts';
import { judgeUrl } from './judge-url.ts';
import { specOf } from './package-spec.ts';
import { type Program, unwrap } from './program.ts';

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
  const seen = new Set<string>();
  const once = reasons.filter((reason) => {
    const key = JSON.stringify(reason);
    return !seen.has(key) && seen.add(key);
  });
  const sorted = once
    .toSorted((a, b) => Number(b.weight === 'held') - Number(a.weight === 'held'))
    .slice(0, MAX_REASONS);
  return { verdict: sorted.some(({ weight }) => weight === 'held') ? 'held' : 'ordinary', reasons: sorted };
}

function judgeStdio(launch: Extract<Launch, { transport: 'stdio' }>, options: JudgeOptions): LaunchReason[] {
  const program = unwrap(launch);
  const spec = specOf(program);
  const texts = [
    launch.command,
    ...launch.args,
    ...Object.keys(launch.env),
    ...Object.values(launch.env),
    launch.cwd ?? '',
  ];
  return [
    ...hiddenParts(texts),
    ...lookalikes([launch.command, program.command, spec.name]),
    ...judgeCommand(program, launch.command),
    ...judgeContainer(program),
    ...judgePackages(program, spec, options),
    ...judgeEnvironment({ ...program.variables, ...launch.env }, options),
    ...judgeArguments(program),
    ...judgeFolder(launch.cwd),
  ];
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

const SENSITIVE =
  /(?:^|[\\/~])\.(?:ssh|aws|gnupg|kube|docker|netrc|npmrc|pypirc|git-credentials)(?:[\\/]|$)|id_rsa|id_ed25519|^\/etc(?:\/(?:passwd|shadow|sudoers).*)?\/?$|^\/(?:root|proc|sys|boot)\/?$|login\.keychain|[\\/]Microsoft[\\/]Credentials/i;
const WHOLE_DISK = /^(?:\/|[A-Za-z]:[\\/]?)$/;
const HOME = /^(?:~|\$HOME|\$\{HOME\}|%USERPROFILE%|\/(?:home|Users)\/[^/]+|[A-Za-z]:\\Users\\[^\\]+)[\\/]?$/;

/** Arguments of the server itself: folders it may use, addresses it goes to, keys. */
function judgeArguments({ name, args }: Program): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  if (/^(?:docker|podman|nerdctl)$/.test(name)) return reasons;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const value = arg.startsWith('-') && arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : arg;
    if (SENSITIVE.test(value))
      reasons.push({ code: 'sensitive-path', weight: 'held', params: { path: shorten(value) } });
    else if (WHOLE_DISK.test(value))
      reasons.push({ code: 'sensitive-path', weight: 'held', params: { path: value } });
    else if (HOME.test(value))
      reasons.push({ code: 'sensitive-path', weight: 'note', params: { path: shorten(value) } });
    if (
      /^https?:\/\//i.test(value) &&
      !/^--(?:registry|index|extra-index|default-index)/.test(arg) &&
      !/^--(?:registry|index-url|extra-index-url|default-index|index)$/.test(args[i - 1] ?? '')
    )
      reasons.push(...judgeUrl(value));
    if (
      arg === '--allow-http' ||
      arg === '--insecure' ||
      arg === '--no-verify-ssl' ||
      arg === '--no-sandbox' ||
      arg === '--disable-web-security' ||
      /^--(?:dangerously|unsafe)[\w-]*$/.test(arg)
    )
      reasons.push({ code: 'weakened-security', weight: 'held', params: { text: arg } });
    if (
      /^(?:--(?:host|bind|listen|hostname|address)=)?(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/.test(arg) &&
      /^--|^-H$|^-b$/.test(arg.startsWith('-') ? arg : (args[i - 1] ?? ''))
    )
      reasons.push({ code: 'weakened-security', weight: 'held', params: { text: shorten(arg) } });
    const flag = /^-{1,2}([\w-]{2,60})(?:=(.*))?$/s.exec(arg);
    const secret = flag === null ? undefined : (flag[2] ?? args[i + 1]);
    if (
      flag !== null &&
      secret !== undefined &&
      !secret.startsWith('-') &&
      isPlainSecret(flag[1] as string, secret)
    )
      reasons.push({ code: 'secret-in-plain', weight: 'held', params: { name: `--${flag[1] as string}` } });
    else if (isPlainSecret('', value) && !isPlaceholder(value))
      reasons.push({ code: 'secret-in-plain', weight: 'held', params: { name: shorten(arg.slice(0, 12)) } });
    else if (
      /^(?:authorization|x-api-key)\s*:\s*\S{6}/i.test(value) &&
      !isPlaceholder(value.slice(value.indexOf(':') + 1).trim())
    )
      reasons.push({ code: 'secret-in-plain', weight: 'held', params: { name: 'Authorization' } });
  }
  return reasons;
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
