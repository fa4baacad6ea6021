/** A version as Doorward numbers itself: three numbers, and a word for what is not finished. */
const VERSION = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([0-9a-z]{1,20}(?:\.[0-9a-z]{1,20}){0,4}))?$/;

interface Version {
  readonly numbers: readonly number[];
  /** What stands behind the hyphen; empty for a finished version. */
  readonly words: readonly string[];
}

function read(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch, words] = match;
  return { numbers: [major, minor, patch].map(Number), words: words === undefined ? [] : words.split('.') };
}

function compareWords(a: string, b: string): number {
  const [numberA, numberB] = [a, b].map((word) => (/^\d+$/.test(word) ? Number(word) : undefined));
  if (numberA !== undefined && numberB !== undefined) return numberA - numberB;
  if (numberA !== undefined) return -1;
  if (numberB !== undefined) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compare(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // A finished version comes after all of its test versions.
  if (a.words.length === 0 || b.words.length === 0) return b.words.length - a.words.length;
  for (const [index, word] of a.words.entries()) {
    const other = b.words[index];
    const difference = other === undefined ? 1 : compareWords(word, other);
    if (difference !== 0) return difference;
  }
  return a.words.length - b.words.length;
}

/**
 * Whether `offered` comes after `current` (semver.org §11). What is not written as Doorward writes versions is never newer.
 * Attack: an old version with a known hole, offered as new; a version that is a text for a dialog.
 */
export function isNewer(offered: string, current: string): boolean {
  const [a, b] = [read(offered), read(current)];
  return a !== undefined && b !== undefined && compare(a, b) > 0;
}

/** Whether it is a version to try out, such as `1.2.0-beta.1`. */
export function isTestVersion(version: string): boolean {
  return (read(version)?.words.length ?? 0) > 0;
}
