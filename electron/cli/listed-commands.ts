import { ok } from '../../shared/result.ts';
import type { CliCommand } from './command.ts';
import { words } from './command.ts';
import { table, visible } from './output.ts';
import { remote } from './remote.ts';

/** The command about what AI apps are listed. */
export const listedCommands: readonly CliCommand[] = [
  remote({
    command: 'client.listed',
    usage: '[NAME]',
    examples: ['doorward client listed', 'doorward client listed Cursor'],
    input(given) {
      const name = given.words.length === 0 ? ok([]) : words(given, 'NAME');
      return name.ok ? ok(name.value[0] === undefined ? {} : { client: name.value[0] }) : name;
    },
    show(all, out) {
      if (all.length === 0) return 'No AI app found. Add one with: doorward client add NAME';
      const rows = all.map(({ name, listed, callable, tokens, warnings }) => [
        name,
        String(listed),
        String(callable),
        String(tokens),
        warnings.length === 0 ? '' : '!',
      ]);
      const warnings = all.flatMap((one) => one.warnings.map(({ sentence }) => `! ${visible(sentence)}`));
      return [
        table(['NAME', 'LISTED', 'CAN CALL', 'TOKENS, ABOUT', ''], rows, out.columns),
        ...(warnings.length === 0 ? [] : ['', ...warnings]),
      ].join('\n');
    },
  }),
];
