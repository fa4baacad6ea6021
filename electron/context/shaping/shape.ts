import { isUtf8 } from 'node:buffer';
import { applySplices, json, type Splice } from '../../relay/framing/splice.ts';
import type { Shape, Shaped, ShapeInput } from './contract.ts';
import { shapeJson } from './json-text.ts';
import { type ReadResult, readResult, type TextBlock } from './read-result.ts';
import { shapeText } from './shape-text.ts';
import { lineOf, newTally, REPEAT_HERE, repeatOf, stepsOf, type Tally } from './what-was-done.ts';

/** Answers with less text are small. */
const SMALL = 600;
/** Less than that is not worth a line. */
const LEAST_GAIN = 100;
const LEAST_PART = 0.1;
/** A longer text stays as it is, and what comes after so many characters in one answer; bounds how long it holds up others. */
const LONGEST = 2 * 1024 * 1024;
/** A shorter text is not worth remembering. */
const SHORTEST_REPEAT = 400;

/**
 * Makes an answer smaller, as the person chose: only its texts, and null members of structured content that no schema
 * describes; everything else stays to the byte and in its order. With `repeats`, the texts that the AI app is given by
 * this are told to `seen`; who cuts or keeps back the answer afterwards has to see that they do not count.
 */
export const shape: Shape = (input) => {
  const { shaping } = input;
  const read = readResult(input.result);
  if (read === undefined) return undefined;
  const shaped = shapeTexts(input, read);
  const small = shaped && spliced(input, read, shaped);
  if (shaping.repeats) remember(input, small && shaped ? shaped.whole : read.texts.map(({ text }) => text));
  return small;
};

interface ShapedTexts {
  /** The texts, in the order of the blocks. */
  readonly texts: readonly string[];
  /** Those of them that are there whole. */
  readonly whole: readonly string[];
  readonly tally: Tally;
}

function shapeTexts({ shaping, seen }: ShapeInput, { texts }: ReadResult): ShapedTexts | undefined {
  if (sum(texts.map(({ text }) => text)) < SMALL) return undefined;
  const tally = newTally();
  const here = new Set<string>();
  let work = LONGEST;
  const smaller = texts.map(({ text }) => {
    if (text.length > work) return text;
    work -= text.length;
    const own = newTally();
    const shaped = shapeText(text, shaping, own);
    const earlier = shaping.repeats && shaped.length >= SHORTEST_REPEAT ? earlierOf(shaped) : undefined;
    if (earlier !== undefined) {
      tally.repeats++;
      return earlier;
    }
    here.add(shaped);
    addTo(tally, own);
    return shaped;
  });
  return { texts: smaller, whole: [...here], tally };

  function earlierOf(text: string): string | undefined {
    if (here.has(text)) return REPEAT_HERE;
    const gaveIt = seen.before(text);
    return gaveIt === undefined ? undefined : repeatOf(gaveIt);
  }
}

function addTo(tally: Tally, own: Tally): void {
  for (const key of Object.keys(own) as (keyof Tally)[]) tally[key] += own[key];
}

/** The result with the smaller texts; undefined when that is not worth it. */
function spliced(input: ShapeInput, read: ReadResult, shaped: ShapedTexts): Shaped | undefined {
  const { result } = input;
  const splices: Splice[] = read.texts.flatMap((block, n) => replaced(block, shaped.texts[n]));
  const before = sum(read.texts.map(({ text }) => text));
  const structured = smallerStructured(input, read, shaped.tally);
  const did = stepsOf(shaped.tally, input.shaping);
  const line = lineOf(shaped.tally);
  const gain = before - sum(shaped.texts) + (structured?.gain ?? 0) - line.length;
  const total = before + (structured?.total ?? 0);
  if (did.length === 0 || gain < LEAST_GAIN || gain < total * LEAST_PART) return undefined;
  if (structured !== undefined) splices.push(structured.splice);
  const end = { start: read.end, end: read.end };
  splices.push({ span: end, bytes: Buffer.concat([Buffer.from(','), json({ type: 'text', text: line })]) });
  return { result: applySplices(result, splices), did, decoded: shaped.tally.pages > 0 };
}

const replaced = ({ span, text }: TextBlock, smaller: string | undefined): Splice[] =>
  smaller === undefined || smaller === text ? [] : [{ span, bytes: json(smaller) }];

/** Null members out of structured content that no schema describes. */
function smallerStructured(
  { result, shaping, hasOutputSchema }: ShapeInput,
  { structured: span }: ReadResult,
  tally: Tally,
): { readonly splice: Splice; readonly gain: number; readonly total: number } | undefined {
  if (!shaping.nulls || hasOutputSchema || span === undefined) return undefined;
  const total = span.end - span.start;
  if (total > LONGEST || !isUtf8(result.subarray(span.start, span.end))) return undefined;
  const shaped = shapeJson(result.toString('utf8', span.start, span.end), { nulls: true, tables: false });
  if (shaped === undefined || shaped.nulls === 0) return undefined;
  const bytes = Buffer.from(shaped.text);
  tally.nulls += shaped.nulls;
  return { splice: { span, bytes }, gain: total - bytes.length, total };
}

/** Tells `seen` what goes to the AI app as it is now. */
function remember({ seen, tool }: ShapeInput, texts: readonly string[]): void {
  for (const text of texts)
    if (text.length >= SHORTEST_REPEAT && text.length <= LONGEST) seen.gave(text, tool);
}

function sum(texts: readonly string[]): number {
  let characters = 0;
  for (const text of texts) characters += text.length;
  return characters;
}
