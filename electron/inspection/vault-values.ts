import { formsOf } from '../log/secret-forms.ts';
import { createMatcher, type Matcher, type Range } from '../log/secret-matcher.ts';
import { unescapeJson } from '../log/unescape.ts';

/** A secret of the vault as it is looked for. */
export interface VaultValue {
  readonly name: string;
  readonly value: string;
}

/** A place in a text where a secret stands, in UTF-16 units. */
export interface VaultFinding extends Range {
  readonly name: string;
}

/** Looks for the secrets of the vault in texts that cross the gateway. */
export interface VaultValues {
  /** What is looked for from now on. */
  set(values: readonly VaultValue[]): void;
  /** Whether there is anything to look for. */
  readonly empty: boolean;
  /** Where secrets stand, those of `allowed` names left out; in order, none over another. */
  find(text: string, allowed: ReadonlySet<string>): VaultFinding[];
}

/** JSON in JSON in JSON. */
const MAX_DEPTH = 3;
const WHOLE = { before: false, after: false };

/**
 * Finds exact values in all forms in which they may stand: plain, percent-encoded, inside base64, behind the escapes
 * of JSON up to three deep. Linear in the text. Values of fewer than six characters are not looked for: they stand in
 * ordinary words.
 */
export function createVaultValues(): VaultValues {
  let matcher: Matcher | undefined;
  let names = new Map<string, Set<string>>();
  return {
    set(values) {
      names = new Map();
      for (const { name, value } of values)
        for (const form of formsOf(value)) names.set(form, (names.get(form) ?? new Set()).add(name));
      matcher = names.size === 0 ? undefined : createMatcher([...names.keys()]);
    },
    get empty() {
      return matcher === undefined;
    },
    find(text, allowed) {
      if (matcher === undefined) return [];
      const found: VaultFinding[] = [];
      const look = (read: string, place: (at: number) => number): void => {
        for (const { start, end } of matcher?.find(read, WHOLE) ?? []) {
          // A value that two secrets share belongs to whoever may have one of them.
          const owners = [...(names.get(read.slice(start, end)) ?? [])];
          const [name] = owners;
          if (name !== undefined && !owners.some((one) => allowed.has(one)))
            found.push({ name, start: place(start), end: place(end) });
        }
      };
      look(text, (at) => at);
      let read = text;
      let places: Uint32Array | undefined;
      for (let depth = 0; depth < MAX_DEPTH && read.includes('\\'); depth++) {
        const next = unescapeJson(read);
        const before = places;
        const own = before === undefined ? next.places : next.places.map((at) => before[at] ?? text.length);
        places = own;
        read = next.text;
        look(read, (at) => (at === 0 ? 0 : (own[at] ?? text.length)));
      }
      return apart(found);
    },
  };
}

function apart(found: readonly VaultFinding[]): VaultFinding[] {
  const all: { name: string; start: number; end: number }[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last !== undefined && one.start < last.end) last.end = Math.max(last.end, one.end);
    else all.push({ ...one });
  }
  return all;
}

/** The text with a mask in the place of each finding. */
export function masked(text: string, findings: readonly VaultFinding[]): string {
  let safe = '';
  let at = 0;
  for (const { name, start, end } of findings) {
    safe += `${text.slice(at, start)}[secret ${name}]`;
    at = end;
  }
  return safe + text.slice(at);
}
