/** What stands at a JSON Pointer (RFC 6901); undefined when there is nothing. Only an object's own members count. */
export function valueAt(value: unknown, path: string): unknown {
  let one = value;
  for (const name of stepsOf(path)) {
    if (typeof one !== 'object' || one === null) return undefined;
    one = Object.hasOwn(one, name) ? (one as Record<string, unknown>)[name] : undefined;
  }
  return one;
}

/** The string at a JSON Pointer; undefined when there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const one = valueAt(value, path);
  return typeof one === 'string' ? one : undefined;
}

/** The keys and indices of a JSON Pointer. */
export const stepsOf = (path: string): string[] => path.split('/').slice(1).map(plainKey);

/** The key to which a JSON Pointer leads. */
export const keyOf = (path: string): string => plainKey(path.split('/').at(-1) ?? '');

const plainKey = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
