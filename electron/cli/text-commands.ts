import { logTexts, type TextsView } from '../../shared/model/log-texts.ts';
import { fail, ok } from '../../shared/result.ts';
import { type CliCommand, words } from './command.ts';
import { table, visible } from './output.ts';
import { remote } from './remote.ts';

const KEEPS = [...logTexts.options, 'usual'] as const;

/** What is kept, one row for each server. */
function rowsOf({ usual, most, servers }: TextsView): string[][] {
  const why = (chosen: string | undefined, bound: string | undefined): string =>
    bound !== undefined ? `at most ${bound} (your organisation)` : chosen === undefined ? 'as usual' : '';
  return [
    ['(usual)', usual, most === undefined ? '' : why(undefined, most)],
    ...servers.map(({ server, keep, chosen, most: bound }) => [visible(server), keep, why(chosen, bound)]),
  ];
}

/** The commands about what the log keeps of the texts of calls. */
export const textCommands: readonly CliCommand[] = [
  {
    ...remote({
      command: 'texts.show',
      usage: '',
      examples: ['doorward log texts'],
      input(given) {
        const none = words(given);
        return none.ok ? ok({}) : none;
      },
      show: (view, out) => table(['SERVER', 'KEPT', ''], rowsOf(view), out.columns),
    }),
    name: 'log texts',
  },
  {
    ...remote({
      command: 'texts.set',
      usage: `ID ${KEEPS.join('|')}   or   --all ${logTexts.options.join('|')}`,
      options: {
        all: { type: 'boolean', help: 'For all servers that have no choice of their own.' },
      },
      examples: ['doorward server texts mail digests', 'doorward server texts --all redacted'],
      input(given) {
        const all = given.values['all'] === true;
        const named = all ? words(given, 'KEEP') : words(given, 'ID', 'KEEP');
        if (!named.ok) return named;
        const word = named.value.at(-1);
        const keep = KEEPS.find((one) => one === word);
        if (keep === undefined) return fail('usage', `Say ${KEEPS.join(', ')}.`);
        return ok({ keep, ...(all ? {} : { server: named.value[0] ?? '' }) });
      },
      show: (view, out) => table(['SERVER', 'KEPT', ''], rowsOf(view), out.columns),
    }),
    name: 'server texts',
  },
];
