import type { Finding } from '../finding.ts';
import { decode, decodeSteps } from '../decode/decode.ts';
import type { CompiledMask } from './mask.ts';
import type { ToHide } from './mask-json.ts';
import type { Hidden } from './session.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { Way } from './ways.ts';

/** How findings of one of the built-in detectors are hidden. */
export interface Hiding {
  readonly find: (text: string) => readonly Finding[];
  readonly way: Way;
}

/**
 * What is to be hidden in a text, by masks and detectors. Masks are looked for in what is decoded, too; detectors do
 * that themselves. `unread` hears of a text with more in it than is decoded: what was not looked at is held.
 */
export function findToHide(
  masks: readonly CompiledMask[],
  detectors: readonly Hiding[],
  unread?: () => void,
): (text: string) => readonly ToHide[] {
  const steps = stepsToHide(masks, unread);
  return (text) => {
    const all: ToHide[] = [];
    for (const { find, way } of detectors)
      for (const { type, start, end } of find(text)) all.push({ start, end, hidden: { type, way } });
    return masks.length > 0 ? [...all, ...atOnce(steps(text))] : all;
  };
}

/** The same of masks alone, so that it can be laid down for a while. */
export function stepsToHide(
  masks: readonly CompiledMask[],
  unread?: () => void,
): (text: string) => Steps<ToHide[]> {
  return function* (text) {
    const all: ToHide[] = [];
    const isLong = text.length > WORTH_A_PAUSE;
    const { parts, complete } = isLong ? yield* decodeSteps(text) : decode(text);
    if (!complete) unread?.();
    for (const { mask, find } of masks) {
      const hidden = hiddenBy(mask);
      for (const { start, end } of isLong ? yield* find.steps(text) : find(text))
        all.push({ start, end, hidden });
      let read = 0;
      for (const part of parts) {
        const inside = part.text.length > WORTH_A_PAUSE ? yield* find.steps(part.text) : find(part.text);
        for (const { start, end } of inside)
          all.push({ ...part.at(start, end), hidden, value: part.text.slice(start, end) });
        if ((read += Math.min(part.text.length, WORTH_A_PAUSE)) < WORTH_A_PAUSE) continue;
        yield read;
        read = 0;
      }
    }
    return all;
  };
}

const WORTH_A_PAUSE = 16 * 1024;

/** How a mask hides. */
export function hiddenBy({ name, way, replacement }: CompiledMask['mask']): Hidden {
  return { type: name, way, ...(replacement === undefined ? {} : { replacement }) };
}
