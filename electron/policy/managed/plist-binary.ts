import { fail, ok, type Result } from '../../../shared/result.ts';
import { MAX_PLIST_DEPTH, MAX_PLIST_VALUES, PlistRefused, type PlistValue } from './plist-value.ts';

const TRAILER_BYTES = 32;
const HEADER_BYTES = 8;

/**
 * Reads a binary property list (`bplist00`): eight bytes of header, objects, a table of their offsets, and a trailer
 * that says how wide offsets and references are. Everything is looked up within the bounds that the trailer gives;
 * what holds itself, or names more values than any policy has, is refused (a bomb of references).
 */
export function readBinaryPlist(bytes: Buffer): Result<PlistValue, 'malformed'> {
  try {
    return ok(new Reader(bytes).top());
  } catch (error) {
    if (error instanceof PlistRefused) return fail('malformed', error.message);
    throw error;
  }
}

function refuse(what: string): never {
  throw new PlistRefused(`its property list is damaged (${what})`);
}

class Reader {
  readonly #bytes: Buffer;
  readonly #table: number;
  readonly #offsetBytes: number;
  readonly #referenceBytes: number;
  readonly #count: number;
  readonly #top: number;
  /** Objects that hold the one being read. */
  readonly #open = new Set<number>();
  #values = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    if (bytes.length < HEADER_BYTES + 1 + TRAILER_BYTES + 1) refuse('too short');
    if (bytes.subarray(0, HEADER_BYTES).toString('latin1') !== 'bplist00') refuse('unknown version');
    const trailer = bytes.length - TRAILER_BYTES;
    this.#offsetBytes = bytes.readUInt8(trailer + 6);
    this.#referenceBytes = bytes.readUInt8(trailer + 7);
    this.#count = whole(bytes.readBigUInt64BE(trailer + 8));
    this.#top = whole(bytes.readBigUInt64BE(trailer + 16));
    this.#table = whole(bytes.readBigUInt64BE(trailer + 24));
    for (const width of [this.#offsetBytes, this.#referenceBytes])
      if (width < 1 || width > 6) refuse('width of offsets');
    if (this.#count < 1 || this.#count > MAX_PLIST_VALUES) refuse('number of objects');
    if (this.#top >= this.#count) refuse('top object');
    if (this.#table < HEADER_BYTES + 1 || this.#table + this.#count * this.#offsetBytes > trailer)
      refuse('table of offsets');
  }

  top(): PlistValue {
    return this.#read(this.#top);
  }

  #read(object: number): PlistValue {
    if (++this.#values > MAX_PLIST_VALUES) refuse('too many values');
    if (object >= this.#count) refuse('reference');
    if (this.#open.has(object)) refuse('an object holds itself');
    if (this.#open.size >= MAX_PLIST_DEPTH) refuse('nested too deep');
    const at = this.#bytes.readUIntBE(this.#table + object * this.#offsetBytes, this.#offsetBytes);
    if (at < HEADER_BYTES || at >= this.#table) refuse('offset');
    const marker = this.#bytes.readUInt8(at);
    const low = marker & 0x0f;
    this.#open.add(object);
    try {
      switch (marker >> 4) {
        case 0x0:
          if (low === 8 || low === 9) return low === 9;
          return refuse('no value');
        case 0x1:
          return this.#integer(at + 1, low);
        case 0x2:
          return this.#real(at + 1, low);
        case 0x5:
        case 0x6:
          return this.#text(at, marker >> 4 === 0x6);
        case 0xa:
          return this.#array(at);
        case 0xd:
          return this.#dictionary(at);
        default:
          throw new PlistRefused('its property list holds a value of a kind that no policy has');
      }
    } finally {
      this.#open.delete(object);
    }
  }

  /** `length` bytes from `at`, all of them before the table. */
  #span(at: number, length: number): Buffer {
    if (length < 0 || at + length > this.#table) refuse('length');
    return this.#bytes.subarray(at, at + length);
  }

  #integer(at: number, power: number): number {
    if (power > 3) refuse('size of an integer');
    const span = this.#span(at, 1 << power);
    // Only those of eight bytes have a sign.
    const value = power === 3 ? span.readBigInt64BE() : BigInt(span.readUIntBE(0, 1 << power));
    const number = Number(value);
    if (!Number.isSafeInteger(number)) refuse('an integer that is too large');
    return number;
  }

  #real(at: number, power: number): number {
    if (power !== 2 && power !== 3) refuse('size of a number');
    const span = this.#span(at, 1 << power);
    const value = power === 2 ? span.readFloatBE() : span.readDoubleBE();
    if (!Number.isFinite(value)) refuse('a number that is none');
    return value;
  }

  /** How many things follow a marker, and where they begin. */
  #length(at: number): { readonly count: number; readonly from: number } {
    const low = this.#bytes.readUInt8(at) & 0x0f;
    if (low !== 0x0f) return { count: low, from: at + 1 };
    const marker = this.#span(at + 1, 1).readUInt8();
    if (marker >> 4 !== 0x1) refuse('length');
    const count = this.#integer(at + 2, marker & 0x0f);
    if (count < 0) refuse('length');
    return { count, from: at + 2 + (1 << (marker & 0x0f)) };
  }

  #text(at: number, wide: boolean): string {
    const { count, from } = this.#length(at);
    const span = this.#span(from, wide ? count * 2 : count);
    if (!wide) {
      if (span.some((byte) => byte > 0x7f)) refuse('a text');
      return span.toString('latin1');
    }
    const text = Buffer.from(span).swap16().toString('utf16le');
    if (!text.isWellFormed()) refuse('a text');
    return text;
  }

  #references(from: number, count: number): number[] {
    if (count > this.#count * MAX_PLIST_DEPTH) refuse('length');
    const span = this.#span(from, count * this.#referenceBytes);
    return Array.from({ length: count }, (_, i) =>
      span.readUIntBE(i * this.#referenceBytes, this.#referenceBytes),
    );
  }

  #array(at: number): PlistValue[] {
    const { count, from } = this.#length(at);
    return this.#references(from, count).map((object) => this.#read(object));
  }

  #dictionary(at: number): PlistValue {
    const { count, from } = this.#length(at);
    const references = this.#references(from, count * 2);
    const members = new Map<string, PlistValue>();
    for (let i = 0; i < count; i++) {
      const key = this.#read(references[i] as number);
      if (typeof key !== 'string' || key === '__proto__') refuse('a key');
      if (members.has(key)) throw new PlistRefused('it names a member twice');
      members.set(key, this.#read(references[count + i] as number));
    }
    return Object.fromEntries(members);
  }
}

function whole(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? refuse('trailer') : Number(value);
}
