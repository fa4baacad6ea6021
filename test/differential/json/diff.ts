import { type Json, readable, written } from './exact.ts';

const SHOWN = 160;

/** One place where two values differ. */
export interface Difference {
  /** Where, as in `result.content[0].text`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

const shown = (value: Json | undefined): string => {
  if (value === undefined) return 'nothing';
  const text = readable(written(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text;
};

const step = (path: string, key: string): string => {
  const name = readable(key).slice(1, -1);
  return /^[\w$]+$/.test(name) ? `${path}.${name}` : `${path}[${readable(key)}]`;
};

/**
 * Every place where `got` is not byte for byte what is expected. A value that a rewrite put together (it has no
 * bytes of its own) is compared member by member without regard to their order; every other value must have the
 * same bytes, spacing and order included.
 */
export function differences(expected: Json | undefined, got: Json | undefined, path: string): Difference[] {
  if (expected === undefined && got === undefined) return [];
  if (expected === undefined || got === undefined || expected.kind !== got.kind)
    return [{ path, expected: shown(expected), got: shown(got) }];
  if (expected.raw !== undefined && expected.raw === got.raw) return [];
  const found: Difference[] = [];
  if (expected.kind === 'object') {
    const left = new Map(got.members);
    for (const [key, value] of expected.members) {
      found.push(...differences(value, left.get(key), step(path, key)));
      left.delete(key);
    }
    for (const [key, value] of left) found.push(...differences(undefined, value, step(path, key)));
  } else if (expected.kind === 'array') {
    for (let i = 0; i < Math.max(expected.items.length, got.items.length); i += 1)
      found.push(...differences(expected.items[i], got.items[i], `${path}[${i}]`));
  }
  if (found.length > 0 || expected.raw === undefined) return found;
  // The values are the same, or scalars: then it is the bytes.
  return [{ path, expected: shown(expected), got: shown(got) }];
}
