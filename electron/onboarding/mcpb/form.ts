import { posix, win32 } from 'node:path';
import type { InstallInput } from '../../../shared/model/registry.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { hasReference } from '../../vault/references.ts';
import { safePresets } from '../registry/answers.ts';
import { type ArgumentTemplate, type InstallForm, placesOf, type Template } from '../registry/template.ts';
import type { Manifest, UserOption } from './manifest.ts';

/** The machine on which a bundle would run. */
export interface BundlePlace {
  readonly platform: NodeJS.Platform;
  /** The person's home folder. */
  readonly home: string;
  /** Folder of the unpacked bundle. */
  readonly folder: string;
  /** Whether the bundle has this file; paths count from its root. */
  readonly has: (path: string) => boolean;
}

const TYPES = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  directory: 'directory',
  file: 'file',
} as const;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,199}$/;
const GAP = /\$\{([^}]{1,200})\}/;
const SETTING = 'user_config.';
const CONTROL = /\p{Cc}/u;

/** What a bundle needs to know, as a form, and how it is started, with gaps. */
export interface BundleForm extends InstallForm {
  readonly notes: readonly string[];
}

/**
 * How a bundle is started, from its manifest. Its variables are filled in here, its settings are gaps for a person.
 * Refused with a sentence: another system, a gap that nobody knows, a program or starting point that is not in it, a
 * secret on the command line.
 */
export function bundleForm(manifest: Manifest, place: BundlePlace): Result<BundleForm> {
  const { server, compatibility, user_config: settings = {} } = manifest;
  const { platform, folder } = place;
  const join: Join = (...parts) => (platform === 'win32' ? win32 : posix).join(...parts);
  const platforms = compatibility?.platforms;
  if (platforms !== undefined && !platforms.includes(platform))
    return fail('unsupported', `This bundle is not for this system, but for ${systems(platforms)}.`);
  const entry = plain(server.entry_point);
  if (entry === undefined || !place.has(entry))
    return malformed('the program that it wants to start is not in it');

  const given = server.mcp_config ?? {
    command: 'uv',
    args: ['run', '--directory', '${__dirname}', '${__dirname}/' + entry],
  };
  const overrides = server.mcp_config?.platform_overrides;
  const override =
    overrides !== undefined && Object.hasOwn(overrides, platform) ? overrides[platform] : undefined;
  const config = {
    command: override?.command ?? given.command,
    args: override?.args ?? given.args ?? [],
    env: { ...given.env, ...override?.env },
  };

  const unknown: string[] = [];
  const variables = knownVariables(place, join);
  const template = (text: string): Template =>
    text.split(/(\$\{[^}]{1,200}\})/).flatMap((part): Template => {
      const name = GAP.exec(part)?.[1];
      if (name === undefined || part !== `\${${name}}`) return part === '' ? [] : [part];
      if (name.startsWith(SETTING) && Object.hasOwn(settings, name.slice(SETTING.length)))
        return [{ input: `setting:${name.slice(SETTING.length)}` }];
      const known = variables.get(name);
      if (known === undefined) unknown.push(name);
      return [known ?? part];
    });

  const command = commandOf(config.command, server.type, place, join);
  if (!command.ok) return command;
  const args: ArgumentTemplate[] = config.args.map((word) => ({ words: [template(word)] }));
  const bad = Object.keys(config.env).filter((name) => !VARIABLE.test(name));
  const env = Object.entries(config.env)
    .filter(([name]) => VARIABLE.test(name))
    .map(([name, value]) => [name, template(value)] as const);
  const launch = { transport: 'stdio', command: [command.value], args, env, cwd: folder } as const;
  if (unknown.length > 0)
    return malformed(`it has the gap ${JSON.stringify(unknown[0]?.slice(0, 80))}, which nothing fills`);
  const fixed = [
    command.value,
    ...args.flatMap(({ words }) => words.flat()),
    ...env.flatMap(([, value]) => [...value]),
  ];
  if (fixed.some((part) => typeof part === 'string' && (CONTROL.test(part) || hasReference(part))))
    return malformed('what it would start refers to your vault or holds control characters');

  const { shown } = placesOf(launch);
  const inputs = Object.entries(settings).map(([name, option]) => inputOf(name, option, variables));
  const open = inputs.filter(({ key, secret }) => secret && shown.has(key));
  if (open.length > 0)
    return fail(
      'unsupported',
      `This bundle wants ${open.map(({ name }) => JSON.stringify(name)).join(', ')} on its command line, where every program of this computer can read it. Ask its author to take it from the environment.`,
    );
  const runtimes = Object.entries(compatibility?.runtimes ?? {});
  return ok({
    launch,
    inputs,
    notes: [
      ...runtimes.map(
        ([name, range]) =>
          `It says that it needs ${JSON.stringify(name.slice(0, 40))} ${JSON.stringify(range.slice(0, 60))}; whether that is here shows when it starts.`,
      ),
      ...(bad.length === 0
        ? []
        : [
            `${bad.length === 1 ? 'One variable cannot be set and is' : `${bad.length} variables cannot be set and are`} left out.`,
          ]),
    ],
  });
}

