/** Bytes of one input, roughly: two for a UTF-16 unit, eight for everything else. */
export const MAX_INPUT_BYTES = 1024 * 1024;
const MAX_DEPTH = 32;
const VALUE_BYTES = 8;

export type Plain = 'plain' | 'too-large' | 'not-plain';

/**
 * Whether a value that crossed from the page is plain JSON-like data of a bearable size. It is walked before anything
 * else looks at it: Maps, Dates, buffers, cycles and `__proto__` keys have no place in any command, and a check that
 * copies keys one by one (`target[key] = value`) could be made to change the prototype of every object.
 */
export function inspectPlain(value: unknown, maxBytes: number = MAX_INPUT_BYTES): Plain {
  let bytes = 0;
  const waiting: (readonly [value: unknown, depth: number])[] = [[value, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, depth] = next;
    bytes += typeof one === 'string' ? VALUE_BYTES + 2 * one.length : VALUE_BYTES;
    if (bytes > maxBytes) return 'too-large';
    if (typeof one === 'bigint' || typeof one === 'symbol' || typeof one === 'function') return 'not-plain';
    if (typeof one !== 'object' || one === null) continue;
    // A cycle ends here as well.
    if (depth === MAX_DEPTH) return 'not-plain';
    if (Array.isArray(one)) {
      if (one.length * VALUE_BYTES > maxBytes) return 'too-large';
      for (const item of one) waiting.push([item, depth + 1]);
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(one);
    if (prototype !== Object.prototype && prototype !== null) return 'not-plain';
    for (const [key, item] of Object.entries(one)) {
      if (key === '__proto__') return 'not-plain';
      bytes += 2 * key.length;
      waiting.push([item, depth + 1]);
    }
  }
  return 'plain';
}
