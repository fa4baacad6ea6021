import { SPELLS, traitsOf } from '../hidden/traits.ts';
import { readBase64AndHex } from './base64.ts';
import { readEscapes } from './escapes.ts';
import { readInvisible } from './invisible.ts';
import type { Decoded, DecodedPart } from './part.ts';
import { work } from './work.ts';

/** How often a text is decoded within what was decoded. */
const DEPTH = 2;
/** How much is decoded at most: this many characters for each of the text, and some for short ones. */
const FOLD = 8;
const ALWAYS = 64 * 1024;

export interface Decoding {
  readonly parts: readonly DecodedPart[];
  /** False: more was encoded than may be decoded, or deeper. What was not looked at is held. */
  readonly complete: boolean;
}

/**
 * Everything in a text that is written in base64, hex, URL or JSON escapes, HTML entities or invisible alphabets, and
 * once more what is written so inside that: encoding is the cheapest way past a reader of plain text. Parts that do not
 * read as text are left out. Linear: no part of a text is decoded twice in one encoding, and all that is decoded
 * together is bounded by the text's length.
 */
export function decode(text: string, traits = traitsOf(text)): Decoding {
  const parts: DecodedPart[] = [];
  let left = FOLD * text.length + ALWAYS;
  let layer: readonly DecodedPart[] = [whole(text)];
  for (let depth = 0; depth < DEPTH; depth++) {
    const next: DecodedPart[] = [];
    for (const outer of layer) {
      for (const one of readOnce(outer.text, depth === 0 ? traits : traitsOf(outer.text))) {
        if (one.text === '' || isRepeated(outer, one)) continue;
        left -= one.text.length;
        work.steps += one.text.length;
        if (left < 0) return { parts, complete: false };
        next.push(inside(outer, one));
      }
    }
    parts.push(...next);
    layer = next;
  }
  return { parts, complete: !layer.some(goesDeeper) };
}

/** Shorter runs within what was decoded twice are chance. */
const DEEPER = 24;

/** Whether more is written in base64 or hex inside that: nobody nests so deep but to be passed over. */
function goesDeeper({ text, within }: DecodedPart): boolean {
  if (within.some((one) => one !== 'base64' && one !== 'hex')) return false;
  return readBase64AndHex(text).some((inner) => inner.text.length >= DEEPER);
}

/** The parts alone, for those who only look at what was decoded. */
export function decodedParts(text: string): readonly DecodedPart[] {
  return decode(text).parts;
}

/** Whether there is anything to decode at all: a cheap look that most texts end with. */
function readOnce(text: string, traits: number): Decoded[] {
  const found = [...readBase64AndHex(text), ...readEscapes(text)];
  return (traits & SPELLS) === 0 ? found : [...found, ...readInvisible(text)];
}

/** Escapes of another kind, read again inside a stretch that was only read around escapes, say nothing new. */
function isRepeated(outer: DecodedPart, one: Decoded): boolean {
  if (outer.within.length === 0) return false;
  const within = outer.within[0];
  if (within !== 'url' && within !== 'escaped' && within !== 'html') return false;
  const place = outer.at(one.start, one.end);
  // Seen already on the first layer, unless the escapes were inside it.
  return one.encoding !== within && place.end - place.start === one.end - one.start;
}

function whole(text: string): DecodedPart {
  return { text, start: 0, end: text.length, within: [], plain: true, at: (start, end) => ({ start, end }) };
}

function inside(outer: DecodedPart, one: Decoded): DecodedPart {
  const place = outer.at(one.start, one.end);
  return {
    text: one.text,
    start: place.start,
    end: place.end,
    within: [...outer.within, one.encoding],
    plain: outer.plain && one.plain === true,
    at: (from, to) => {
      const inner = one.at(from, to);
      return outer.at(inner.start, inner.end);
    },
  };
}
