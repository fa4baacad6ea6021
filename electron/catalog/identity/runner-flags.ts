import { splitFlag } from './program.ts';

/** How a package runner reads its own arguments. */
export interface RunnerGrammar {
  /** Flags with a value in the next word, if it is not behind "=". */
  readonly values: ReadonlySet<string>;
  /** Present: what is neither here nor among the values makes npx read on behind the first word. */
  readonly switches?: ReadonlySet<string>;
  /** Flags that name the package, so that the first word is a program. */
  readonly packages: readonly string[];
  /** Flags that name packages besides it. */
  readonly besides: readonly string[];
  /** Flags whose value, a line of a shell, is run. */
  readonly code: readonly string[];
  /** Flags that turn the first word into a line of a shell. */
  readonly lines: readonly string[];
}

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Settings of npm that are on or off; `--no-` may stand before each. */
const NPM_SWITCHES =
  set(`all allow-same-version audit bin-links browser color commit-hooks description dev dry-run
  engine-strict force foreground-scripts format-package-lock fund git-tag-version global global-style if-present
  ignore-scripts include-workspace-root install-links json legacy-bundling legacy-peer-deps link long offline
  omit-lockfile-registry-resolved optional package-lock package-lock-only parseable prefer-dedupe prefer-offline
  prefer-online production progress provenance read-only rebuild-bundle save save-bundle save-dev save-exact
  save-optional save-peer save-prod shrinkwrap sign-git-commit sign-git-tag strict-peer-deps strict-ssl timing
  unicode update-notifier usage version versions workspaces workspaces-update yes always-spawn ignore-existing
  shell-auto-fallback no-install quiet silent verbose help no q s d dd ddd v h H a f g l S B D E O P y ws iwr desc
  local porcelain readonly`);
/** Settings of npm that matter here: it also takes the beginning of their names. */
const NPM_FULL =
  set(`registry script-shell shell node-options userconfig globalconfig call package proxy https-proxy
  cafile strict-ssl prefix`);

const NPX: RunnerGrammar = {
  values: set(`--package -p --call -c -C -w -L -m -n --npm --node-arg --shell --reg --_auth --access --also
    --audit-level --auth-type --before --ca --cache --cache-max --cache-min --cafile --cert --cidr --cpu --depth
    --editor --expires --fetch-retries --fetch-retry-factor --fetch-retry-maxtimeout --fetch-retry-mintimeout
    --fetch-timeout --git --globalconfig --heading --https-proxy --include --init-module --install-strategy --key
    --libc --local-address --location --lockfile-version --loglevel --logs-dir --logs-max --maxsockets --message
    --min-release-age --name --node-gyp --node-options --noproxy --omit --only --os --otp --pack-destination --prefix
    --preid --proxy --registry --replace-registry-host --save-prefix --scope --script-shell --searchexclude
    --searchlimit --searchopts --tag --umask --user-agent --userconfig --viewer --which --workspace`),
  switches: NPM_SWITCHES,
  packages: ['--package', '-p'],
  besides: [],
  code: ['--call', '-c'],
  lines: [],
};
const PNPM: RunnerGrammar = {
  values:
    set(`--package -p --registry --reporter -C --dir --filter -F --loglevel --node-options --cpu --os --libc
    --use-node-version --store-dir --virtual-store-dir --config-dir --allow-build --script-shell --userconfig
    --globalconfig --npmrc --prefix --workspace-concurrency --proxy --https-proxy --cafile`),
  packages: ['--package', '-p'],
  besides: [],
  code: [],
  lines: ['-c', '--shell-mode'],
};
const YARN: RunnerGrammar = {
  values: set(
    '-p --package --cwd --registry --cache-folder --modules-folder --use-yarnrc --network-timeout --proxy --https-proxy',
  ),
  packages: ['-p', '--package'],
  besides: [],
  code: [],
  lines: [],
};
const BUN: RunnerGrammar = {
  values:
    set(`-p --package --registry --cwd -c --config -r --preload --require --import --env-file --filter -F
    --main-fields --extension-order --tsconfig-override -d --define --loader -l --port --conditions --cafile --ca
    --cache-dir --elide-lines --shell --title --user-agent --fetch-preconnect --max-http-header-size --dns-result-order`),
  packages: ['-p', '--package'],
  besides: [],
  code: [],
  lines: [],
};
const UV: RunnerGrammar = {
  values:
    set(`--from --with -w --with-editable --with-requirements -c --constraint --constraints -b --build-constraint
    --build-constraints --override --overrides --exclude --excludes --python -p --index --index-url -i
    --default-index --extra-index-url --find-links -f --allow-insecure-host --trusted-host --directory --project
    --cache-dir --config-file --config-setting -C --config-settings --config-settings-package --refresh-package
    --reinstall-package --upgrade-package -P --env-file --index-strategy --keyring-provider --prerelease
    --resolution --fork-strategy --exclude-newer --exclude-newer-package --link-mode --color --torch-backend
    --no-build-package --no-binary-package --no-build-isolation-package --extra --no-extra --group --no-group
    --only-group --package --python-preference --python-platform --python-fetch --no-sources-package`),
  packages: ['--from'],
  besides: [
    '--with',
    '-w',
    '--with-editable',
    '--with-requirements',
    '-c',
    '--constraint',
    '--constraints',
    '-b',
    '--build-constraint',
    '--build-constraints',
    '--override',
    '--overrides',
  ],
  code: [],
  lines: [],
};
const PIPX: RunnerGrammar = {
  values: set(
    '--spec --python --index-url -i --pip-args --backend --with --fetch-missing-python --fetch-python',
  ),
  packages: ['--spec'],
  besides: ['--with'],
  code: [],
  lines: [],
};
const NUGET: RunnerGrammar = {
  values: set(
    '--source -s --add-source --configfile --version --framework -f --arch -a --verbosity -v --tool-manifest',
  ),
  packages: [],
  besides: [],
  code: [],
  lines: [],
};
const GEM: RunnerGrammar = {
  values: set('-g --gem -v --version -s --source -p --http-proxy --config-file'),
  packages: ['-g', '--gem'],
  besides: [],
  code: [],
  lines: [],
};

