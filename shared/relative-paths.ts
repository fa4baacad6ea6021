/** The words with which a local server is started. */
export interface StartWords {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string | undefined;
}

const WHOLE = /^([/\\]|[A-Za-z]:[/\\])/;
/** `.`, `..`, `~`, and what lies below them. */
const FROM_SOMEWHERE = /^(\.{1,2}|~)([/\\]|$)/;
const INTERPRETER = /^(node|nodejs|deno|bun|tsx|ts-node|python[\d.]*|py|ruby|perl|php)(\.exe)?$/i;
const SCRIPT = /^[^-:@][^:]*\.([cm]?[jt]sx?|py|rb|pl|php)$/i;

/** Whether a path says of itself where it begins. */
export const isWholePath = (path: string): boolean => WHOLE.test(path);

/**
 * What of the start of a server is looked for in the folder that it runs in: a program with a path that is not whole, and
 * the places of such arguments. A folder of its own makes all of it clear, then there is nothing. An argument counts when
 * it begins with a dot or a tilde, or is the script of an interpreter; what other words mean, only the program knows.
 */
export function relativeWords({ command, args, cwd }: StartWords): {
  readonly command: boolean;
  readonly args: readonly number[];
} {
  if (cwd !== undefined) return { command: false, args: [] };
  const name = command.slice(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
  const interpreted = INTERPRETER.test(name);
  const counts = (word: string): boolean =>
    FROM_SOMEWHERE.test(word) || (interpreted && !isWholePath(word) && SCRIPT.test(word));
  return {
    command: FROM_SOMEWHERE.test(command) || (/[/\\]/.test(command) && !isWholePath(command)),
    args: args.flatMap((word, index) => (counts(word) ? [index] : [])),
  };
}
