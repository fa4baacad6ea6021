import { createHash } from 'node:crypto';
import type { BroughtIn, LeftAlone } from '../../../shared/model/ai-app.ts';
import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import { hasReference } from '../../vault/references.ts';
import { isPlaceholder } from '../../catalog/identity/judge-environment.ts';
import { canonicalText, isPlainObject, memberOf, objectOf, type Plain } from '../edit/plain.ts';
import { freeServerId } from '../server-name.ts';
import { exposedSecrets, isSecret, type MovedSecret, withoutPlainSecrets } from './app-secrets.ts';
import { asAddress } from './direct-remote.ts';
import { launchWords } from './launch-words.ts';
import { ownEntry, type OwnEnds } from './own-entries.ts';
import type { FoundEntry } from './read-app.ts';
import { sameServer } from './same-server.ts';

/** What bringing in is decided by. */
export interface ImportPorts {
  readonly servers: readonly Pick<ServerRecord, 'id' | 'launch'>[];
  /** A launch with its secrets filled in; undefined where they are not at hand. */
  readonly resolve: (launch: Launch) => Launch | undefined;
  readonly secretTaken: (name: string) => boolean;
  readonly own: OwnEnds;
}

/** An entry that has its server in Doorward, or would get it. */
export interface ImportItem {
  readonly entry: FoundEntry;
  readonly id: string;
  /** How Doorward starts or reaches it: with references in the place of secrets. */
  readonly launch: Launch;
  readonly already: boolean;
  readonly moved: readonly MovedSecret[];
  readonly notes: readonly string[];
}

/** What would be brought in, and what stays in the app, with the reason. */
export interface ImportPlan {
  readonly items: readonly ImportItem[];
  readonly left: readonly LeftAlone[];
}

/** Sorts the entries of an app. Entries that lead to Doorward already are in neither list. Stores nothing. */
export function planImport(entries: readonly FoundEntry[], ports: ImportPorts): ImportPlan {
  const items: ImportItem[] = [];
  const left: LeftAlone[] = [];
  for (const entry of entries) {
    const { server } = entry;
    if (server.ok && ownEntry(server.value.launch, ports.own) !== undefined) continue;
    const why = whyLeft(entry);
    if (why !== undefined || !server.ok) {
      left.push({ ...about(entry), sentence: why ?? (server.ok ? '' : server.message) });
      continue;
    }
    const direct = asAddress(server.value.launch);
    const found = inProject(direct ?? server.value.launch, entry.project);
    const already =
      ports.servers.find((one) => sameServer(found, one.launch, ports.resolve)) ??
      items.find((one) => sameServer(found, one.launch, (launch) => filled(launch, one.moved)));
    if (already !== undefined) {
      items.push({ entry, id: already.id, launch: already.launch, already: true, moved: [], notes: [] });
      continue;
    }
    const isTaken = (id: string) => [...ports.servers, ...items].some((one) => one.id === id);
    const id = freeServerId(entry.name, isTaken);
    const names = new Set(items.flatMap((one) => one.moved.map(({ name }) => name)));
    const { launch, moved } = withoutPlainSecrets(
      id,
      found,
      (name) => names.has(name) || ports.secretTaken(name),
    );
    const notes = [
      ...(direct === undefined ? [] : ['It is reached directly, without the program that carried its key.']),
      ...(launch.transport === 'stdio' && launch.secretArguments === true ? [READABLE] : []),
      ...server.value.notes,
    ];
    items.push({ entry, id, launch, already: false, moved, notes });
  }
  return { items, left };
}

const READABLE =
  'Its key is an argument, which other programs of this computer can read while it runs. If it can take the key as an environment value, change that.';

