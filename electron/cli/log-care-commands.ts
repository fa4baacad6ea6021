import { type LogCareView, unwritable } from '../../shared/ipc/log-care-contract.ts';
import { fail, ok } from '../../shared/result.ts';
import { type CliCommand, words } from './command.ts';
import { remote } from './remote.ts';

const CHOICES = unwritable.options;

function shown({ unwritable: chosen, fixed, passed, noticed }: LogCareView): string {
  const lines = [
    chosen === 'refuse'
      ? `While the log cannot be written, calls are refused${fixed ? ', as your organisation wants' : ''}.`
      : 'While the log cannot be written, calls pass.',
  ];
  if (passed > 0) lines.push(`${passed} passed like that since Doorward was started.`);
  if (noticed !== undefined) lines.push(`${noticed} Accept it with: doorward log accept`);
  return lines.join('\n');
}

/** The commands about a log that is not well. */
export const logCareCommands: readonly CliCommand[] = [
  {
    ...remote({
      command: 'log-care.accept',
      usage: '',
      examples: ['doorward log accept'],
      input(given) {
        const none = words(given);
        return none.ok ? ok({}) : none;
      },
      show: ({ noticed, sentence }) => `${noticed}\nAccepted. ${sentence}`,
    }),
    name: 'log accept',
  },
  {
    ...remote({
      command: 'log-care.show',
      usage: '',
      examples: ['doorward log care'],
      input(given) {
        const none = words(given);
        return none.ok ? ok({}) : none;
      },
      show: shown,
    }),
    name: 'log care',
  },
  {
    ...remote({
      command: 'log-care.unwritable',
      usage: CHOICES.join('|'),
      examples: ['doorward log when-unwritable pass', 'doorward log when-unwritable refuse'],
      input(given) {
        const named = words(given, 'CHOICE');
        if (!named.ok) return named;
        const choice = CHOICES.find((one) => one === named.value[0]);
        return choice === undefined
          ? fail('usage', `Say ${CHOICES.join(' or ')}.`)
          : ok({ unwritable: choice });
      },
      show: shown,
    }),
    name: 'log when-unwritable',
  },
];
