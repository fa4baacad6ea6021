import { elementsOf, membersOf, skipSpace, type Span, stringAt } from '../../relay/framing/json-scan.ts';

/** A content block of text. */
export interface TextBlock {
  /** Where its text is, with the quotes. */
  readonly span: Span;
  readonly text: string;
}

/** What can be made smaller in the result of a tool. */
export interface ReadResult {
  readonly texts: readonly TextBlock[];
  /** Where another content block can be put at the end. */
  readonly end: number;
  readonly structured: Span | undefined;
}

/** An honest answer has fewer content blocks; bounds the work. */
const MOST_BLOCKS = 1_000;

/**
 * Reads the JSON of a `CallToolResult`. Undefined: it is an error, is no final answer, has no text, or is none of that;
 * also where a key stands twice and readers would differ in what it says.
 */
export function readResult(result: Buffer): ReadResult | undefined {
  const start = skipSpace(result, 0);
  const members = membersOf(result, { start, end: result.length });
  const content = members?.get('content');
  if (members === undefined || content === undefined) return undefined;
  if (!isAbsentOr(result, members.get('isError'), 'false')) return undefined;
  if (!isAbsentOr(result, members.get('resultType'), '"complete"')) return undefined;
  const blocks = elementsOf(result, content, MOST_BLOCKS + 1);
  if (blocks === undefined || blocks.length > MOST_BLOCKS) return undefined;
  const texts = blocks.flatMap((block) => textBlock(result, block) ?? []);
  const last = blocks.at(-1);
  if (texts.length === 0 || last === undefined) return undefined;
  const structured = members.get('structuredContent');
  const isObject = structured !== undefined && result[structured.start] === 0x7b;
  return { texts, end: last.end, structured: isObject ? structured : undefined };
}

const isAbsentOr = (bytes: Buffer, span: Span | undefined, says: string): boolean =>
  span === undefined || bytes.toString('latin1', span.start, span.end) === says;

function textBlock(bytes: Buffer, block: Span): TextBlock | undefined {
  const members = membersOf(bytes, block);
  const span = members?.get('text');
  if (span === undefined || stringAt(bytes, members?.get('type')) !== 'text') return undefined;
  const text = stringAt(bytes, span);
  return text === undefined ? undefined : { span, text };
}