/** Why an entry is not taken over, in a sentence; undefined when it is. */
function whyLeft(entry: FoundEntry): string | undefined {
  if (entry.off) return 'It is switched off in the app.';
  if (!entry.server.ok) return entry.server.message;
  const { launch } = entry.server.value;
  const texts = textsOf(launch);
  // Whoever writes the file must not thereby be handed a secret of the vault.
  if (texts.some(hasReference)) return 'It refers to Doorward’s vault. Add it by hand if you want it so.';
  const outside = ['envFile', 'bearer_token_env_var', 'env_http_headers', 'headersHelper', 'env_keys'].find(
    (name) => {
      const value = memberOf(entry.value, name);
      return (
        value !== undefined &&
        value !== null &&
        !(typeof value === 'object' && Object.keys(value).length === 0)
      );
    },
  );
  const blank = texts.flatMap((text) => text.match(/\$\{[\w:.-]{1,80}\}/g) ?? [])[0];
  if (blank !== undefined)
    return `It takes ${blank} from elsewhere, which Doorward does not know. Add it by hand with the value, then connect again.`;
  if (outside !== undefined)
    return `It takes values from elsewhere ("${outside}"), which Doorward does not know. Add it by hand with them, then connect again.`;
  if (launch.transport === 'http' && exposedSecrets(launch).length > 0)
    return 'A key is in its address, where it cannot be hidden. Send it as a header, then bring it in.';
  // A part of an address that is written otherwise than it reads cannot be replaced by a reference.
  if (
    asAddress(launch) === undefined &&
    exposedSecrets(launch).some((key) => !texts.some((text) => text.includes(key)))
  )
    return 'A key is in an address among its arguments, where it cannot be hidden. Give it otherwise, then bring it in.';
  return undefined;
}

const textsOf = (launch: Launch): string[] =>
  launch.transport === 'stdio'
    ? [launch.command, ...launch.args, ...Object.values(launch.env), launch.cwd ?? '']
    : [launch.url, ...Object.values(launch.headers)];

/** A command that is told from its project's folder starts there. */
function inProject(launch: Launch, project: string | undefined): Launch {
  if (project === undefined || launch.transport !== 'stdio' || launch.cwd !== undefined) return launch;
  const relative = [launch.command, ...launch.args].some((word) => /^\.{1,2}([/\\]|$)/.test(word));
  return relative ? { ...launch, cwd: project } : launch;
}

/** A launch with the values that are about to go into the vault. */
function filled(launch: Launch, moved: readonly MovedSecret[]): Launch {
  const fill = (text: string): string => {
    const whole = moved.find(({ name }) => text === `vault:${name}`);
    if (whole !== undefined) return whole.value;
    return moved.reduce((made, { name, value }) => made.replace(`\${vault:${name}}`, () => value), text);
  };
  const values = (held: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(held).map(([name, value]) => [name, fill(value)]));
  return launch.transport === 'stdio'
    ? { ...launch, env: values(launch.env), args: launch.args.map(fill) }
    : { ...launch, headers: values(launch.headers) };
}

/** What is shown of an entry. */
export function about(entry: FoundEntry): Omit<LeftAlone, 'sentence'> {
  const { key, name, project, server } = entry;
  return {
    key,
    name,
    ...(project === undefined ? {} : { project }),
    words: server.ok ? launchWords(server.value.launch) : '',
  };
}

/** The same for what is brought in. */
export function broughtInView({ entry, id, already, moved, notes }: ImportItem): BroughtIn {
  return {
    ...about(entry),
    id,
    already,
    secrets: moved.map(({ place, name }) => ({ place, name })),
    notes: [...notes],
  };
}

/**
 * A digest by which an entry is known again: its name, place and everything that it says, but only the names of what
 * is secret in it, so that the digest says nothing of a short password.
 */
export function entryDigest({ at, value }: Pick<FoundEntry, 'at' | 'value'>): string {
  const text = JSON.stringify([at.holder, at.name, canonicalText(masked('', value))]);
  return createHash('sha256').update(text).digest('hex');
}

function masked(name: string, value: Plain): Plain {
  if (typeof value === 'string') return isSecret(name, value) && !isPlaceholder(value) ? '(secret)' : value;
  if (Array.isArray(value)) return (value as Plain[]).map((one) => masked(name, one));
  if (!isPlainObject(value)) return value;
  return objectOf(Object.entries(value).map(([key, one]) => [key, masked(key, one)]));
}
