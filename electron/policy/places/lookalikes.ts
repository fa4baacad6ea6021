/** What passes for a slash or backslash: no honest path holds one (attack 32). */
const SEPARATORS = /[\u2044\u2215\u2216\u2571\u2572\u27cb\u27cd\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c]/u;
/** What passes for a full stop and what NFKC does not fold. */
const DOTS = /[\u3002\ua4f8\uff61]/gu;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** Whether a text holds something that only looks like a separator. */
export const hasFalseSeparator = (text: string): boolean => SEPARATORS.test(text);

/**
 * A text as a careless program may read it: compatibility characters as the plain ones (`ﬁ` as `fi`, `‥` as `..`,
 * full width as usual), without what is invisible.
 */
export const folded = (text: string): string =>
  text.replace(INVISIBLE, '').normalize('NFKC').replace(DOTS, '.');

/**
 * Percent-decodes once. Undefined when bytes would come out that are no UTF-8 (overlong forms of "." and "/" among
 * them). A "%" that encodes nothing stays.
 */
export function decodedOnce(text: string): string | undefined {
  if (!text.includes('%')) return text;
  let decoded = '';
  let last = 0;
  for (const run of text.matchAll(/(?:%[0-9a-fA-F]{2})+/g)) {
    let part: string;
    try {
      part = decodeURIComponent(run[0]);
    } catch {
      return undefined;
    }
    decoded += text.slice(last, run.index) + part;
    last = run.index + run[0].length;
  }
  return decoded + text.slice(last);
}

/** Whether something is left to decode. */
export const isEncoded = (text: string): boolean => /%(?:[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})/.test(text);

/** Whether a text, in any of its readings, has a step `..` to the folder above. */
export function climbs(text: string): boolean {
  const decoded = decodedOnce(text) ?? text;
  return [text, decoded, folded(decoded), decodedOnce(folded(decoded)) ?? ''].some((reading) =>
    /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(reading),
  );
}
