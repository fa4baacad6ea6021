import type { InstallOption } from '../../../shared/model/registry.ts';
import type { StdioLaunch } from '../../../shared/model/server.ts';
import { ociSpec, packageSpec } from '../../catalog/identity/package-spec.ts';
import { hasReference } from '../../vault/references.ts';
import { InputList } from './option-inputs.ts';
import type { JsonArgument, JsonPackage, JsonRemote, ServerJson } from './server-json.ts';
import { type ArgumentTemplate, type LaunchTemplate, placesOf, type Template } from './template.ts';

/** One way to have a server: what a person sees of it, and the launch with gaps where it can be added. */
export interface PlannedOption {
  readonly option: InstallOption;
  readonly launch?: LaunchTemplate;
  /** The file of a bundle and its digest, which are looked at before there is a form. */
  readonly bundle?: { readonly url: string; readonly sha256: string };
}

/** Every way that the entry names, in its order: packages first. */
export function optionsOf({ packages, remotes }: ServerJson): PlannedOption[] {
  return [
    ...packages.items.map((one, index) => packageOption(`package:${index}`, one)),
    ...remotes.items.map((one, index) => remoteOption(`remote:${index}`, one)),
  ];
}

const CONTROL = /\p{Cc}/u;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,199}$/;
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}$/;
/** Headers that are ours or the connection's. */
const OWN_HEADER =
  /^(?:host|connection|content-.*|transfer-encoding|te|trailer|upgrade|keep-alive|proxy-.*|accept|expect|mcp-.*|last-event-id|cookie|origin|referer|forwarded|x-forwarded-.*)$/i;
const RUNNERS = { npm: 'npx', pypi: 'uvx', oci: 'docker' } as const;
const NAMES = {
  npm: /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i,
  pypi: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?$/,
  oci: /^[a-z0-9][a-z0-9._/:@-]{0,400}$/i,
} as const;
const PUBLIC = {
  npm: /^https:\/\/registry\.npmjs\.(?:org|com)\/?$/,
  pypi: /^https:\/\/(?:www\.)?pypi\.org\/?(?:simple\/?)?$/,
  oci: /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/?$/,
} as const;
const EXACT = { npm: /^\d+\.\d+\.\d+(?:[-+][\w.+-]{1,100})?$/, pypi: /^\d[\w.!+-]{0,99}$/ } as const;
/** What the command that is made here says already. */
const ALREADY = { npm: ['-y', '--yes'], pypi: [], oci: ['run', '-i', '--rm', '--interactive'] } as const;
/** Flags of the runners that change nothing about what is run. */
const HARMLESS = {
  npm: /^(?:-y|--yes|-q|--quiet|--silent|--prefer-offline|--prefer-online|--no-audit|--no-fund)$/,
  pypi: /^(?:-q|--quiet|--no-progress|--isolated|--native-tls|--no-cache|--refresh|(?:-p|--python)(?:=\d[\d.]*)?)$/,
} as const;
const MEANT: Readonly<Record<string, string>> = {
  nuget: 'It is a package for .NET, which Doorward does not add by itself.',
  cargo: 'It is a package for Rust, which Doorward does not add by itself.',
};
const BY_HAND = 'Add it by hand with the command that its publisher gives.';

type Local = keyof typeof RUNNERS;
const isLocal = (kind: string): kind is Local => Object.hasOwn(RUNNERS, kind);

function packageOption(key: string, given: JsonPackage): PlannedOption {
  const { registryType, identifier, version, transport } = given;
  const kind = isLocal(registryType) ? registryType : registryType === 'mcpb' ? 'mcpb' : 'other';
  const base = {
    key,
    kind,
    label: registryType,
    what: identifier,
    ...(version === undefined ? {} : { version }),
  } as const;
  const refuse = (unsupported: string): PlannedOption => ({
    option: { ...base, inputs: [], notes: [], unsupported },
  });
  if (CONTROL.test(identifier)) return refuse('Its name holds control characters.');
  if (kind === 'mcpb') {
    const url = URL.canParse(identifier) ? new URL(identifier) : undefined;
    if (url?.protocol !== 'https:') return refuse('Its bundle has no address that begins with https.');
    if (!/^[a-f0-9]{64}$/.test(given.fileSha256 ?? ''))
      return refuse('The registry gives no digest of its bundle, so nobody could tell another file from it.');
    return {
      option: { ...base, inputs: [], notes: [] },
      bundle: { url: url.href, sha256: given.fileSha256 ?? '' },
    };
  }
  if (kind === 'other')
    return refuse(
      `${MEANT[registryType] ?? 'It is a package of a kind that Doorward does not know.'} ${BY_HAND}`,
    );
  if (transport !== undefined && transport.type !== 'stdio')
    return refuse(`Its program has to be started apart and is then reached by an address. ${BY_HAND}`);
  const named = packageWord(kind, given);
  if (typeof named !== 'string') return refuse(named.sentence);
  return localOption(base, kind, named, given);
}

