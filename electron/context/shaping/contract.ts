import type { Shaping } from '../../../shared/model/shaping.ts';

/** One thing that was done to an answer. */
export type ShapeStep = 'nulls' | 'tables' | 'markdown' | 'links' | 'base64' | 'repeats';

/** The texts that an AI app was given in its session; one instance for each session. */
export interface SeenTexts {
  /**
   * Whether this very text (a content block of at least some hundred characters) was given before in the session;
   * then the name of the tool that gave it. Remembers digests, bounded, never texts. Tells of a text once and then forgets
   * it, until it is given again: who has lost an earlier answer calls again and is given it whole.
   */
  before(text: string): string | undefined;
  /** It has gone to the AI app as it is, from this tool. */
  gave(text: string, tool: string): void;
}

/** An answer that was made smaller. */
export interface Shaped {
  /** The result of the tool (JSON of `CallToolResult`), valid wherever the given one was. */
  readonly result: Buffer;
  readonly did: readonly ShapeStep[];
  /** Entities or markup were read: it may say what no check has seen before it, and has to be looked at again. */
  readonly decoded: boolean;
}

export interface ShapeInput {
  /** JSON of the result, as it passed the checks. */
  readonly result: Buffer;
  readonly shaping: Shaping;
  readonly tool: string;
  readonly seen: SeenTexts;
  /** Whether the tool declares an output schema; then structured content stays to the byte. */
  readonly hasOutputSchema: boolean;
}

/** Makes an answer smaller; undefined: it stays as it is (an error, a small answer, nothing to gain, not readable). */
export type Shape = (input: ShapeInput) => Shaped | undefined;

/** Where a text was cut. */
export interface Cut {
  /** How many characters (UTF-16 units) of the text are given now; never inside a surrogate pair. */
  readonly at: number;
}

/** Finds where to cut so that at most `budget` tokens are given, at a natural boundary; undefined: it fits whole. */
export type CutText = (text: string, budget: number) => Cut | undefined;

/** Estimates the tokens of a text; never throws, linear time. */
export type EstimateTokens = (text: string) => number;
