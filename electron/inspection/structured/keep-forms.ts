import { bytesAt, elementsOf, membersOf, type Span } from '../../relay/framing/json-scan.ts';
import { applySplices } from '../../relay/framing/splice.ts';
import { fixesKeysAt, isFixedAt, type OutputSchema } from './fixed-form.ts';

/** What came of keeping forms. */
export interface Kept {
  /** The very bytes of `after` when nothing had to be put back. */
  readonly bytes: Buffer;
  /** How many values are as they were before, though they were to be replaced. */
  readonly count: number;
}

interface Walk {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly schema: OutputSchema;
  readonly back: { span: Span; bytes: Buffer }[];
}

const OBJECT = 0x7b;
const ARRAY = 0x5b;
const DEEPEST = 64;

/**
 * Of a result in which strings were replaced, puts those of its structured content back whose form the schema of the
 * tool fixes, so that what reaches the AI app is valid. Whoever calls asks about what was put back. `before` and `after`
 * are the result, JSON that has been scanned, alike but for strings.
 */
export function keepForms(before: Buffer, after: Buffer, schema: OutputSchema): Kept {
  const was = contentOf(before);
  const is = contentOf(after);
  if (was === undefined || is === undefined) return { bytes: after, count: 0 };
  const walk: Walk = { before, after, schema, back: [] };
  compare(walk, was, is, []);
  const { back } = walk;
  return { bytes: back.length === 0 ? after : applySplices(after, back), count: back.length };
}

const contentOf = (bytes: Buffer): Span | undefined =>
  membersOf(bytes, { start: 0, end: bytes.length })?.get('structuredContent');

function compare(walk: Walk, was: Span, is: Span, steps: readonly string[]): void {
  const { before, after, schema } = walk;
  const old = bytesAt(before, was);
  if (old.equals(bytesAt(after, is))) return;
  const opens = before[was.start];
  const isString = opens !== OBJECT && opens !== ARRAY;
  const inner = isString || steps.length === DEEPEST ? undefined : pairsOf(walk, was, is, steps);
  for (const [step, one, other] of inner ?? []) compare(walk, one, other, [...steps, step]);
  if (inner === undefined && (!isString || isFixedAt(schema, steps)))
    walk.back.push({ span: is, bytes: old });
}

/** Members or elements of both, side by side, by their names before; undefined: the whole has to be put back. */
function pairsOf(
  { before, after, schema }: Walk,
  was: Span,
  is: Span,
  steps: readonly string[],
): [string, Span, Span][] | undefined {
  if (before[was.start] === ARRAY) {
    const [old, now] = [elementsOf(before, was), elementsOf(after, is)];
    if (old === undefined || old.length !== now?.length) return undefined;
    return old.map((one, n) => [String(n), one, now[n] as Span]);
  }
  const [old, now] = [membersOf(before, was), membersOf(after, is)];
  if (old === undefined || old.size !== now?.size) return undefined;
  const others = [...now];
  if ([...old.keys()].some((key, n) => key !== others[n]?.[0]) && fixesKeysAt(schema, steps))
    return undefined;
  return [...old].map(([key, one], n) => [key, one, (others[n] as [string, Span])[1]]);
}