/** The package with its exact version, as its runner takes it; or why it cannot be kept to one. */
function packageWord(
  kind: Local,
  { identifier, version, registryBaseUrl }: JsonPackage,
): string | { readonly sentence: string } {
  if (!NAMES[kind].test(identifier) || identifier.includes('..'))
    return { sentence: 'Its name cannot be that of a package.' };
  if (registryBaseUrl !== undefined && !PUBLIC[kind].test(registryBaseUrl))
    return { sentence: `Its package comes from another place than the usual one. ${BY_HAND}` };
  if (kind === 'oci') {
    const host = registryBaseUrl === undefined ? '' : new URL(registryBaseUrl).host;
    const spec = ociSpec(identifier);
    const placed =
      host === '' || host === 'docker.io' || identifier.startsWith(`${host}/`)
        ? identifier
        : `${host}/${identifier}`;
    if (spec.version !== undefined || spec.pinned)
      return /^latest$/i.test(spec.version ?? '') && !spec.pinned ? noVersion() : placed;
    return version === undefined || !/^\w[\w.-]{0,127}$/.test(version) || /^latest$/i.test(version)
      ? noVersion()
      : `${placed}:${version}`;
  }
  if (version === undefined || !EXACT[kind].test(version)) return noVersion();
  return kind === 'npm' ? `${identifier}@${version}` : `${identifier}==${version}`;
}

const noVersion = () => ({
  sentence: 'The registry names no exact version of it, so it could change without notice.',
});

function localOption(
  base: Pick<InstallOption, 'key' | 'kind' | 'label' | 'what' | 'version'>,
  kind: Local,
  named: string,
  given: JsonPackage,
): PlannedOption {
  const list = new InputList();
  const notes: string[] = [];
  const refuse = (unsupported: string): PlannedOption => ({
    option: { ...base, inputs: [], notes, unsupported },
  });
  const runner = RUNNERS[kind];
  const { runtimeArguments, packageArguments, environmentVariables, runtimeHint } = given;
  if (runtimeArguments.items.length > 0 && runtimeHint !== undefined && runtimeHint !== runner)
    return refuse(`It wants to be started by "${runtimeHint.slice(0, 40)}". ${BY_HAND}`);
  const strange = runtimeArguments.items.find((one) => !isHarmless(kind, one));
  if (strange !== undefined)
    return refuse(`It gives "${runner}" an option that could start something else. ${BY_HAND}`);
  const left =
    runtimeArguments.leftOut +
    packageArguments.leftOut +
    environmentVariables.leftOut +
    given.environmentVariables.items.filter(({ name }) => !VARIABLE.test(name)).length;
  if (left > 0)
    notes.push(
      left === 1
        ? 'One of its settings could not be understood and is left out.'
        : `${left} of its settings could not be understood and are left out.`,
    );
  const env = environmentVariables.items
    .filter(({ name }) => VARIABLE.test(name))
    .map((one) => list.keyValue('environment', one));
  const before = runtimeArguments.items
    .filter((one) => !saysAlready(kind, one))
    .map((one) => list.argument(one));
  const behind = packageArguments.items.map((one) => list.argument(one));
  const word = (...texts: string[]): ArgumentTemplate => ({ words: texts.map((text): Template => [text]) });
  const launch: LaunchTemplate = {
    transport: 'stdio',
    command: [runner],
    args: [
      ...(kind === 'npm' ? [word('-y')] : []),
      ...(kind === 'oci' ? [word('run', '-i', '--rm'), ...env.map(([name]) => word('-e', name))] : []),
      ...before,
      word(named),
      ...behind,
    ],
    env,
  };
  const fixed = fixedWords(launch);
  if (fixed.some((text) => CONTROL.test(text) || hasReference(text)))
    return refuse('What it would start refers to your vault or holds control characters.');
  if (!startsWhatItNames(launch, kind, named))
    return refuse('Its settings would start something else than the package that the registry names.');
  return withoutOpenSecrets({ ...base, inputs: list.inputs, notes }, launch);
}

const saysAlready = (kind: Local, given: JsonArgument): boolean => {
  const text = given.type === 'named' ? given.name : (given.value ?? '');
  return (ALREADY[kind] as readonly string[]).includes(text);
};

