import { hash } from 'node:crypto';

/** A set of tools by the names that they are listed under, with `<server>__*` for all of a server. */
export interface ToolSet {
  readonly names: ReadonlySet<string>;
  /** The servers of which at least one tool is in it. */
  readonly servers: ReadonlySet<string>;
  /** Names its content: the same set has the same one. */
  readonly key: string;
}

/** Server ids have no "_", so the first "__" ends one. */
const serverOf = (name: string): string => name.split('__', 1)[0] ?? '';

/** Makes a set of names. */
export function toolSet(names: Iterable<string>): ToolSet {
  const all = new Set(names);
  return {
    names: all,
    servers: new Set([...all].map(serverOf)),
    key: hash('sha256', JSON.stringify([...all].toSorted())).slice(0, 16),
  };
}

/** Whether a tool, or all tools of a server, are in a set. */
export function holds({ names }: Pick<ToolSet, 'names'>, name: string): boolean {
  return names.has(name) || names.has(`${serverOf(name)}__*`);
}

/** What is in both sets. */
export function meet(a: ToolSet, b: ToolSet): ToolSet {
  return toolSet([
    ...[...a.names].filter((name) => holds(b, name)),
    ...[...b.names].filter((name) => holds(a, name)),
  ]);
}

/** Whether nothing is in `inner` that is not in `outer`, whatever tools there are; undefined is everything. */
export function isWithin(inner: ToolSet | undefined, outer: ToolSet | undefined): boolean {
  if (outer === undefined) return true;
  return inner !== undefined && [...inner.names].every((name) => holds(outer, name));
}
