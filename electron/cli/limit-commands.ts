import type { CommandInput } from '../../shared/ipc/contract.ts';
import {
  limitEach,
  limitPeriod,
  loopChoice,
  type LimitUse,
  type LimitView,
} from '../../shared/model/limits.ts';
import { effect } from '../../shared/model/review.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { aboutWords, mostWords } from '../policy/limits/limit-words.ts';
import { type CliCommand, type Given, type OptionSpec, text, words } from './command.ts';
import { table, visible } from './output.ts';
import { remote } from './remote.ts';

const periods = limitPeriod.options;
const eaches = limitEach.options;

const LIMIT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  id: { type: 'string', value: 'ID', help: 'Puts this in the place of the limit with this id.' },
  client: { type: 'string', value: 'NAME', help: 'Only calls of this AI app.' },
  role: { type: 'string', value: 'ID', help: 'Only calls of AI apps with this role.' },
  server: { type: 'string', value: 'ID', help: 'Only calls to this server.' },
  tool: { type: 'string', value: 'NAME', help: 'Only these tools; * stands for any characters.' },
  effects: { type: 'string', value: 'A,B', help: `Only tools that do this: ${effect.options.join(', ')}.` },
  each: { type: 'string', value: 'WHAT', help: `Counted for each ${eaches.join(', ')} (all together).` },
  calls: { type: 'string', value: 'N', help: 'At most this many calls in each --per.' },
  per: { type: 'string', value: 'TIME', help: `${periods.join(', ')} (minute).` },
  burst: { type: 'string', value: 'N', help: 'With --calls: this many at a stretch (as --calls).' },
  'at-once': { type: 'string', value: 'N', help: 'At most this many calls that have not ended.' },
  'daily-calls': { type: 'string', value: 'N', help: 'At most this many calls from midnight to midnight.' },
  'daily-amount': { type: 'string', value: 'X', help: 'At most this much in amounts of arguments a day.' },
};

/** The number of an option; undefined when it is not given. */
function numberOf(given: Given, name: string): Result<number | undefined> {
  const value = text(given, name);
  if (value === undefined) return ok(undefined);
  return /^\d{1,10}(\.\d{1,6})?$/.test(value)
    ? ok(Number(value))
    : fail('usage', `--${name} is a plain number.`);
}

type Most = CommandInput<'limit.put'>['most'];

function mostFrom(given: Given): Result<Most> {
  const numbers: Record<string, number> = {};
  for (const name of ['calls', 'burst', 'at-once', 'daily-calls', 'daily-amount']) {
    const number = numberOf(given, name);
    if (!number.ok) return number;
    if (number.value !== undefined) numbers[name] = number.value;
  }
  const { calls, burst, 'at-once': atOnce, 'daily-calls': daily, 'daily-amount': amount } = numbers;
  const per = periods.find((one) => one === (text(given, 'per') ?? 'minute'));
  if (per === undefined) return fail('usage', `--per is one of ${periods.join(', ')}.`);
  const kinds: Most[] = [
    ...(calls === undefined
      ? []
      : [{ kind: 'rate' as const, calls, per, ...(burst === undefined ? {} : { burst }) }]),
    ...(atOnce === undefined ? [] : [{ kind: 'at-once' as const, calls: atOnce }]),
    ...(daily === undefined && amount === undefined
      ? []
      : [
          {
            kind: 'budget' as const,
            ...(daily === undefined ? {} : { calls: daily }),
            ...(amount === undefined ? {} : { amount }),
          },
        ]),
  ];
  const [most] = kinds;
  if (most === undefined || kinds.length > 1)
    return fail('usage', 'Give one of --calls, --at-once, and --daily-calls or --daily-amount.');
  if (calls === undefined && (burst !== undefined || text(given, 'per') !== undefined))
    return fail('usage', '--burst and --per go with --calls.');
  return ok(most);
}

