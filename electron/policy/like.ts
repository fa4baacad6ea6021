import type { Words } from '../../shared/model/approval.ts';
import type { ArgCondition, ValueTest } from '../../shared/model/policy.ts';
import type { Place, PlaceKind } from '../../shared/model/review.ts';
import { isList, isNumber, isObject, type Json, pointerStep, printTree } from '../catalog/pins/tree.ts';
import type { Values } from './arguments.ts';
import { CallContext } from './call-context.ts';
import { plainHost } from './conditions/hosts.ts';
import { likeProgram } from './conditions/like-program.ts';
import { plainRecipients } from './conditions/recipients.ts';
import type { PolicyPorts } from './contract.ts';
import type { CallFacts } from './facts.ts';
import { localPorts } from './local-ports.ts';
import { createPlaces, type Places } from './places/places.ts';

/** What *like this* covers, as conditions, and in words (`like.…` of the texts about approvals). */
export interface Like {
  readonly conditions: ArgCondition[];
  readonly words: Words;
}

export type LikePorts = Pick<
  PolicyPorts,
  'realPath' | 'home' | 'platform' | 'ownFiles' | 'workingFolder' | 'isFolder'
>;

const MAX_CONDITIONS = 32;
const MAX_RECIPIENTS = 10;

/**
 * What is like a call: the same folder, recipients, host, program with subcommand, or container. Every place field of
 * the tool is bound, those that are not given as `absent`, so that nothing can be added to a call that was allowed.
 * Undefined when nothing narrower than the tool can be named: no place, arguments that can be read in two ways, a
 * folder too wide to be meant (a root, the home folder, a sensitive one), more than a simple command.
 */
export function likeOf(facts: CallFacts, ports: LikePorts = localPorts()): Like | undefined {
  if (facts.kind !== 'tool' || facts.places.length === 0 || facts.args === undefined) return undefined;
  const call = new CallContext(facts, createPlaces(ports), ports.workingFolder?.(facts.server));
  if (!call.args.readable) return undefined;
  const conditions: ArgCondition[] = [];
  const named: Named[] = [];
  for (const place of facts.places) {
    const values = call.args.at(place.pointer);
    if (values.blocked.length > 0 || values.more) return undefined;
    const bound = bind(place, values, call, ports);
    if (bound === undefined) return undefined;
    conditions.push(...bound.tests.map((test) => ({ pointer: place.pointer, test })));
    named.push(...bound.named);
  }
  if (facts.places.some(({ kind }) => kind === 'command')) conditions.push(...others(call));
  if (named.length === 0 || conditions.length > MAX_CONDITIONS) return undefined;
  return { conditions, words: wordsFor(named) };
}

interface Named {
  readonly as: 'folder' | 'recipient' | 'host' | 'program' | 'container';
  readonly value: string;
}

interface Bound {
  readonly tests: readonly ValueTest[];
  readonly named: readonly Named[];
}

function bind(place: Place, { values }: Values, call: CallContext, ports: LikePorts): Bound | undefined {
  if (values.length === 0) return { tests: [{ is: 'absent' }], named: [] };
  const texts = values.map(({ value }) => value).filter((value) => typeof value === 'string' && value !== '');
  if (texts.length < values.length) return bindPlain(values.map(({ value }) => value));
  return BINDERS[place.kind](texts as string[], call, ports);
}

type Binder = (texts: readonly string[], call: CallContext, ports: LikePorts) => Bound | undefined;

/** Nothing to generalise: this and no other value. */
function bindPlain(values: readonly Json[]): Bound | undefined {
  const plain = [...new Set(values.map(toPlain))];
  if (plain.includes(undefined) || plain.length > MAX_RECIPIENTS) return undefined;
  const known = plain as (string | number | boolean | null)[];
  return {
    tests: [known.length === 1 ? { is: 'equals', value: known[0] ?? null } : { is: 'one-of', values: known }],
    named: [],
  };
}

function toPlain(value: Json): string | number | boolean | null | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value) && String(Number(value.number)) === value.number) return Number(value.number);
  return undefined;
}

const bindItem: Binder = (texts) => {
  const bound = bindPlain(texts);
  return bound && { ...bound, named: [...new Set(texts)].map((value) => ({ as: 'container', value })) };
};

