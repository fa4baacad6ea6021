/** What a property list can say of what a policy can say; dates, data and references are refused. */
export type PlistValue =
  string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue };

/** Bounds of both readers: nesting, and values in all (a small file can name one value many times). */
export const MAX_PLIST_DEPTH = 64;
export const MAX_PLIST_VALUES = 100_000;

/** Why a property list is refused; the message is the end of a sentence. Thrown inside the readers only. */
export class PlistRefused extends Error {}