/** What a subcommand does: fetch and run a package, run a program of this machine, a script of a project, install. */
export type Verb = 'fetch' | 'program' | 'script' | 'install' | 'code';

interface Runner {
  readonly grammar: RunnerGrammar;
  /** What it does without a subcommand. */
  readonly verb?: Verb;
  /** By subcommand; two words stand for a pair of them. */
  readonly verbs?: Readonly<Record<string, Verb>>;
  /** For subcommands that are none of these: names of scripts. */
  readonly otherwise?: Verb;
  /** Its flags may stand behind the first word too, up to `--`. */
  readonly throughout?: boolean;
}

const verbs = (groups: Readonly<Partial<Record<Verb, string>>>): Record<string, Verb> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([verb, words]) =>
      words.split(' ').map((word) => [word.replace('+', ' '), verb as Verb]),
    ),
  );

/** Everything that fetches packages and runs them. */
export const RUNNERS: Readonly<Record<string, Runner>> = {
  npx: { grammar: NPX, verb: 'fetch' },
  pnpx: { grammar: PNPM, verb: 'fetch' },
  bunx: { grammar: BUN, verb: 'fetch' },
  npm: {
    grammar: NPX,
    verbs: verbs({
      fetch: 'exec x init create innit',
      script: 'run run-script rum urn start test t restart stop',
      install:
        'install i add in ins inst insta instal isnt isntal ci ic clean-install cit it install-test link ln rebuild rb update up upgrade udpate uninstall publish explore',
    }),
    throughout: true,
  },
  pnpm: {
    grammar: PNPM,
    verbs: verbs({
      fetch: 'dlx create',
      program: 'exec',
      script: 'run run-script start test t',
      install: 'add install i import update up upgrade link ln rebuild rb env ci',
    }),
    otherwise: 'script',
  },
  yarn: {
    grammar: YARN,
    verbs: verbs({
      fetch: 'dlx create',
      program: 'exec node',
      script: 'run start test',
      install: 'add install global up upgrade import plugin set link unplug rebuild',
    }),
    otherwise: 'script',
  },
  bun: {
    grammar: BUN,
    verbs: verbs({
      fetch: 'x create c',
      code: 'exec',
      install: 'add a install i update link upgrade init pm patch',
    }),
  },
  uvx: { grammar: UV, verb: 'fetch' },
  uv: {
    grammar: UV,
    verbs: verbs({
      fetch: 'tool+run',
      program: 'run',
      install: 'add sync tool+install tool+upgrade python+install self+update',
    }),
  },
  pipx: {
    grammar: PIPX,
    verbs: verbs({ fetch: 'run', install: 'install inject upgrade install-all reinstall upgrade-all' }),
  },
  dnx: { grammar: NUGET, verb: 'fetch', throughout: true },
  dotnet: {
    grammar: NUGET,
    verbs: verbs({ fetch: 'tool+exec dnx', install: 'tool+install tool+update new add restore workload' }),
    throughout: true,
  },
  gem: { grammar: GEM, verbs: verbs({ fetch: 'exec', install: 'install i update' }) },
};

