/** What a closer look at a value says: its own check digits hold, they do not, or it has none. */
export type Verdict = 'proved' | 'refuted' | 'unknown';

/** A kind of credential that is known by how it is written. */
export interface TokenRule {
  /** `github-token`: what the finding is called. */
  readonly type: string;
  /** See `readForms`. */
  readonly forms: readonly string[];
  /** What stands right before the form and belongs to it, in the form of one set with its quantity: `%h{32}`. */
  readonly lead?: string;
  /** Words of which one must stand in the window around it, in small letters. */
  readonly near?: readonly string[];
  /** Looks at the whole value, lead included. */
  readonly check?: (value: string) => Verdict;
  /** May stand inside a longer word: the form alone is proof enough. */
  readonly anywhere?: true;
}

/** Shortens the tables: `[type, form, …]` or a whole rule. */
export type Row = TokenRule | readonly [type: string, ...forms: string[]];

/** The rules of a table. */
export const rulesOf = (rows: readonly Row[]): TokenRule[] =>
  rows.map((row) => ('type' in row ? row : { type: row[0], forms: row.slice(1) as string[] }));
