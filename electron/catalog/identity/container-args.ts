/** Flags of `docker run` that stand alone; every other one takes a value. */
const ALONE = new Set(
  '-i -t -d -it -ti -q --interactive --tty --detach --rm --init --privileged --read-only --publish-all -P --no-healthcheck --oom-kill-disable --sig-proxy --disable-content-trust --quiet --replace --tls-verify --help'.split(
    ' ',
  ),
);

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
    if (
      value === undefined &&
      /^(?:-H|--host|--context|-c|--config|-l|--log-level|--tlscacert|--tlscert|--tlskey)$/.test(flag)
    )
      i++;
  }
  if (args[i] === 'container') i++;
  if (args[i] !== 'run' && args[i] !== 'create') return undefined;
  for (i++; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      i++;
      break;
    }
    if (!arg.startsWith('-')) break;
    const [flag, value] = split(arg);
    if (value !== undefined) flags.push({ flag, value });
    else if (ALONE.has(flag) || /^-[itdq]{2,4}$/.test(flag)) flags.push({ flag, value: '' });
    else if (/^-[evpwumhlac][^-]/.test(arg)) flags.push({ flag: arg.slice(0, 2), value: arg.slice(2) });
    else flags.push({ flag, value: args[++i] ?? '' });
  }
  const text = args[i];
  return { flags, image: text === undefined ? undefined : { text, at: i }, rest: args.slice(i + 1) };
}

function split(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 || !arg.startsWith('--') ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** The image of a `docker run`. */
export function imageOf(args: readonly string[]): { readonly text: string; readonly at: number } | undefined {
  return containerRun(args)?.image;
}
