import type { Steps } from './slices.ts';

/** A text without its escapes, and where each of its characters stood; no places: there was no escape. */
export interface Read {
  readonly text: string;
  /** One more than there are characters. */
  readonly places: Uint32Array | undefined;
}

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const EVERY = 64 * 1024;

/** Reads the escapes of what stands between the quotes of valid JSON. */
export function* readEscapes(raw: string): Steps<Read> {
  const places = new Uint32Array(raw.length + 1);
  let text = '';
  let count = 0;
  let at = 0;
  let said = 0;
  while (at < raw.length) {
    const slash = raw.indexOf('\\', at);
    const stop = slash === -1 ? raw.length : slash;
    text += raw.slice(at, stop);
    while (at < stop) places[count++] = at++;
    if (slash === -1) break;
    const next = raw[slash + 1] ?? '';
    places[count++] = slash;
    if (next === 'u') text += String.fromCharCode(Number.parseInt(raw.slice(slash + 2, slash + 6), 16));
    else text += SHORT[next] ?? next;
    at = slash + (next === 'u' ? 6 : 2);
    if (at - said > EVERY) {
      yield at - said;
      said = at;
    }
  }
  places[count] = raw.length;
  return { text, places: places.subarray(0, count + 1) };
}
