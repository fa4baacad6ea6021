import type { StdioLaunch } from '../../../shared/model/server.ts';
import { imageOf } from './container-args.ts';
import { gitSource, type GitStyle } from './git-source.ts';
import { type Program, unwrap } from './program.ts';

/** Where the code of a server comes from. `none`: a program or script of this machine. */
export type PackageKind = 'npm' | 'pypi' | 'oci' | 'git' | 'url' | 'file' | 'none';

/** The package that a launch fetches and runs. */
export interface PackageSpec {
  readonly kind: PackageKind;
  /** Name in its registry, or the address for `git`, `url` and `file`. */
  readonly name: string;
  /** What follows the name: a version, a range, a tag. */
  readonly version?: string;
  /** True when it can only ever be one thing: an exact version, an image digest, a commit. */
  readonly pinned: boolean;
  /** The digest that the command itself names (images). */
  readonly integrity?: string;
  /** The argument that holds it. */
  readonly argIndex: number;
  /** The program that fetches it, as in `programName`. */
  readonly runner: string;
  /** Packages besides the main one (`--with`, a second `--package`). */
  readonly extras: readonly string[];
}

const NOTHING = { name: '', pinned: true, argIndex: -1, extras: [] } as const;

/** The package of a launch; kind `none` when it starts something that is here already. Says nothing of danger. */
export function packageSpec(launch: Pick<StdioLaunch, 'command' | 'args'>): PackageSpec {
  return specOf(unwrap(launch));
}

/** The same for a program whose wrappers are off. Indexes count in the launch's own arguments. */
export function specOf(program: Program): PackageSpec {
  const { name: runner, args, offset } = program;
  const none: PackageSpec = { kind: 'none', runner, ...NOTHING };
  const found = (
    from: number,
    flags: readonly string[],
    values: ReadonlySet<string>,
    read: (text: string) => Read,
  ): PackageSpec => {
    const { at, extras } = locate(args, from, flags, values);
    const text = at < 0 ? undefined : args[at];
    if (text === undefined) return none;
    const value =
      text.includes('=') && flags.some((flag) => text.startsWith(`${flag}=`))
        ? text.slice(text.indexOf('=') + 1)
        : text;
    return { ...read(value), argIndex: at + offset, runner, extras };
  };
  switch (runner) {
    case 'npx':
    case 'bunx':
    case 'pnpx':
      return found(0, ['-p', '--package'], NPX_VALUES, npmSpec);
    case 'npm':
      return args[0] === 'exec' || args[0] === 'x'
        ? found(1, ['-p', '--package'], NPX_VALUES, npmSpec)
        : none;
    case 'pnpm':
    case 'yarn':
      return args[0] === 'dlx' || args[0] === 'create'
        ? found(1, ['--package', '-p'], NPX_VALUES, npmSpec)
        : none;
    case 'bun':
      return args[0] === 'x' ? found(1, ['-p', '--package'], NPX_VALUES, npmSpec) : none;
    case 'uvx':
      return found(0, ['--from'], UV_VALUES, pypiSpec);
    case 'uv':
      if (args[0] === 'tool' && args[1] === 'run') return found(2, ['--from'], UV_VALUES, pypiSpec);
      if (args[0] === 'run') {
        const { at } = locate(args, 1, ['--with'], UV_VALUES);
        return at >= 0 && (args[at - 1] ?? '').startsWith('--with')
          ? found(1, ['--with'], UV_VALUES, pypiSpec)
          : none;
      }
      return none;
    case 'pipx':
      return args[0] === 'run' ? found(1, ['--spec'], PIPX_VALUES, pypiSpec) : none;
    case 'docker':
    case 'podman':
    case 'nerdctl': {
      const image = imageOf(args);
      return image === undefined
        ? none
        : { ...ociSpec(image.text), argIndex: image.at + offset, runner, extras: [] };
    }
    case 'deno':
      return args[0] === 'run' || args[0] === 'x' ? found(1, [], DENO_VALUES, denoSpec) : none;
    case 'go':
      return args[0] === 'run'
        ? found(1, [], new Set(), (text) =>
            /^[\w.-]+\.\w+\//.test(text) ? goSpec(text) : { kind: 'none', name: '', pinned: true },
          )
        : none;
    case 'nix':
      return args[0] === 'run' || args[0] === 'shell'
        ? found(1, [], new Set(), (text) => ({
            kind: /^(?:github|gitlab|git\+|https?):/.test(text) ? 'git' : 'none',
            name: text,
            pinned: false,
          }))
        : none;
    default:
      return none;
  }
}

type Read = Pick<PackageSpec, 'kind' | 'name' | 'pinned' | 'version' | 'integrity'>;

const NPX_VALUES = new Set(
  '--registry --cache --userconfig --prefix -w --workspace --loglevel --node-arg -n --node-options --shell --script-shell --reporter --config -C --dir'.split(
    ' ',
  ),
);
const UV_VALUES = new Set(
  '--python -p --index --index-url -i --default-index --extra-index-url --find-links -f --with-requirements --with-editable --directory --project --cache-dir --config-file --refresh-package --constraint -c --env-file --index-strategy --prerelease --resolution --exclude-newer --link-mode --color --allow-insecure-host'.split(
    ' ',
  ),
);
const PIPX_VALUES = new Set('--python --index-url -i --pip-args'.split(' '));
const DENO_VALUES = new Set('--config -c --import-map --lock --cert --location --seed --env-file'.split(' '));

