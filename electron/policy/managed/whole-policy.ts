import { fail } from '../../../shared/result.ts';
import { asPolicy, readJson } from './parse.ts';

/** A whole policy as one JSON text, for tools that pass only texts and for what a property list cannot say. */
export const WHOLE_POLICY = 'PolicyJson';

/** A policy that stands in one text. Beside it nothing else may stand: there would be two. */
export function wholePolicy(text: unknown, others: boolean): ReturnType<typeof asPolicy> {
  if (others) return fail('malformed', `"${WHOLE_POLICY}" stands beside other settings`);
  if (typeof text !== 'string') return fail('malformed', `"${WHOLE_POLICY}" is not a text`);
  const read = readJson(Buffer.from(text));
  return read.ok ? asPolicy(read.value) : read;
}