/** The limit that the options describe. */
export function limitFrom(given: Given): Result<CommandInput<'limit.put'>> {
  const most = mostFrom(given);
  if (!most.ok) return most;
  const named = text(given, 'effects')
    ?.split(',')
    .map((word) => word.trim());
  const effects = named?.map((word) => effect.options.find((one) => one === word));
  if (effects?.includes(undefined) === true)
    return fail('usage', `--effects are some of ${effect.options.join(', ')}.`);
  const word = text(given, 'each');
  const each = eaches.find((one) => one === word);
  if (word !== undefined && each === undefined)
    return fail('usage', `--each is one of ${eaches.join(', ')}.`);
  const id = text(given, 'id');
  const about = Object.fromEntries(
    (['client', 'role', 'server', 'tool'] as const).flatMap((key) => {
      const value = text(given, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return ok({
    ...(id === undefined ? {} : { id }),
    about: {
      ...about,
      ...(effects === undefined ? {} : { effects: effects.filter((one) => one !== undefined) }),
    },
    ...(each === undefined ? {} : { each }),
    most: most.value,
  });
}

function useWords(use: readonly LimitUse[]): string {
  const [most] = use;
  if (most === undefined) return 'nothing';
  const of = most.of === '' ? '' : ` (${visible(most.of)})`;
  return `${most.used} of ${most.most}${most.what === 'amount' ? ' in amount' : ''}${of}`;
}

const rowOf = ({ limit, use, managed }: LimitView): string[] => [
  managed === true ? `${limit.id} (your organisation)` : limit.id,
  mostWords(limit.most),
  aboutWords(limit, `the AI app ${visible(limit.about.client ?? '')}`) || 'all calls together',
  useWords(use),
];

const none = (given: Given): Result<Record<string, never>> => {
  const no = words(given);
  return no.ok ? ok({}) : no;
};

/** The commands about limits. */
export const limitCommands: readonly CliCommand[] = [
  remote({
    command: 'limit.list',
    usage: '',
    examples: ['doorward limit list', 'doorward limit list --json'],
    input: none,
    show: ({ limits, loops }, out) =>
      [
        limits.length === 0
          ? 'There are no limits.'
          : table(['ID', 'AT MOST', 'ABOUT', 'USED UP NOW'], limits.map(rowOf), out.columns),
        loops === 'ask'
          ? 'The same call again and again is asked about.'
          : 'The same call again and again is not asked about.',
      ].join('\n'),
  }),
  {
    ...remote({
      command: 'limit.put',
      usage: '--calls N [--per TIME]   or   --at-once N   or   --daily-calls N --daily-amount X',
      options: LIMIT_OPTIONS,
      examples: [
        'doorward limit add --server github --calls 60 --per minute --burst 10',
        'doorward limit add --each server --at-once 4',
        'doorward limit add --effects spend --daily-calls 5',
      ],
      input(given) {
        const no = words(given);
        return no.ok ? limitFrom(given) : no;
      },
      show: ({ limit }) => `The limit ${limit.id} is kept: ${mostWords(limit.most)}.`,
    }),
    name: 'limit add',
  },
  remote({
    command: 'limit.remove',
    usage: 'ID',
    examples: ['doorward limit remove 3f2a9c1b77d0'],
    input(given) {
      const id = words(given, 'ID');
      return id.ok ? ok({ id: id.value[0] ?? '' }) : id;
    },
    show: ({ id }) => `The limit ${visible(id)} is gone.`,
  }),
  remote({
    command: 'limit.loops',
    usage: loopChoice.options.join('|'),
    examples: ['doorward limit loops off'],
    input(given) {
      const named = words(given, 'ASK|OFF');
      if (!named.ok) return named;
      const loops = loopChoice.options.find((one) => one === named.value[0]);
      return loops === undefined ? fail('usage', `Say ${loopChoice.options.join(' or ')}.`) : ok({ loops });
    },
    show: ({ loops }) =>
      loops === 'ask'
        ? 'The same call again and again is asked about.'
        : 'The same call again and again is not asked about any more.',
  }),
];