/** The argument that names the package: behind one of `flags`, else the first that is no flag. */
function locate(
  args: readonly string[],
  from: number,
  flags: readonly string[],
  values: ReadonlySet<string>,
): { at: number; extras: string[] } {
  let flagged = -1;
  const extras: string[] = [];
  for (let i = from; i < args.length; i++) {
    const arg = args[i] as string;
    const [flag = arg] = arg.split('=', 1);
    if (arg === '--') {
      return { at: flagged >= 0 ? flagged : i + 1 < args.length ? i + 1 : -1, extras };
    }
    if (flags.includes(flag)) {
      const at = arg.includes('=') && arg.startsWith('-') ? i : i + 1;
      if (flagged < 0) flagged = at;
      else extras.push(args[at] ?? '');
      if (at !== i) i++;
    } else if (flag === '--with') {
      extras.push(arg.includes('=') ? arg.slice(7) : (args[i + 1] ?? ''));
      if (!arg.includes('=')) i++;
    } else if (values.has(arg)) i++;
    else if (!arg.startsWith('-') || arg === '-') return { at: flagged >= 0 ? flagged : i, extras };
  }
  return { at: flagged, extras };
}

const EXACT_NPM = /^v?\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][\w.+-]{1,100})?$/;
const COMMIT = /^[0-9a-f]{40}$/i;

/** `name`, `@scope/name`, with a version, or one of npm's addresses. */
export function npmSpec(text: string): Read {
  const address = addressSpec(text, 'node');
  if (address !== undefined) return address;
  // npm reads "someone/something" as a repository on GitHub.
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(text) && !text.startsWith('@')) return gitSpec(text, 'node');
  const at = text.indexOf('@', 1);
  if (at < 0) return { kind: 'npm', name: text, pinned: false };
  const version = text.slice(at + 1);
  const target = version.startsWith('npm:') ? npmSpec(version.slice(4)) : addressSpec(version, 'node');
  if (target !== undefined) return target;
  return { kind: 'npm', name: text.slice(0, at), version, pinned: EXACT_NPM.test(version) };
}

/** `name`, `name==1.2`, `name@1.2`, `name[extra]`, or an address. */
export function pypiSpec(text: string): Read {
  const direct = /^([\w.-]+)(?:\[[\w,.-]*\])?\s*@\s*((?:git\+|https?:|file:).*)$/.exec(text);
  const address = addressSpec(direct?.[2] ?? text, 'python');
  if (address !== undefined) return address;
  const parts = /^([\w.-]+)(?:\[[\w,.-]*\])?(==|@|[<>~!=]=?|===)?(.*)$/.exec(text);
  if (parts === null) return { kind: 'pypi', name: text, pinned: false };
  const [, name = text, sign, version = ''] = parts;
  if (sign === undefined) return { kind: 'pypi', name, pinned: false };
  const exact =
    (sign === '==' || sign === '===' || sign === '@') &&
    /^\d[\w.!+-]*$/.test(version) &&
    !version.includes('*');
  return { kind: 'pypi', name, version: exact || sign === '@' ? version : sign + version, pinned: exact };
}

/** `image`, `image:tag`, `image@sha256:…`. */
export function ociSpec(text: string): Read {
  const [reference = text, digest] = text.split('@', 2);
  const slash = reference.lastIndexOf('/');
  const colon = reference.indexOf(':', slash + 1);
  const name = colon < 0 ? reference : reference.slice(0, colon);
  const tag = colon < 0 ? undefined : reference.slice(colon + 1);
  const pinned = digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest);
  return {
    kind: 'oci',
    name,
    ...(tag === undefined ? {} : { version: tag }),
    pinned,
    ...(pinned ? { integrity: digest } : {}),
  };
}

function denoSpec(text: string): Read {
  if (text.startsWith('npm:')) return npmSpec(text.slice(4).replace(/^\//, ''));
  if (text.startsWith('jsr:'))
    return { ...npmSpec(text.slice(4).replace(/^\//, '')), kind: 'url', name: text };
  return addressSpec(text, 'node') ?? { kind: 'none', name: '', pinned: true };
}

function goSpec(text: string): Read {
  const [name = text, version] = text.split('@', 2);
  return {
    kind: 'git',
    name,
    ...(version === undefined ? {} : { version }),
    pinned: version !== undefined && /^v\d+\.\d+\.\d+/.test(version),
  };
}

function addressSpec(text: string, style: GitStyle): Read | undefined {
  if (
    /^(?:git\+|git:|github:|gitlab:|bitbucket:|gist:|ssh:|git@)/i.test(text) ||
    /\.git(?:[#@].*)?$/i.test(text)
  )
    return gitSpec(text, style);
  if (/^https?:/i.test(text)) return { kind: 'url', name: text, pinned: false };
  if (/^(?:file:|\.{0,2}[\\/]|~|[A-Za-z]:[\\/])/.test(text) || /\.(?:tgz|tar\.gz|whl|zip)$/i.test(text))
    return { kind: 'file', name: text, pinned: false };
  return undefined;
}

function gitSpec(text: string, style: GitStyle): Read {
  const { ref } = gitSource(text, style);
  return {
    kind: 'git',
    name: text,
    ...(ref === undefined ? {} : { version: ref }),
    pinned: ref !== undefined && COMMIT.test(ref),
  };
}
