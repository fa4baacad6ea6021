import { hexAt } from '../hex.ts';
import type { Steps } from '../steps.ts';
import { TextWriter } from '../text-writer.ts';

/** A text without its escapes, and where each of its characters stood; no places: there was no escape. */
export interface Read {
  readonly text: string;
  /** One more than there are characters. */
  readonly places: Uint32Array | undefined;
}

const EVERY = 64 * 1024;
const SMALL_U = 0x75;
/** What the second character of an escape stands for. */
const SHORT = new Uint8Array(128).map((_, code) => code);
for (const [c, says] of Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }))
  SHORT[c.charCodeAt(0)] = says.charCodeAt(0);

/** Reads the escapes of what stands between the quotes of valid JSON. */
export function* readEscapes(raw: string): Steps<Read> {
  const reading: Reading = {
    raw,
    at: 0,
    slash: raw.indexOf('\\'),
    says: new TextWriter(),
    places: new Uint32Array(raw.length + 1),
  };
  while (reading.at < raw.length) {
    const from = reading.at;
    readOn(reading, from + EVERY);
    if (reading.at < raw.length) yield reading.at - from;
  }
  const { says, places } = reading;
  places[says.length] = raw.length;
  return { text: says.end(), places: places.subarray(0, says.length + 1) };
}

interface Reading {
  readonly raw: string;
  at: number;
  /** The next backslash, or -1. */
  slash: number;
  readonly says: TextWriter;
  readonly places: Uint32Array;
}

/** Reads on up to `stop`, or to the end of the escape that lies across it. */
function readOn(reading: Reading, stop: number): void {
  const { raw, says, places } = reading;
  let { at, slash } = reading;
  let count = says.length;
  while (at < stop && at < raw.length) {
    const plain = Math.min(stop, slash === -1 ? raw.length : slash);
    says.copy(raw, at, plain);
    while (at < plain) places[count++] = at++;
    if (at !== slash) continue;
    const next = raw.charCodeAt(at + 1);
    places[count++] = at;
    says.put(next === SMALL_U ? hexAt(raw, at + 2, 4) : (SHORT[next] as number));
    at += next === SMALL_U ? 6 : 2;
    slash = raw.indexOf('\\', at);
  }
  reading.at = at;
  reading.slash = slash;
}
