import { type Caps, defaultCaps } from '../../shared/model/caps.ts';
import { bytesAt, depthOf, elementsOf, membersOf, type Span, stringAt } from '../relay/framing/json-scan.ts';
import { whole } from '../relay/peer.ts';

/** The four lists of a server. Resources and templates are told apart by URI, the others by name. */
export const LISTS = ['tools', 'prompts', 'resources', 'templates'] as const;
export type ListName = (typeof LISTS)[number];

/** The method that asks for each list. */
export const LIST_METHOD: Record<ListName, string> = {
  tools: 'tools/list',
  prompts: 'prompts/list',
  resources: 'resources/list',
  templates: 'resources/templates/list',
};

/** The member of a list result that holds the items. */
export const LIST_MEMBER: Record<ListName, string> = {
  tools: 'tools',
  prompts: 'prompts',
  resources: 'resources',
  templates: 'resourceTemplates',
};

const KEY: Record<ListName, string> = {
  tools: 'name',
  prompts: 'name',
  resources: 'uri',
  templates: 'uriTemplate',
};

/** One thing a server offers: its object as the server sent it, and where its name (or URI) stands in it. */
export interface Item {
  readonly bytes: Buffer;
  readonly key: string;
  readonly keySpan: Span;
}

/** What one server offered to clients of one set of capabilities at one time. */
export interface Snapshot {
  /** Result of `initialize` or `server/discover`, raw. */
  readonly hello: Buffer;
  readonly lists: Readonly<Record<ListName, readonly Item[]>>;
  readonly at: number;
  /** When the greeting came; a connection that stands for long lists anew and greets only once. `at` when absent. */
  readonly helloAt?: number;
}

export type ListCaps = Pick<Caps, 'toolsPerServer' | 'schemaDepth' | 'pagesPerList'>;

/** Of one list; an honest one has a few hundred kilobytes. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** An item of a list, or the reason why it is left out. */
export function readItem(list: ListName, bytes: Buffer, maxDepth = defaultCaps.schemaDepth): Item | string {
  const span = whole(bytes);
  if (depthOf(bytes, span) > maxDepth)
    return `An entry of ${LIST_METHOD[list]} is nested more than ${maxDepth} deep.`;
  const members = membersOf(bytes, span);
  if (members === undefined) return `An entry of ${LIST_METHOD[list]} is no object, or repeats a key.`;
  const keySpan = members.get(KEY[list]);
  const key = stringAt(bytes, keySpan);
  if (keySpan === undefined || key === undefined || key === '')
    return `An entry of ${LIST_METHOD[list]} has no "${KEY[list]}".`;
  if (list === 'tools' && members.get('inputSchema') === undefined)
    return `The tool "${key.slice(0, 60)}" has no inputSchema.`;
  return { bytes: Buffer.from(bytes), key, keySpan };
}

/** Appends the items of one page; duplicates and broken ones are left out and named in `warnings`. */
export function addPage(
  list: ListName,
  result: Buffer,
  items: Map<string, Item>,
  warnings: string[],
  caps: ListCaps = defaultCaps,
): boolean {
  const maxItems = caps.toolsPerServer;
  const span = membersOf(result, whole(result))?.get(LIST_MEMBER[list]);
  const elements = span && elementsOf(result, span, maxItems + 1 - items.size);
  if (elements === undefined) return false;
  let bytes = 0;
  for (const item of items.values()) bytes += item.bytes.length;
  for (const element of elements) {
    bytes += element.end - element.start;
    if (bytes > MAX_LIST_BYTES) {
      warn(
        warnings,
        `${LIST_METHOD[list]} is larger than ${MAX_LIST_BYTES / 1024 / 1024} MiB; the rest is left out.`,
      );
      return false;
    }
    const item = readItem(list, bytesAt(result, element), caps.schemaDepth);
    if (typeof item === 'string') warn(warnings, item);
    else if (items.has(item.key))
      warn(warnings, `"${item.key.slice(0, 60)}" is offered twice; the first one counts.`);
    else if (items.size >= maxItems) {
      warn(warnings, `${LIST_METHOD[list]} has more than ${maxItems} entries; the rest is left out.`);
      return false;
    } else items.set(item.key, item);
  }
  return true;
}

function warn(warnings: string[], sentence: string): void {
  if (warnings.length < 50) warnings.push(sentence);
}

/** A list as one JSON array, for keeping. */
export function packItems(items: readonly Item[]): Buffer {
  const parts: Buffer[] = [Buffer.from('[')];
  items.forEach((item, i) => parts.push(Buffer.from(i === 0 ? '' : ','), item.bytes));
  parts.push(Buffer.from(']'));
  return Buffer.concat(parts);
}

/** The inverse of `packItems`; what does not read is left out. */
export function unpackItems(list: ListName, packed: Buffer, maxDepth = defaultCaps.schemaDepth): Item[] {
  const items: Item[] = [];
  for (const span of elementsOf(packed, whole(packed)) ?? []) {
    const item = readItem(list, bytesAt(packed, span), maxDepth);
    if (typeof item !== 'string') items.push(item);
  }
  return items;
}

/** True when two snapshots offer the same, byte for byte and in the same order. */
export function sameLists(a: Snapshot, b: Snapshot): boolean {
  return LISTS.every((list) => sameItems(a.lists[list], b.lists[list]));
}

/** True when two lists are the same, byte for byte and in the same order. */
export function sameItems(a: readonly Item[], b: readonly Item[]): boolean {
  return (
    a === b ||
    (a.length === b.length && a.every((item, i) => item === b[i] || item.bytes.equals((b[i] as Item).bytes)))
  );
}
