/** Takes secrets out of a text that is about to be kept or shown. */
export type Redact = (text: string) => string;

const HIDDEN = '[hidden]';
/** Shorter values occur in ordinary words and would make the log unreadable. */
const SHORTEST_KNOWN = 6;
const MAX_KNOWN = 10_000;

/** Ours, and what stands behind the usual names; each alternative reads a character once. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\bdw_[A-Za-z0-9_-]{16,}/g, `dw_${HIDDEN}`],
  [/\b(Bearer|Basic)[ \t]+[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
  [
    /\b(authorization|cookie|set-cookie|x-api-key|proxy-authorization)("?\s{0,3}[:=]\s{0,3}"?)[^\s"',;}]{1,4096}/gi,
    `$1$2${HIDDEN}`,
  ],
  [/(\/\/)[^/\s:@]{1,200}:[^/\s@]{1,400}@/g, `$1${HIDDEN}@`],
];

/** A redactor that also knows values which are secret here: environment values and headers of servers. */
export interface KnownSecrets {
  readonly redact: Redact;
  /** Replaces the values known under `owner`. */
  know(owner: string, values: readonly string[]): void;
}

/** Makes a redactor. Known values are replaced first and longest first, so that no rest of one stays. */
export function createRedactor(): KnownSecrets {
  const owners = new Map<string, readonly string[]>();
  let known: string[] = [];
  return {
    know(owner, values) {
      owners.set(owner, values);
      known = [...new Set([...owners.values()].flat())]
        .filter((value) => value.length >= SHORTEST_KNOWN)
        .toSorted((a, b) => b.length - a.length)
        .slice(0, MAX_KNOWN);
    },
    redact(text) {
      let safe = text;
      for (const value of known) if (safe.includes(value)) safe = safe.replaceAll(value, HIDDEN);
      for (const [pattern, instead] of PATTERNS) safe = safe.replaceAll(pattern, instead);
      return safe;
    },
  };
}
