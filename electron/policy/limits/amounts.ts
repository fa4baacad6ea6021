import { isNumber } from '../../catalog/pins/tree.ts';
import { CallArguments } from '../arguments.ts';
import type { CallFacts } from '../facts.ts';

/** Millionths: sums of them are exact as long as budgets are. */
export const MICRO = 1e6;
const PLAIN = /^[+-]?\d{1,15}(\.\d{1,12})?$/;
const MOST = 1e9 * MICRO;

/**
 * What a call says that it costs, in millionths; 0 where its tool names no amount. Undefined: it names one that cannot be
 * read in one way only, so nobody knows what it costs (attack: `"1e3"`, `"1,000"`, the key twice, a list in the place of
 * a number). What is given back (a negative amount) counts like what is spent.
 */
export function amountOf(facts: CallFacts): number | undefined {
  const places = facts.places.filter(({ kind }) => kind === 'amount');
  if (places.length === 0) return 0;
  const args = new CallArguments(facts.args);
  if (!args.readable) return undefined;
  let sum = 0;
  for (const { pointer } of places) {
    const { values, blocked, more } = args.at(pointer);
    if (blocked.length > 0 || more) return undefined;
    for (const { value } of values) {
      const text = isNumber(value) ? value.number : value;
      if (text === null) continue;
      if (typeof text !== 'string' || !PLAIN.test(text.trim())) return undefined;
      // What is above every budget stays so, and sums stay whole.
      sum = Math.min(MOST * 2, sum + Math.min(MOST * 2, Math.ceil(Math.abs(Number(text)) * MICRO)));
    }
  }
  return sum;
}
