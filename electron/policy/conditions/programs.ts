/** Everything else means something to a shell, or may to one of them. */
const SIMPLE = /^[A-Za-z0-9_@+:,./=\- ]+$/;

/** The words of a command line in which nothing starts another command; undefined when a shell has a say in it. */
export function simpleWords(line: string): readonly string[] | undefined {
  if (!SIMPLE.test(line)) return undefined;
  const words = line.split(' ').filter((word) => word !== '');
  // A variable before the program changes what runs.
  return words.length === 0 || words[0]?.includes('=') === true ? undefined : words;
}

/** Whether a command line is of these first words, for certain. */
export function surelyProgram(line: string, words: readonly string[]): boolean {
  const found = simpleWords(line);
  return found !== undefined && words.every((word, n) => found[n] === word);
}

const base = (word: string): string =>
  word
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:exe|cmd|bat|com|ps1|sh)$/i, '')
    .toLowerCase();

/**
 * Whether a command line may run this program: its words stand together anywhere in it, whatever quotes, paths or
 * other programs (`sudo`, `xargs`) stand before them; or a program's name comes out of a variable or another command.
 */
export function maybeProgram(line: string, words: readonly string[]): boolean {
  const plain = line.replace(/["'\\^]/g, '');
  const pieces = plain.split(/[;&|\n\r(){}`<>]+|\$\(/);
  return (
    runsAny(line.replace(/["'^]/g, '').split(/[\s;&|(){}`<>=]+/), words) ||
    runsAny(plain.split(/[\s;&|(){}`<>=]+/), words) ||
    pieces.some((piece) => /^\s*(?:\$|%|!|eval\b)/.test(piece)) ||
    /(?:\$\(|`)/.test(line)
  );
}

function runsAny(found: readonly string[], words: readonly string[]): boolean {
  const parts = found.filter((part) => part !== '');
  return parts.some((_, start) =>
    words.every((word, n) => {
      const part = parts[start + n];
      return part !== undefined && (n === 0 ? base(part) === base(word) : part === word);
    }),
  );
}
