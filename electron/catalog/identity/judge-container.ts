import { posix } from 'node:path';
import type { LaunchReason } from '../../../shared/model/review.ts';
import { type ContainerFlag, containerRun, readFlags } from './container-args.ts';
import { judgeCommand } from './judge-command.ts';
import { isPlainSecret, judgeEnvironment } from './judge-environment.ts';
import type { JudgeOptions } from './judge-packages.ts';
import { judgePlace } from './judge-place.ts';
import { SENSITIVE } from './judge-arguments.ts';
import { type Program, unwrap } from './program.ts';
import { held, shorten } from './reason.ts';

/** Programs that run images. */
export const isContainerRunner = (name: string): boolean => /^(?:docker|podman|nerdctl|finch)$/.test(name);

/** Folders whose presence in a container gives it this computer. */
const HOST_FILES =
  /^(?:\/|\/(?:etc|root|home|Users|var|usr|bin|sbin|lib|boot|proc|sys|dev|opt|run|var\/run|var\/lib|tmp)|\/(?:home|Users)\/[^/]+|~|\$HOME|\$\{HOME\}|\$\{env:HOME\}|%USERPROFILE%|[A-Za-z]:[\\/]?|[A-Za-z]:[\\/](?:Windows|Users)(?:[\\/][^\\/]+)?[\\/]?|\/(?:mnt\/)?[a-z](?:\/(?:Windows|Users)(?:\/[^/]+)?)?|\/(?:etc|root|proc|sys|boot|dev)\/.*|\/var\/lib\/(?:docker|containers|containerd|kubelet)(?:\/.*)?)$/i;
/** Files of the system that say where a computer is and whom it trusts. */
const HARMLESS_FILES =
  /^\/(?:etc\/(?:localtime|timezone|hosts|resolv\.conf|ssl\/certs(?:\/.*)?|ca-certificates(?:\/.*)?|pki(?:\/.*)?)|dev\/shm|dev\/dri)$/;
const PRIVATE_FILES =
  /(?:docker|containerd|podman|crio|buildkitd)\.sock|docker_engine|\/\.(?:ssh|aws|gnupg|kube|docker|netrc|npmrc|azure|git-credentials|password-store|mozilla)(?:\/|$)|\/\.config\/?$|\/\.config\/(?:gcloud|gh|google-chrome|chromium|op)(?:\/|$)|\.env$/i;
const SHELL = /(?:^|\/)(?:sh|bash|ash|zsh|dash|busybox)$/;
/** Variables that change whose code runs, also inside a container. */
const CODE =
  /^(?:LD_PRELOAD|LD_AUDIT|NODE_OPTIONS|PYTHONSTARTUP|BASH_ENV|PERL5OPT|RUBYOPT|JAVA_TOOL_OPTIONS)$/i;

/**
 * What is wrong with a `docker run`, `exec` or `compose` (podman, nerdctl): what it takes away from the wall between
 * container and computer, and what it runs inside in place of the image's own program.
 */
export function judgeContainer(program: Program, options: JudgeOptions): LaunchReason[] {
  if (!isContainerRunner(program.name)) return [];
  const run = containerRun(program.args);
  if (run === undefined) return judgeOther(program);
  const reasons = run.flags.flatMap((flag) => judgeFlag(flag, options));
  const entry = run.flags.findLast(({ flag }) => flag === '--entrypoint')?.value ?? '';
  if (SHELL.test(entry)) reasons.push(held('shell', { command: shorten(entry) }));
  reasons.push(...judgeInside(entry === '' ? run.rest : [entry, ...run.rest]));
  // With a program of its own an image takes what follows as arguments, among them perhaps a key.
  for (const [i, arg] of run.rest.entries()) {
    const flag = /^-{1,2}([\w-]{2,60})(?:=(.*))?$/s.exec(arg);
    if (flag !== null && isPlainSecret(flag[1] as string, flag[2] ?? run.rest[i + 1] ?? ''))
      reasons.push(held('secret-in-plain', { name: `--${flag[1] as string}` }));
  }
  return reasons;
}

/** What is run inside is judged for what it runs only: its paths are the container's. */
function judgeInside([command, ...args]: readonly string[]): LaunchReason[] {
  if (command === undefined) return [];
  return judgeCommand(unwrap({ command, args })).filter(
    ({ code, weight, params }) =>
      weight === 'held' &&
      /^(?:shell|inline-code|downloads-and-runs|encoded-command)$/.test(code) &&
      params['text'] !== '(what it is sent)',
  );
}

function judgeFlag({ flag, value }: ContainerFlag, options: JudgeOptions): LaunchReason[] {
  const text = `${flag} ${value}`.trim();
  switch (flag) {
    case '--privileged':
      return value === 'false' ? [] : [held('container-privileges', { text })];
    case '--cap-add':
      return /^(?:CAP_)?(?:NET_BIND_SERVICE|CHOWN)$/i.test(value)
        ? []
        : [held('container-privileges', { text })];
    case '--device':
      return value.startsWith('/dev/dri') ? [] : [held('container-privileges', { text })];
    case '--device-cgroup-rule':
    case '--volumes-from':
    case '--cgroup-parent':
    case '--env-host':
      return [held('container-privileges', { text })];
    case '--use-api-socket':
      return [held('container-host-files', { path: 'docker.sock' })];
    case '--group-add':
      return /^(?:docker|root|0|disk|sudo|wheel)$/.test(value)
        ? [held('container-privileges', { text })]
        : [];
    case '--security-opt':
      return /unconfined|disable|no-new-privileges[:=]false/.test(value)
        ? [held('container-privileges', { text })]
        : [];
    case '--pid':
    case '--ipc':
    case '--uts':
    case '--userns':
    case '--cgroupns':
      return /^(?:host|container:)/.test(value) ? [held('container-privileges', { text })] : [];
    case '--net':
    case '--network':
      return /^(?:host$|container:|ns:)/.test(value) ? [held('container-network', { text })] : [];
    case '-p':
    case '--publish':
      return /^0\.0\.0\.0:|^\[::\]:/.test(value) ? [held('container-network', { text })] : [];
    case '-H':
    case '--host':
    case '--url':
      return /^(?:unix|npipe):/.test(value) ? [] : [held('container-network', { text })];
    case '--config':
      return judgePlace(value, false);
    case '-v':
    case '--volume':
    case '--mount':
      return judgeMount(flag === '--mount' ? mountSource(value) : hostPart(value));
    case '--env-file':
      return SENSITIVE.test(value)
        ? [held('container-host-files', { path: shorten(value) })]
        : judgePlace(value, false);
    case '--add-host':
      return judgeHost(value);
    case '-e':
    case '--env':
      return judgeVariable(value, options);
    default:
      return [];
  }
}

