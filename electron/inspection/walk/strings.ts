/** One string somewhere in a JSON value. */
export interface StringAt {
  /** Where, as a JSON Pointer (RFC 6901); for a key, the pointer of what it names. */
  readonly path: string;
  readonly text: string;
  readonly isKey: boolean;
}

export interface Strings {
  readonly strings: readonly StringAt[];
  /** False: deeper or more than is walked. What was not walked is held. */
  readonly complete: boolean;
}

const DEPTH = 64;
const MOST = 200_000;

/**
 * Every string of a JSON value, keys among them (attack 2: a payload works from any place that the model sees). Keeps no
 * recursion on the stack, so nesting cannot overflow it.
 */
export function stringsIn(value: unknown): Strings {
  const strings: StringAt[] = [];
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  while (open.length > 0) {
    const { value: one, path, depth } = open.pop() as (typeof open)[number];
    if (typeof one === 'string') {
      if (one !== '') strings.push({ path, text: one, isKey: false });
    } else if (typeof one === 'object' && one !== null) {
      if (depth >= DEPTH || strings.length + open.length > MOST) return { strings, complete: false };
      const entries = Array.isArray(one)
        ? one.map((item, i) => [String(i), item] as const)
        : Object.entries(one);
      for (const [key, item] of entries.toReversed()) {
        const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        open.push({ value: item, path: at, depth: depth + 1 });
        if (!Array.isArray(one)) strings.push({ path: at, text: key, isKey: true });
      }
    }
  }
  return { strings, complete: true };
}
