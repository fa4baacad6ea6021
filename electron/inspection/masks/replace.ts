/** Another text in place of a stretch, in UTF-16 units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Applies replacements that are in order and do not overlap; everything else stays as it is. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, by } of replacements) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}
