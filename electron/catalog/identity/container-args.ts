/** Flags of `docker run` (and of podman, nerdctl) that stand alone; every other one takes a value. */
const ALONE = new Set(
  `--interactive --tty --detach --rm --init --privileged --read-only --publish-all --no-healthcheck --oom-kill-disable
  --sig-proxy --disable-content-trust --quiet --replace --tls-verify --help --no-trunc --use-api-socket --no-hosts
  --no-hostname --env-host --http-proxy --rmi --unsetenv-all --read-only-tmpfs --all --latest`.split(/\s+/),
);
/** The same by their letters, which may stand together: `-it`. */
const LETTERS_ALONE = 'itdqP';

/** One flag of `docker run` and its value, if it takes one. */
export interface ContainerFlag {
  readonly flag: string;
  readonly value: string;
}

export interface ContainerRun {
  readonly flags: readonly ContainerFlag[];
  /** The image, and where it stands in the arguments. */
  readonly image: { readonly text: string; readonly at: number } | undefined;
  /** What is run in the container instead of its own program. */
  readonly rest: readonly string[];
}

/** Reads the arguments of `docker` (podman, nerdctl) when they run an image; undefined for other subcommands. */
export function containerRun(args: readonly string[]): ContainerRun | undefined {
  const flags: ContainerFlag[] = [];
  let i = 0;
  // Flags of docker itself, before the subcommand.
  for (; i < args.length && (args[i] as string).startsWith('-'); i++) {
    const [flag, value] = split(args[i] as string);
    flags.push({ flag, value: value ?? args[i + 1] ?? '' });
    if (value === undefined && GLOBAL_VALUES.test(flag)) i++;
  }
  if (args[i] === 'container') i++;
  if (args[i] !== 'run' && args[i] !== 'create') return undefined;
  i = readFlags(args, i + 1, flags);
  const text = args[i];
  return { flags, image: text === undefined ? undefined : { text, at: i }, rest: args.slice(i + 1) };
}

const GLOBAL_VALUES =
  /^(?:-H|--host|--context|-c|--config|-l|--log-level|--tlscacert|--tlscert|--tlskey|--namespace|-n|--address|-a|--url|--connection|--identity|--root|--runroot|--storage-driver|--module)$/;

/** Reads flags up to the first word, which is answered; letters may stand together, the last with its value. */
export function readFlags(args: readonly string[], from: number, flags: ContainerFlag[]): number {
  for (let i = from; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') return i + 1;
    if (!arg.startsWith('-') || arg === '-') return i;
    const [flag, value] = split(arg);
    if (arg.startsWith('--')) {
      if (value !== undefined) flags.push({ flag, value });
      else if (ALONE.has(flag)) flags.push({ flag, value: '' });
      else flags.push({ flag, value: args[++i] ?? '' });
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = `-${arg[at] as string}`;
      if (LETTERS_ALONE.includes(arg[at] as string) && arg[at + 1] !== '=') {
        flags.push({ flag: letter, value: '' });
        continue;
      }
      const own = arg.slice(at + 1).replace(/^=/, '');
      flags.push({ flag: letter, value: own === '' ? (args[++i] ?? '') : own });
      break;
    }
  }
  return args.length;
}

function split(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 || !arg.startsWith('--') ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** The image of a `docker run`. */
export function imageOf(args: readonly string[]): { readonly text: string; readonly at: number } | undefined {
  return containerRun(args)?.image;
}