const bindFolder =
  (isFolder: boolean): Binder =>
  (texts, call, ports) => {
    const folders = new Set(texts.map((text) => folderFor(text, isFolder, call, ports)));
    const [folder] = folders;
    // Of several folders each value could go to the other's.
    if (folder === undefined || folders.size !== 1) return undefined;
    return { tests: [{ is: 'in-folder', folder }], named: [{ as: 'folder', value: folder }] };
  };

function folderFor(text: string, isFolder: boolean, call: CallContext, ports: LikePorts): string | undefined {
  const read = call.path(text);
  const paths = read.fault === undefined ? [...new Set(read.readings.map(({ real }) => real))] : [];
  const [path] = paths;
  if (path === undefined || paths.length !== 1) return undefined;
  const separator = ports.platform === 'win32' ? '\\' : '/';
  // A folder that is named is what is meant, not the one around it.
  const folder =
    isFolder || ports.isFolder?.(path) === true ? path : path.slice(0, path.lastIndexOf(separator));
  return isTooWide(folder, separator, call.places, ports) ||
    !call.places.inside(read, call.places.folder(folder), 'write')
    ? undefined
    : folder;
}

/** A root, a folder right below one (`/etc`, `/home`), the home folder or what lies above it, what is sensitive. */
function isTooWide(folder: string, separator: string, places: Places, ports: LikePorts): boolean {
  const depth = folder.split(separator).filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part)).length;
  if (depth < 2) return true;
  const read = places.read(folder, undefined);
  const { home } = ports;
  return (
    read.fault !== undefined ||
    places.maybeInside(places.read(home, undefined), places.folder(folder)) ||
    places.sensitive(read) !== undefined ||
    places.isOwn(read)
  );
}

const bindRecipients: Binder = (texts) => {
  const all = texts.map(plainRecipients);
  const spelled = [...new Set(all.flatMap((some) => some ?? []))].sort();
  if (all.includes(undefined) || spelled.length === 0 || spelled.length > MAX_RECIPIENTS) return undefined;
  const named = spelled.map((value): Named => ({ as: 'recipient', value }));
  // One may be written in several ways; of several the texts themselves are kept.
  const [only] = spelled;
  if (spelled.length === 1 && only !== undefined && !only.startsWith('*'))
    return { tests: [{ is: 'recipient', pattern: only }], named };
  return { tests: bindPlain(texts)?.tests ?? [], named };
};

const bindHost: Binder = (texts) => {
  const hosts = new Set(texts.map(plainHost));
  const [host] = hosts;
  if (host === undefined || hosts.size !== 1) return undefined;
  return { tests: [{ is: 'host', pattern: host }], named: [{ as: 'host', value: host }] };
};

const bindProgram: Binder = (texts) => {
  const [line] = texts;
  const words = line === undefined || texts.length !== 1 ? undefined : likeProgram(line);
  if (words === undefined) return undefined;
  return {
    tests: [{ is: 'program', words: [...words] }],
    named: [{ as: 'program', value: words.join(' ') }],
  };
};

const BINDERS: Readonly<Record<PlaceKind, Binder>> = {
  path: bindFolder(false),
  folder: bindFolder(true),
  url: bindHost,
  host: bindHost,
  recipient: bindRecipients,
  command: bindProgram,
  container: bindItem,
  amount: (texts) => bindPlain(texts),
};

/** What stands beside a command may be its arguments, its folder or its input: all of it stays as it was. */
function others(call: CallContext): ArgCondition[] {
  const { tree } = call.args;
  if (!isObject(tree)) return [];
  const bound = new Set(call.facts.places.map(({ pointer }) => pointer.split('/')[1]));
  return [...tree].flatMap(([key, value]) =>
    bound.has(pointerStep(key))
      ? []
      : [{ pointer: `/${pointerStep(key)}`, test: { is: 'equals', value: toJson(value) } } as const],
  );
}

const toJson = (value: Json): Extract<ValueTest, { is: 'equals' }>['value'] =>
  JSON.parse(
    isList(value) || isObject(value) || isNumber(value) ? printTree(value) : JSON.stringify(value),
  ) as Extract<ValueTest, { is: 'equals' }>['value'];

function wordsFor(named: readonly Named[]): Words {
  const values = [...new Set(named.map(({ value }) => value))];
  const kinds = new Set(named.map(({ as }) => as));
  const [as] = kinds;
  const [value] = values;
  return as !== undefined && value !== undefined && kinds.size === 1 && values.length === 1
    ? { key: `like.${as}`, params: { [as]: value } }
    : { key: 'like.several', params: { places: values } };
}
