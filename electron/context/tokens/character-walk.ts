/**
 * A walk over a text that tells, for each character, what it is (its class) and what came right before it (the state).
 * How many tokens a model reads a text as follows from how often which character came in which state.
 */
export const CLASSES = 32;
export const STATES = 64;

const NAMES = [
  'vowel',
  'consonant',
  'rare',
  'upper',
  'digit',
  'space',
  'newline',
  'blank',
  'quote',
  'bracket',
  'comma',
  'colon',
  'point',
  'slash',
  'backslash',
  'joint',
  'angle',
  'sign',
  'accented',
  'greek',
  'cyrillic',
  'semitic',
  'indic',
  'mark',
  'kana',
  'han',
  'hangul',
  'picture',
  'control',
  'within',
] as const;
export type ClassName = (typeof NAMES)[number];
const CLASS = Object.fromEntries(NAMES.map((name, place) => [name, place])) as Record<ClassName, number>;

/** Class of a byte of UTF-8: a character beyond ASCII counts with its first byte, the others change nothing. */
export const CLASS_OF_BYTE: Uint8Array = Uint8Array.from(
  { length: 256 },
  (_, byte) => CLASS[byteClass(byte)],
);

/** Class of a UTF-16 unit beyond ASCII, by its upper ten bits; the same as that of its first byte in UTF-8. */
export const CLASS_OF_UNIT: Uint8Array = Uint8Array.from({ length: 1024 }, (_, upper) => {
  const unit = upper << 6;
  if (unit >= 0xdc00 && unit < 0xe000) return CLASS.within;
  if (unit >= 0xd800 && unit < 0xdc00) return CLASS.picture;
  return CLASS[byteClass(unit < 0x800 ? 0xc0 | (unit >> 6) : 0xe0 | (unit >> 12))];
});

function byteClass(byte: number): ClassName {
  if (byte >= 0x80) return byte < 0xc0 ? 'within' : leadClass(byte);
  const char = String.fromCharCode(byte);
  if ('aeiou'.includes(char)) return 'vowel';
  if ('jkqvwxyz'.includes(char)) return 'rare';
  if (char >= 'a' && char <= 'z') return 'consonant';
  if (char >= 'A' && char <= 'Z') return 'upper';
  if (char >= '0' && char <= '9') return 'digit';
  if (char === ' ') return 'space';
  if (char === '\n' || char === '\r') return 'newline';
  if (char === '\t') return 'blank';
  if (byte < 0x20 || byte === 0x7f) return 'control';
  if (`"'\``.includes(char)) return 'quote';
  if ('()[]{}'.includes(char)) return 'bracket';
  if (',;'.includes(char)) return 'comma';
  if (char === ':') return 'colon';
  if ('.!?'.includes(char)) return 'point';
  if (char === '/') return 'slash';
  if (char === '\\') return 'backslash';
  if ('_-'.includes(char)) return 'joint';
  if ('<>='.includes(char)) return 'angle';
  return 'sign';
}

function leadClass(byte: number): ClassName {
  if (byte < 0xcd) return 'accented';
  if (byte < 0xd0) return 'greek';
  if (byte < 0xd6) return 'cyrillic';
  if (byte < 0xe0) return 'semitic';
  if (byte < 0xe2) return 'indic';
  if (byte < 0xe3) return 'mark';
  if (byte === 0xe3 || byte === 0xef) return 'kana';
  if (byte < 0xea) return 'han';
  if (byte < 0xee) return 'hangul';
  return 'picture';
}

/** Runs of characters that go on, and after how many it makes no difference any more. */
const RUNS = {
  begin: 1,
  space: 2,
  word: 14,
  upper: 4,
  digit: 3,
  sign: 3,
  greek: 4,
  cyrillic: 6,
  semitic: 5,
  indic: 4,
  mark: 2,
  kana: 4,
  han: 4,
  hangul: 3,
  picture: 2,
} as const;
type Run = keyof typeof RUNS;
const FIRST = {} as Record<Run, number>;
let states = 0;
for (const run of Object.keys(RUNS) as Run[]) {
  FIRST[run] = states;
  states += RUNS[run];
}
if (states > STATES) throw new Error('too many states');

const RUN_OF: Readonly<Record<Exclude<ClassName, 'within'>, Run>> = {
  vowel: 'word',
  consonant: 'word',
  rare: 'word',
  accented: 'word',
  upper: 'upper',
  digit: 'digit',
  space: 'space',
  newline: 'begin',
  blank: 'space',
  control: 'sign',
  quote: 'sign',
  bracket: 'sign',
  comma: 'sign',
  colon: 'sign',
  point: 'sign',
  slash: 'sign',
  backslash: 'sign',
  joint: 'sign',
  angle: 'sign',
  sign: 'sign',
  greek: 'greek',
  cyrillic: 'cyrillic',
  semitic: 'semitic',
  indic: 'indic',
  mark: 'mark',
  kana: 'kana',
  han: 'han',
  hangul: 'hangul',
  picture: 'picture',
};

/** The state after a character, by `state * CLASSES + class`. */
export const NEXT: Uint8Array = Uint8Array.from({ length: STATES * CLASSES }, (_, place) => {
  const state = Math.floor(place / CLASSES);
  const name = NAMES[place % CLASSES];
  if (name === undefined || name === 'within') return state;
  const run = RUN_OF[name];
  const first = FIRST[run];
  const length = RUNS[run];
  if (state < first || state >= first + length) return first;
  // Numbers are read in threes.
  if (run === 'digit') return first + ((state - first + 1) % length);
  return Math.min(state + 1, first + length - 1);
});

/** What a pair is called, for people who look at the weights. */
export function pairName(place: number): string | undefined {
  const state = Math.floor(place / CLASSES);
  const name = NAMES[place % CLASSES];
  const run = (Object.keys(RUNS) as Run[]).findLast((one) => FIRST[one] <= state);
  if (name === undefined || name === 'within' || run === undefined || state >= states) return undefined;
  return `${run}${state - FIRST[run] + 1} ${name}`;
}
