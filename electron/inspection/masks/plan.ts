import type { Finding } from '../finding.ts';
import { decodedParts } from '../decode/decode.ts';
import type { CompiledMask } from './mask.ts';
import type { ToHide } from './mask-json.ts';
import type { Way } from './ways.ts';

/** How findings of one of the built-in detectors are hidden. */
export interface Hiding {
  readonly find: (text: string) => readonly Finding[];
  readonly way: Way;
}

/**
 * What is to be hidden in a text, by masks and detectors. Masks are looked for in what is decoded, too; detectors do
 * that themselves.
 */
export function findToHide(
  masks: readonly CompiledMask[],
  detectors: readonly Hiding[],
): (text: string) => readonly ToHide[] {
  return (text) => {
    const all: ToHide[] = [];
    for (const { find, way } of detectors)
      for (const { type, start, end } of find(text)) all.push({ start, end, hidden: { type, way } });
    if (masks.length === 0) return all;
    const parts = decodedParts(text);
    for (const { mask, find } of masks) {
      const { name: type, way, replacement } = mask;
      const hidden = { type, way, ...(replacement === undefined ? {} : { replacement }) };
      for (const { start, end } of find(text)) all.push({ start, end, hidden });
      for (const part of parts)
        for (const { start, end } of find(part.text)) all.push({ ...part.at(start, end), hidden });
    }
    return all;
  };
}
