import type { CliCommand } from './command.ts';

/** Words that begin several commands, none of which is called "list", and what one of them alone shows. */
const SHOWS: Readonly<Record<string, string>> = {
  inspection: 'inspection show',
  flow: 'flow show',
  policy: 'policy show',
};

/**
 * What a word that only begins commands means when nothing follows it: `log` is `log list`, `log send` is
 * `log send list`, `policy` is `policy show`. Undefined where no command only looks: nothing that changes something is
 * ever meant by half of its name.
 */
export function bareCommand(words: readonly string[], known: readonly CliCommand[]): CliCommand | undefined {
  const said = words.join(' ');
  const meant = Object.hasOwn(SHOWS, said) ? SHOWS[said] : `${said} list`;
  return known.find(({ name }) => name === meant);
}

/** Every word that means something alone, with the command that is meant, in the order of `known`. */
export function bareWords(known: readonly CliCommand[]): readonly (readonly [string, string])[] {
  const begins = new Set(known.map(({ name }) => name.split(' ').slice(0, -1).join(' ')));
  return [...begins].flatMap((word) => {
    const meant = word === '' ? undefined : bareCommand(word.split(' '), known);
    return meant === undefined ? [] : [[word, meant.name] as const];
  });
}
