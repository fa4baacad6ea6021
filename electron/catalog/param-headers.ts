import { type Members, membersOf, type Span, stringAt } from '../relay/framing/json-scan.ts';
import { whole } from '../relay/peer.ts';
import type { Item } from './snapshot.ts';

/** A parameter that a 2026-07-28 tool mirrors into a header: where it stands in the arguments, and the header. */
export interface MirroredParam {
  readonly path: readonly string[];
  /** Lower case, with the `mcp-param-` prefix. */
  readonly header: string;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/;
const MAX_PATH = 16;
const MAX_PARAMS = 64;

/**
 * The `x-mcp-header` annotations of a tool (2026-07-28, server/tools). A string says why the tool is invalid: the
 * specification wants such a tool left out (header smuggling, attack 28).
 */
export function mirroredParams(tool: Item): MirroredParam[] | string {
  if (!tool.bytes.includes('"x-mcp-header"')) return [];
  const schema = membersOf(tool.bytes, whole(tool.bytes))?.get('inputSchema');
  const params: MirroredParam[] = [];
  const seen = new Set<string>();
  const problem = schema === undefined ? undefined : walk(tool.bytes, schema, [], params, seen);
  if (problem !== undefined) return problem;
  const annotations = countOf(tool.bytes, '"x-mcp-header"', schema);
  // Annotations that `properties` alone do not reach (items, oneOf, $defs, …) make the tool invalid.
  return annotations === params.length ? params : 'an x-mcp-header stands where no argument can be read';
}

function walk(
  bytes: Buffer,
  schema: Span,
  path: readonly string[],
  found: MirroredParam[],
  seen: Set<string>,
): string | undefined {
  const members = membersOf(bytes, schema);
  const properties = members?.get('properties');
  const named = properties && membersOf(bytes, properties);
  if (named === undefined || path.length >= MAX_PATH) return undefined;
  for (const [key, span] of named) {
    const property = membersOf(bytes, span);
    const annotation = property?.get('x-mcp-header');
    if (property !== undefined && annotation !== undefined) {
      const name = stringAt(bytes, annotation);
      const type = stringAt(bytes, property.get('type'));
      if (name === undefined || !TOKEN.test(name)) return 'an x-mcp-header is not a header name';
      if (type !== 'string' && type !== 'integer' && type !== 'boolean')
        return `"${name}" mirrors a parameter that is neither string, integer nor boolean`;
      const header = `mcp-param-${name.toLowerCase()}`;
      if (seen.has(header) || found.length >= MAX_PARAMS) return `"${name}" is mirrored twice`;
      seen.add(header);
      found.push({ path: [...path, key], header });
    }
    const problem = walk(bytes, span, [...path, key], found, seen);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function countOf(bytes: Buffer, what: string, within: Span | undefined): number {
  let count = 0;
  const end = within?.end ?? 0;
  for (
    let at = bytes.indexOf(what, within?.start ?? 0);
    at >= 0 && at < end;
    at = bytes.indexOf(what, at + 1)
  )
    count++;
  return count;
}

/** The header values that these arguments call for; a parameter that is absent or null has none. */
export function valuesFor(
  params: readonly MirroredParam[],
  message: Buffer,
  args: Span | undefined,
): Map<string, string> {
  const values = new Map<string, string>();
  for (const { path, header } of params) {
    const value = args && valueAt(message, args, path);
    if (value !== undefined) values.set(header, value);
  }
  return values;
}

function valueAt(bytes: Buffer, start: Span, path: readonly string[]): string | undefined {
  let span: Span | undefined = start;
  for (const key of path) {
    const members: Members | undefined = span && membersOf(bytes, span);
    span = members?.get(key);
  }
  if (span === undefined) return undefined;
  const text = stringAt(bytes, span);
  if (text !== undefined) return text;
  const raw = bytes.toString('utf8', span.start, span.end);
  return /^(?:true|false|-?\d+)$/.test(raw) ? raw : undefined;
}
