import type { Place } from '../decode/part.ts';

const COMMENTS = 2000;
const HIDING =
  /<(\w{1,12})\b[^<>]{0,300}?(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0(?!\.?[1-9])|opacity\s?:\s?0(?![.\d]*[1-9])|color\s?:\s?(?:white|#fff(?:fff)?|transparent)|left\s?:\s?-\d{3,}|\bhidden\b|aria-hidden\s?=\s?["']?true)[^<>]{0,300}>/gi;
const SPAN = 4000;

/** Where a text is not shown when it is rendered: HTML comments, elements that styles hide, text behind white space. */
export function unseenRanges(text: string): Place[] {
  const ranges: Place[] = [];
  let count = 0;
  // The comments of Markdown: a definition of a link that nothing uses.
  for (
    let at = text.indexOf(']: # ');
    at !== -1 && count < COMMENTS;
    at = text.indexOf(']: # ', at + 5), count++
  ) {
    const end = text.indexOf('\n', at);
    ranges.push({ start: Math.max(0, at - 8), end: end === -1 ? text.length : end });
  }
  if (!text.includes('<')) return ranges;
  for (
    let at = text.indexOf('<!--');
    at !== -1 && count < COMMENTS;
    at = text.indexOf('<!--', at + 4), count++
  ) {
    const end = text.indexOf('-->', at + 4);
    ranges.push({ start: at, end: end === -1 ? text.length : end + 3 });
    if (end === -1) break;
    at = end;
  }
  if (!/none|hidden|:\s?0|white|#fff|transparent|:\s?-/i.test(text)) return ranges;
  for (const match of text.matchAll(HIDING)) {
    if (++count > COMMENTS) break;
    const close = text.slice(match.index, match.index + SPAN).indexOf(`</${match[1] ?? ''}`);
    const end = match.index + (close === -1 ? SPAN : close);
    ranges.push({ start: match.index, end: Math.min(text.length, end) });
  }
  return ranges;
}
