/** What looks for something in texts. */
export type Detector = 'hidden' | 'injection' | 'secret' | 'personal' | 'mask';

/** How a part of a text was written when it was looked at: as it stands, or decoded, at most twice. */
export type Encoding = 'base64' | 'hex' | 'url' | 'escaped' | 'html' | 'tags';

/** Something that a detector found in one text. */
export interface Finding {
  readonly detector: Detector;
  /** What it is, in the detector's own words: `zero-width`, `override`, `github-token`, `iban`, a mask's name. */
  readonly type: string;
  /** Where it stands in the text as it was given, in UTF-16 units; what was decoded is found at its encoded form. */
  readonly start: number;
  readonly end: number;
  /** From 0 (hardly anything) to 1 (sure). */
  readonly score: number;
  /** Why, for people who ask: the signals that made the score, such as `imperative` or `luhn`. */
  readonly signals: readonly string[];
  /** How it was written, from the outside in; absent: as it stands. */
  readonly within?: readonly Encoding[];
}

/** What came of looking at a text. */
export interface Scan {
  /** In order of `start`. */
  readonly findings: readonly Finding[];
  /** False: the budget was used up before the end. What was not looked at is held, and never passes. */
  readonly complete: boolean;
}

/** What a text is, which decides how it is read. */
export type TextKind = 'tool' | 'result' | 'argument' | 'prompt' | 'question';

/** Around a text. */
export interface TextContext {
  readonly kind: TextKind;
  /** Names of tools of other servers that the model sees, too; an order that names one is suspicious. */
  readonly peers?: readonly string[];
}