/** What a container may do is judged and shown with the whole command; npx and uvx have no business but the package. */
function isHarmless(kind: Local, given: JsonArgument): boolean {
  if (kind === 'oci') return true;
  if (given.type === 'positional') return given.value !== undefined && HARMLESS[kind].test(given.value);
  const plain = given.value === undefined || /^\d[\d.]*$/.test(given.value);
  return HARMLESS[kind].test(given.name) && plain;
}

function fixedWords(launch: LaunchTemplate): string[] {
  const templates =
    launch.transport === 'stdio'
      ? [...launch.args.flatMap(({ words }) => words), ...launch.env.map(([, value]) => value)]
      : [launch.url, ...launch.headers.map(([, value]) => value)];
  return templates.flatMap((template) => template.filter((part) => typeof part === 'string'));
}

/**
 * Whether the runner reads the command as it is meant: this package in this version, and no other beside it. Attack:
 * arguments for the runner such as `--package=evil` or `--with evil`, which a person reads past.
 */
function startsWhatItNames(launch: LaunchTemplate, kind: Local, named: string): boolean {
  if (launch.transport !== 'stdio') return false;
  const args = launch.args.flatMap(({ words }) =>
    words.map((word) => word.map((part) => (typeof part === 'string' ? part : 'x')).join('')),
  );
  const stdio: StdioLaunch = { transport: 'stdio', command: RUNNERS[kind], args, env: {} };
  const spec = packageSpec(stdio);
  return (
    spec.kind === kind &&
    spec.extras.length === 0 &&
    args[spec.argIndex] === named &&
    (kind === 'oci' || spec.pinned)
  );
}

/**
 * Secrets only ever go where other programs cannot read them: into the environment or a header. One that would stand
 * on a command line or in an address is left out, or, where it is needed, the whole way.
 */
function withoutOpenSecrets(option: InstallOption, launch: LaunchTemplate): PlannedOption {
  const { shown } = placesOf(launch);
  const open = option.inputs.filter(({ key, secret }) => secret && shown.has(key));
  if (open.length === 0) return { option, launch };
  const names = open.map(({ name }) => JSON.stringify(name.slice(0, 80))).join(', ');
  const needed = open.some(({ required }) => required) || launch.transport === 'http';
  if (needed)
    return {
      option: {
        ...option,
        inputs: [],
        unsupported: `It wants ${names} on its command line or in its address, where others can read it. ${BY_HAND}`,
      },
    };
  const keys = new Set(open.map(({ key }) => key));
  return {
    option: {
      ...option,
      inputs: option.inputs.filter(({ key }) => !keys.has(key)),
      notes: [
        ...option.notes,
        `${names} would stand on its command line, where every program can read it, and is left out.`,
      ],
    },
    launch,
  };
}

function remoteOption(key: string, given: JsonRemote): PlannedOption {
  const list = new InputList();
  const base = { key, kind: 'remote', label: given.type, what: given.url } as const;
  const refuse = (unsupported: string): PlannedOption => ({
    option: { ...base, inputs: [], notes: [], unsupported },
  });
  if (CONTROL.test(given.url) || !/^https?:\/\//i.test(given.url) || /^[^/]*\/\/[^/?#]*@/.test(given.url))
    return refuse('Its address cannot be used: it does not begin with https, or holds a login.');
  // What stands in braces in an address and is not described is asked for all the same: no address has braces.
  const gaps = [...given.url.matchAll(/\{([\w.-]{1,100})\}/g)].map(([, name = '']) => name);
  const described = new Map(given.variables);
  const needed = gaps.map((name) => {
    const about = described.get(name) ?? {};
    return [name, { ...about, isRequired: true }] as const;
  });
  const url = list.template('address', given.url, needed);
  const usable = given.headers.items.filter(({ name }) => HEADER.test(name) && !OWN_HEADER.test(name));
  const left = given.headers.leftOut + given.headers.items.length - usable.length;
  const notes =
    left === 0
      ? []
      : [
          `${left === 1 ? 'One header cannot be set and is' : `${left} headers cannot be set and are`} left out.`,
        ];
  const headers = usable.map((one) => list.keyValue('header', one));
  const launch: LaunchTemplate = { transport: 'http', url, headers };
  if (fixedWords(launch).some((text) => CONTROL.test(text) || hasReference(text)))
    return refuse('Its headers refer to your vault or hold control characters.');
  return withoutOpenSecrets({ ...base, inputs: list.inputs, notes }, launch);
}