/** One flag of the runner, by its full name. */
export interface RunnerFlag {
  readonly flag: string;
  /** Undefined for a switch. */
  readonly value: string | undefined;
  /** The argument that holds the value (the flag itself for `--flag=value` and for switches). */
  readonly at: number;
}

/** A package runner's arguments, taken apart as it takes them apart itself. */
export interface RunnerCall {
  readonly runner: string;
  readonly verb: Verb | undefined;
  readonly grammar: RunnerGrammar;
  /** All its own flags, wherever they stand. */
  readonly flags: readonly RunnerFlag[];
  readonly subcommand: string;
  /** Where what follows the subcommand begins. */
  readonly after: number;
  /** The first word that is no flag of the runner (and no subcommand); -1 when there is none. */
  readonly word: number;
}

/**
 * Takes the arguments of a package runner apart; undefined for other programs. What follows the first word belongs to
 * what is run, and what stands before it to the runner, also behind `-p package`. Attack 24: a registry, a line of a
 * shell or another package behind a flag that looks like the server's, and a flag that eats the word shown as package.
 */
export function runnerCall(name: string, args: readonly string[]): RunnerCall | undefined {
  const runner = Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined;
  if (runner === undefined) return undefined;
  const { grammar } = runner;
  let throughout = runner.throughout === true;
  const flags: RunnerFlag[] = [];
  let { verb } = runner;
  let subcommand = '';
  let after = 0;
  let word = -1;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '--') {
      if (word < 0 && at + 1 < args.length) word = at + 1;
      break;
    }
    if (arg.startsWith('-') && arg !== '-') {
      const { flag, value, takesNext } = read(arg, args[at + 1], grammar);
      if (takesNext) at++;
      flags.push({ flag, value: takesNext ? args[at] : value, at });
      if (grammar.switches !== undefined && !isKnown(flag, grammar)) throughout = true;
    } else if (verb === undefined && word < 0) {
      const longer = subcommand === '' ? arg : `${subcommand} ${arg}`;
      verb = runner.verbs?.[longer];
      const begins = Object.keys(runner.verbs ?? {}).some((one) => one.startsWith(`${longer} `));
      if (verb !== undefined || begins) {
        subcommand = longer;
        after = at + 1;
        continue;
      }
      verb = runner.otherwise;
      word = at;
      break;
    } else {
      if (word < 0) word = at;
      if (!throughout) break;
    }
  }
  return { runner: name, verb, grammar, flags, subcommand, after, word };
}

/** A flag and the value in the same word: `--flag=value`, `-fhttps://…`. */
export function splitShort(arg: string): readonly [string, string | undefined] {
  const short = /^(-[a-z])=?([a-z]+:\/\/.*)$/is.exec(arg);
  return short === null ? splitFlag(arg) : [short[1] as string, short[2]];
}

function read(
  arg: string,
  next: string | undefined,
  { values, switches }: RunnerGrammar,
): { readonly flag: string; readonly value: string | undefined; readonly takesNext: boolean } {
  const equals = arg.indexOf('=');
  const flag = fullName(equals < 0 ? arg : arg.slice(0, equals), switches);
  if (equals >= 0) return { flag, value: arg.slice(equals + 1), takesNext: false };
  if (values.has(flag)) return { flag, value: next, takesNext: next !== undefined };
  if (switches !== undefined) return { flag, value: undefined, takesNext: false };
  // A short flag with its value in the same word: `-fhttps://…`.
  const short = arg.slice(0, 2);
  if (/^-[^-]./.test(arg) && values.has(short)) return { flag: short, value: arg.slice(2), takesNext: false };
  return { flag, value: undefined, takesNext: false };
}

/** Whether npx knows a flag. What it does not know, also letters in one word (`-yq`), makes it skip a word. */
function isKnown(flag: string, { values, switches }: RunnerGrammar): boolean {
  const name = flag.replace(/^-+/, '');
  return (
    values.has(flag) ||
    switches?.has(name) === true ||
    (name.startsWith('no-') && switches?.has(name.slice(3)) === true) ||
    /^--@[^:]+:registry$/.test(flag)
  );
}

/** npm takes the beginning of a setting's name for the whole. */
function fullName(flag: string, switches: ReadonlySet<string> | undefined): string {
  const name = flag.replace(/^-+/, '');
  if (switches === undefined || switches.has(name)) return flag;
  if (name === 'reg') return '--registry';
  if (name === 'C') return '--prefix';
  if (flag === '-c' || flag === '-p' || name.length < 4) return flag;
  for (const full of NPM_FULL) if (full.startsWith(name)) return `--${full}`;
  return flag.startsWith('--') || !/[a-z]{5}/.test(flag) ? flag : `-${flag}`;
}
