import type { StdioLaunch } from '../../../shared/model/server.ts';
import { imageOf } from './container-args.ts';
import { gitSource, type GitStyle } from './git-source.ts';
import { type Program, unwrap } from './program.ts';
import { type RunnerCall, runnerCall } from './runner-flags.ts';

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
  const call = runnerCall(runner, args);
  if (call !== undefined) return fetched(call, args, offset) ?? none;
  const one = (at: number, read: (text: string) => Read): PackageSpec => {
    const text = args[at];
    return text === undefined ? none : { ...read(text), argIndex: at + offset, runner, extras: [] };
  };
  switch (runner) {
    case 'docker':
    case 'podman':
    case 'nerdctl':
    case 'finch': {
      const image = imageOf(args);
      return image === undefined ? none : one(image.at, ociSpec);
    }
    case 'deno':
      return one(denoModule(args), denoSpec);
    case 'go':
      return args[0] === 'run'
        ? one(firstWord(args, 1, GO_VALUES), (text) =>
            /^[\w.-]+\.\w+\//.test(text) ? goSpec(text) : { kind: 'none', name: '', pinned: true },
          )
        : none;
    case 'nix':
      return args[0] === 'run' || args[0] === 'shell' || args[0] === 'develop'
        ? one(firstWord(args, 1, NIX_VALUES), (text) => ({
            kind: /^(?:github|gitlab|sourcehut|git\+|https?|tarball|path:\/tmp)/.test(text) ? 'git' : 'none',
            name: text,
            pinned: false,
          }))
        : none;
    case 'jbang':
      return one(firstWord(args, args[0] === 'run' ? 1 : 0, JBANG_VALUES), jbangSpec);
    default:
      return none;
  }
}

/** The package that a runner is told to fetch: behind a flag, or else its first word. */
function fetched(call: RunnerCall, args: readonly string[], offset: number): PackageSpec | undefined {
  const { runner, verb, flags, word, grammar } = call;
  // A registry of its own kind, whose packages have no form here.
  if (runner === 'dnx' || runner === 'dotnet' || runner === 'gem') return undefined;
  const python = runner === 'uvx' || runner === 'uv' || runner === 'pipx';
  const read = python ? pypiSpec : npmSpec;
  const valued = (names: readonly string[]) =>
    flags.filter(({ flag, value }) => names.includes(flag) && value !== undefined);
  const beside = valued(grammar.besides);
  const extras = beside.flatMap(({ flag, value = '' }) => (isFile(flag) ? [] : value.split(/,(?![^[]*\])/)));
  let named = valued(grammar.packages);
  // What \`uv run --with\` fetches is the only package there is.
  if (runner === 'uv' && verb === 'program') {
    const [first] = beside;
    if (first === undefined || isFile(first.flag) || (first.value ?? '').includes(','))
      return extras.length === 0 ? undefined : { kind: 'none', runner, ...NOTHING, extras };
    named = [first];
    extras.shift();
  } else if (verb !== 'fetch') return undefined;
  const [first, ...rest] = named;
  const at = first?.at ?? word;
  const text = first?.value ?? args[word];
  if (text === undefined || at < 0) return undefined;
  const what = read(text);
  // \`npm create x\` fetches \`create-x\`: only an address is what it says.
  if (/^(?:create|c|init|innit)$/.test(call.subcommand) && what.kind === 'npm') return undefined;
  return {
    ...what,
    argIndex: at + offset,
    runner,
    extras: [...rest.map(({ value = '' }) => value), ...extras],
  };
}

/** Flags that name a file or folder, and no package. */
const isFile = (flag: string): boolean => !/^(?:--with|-w)$/.test(flag);

type Read = Pick<PackageSpec, 'kind' | 'name' | 'pinned' | 'version' | 'integrity'>;

const GO_VALUES = new Set(
  '-exec -toolexec -C -p -mod -modfile -overlay -tags -ldflags -gcflags -asmflags -o -pkgdir -coverpkg'.split(
    ' ',
  ),
);
const NIX_VALUES = new Set(
  '--option --override-input --inputs-from --profile -c --command --store --log-format -I --include'.split(
    ' ',
  ),
);
const JBANG_VALUES = new Set(
  '--deps --repos --java -j --main -m --javaagent --catalog --cp -D -C -R'.split(' '),
);
const DENO_VALUES = new Set(
  '--config -c --import-map --cert --location --seed --ext --log-level -L --preload --require --minimum-dependency-age --conditions'.split(
    ' ',
  ),
);
const DENO_SUBCOMMANDS = /^(?:run|serve|x)$/;
const DENO_OTHERS =
  /^(?:eval|repl|task|install|i|add|cache|compile|test|bench|upgrade|info|fmt|lint|check|doc|init|jupyter|publish|lsp|types|uninstall|remove|outdated|update|vendor|clean|coverage|completions|create|deploy|approve-scripts|audit|sandbox)$/;

/** Where the module stands that deno runs, with or without a subcommand; -1 for its other subcommands. */
export function denoModule(args: readonly string[]): number {
  const first = firstWord(args, 0, DENO_VALUES);
  const word = args[first] ?? '';
  if (DENO_SUBCOMMANDS.test(word)) return firstWord(args, first + 1, DENO_VALUES);
  return DENO_OTHERS.test(word) ? -1 : first;
}

/** The first argument that is neither a flag nor the value of one; -1 when there is none. */
function firstWord(args: readonly string[], from: number, values: ReadonlySet<string>): number {
  for (let at = from; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--') return at + 1 < args.length ? at + 1 : -1;
    if (values.has(arg)) at++;
    else if (!arg.startsWith('-') || arg === '-') return at;
  }
  return -1;
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

function jbangSpec(text: string): Read {
  if (/^https?:/i.test(text)) return { kind: 'url', name: text, pinned: false };
  // "name@owner/repository" is an entry of a catalogue that lies in a repository.
  if (/^[\w.-]+@[\w./~-]+$/.test(text)) return { kind: 'git', name: text, pinned: false };
  return { kind: 'none', name: '', pinned: true };
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
