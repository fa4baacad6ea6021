import { bytesAt, elementsOf, membersOf, type Span, stringAt } from '../../relay/framing/json-scan.ts';
import { applySplices, json } from '../../relay/framing/splice.ts';
import type { CutText, EstimateTokens } from '../shaping/contract.ts';
import { readOnLine } from './read-more.ts';

export interface CutAnswerPorts {
  readonly cutText: CutText;
  readonly estimateTokens: EstimateTokens;
  /** Keeps the whole text; answers the handle behind which it is, undefined where it is too long to be kept. */
  readonly keep: (text: string) => string | undefined;
  /** The last text says what was done to the answer: it stays there and is no part of what is read on. */
  readonly noted?: boolean | undefined;
}

/** About what the line at the end has. */
const LINE_TOKENS = 60;
const BETWEEN = '\n\n';
const TRUE = 0x74;

interface TextBlock {
  /** Its place among the elements. */
  readonly index: number;
  /** Its text in the bytes. */
  readonly span: Span;
  readonly text: string;
}

/**
 * The result of a tool (JSON) with texts of at most `budget` tokens in its content; undefined: it stays as it is, because
 * it fits, is an error, cannot be read in one way only, or is too long to be kept. The block in which the budget ends
 * is cut and says how to read on; the texts of blocks behind it follow there, two line breaks apart. What is no text
 * block, structured content among it, stays to the byte.
 */
export function cutAnswer(result: Buffer, budget: number, ports: CutAnswerPorts): Buffer | undefined {
  // A token has a byte at least.
  if (result.length <= budget) return undefined;
  const members = membersOf(result, { start: 0, end: result.length });
  const content = members?.get('content');
  const error = members?.get('isError');
  const elements = content && elementsOf(result, content);
  if (elements === undefined || content === undefined) return undefined;
  if (error !== undefined && result[error.start] === TRUE) return undefined;
  const all = textBlocks(result, elements);
  if (all === undefined) return undefined;
  const note = ports.noted === true ? all.at(-1) : undefined;
  const blocks = note === undefined ? all : all.slice(0, -1);
  const noted = note === undefined ? 0 : ports.estimateTokens(note.text);
  if (firstBeyond(blocks, budget - noted, ports).index === -1) return undefined;

  const { index: which, room } = firstBeyond(blocks, budget - LINE_TOKENS - noted, ports);
  const cut = blocks[which];
  if (cut === undefined) return undefined;
  const behind = blocks.slice(which + 1);
  const whole = [cut, ...behind].map(({ text }) => text).join(BETWEEN);
  const at = room < 1 ? 0 : (ports.cutText(cut.text, room)?.at ?? cut.text.length);
  if (at >= whole.length) return undefined;
  const handle = ports.keep(whole);
  if (handle === undefined) return undefined;

  const line = readOnLine(handle, at, whole.length);
  const given = json(at === 0 ? line : `${cut.text.slice(0, at)}${BETWEEN}${line}`);
  const gone = new Set(behind.map(({ index }) => index));
  const kept = elements.flatMap((span, index) => {
    if (gone.has(index)) return [];
    if (index !== cut.index) return [bytesAt(result, span)];
    const own = { start: cut.span.start - span.start, end: cut.span.end - span.start };
    return [applySplices(bytesAt(result, span), [{ span: own, bytes: given }])];
  });
  const list = kept.flatMap((bytes, index) => (index === 0 ? [bytes] : [COMMA, bytes]));
  return applySplices(result, [{ span: content, bytes: Buffer.concat([OPEN, ...list, CLOSE]) }]);
}

const [COMMA, OPEN, CLOSE] = [Buffer.from(','), Buffer.from('['), Buffer.from(']')];

/** The first block that goes beyond a budget, and what is left for it. Of a long text only so much is counted. */
function firstBeyond(
  blocks: readonly TextBlock[],
  budget: number,
  { cutText, estimateTokens }: Pick<CutAnswerPorts, 'cutText' | 'estimateTokens'>,
): { readonly index: number; readonly room: number } {
  let room = Math.max(0, budget);
  const index = blocks.findIndex(({ text }) => {
    if (cutText(text, room) !== undefined) return true;
    const tokens = estimateTokens(text);
    if (tokens > room) return true;
    room -= tokens;
    return false;
  });
  return { index, room };
}

/** The blocks that are texts; undefined where one has a member twice: readers would differ in what it says. */
function textBlocks(result: Buffer, elements: readonly Span[]): TextBlock[] | undefined {
  const blocks: TextBlock[] = [];
  for (const [index, element] of elements.entries()) {
    const members = membersOf(result, element);
    if (members === undefined) return undefined;
    if (stringAt(result, members.get('type')) !== 'text') continue;
    const span = members.get('text');
    const text = stringAt(result, span);
    if (span !== undefined && text !== undefined) blocks.push({ index, span, text });
  }
  return blocks;
}