function judgeMount(source: string): LaunchReason[] {
  const path = /^[/~$]/.test(source) ? posix.normalize(source).replace(/(?<=.)\/$/, '') : source;
  if (HARMLESS_FILES.test(path)) return [];
  return HOST_FILES.test(path) || PRIVATE_FILES.test(source) || /\/\.\.(?:\/|$)/.test(path)
    ? [held('container-host-files', { path: shorten(source) })]
    : [];
}

/** A name that stands for another computer inside the container; `host-gateway` and addresses of this one are usual. */
function judgeHost(value: string): LaunchReason[] {
  const [name = '', address = ''] = value.split(/[:=](.*)/s);
  const own = /^(?:host-gateway|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?::1)/.test(address);
  return own && !/\.(?:com|org|net|io|dev)$/i.test(name)
    ? []
    : [held('foreign-proxy', { address: shorten(value) })];
}

function judgeVariable(text: string, options: JudgeOptions): LaunchReason[] {
  const at = text.indexOf('=');
  if (at <= 0) return [];
  const name = text.slice(0, at);
  return judgeEnvironment({ [name]: text.slice(at + 1) }, options).filter(
    ({ code }) =>
      /^(?:secret-in-plain|foreign-proxy|foreign-registry|weakened-security)$/.test(code) ||
      (code === 'dangerous-variable' && CODE.test(name)),
  );
}

function mountSource(value: string): string {
  return (/(?:^|,)"?(?:source|src)=([^,"]*)/.exec(value)?.[1] ?? '').trim();
}

function hostPart(volume: string): string {
  const windows = /^([A-Za-z]:[\\/][^:]*)(?::|$)/.exec(volume);
  return windows?.[1] ?? /^(\$\{[^}]*\}[^:]*)/.exec(volume)?.[1] ?? volume.split(':', 1)[0] ?? '';
}

const VALUES = new Set(
  `-H --host --context -c --config -l --log-level -f --file -p --project-name --project-directory --profile --env-file
  --progress --parallel --ansi`.split(/\s+/),
);

/** Subcommands besides `run`: what runs in a container that is there, and what Docker brings along. */
function judgeOther({ name, args }: Program): LaunchReason[] {
  const words: number[] = [];
  const files: string[] = [];
  let at = 0;
  for (; at < args.length && words.length < 2; at++) {
    const arg = args[at] as string;
    if (/^(?:-f|--file)$/.test(arg)) files.push(args[at + 1] ?? '');
    if (arg.startsWith('--file=')) files.push(arg.slice(7));
    if (VALUES.has(arg)) at++;
    else if (!arg.startsWith('-')) words.push(at);
    if (
      words.length === 1 &&
      args[words[0] as number] !== 'container' &&
      args[words[0] as number] !== 'compose'
    )
      break;
  }
  const named = words.map((i) => args[i] as string).filter((word) => word !== 'container');
  const last = (words.at(-1) ?? -1) + 1;
  switch (named[0]) {
    case 'exec':
      return judgeExec(args, last);
    case 'compose': {
      const reasons = files.flatMap((file) =>
        /^[a-z]+:\/\/|^git@/i.test(file)
          ? [held('downloads-and-runs', { text: shorten(file) })]
          : judgePlace(file, false),
      );
      return /^(?:run|exec)$/.test(named[1] ?? '') ? [...reasons, ...judgeExec(args, last)] : reasons;
    }
    case 'start':
    case 'attach':
    case 'mcp':
    case 'ai':
    case 'model':
    case 'sandbox':
      return [];
    default:
      return [held('system-program', { command: shorten([name, ...args.slice(0, 2)].join(' ')) })];
  }
}

function judgeExec(args: readonly string[], from: number): LaunchReason[] {
  const flags: ContainerFlag[] = [];
  // Of compose -T has no value, as of docker -t.
  const plain = args.map((arg) =>
    /^-(?:T|iT)$/.test(arg) || /^--(?:no-TTY|no-deps|service-ports|build|quiet-pull)$/.test(arg) ? '-t' : arg,
  );
  const container = readFlags(plain, from, flags);
  const privileged = flags.some(({ flag, value }) => flag === '--privileged' && value !== 'false');
  const entry = flags.findLast(({ flag }) => flag === '--entrypoint')?.value ?? '';
  return [
    ...(privileged ? [held('container-privileges', { text: '--privileged' })] : []),
    ...(SHELL.test(entry) ? [held('shell', { command: shorten(entry) })] : []),
    ...judgeInside(entry === '' ? args.slice(container + 1) : [entry, ...args.slice(container + 1)]),
  ];
}
