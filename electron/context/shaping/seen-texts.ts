import { createHash } from 'node:crypto';
import type { SeenTexts } from './contract.ts';

/** Texts remembered for each session; the one that was spoken of longest ago makes room. */
const MOST = 2_000;

/**
 * What an AI app was given in one session. `before` tells of a text once and then forgets it: a model whose earlier
 * messages were left out of its memory calls again and is given the text whole, and never walks in a circle.
 */
export function createSeenTexts(most = MOST): SeenTexts {
  const tools = new Map<string, string>();
  return {
    before(text) {
      const key = digest(text);
      const tool = tools.get(key);
      tools.delete(key);
      return tool;
    },
    gave(text, tool) {
      const key = digest(text);
      tools.delete(key);
      tools.set(key, tool);
      if (tools.size <= most) return;
      const [oldest] = tools.keys();
      if (oldest !== undefined) tools.delete(oldest);
    },
  };
}

/** Of UTF-16: in UTF-8 all halves of surrogate pairs are the same, and two texts would be one. */
const digest = (text: string): string =>
  createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('base64');
