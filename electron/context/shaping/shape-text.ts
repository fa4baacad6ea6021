import type { Shaping } from '../../../shared/model/shaping.ts';
import { cleanLinks } from './clean-links.ts';
import { findHtml } from './html/is-html.ts';
import { toMarkdown } from './html/to-markdown.ts';
import { shapeJson } from './json-text.ts';
import { nameBase64 } from './name-base64.ts';
import type { Tally } from './what-was-done.ts';

/**
 * One text, made smaller by what a person chose: the same text for the same choice, whatever was said before. What was
 * done is added to `tally`. Linear time.
 */
export function shapeText(text: string, shaping: Shaping, tally: Tally): string {
  let shaped = shaping.markdown ? withoutHtml(text, tally) : text;
  if (shaping.base64) {
    const named = nameBase64(shaped);
    tally.base64 += named.count;
    shaped = named.text;
  }
  if (shaping.links) {
    const cleaned = cleanLinks(shaped);
    tally.links += cleaned.count;
    shaped = cleaned.text;
  }
  const json = shaping.nulls || shaping.tables ? shapeJson(shaped, shaping) : undefined;
  if (json === undefined || json.text.length >= shaped.length) return shaped;
  tally.nulls += json.nulls;
  tally.tables += json.tables;
  tally.rows += json.rows;
  tally.white += json.white;
  return json.text;
}

function withoutHtml(text: string, tally: Tally): string {
  const place = findHtml(text);
  const markdown = place && toMarkdown(text.slice(place.start));
  if (place === undefined || markdown === undefined) return text;
  tally.pages++;
  return `${text.slice(0, place.start)}${markdown}`;
}
