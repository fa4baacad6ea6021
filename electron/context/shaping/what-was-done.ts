import type { Shaping } from '../../../shared/model/shaping.ts';
import type { ShapeStep } from './contract.ts';

/** How often something was done to an answer. */
export interface Tally {
  nulls: number;
  white: number;
  tables: number;
  rows: number;
  pages: number;
  links: number;
  base64: number;
  repeats: number;
}

/** Nothing was done yet. */
export const newTally = (): Tally => ({
  nulls: 0,
  white: 0,
  tables: 0,
  rows: 0,
  pages: 0,
  links: 0,
  base64: 0,
  repeats: 0,
});

/** The steps that were done; white space goes with the choice for which JSON was printed again. */
export function stepsOf(tally: Tally, { nulls }: Shaping): ShapeStep[] {
  const did: ShapeStep[] = [];
  const onlyWhite = tally.white > 0 && tally.nulls === 0 && tally.tables === 0;
  if (tally.nulls > 0 || (onlyWhite && nulls)) did.push('nulls');
  if (tally.tables > 0 || (onlyWhite && !nulls)) did.push('tables');
  if (tally.pages > 0) did.push('markdown');
  if (tally.links > 0) did.push('links');
  if (tally.base64 > 0) did.push('base64');
  if (tally.repeats > 0) did.push('repeats');
  return did;
}

const count = (n: number, one: string, more: string): string => (n === 1 ? one : `${n} ${more}`);

/**
 * The line that tells the model what was done. It only describes and asks for nothing, and nothing else of Doorward's
 * depends on it: a server that writes such a line itself wins nothing by it.
 */
export function lineOf(tally: Tally): string {
  const did: string[] = [];
  if (tally.nulls > 0) did.push(count(tally.nulls, '1 null value left out', 'null values left out'));
  if (tally.white > 0) did.push('white space of JSON left out');
  if (tally.tables > 0) did.push(`${tally.rows} objects as ${count(tally.tables, 'a table', 'tables')}`);
  if (tally.pages > 0) did.push('HTML as Markdown');
  if (tally.links > 0)
    did.push(count(tally.links, 'tracking left out of 1 link', 'links without their tracking'));
  if (tally.base64 > 0) did.push(count(tally.base64, '1 base64 text named', 'base64 texts named'));
  if (tally.repeats > 0) did.push(count(tally.repeats, '1 repeated text named', 'repeated texts named'));
  return `[Doorward made this answer smaller: ${did.join(', ')}.]`;
}

/** What stands in the place of a text that was given before. */
export const repeatOf = (tool: string): string =>
  `[The same text as in an earlier answer of the tool ${JSON.stringify(tool)}. Call again to be given it whole.]`;

/** What stands in the place of a text that stands before it in the same answer. */
export const REPEAT_HERE = '[The same text as above in this answer.]';
