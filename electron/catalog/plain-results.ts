import {
  bytesAt,
  elementsOf,
  type Members,
  membersOf,
  type Span,
  stringAt,
} from '../relay/framing/json-scan.ts';
import { withoutMembers } from '../relay/framing/splice.ts';

/** A word of the protocol: nobody can write a sentence with it. */
const TOKEN = /^[\w.:+-]{1,40}$/;
const whole = (bytes: Buffer): Span => ({ start: 0, end: bytes.length });

const isToken = (bytes: Buffer, span: Span): boolean => TOKEN.test(stringAt(bytes, span) ?? '');
const isNumber = (bytes: Buffer, { start, end }: Span): boolean =>
  /^-?\d[\d.eE+-]{0,30}$/.test(bytes.toString('latin1', start, Math.min(end, start + 40)));
const isTokens = (bytes: Buffer, span: Span): boolean =>
  elementsOf(bytes, span, 65)?.every((element, i) => i < 64 && isToken(bytes, element)) ?? false;
const isAny = (): boolean => true;

/** What may stand beside the items of a list, and how. */
const BESIDE_ITEMS: ReadonlyMap<string, (bytes: Buffer, span: Span) => boolean> = new Map([
  // Goes back to the server as it is, and nobody reads it.
  ['nextCursor', (bytes, span) => stringAt(bytes, span) !== undefined],
  ['resultType', isToken],
  ['ttlMs', isNumber],
  ['cacheScope', isToken],
  ['_meta', isAny],
]);

/** What may stand in a greeting; the texts among it are approved one by one (`hello-items.ts`). */
const IN_GREETING: ReadonlyMap<string, (bytes: Buffer, span: Span) => boolean> = new Map([
  ['protocolVersion', isToken],
  ['supportedVersions', isTokens],
  ['resultType', isToken],
  ['ttlMs', isNumber],
  ['cacheScope', isToken],
  ['capabilities', isAny],
  ['serverInfo', isAny],
  ['instructions', isAny],
  ['_meta', isAny],
]);

/** Members of a list's result that a server could write anything in, for nobody has approved them (attack 3). */
export function unknownInList(result: Buffer, members: Members, items: string): Set<string> {
  return unknown(result, members, (key) => (key === items ? isAny : BESIDE_ITEMS.get(key)));
}

/** The same of a greeting. */
export function unknownInGreeting(hello: Buffer, members: Members): Set<string> {
  return unknown(hello, members, (key) => IN_GREETING.get(key));
}

function unknown(
  bytes: Buffer,
  members: Members,
  rule: (key: string) => ((bytes: Buffer, span: Span) => boolean) | undefined,
): Set<string> {
  const found = new Set<string>();
  for (const [key, span] of members) if (rule(key)?.(bytes, span) !== true) found.add(key);
  return found;
}

/** The `_meta` of a result with nothing but `keep` in it; undefined when that is all there is, or it is no object. */
export function metaWithOnly(meta: Buffer, keep: string): Buffer | undefined {
  const members = membersOf(meta, whole(meta));
  if (members === undefined) return Buffer.from('{}');
  const others = [...members.keys()].filter((key) => key !== keep);
  return others.length === 0 ? undefined : withoutMembers(meta, members, new Set(others));
}

/** Known capabilities; of `experimental` and `extensions` only that there are none is known. */
const KNOWN = new Set(['tools', 'prompts', 'resources', 'completions', 'logging', 'tasks']);
const OPEN = new Set(['experimental', 'extensions']);
const FLAG = /^[A-Za-z][A-Za-z0-9]{0,31}$/;
const MAX_FLAGS = 32;
const MAX_FLAGS_DEPTH = 6;

/**
 * Capabilities that say something of their own: experimental ones, extensions, names that Doorward does not know, and
 * known ones that hold more than flags. They are approved together, as one thing that the server says about itself.
 * Undefined when there are none.
 */
export function capabilitiesThatSay(capabilities: Buffer): Buffer | undefined {
  const members = membersOf(capabilities, whole(capabilities));
  if (members === undefined) return capabilities;
  const silent = new Set<string>();
  for (const [name, span] of members) if (plainOf(capabilities, name, span) === 'all') silent.add(name);
  return silent.size === members.size ? undefined : withoutMembers(capabilities, members, silent);
}

/** The capabilities without what they say: known names, and flags. */
export function plainCapabilities(capabilities: Buffer): Buffer {
  const members = membersOf(capabilities, whole(capabilities));
  if (members === undefined) return Buffer.from('{}');
  const parts: Buffer[] = [];
  for (const [name, span] of members) {
    const plain = plainOf(capabilities, name, span);
    if (plain === undefined) continue;
    parts.push(Buffer.from(`${parts.length === 0 ? '' : ','}${JSON.stringify(name)}:`));
    parts.push(plain === 'all' ? bytesAt(capabilities, span) : plain);
  }
  return Buffer.concat([Buffer.from('{'), ...parts, Buffer.from('}')]);
}

/** What is plain of one capability: all of it, a part, or nothing. */
function plainOf(bytes: Buffer, name: string, span: Span): 'all' | Buffer | undefined {
  if (OPEN.has(name)) return membersOf(bytes, span)?.size === 0 ? 'all' : undefined;
  return KNOWN.has(name) ? flagsOf(bytes, span, 0) : undefined;
}

/** Flags: true, false, or an object of such under short names. */
function flagsOf(bytes: Buffer, span: Span, depth: number): 'all' | Buffer | undefined {
  const first = bytes[span.start];
  if (first === 0x74 || first === 0x66) return 'all';
  const members = depth < MAX_FLAGS_DEPTH ? membersOf(bytes, span) : undefined;
  if (members === undefined || members.size > MAX_FLAGS) return undefined;
  const parts: string[] = [];
  let all = true;
  for (const [key, value] of members) {
    const plain = FLAG.test(key) ? flagsOf(bytes, value, depth + 1) : undefined;
    if (plain !== 'all') all = false;
    if (plain !== undefined)
      parts.push(`"${key}":${(plain === 'all' ? bytesAt(bytes, value) : plain).toString()}`);
  }
  return all ? 'all' : Buffer.from(`{${parts.join(',')}}`);
}
