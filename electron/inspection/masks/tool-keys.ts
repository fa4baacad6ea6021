const known = new WeakMap<Buffer, ReadonlySet<string>>();
const DEPTH = 64;

/**
 * The names of all properties in the definition of a tool (its bytes, as listed). Whoever hides a word that is one of
 * them means it in a text: without the key a call could not be made, and both sides have read it in the definition.
 * Values that a definition lists are not among them, or a server could list what it wants to see. Empty when the bytes
 * are no JSON.
 */
export function toolKeys(bytes: Buffer): ReadonlySet<string> {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const keys = new Set<string>();
  try {
    collect(JSON.parse(bytes.toString('utf8')), keys, 0);
  } catch {
    // It names nothing.
  }
  known.set(bytes, keys);
  return keys;
}

function collect(value: unknown, keys: Set<string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties' && typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      for (const name of Object.keys(inner)) keys.add(name);
    collect(inner, keys, depth + 1);
  }
}