function inputOf(name: string, option: UserOption, variables: ReadonlyMap<string, string>): InstallInput {
  const { type, title, description, required, multiple, sensitive, min, max } = option;
  const secret = sensitive === true;
  const several = (type === 'file' || type === 'directory' || type === 'string') && multiple === true;
  const presets = secret
    ? []
    : safePresets(
        (Array.isArray(option.default) ? option.default : [option.default])
          .filter((one) => one !== undefined)
          .map(String)
          .map((text) =>
            text.replaceAll(/\$\{([^}]{1,200})\}/g, (whole, known: string) => variables.get(known) ?? whole),
          )
          .filter((text) => !text.includes('${')),
      );
  return {
    key: `setting:${name}`,
    place: 'setting',
    name,
    ...(title === undefined || title === '' ? {} : { title }),
    ...(description === undefined || description === '' ? {} : { description }),
    type: TYPES[type],
    required: required === true,
    secret,
    multiple: several && !secret,
    ...(presets.length === 0 ? {} : { preset: several ? presets : presets.slice(0, 1) }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

type Join = (...parts: string[]) => string;

function knownVariables({ platform, home, folder }: BundlePlace, join: Join): ReadonlyMap<string, string> {
  const separator = platform === 'win32' ? '\\' : '/';
  return new Map([
    ['__dirname', folder],
    ['HOME', home],
    ['DESKTOP', join(home, 'Desktop')],
    ['DOCUMENTS', join(home, 'Documents')],
    ['DOWNLOADS', join(home, 'Downloads')],
    ['pathSeparator', separator],
    ['/', separator],
  ]);
}

/** The program: one of the machine by its name, or a file of the bundle by its whole path. */
function commandOf(
  command: string,
  type: Manifest['server']['type'],
  { platform, folder, has }: BundlePlace,
  join: Join,
): Result<string> {
  if (/^[\w.+-]+$/.test(command) && type !== 'binary') return ok(command);
  // An author may name a program beside the manifest without saying that it is one.
  const inside = plain(command.replace(/^\$\{__dirname\}[/\\]/, ''));
  const file = [inside, inside === undefined ? undefined : `${inside}.exe`].find(
    (one, index) => one !== undefined && (index === 0 || platform === 'win32') && has(one),
  );
  if (file !== undefined) return ok(join(folder, ...file.split('/')));
  return /^[\w.+-]+$/.test(command)
    ? ok(command)
    : malformed('the program that it wants to start is not in it');
}

/** A path inside the bundle with its parts as they are; undefined when it leads elsewhere. */
function plain(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').replace(/^\.\//, '').split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..') ? undefined : parts.join('/');
}

const SYSTEMS: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows', linux: 'Linux' };
const systems = (platforms: readonly string[]): string =>
  platforms.length === 0
    ? 'none that it names'
    : platforms
        .slice(0, 5)
        .map((one) => (Object.hasOwn(SYSTEMS, one) ? SYSTEMS[one] : JSON.stringify(one.slice(0, 20))))
        .join(' and ');

const malformed = (what: string) => fail('malformed', `This bundle cannot be used: ${what}.`);
