import { contract, type CommandInput, type CommandOutput } from '../../shared/ipc/contract.ts';
import {
  type ActChoice,
  crossingDirection,
  inspectionAct,
  type InspectionView,
  personalType,
  watched,
} from '../../shared/model/inspection.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, EXIT, type Given, type OptionSpec, text, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { flowCommands } from './flow-commands.ts';
import { givenText } from './given-text.ts';
import { maskCommands } from './mask-commands.ts';
import { table, visible, visibleLines } from './output.ts';
import { callHost, remote } from './remote.ts';

const MAX_TRIED = 1024 * 1024;

const PLACE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  watch: { type: 'string', value: 'KIND', help: `What is found: ${watched.options.join(', ')}.` },
  direction: {
    type: 'string',
    value: 'D',
    help: `Only on its way ${crossingDirection.options.join(' or ')}.`,
  },
  server: { type: 'string', value: 'ID', help: 'Only for this server.' },
  role: { type: 'string', value: 'ID', help: 'Only for AI apps of this role.' },
};

/** One of some words, or undefined when the option is not given. */
export function oneOf<T extends string>(
  given: Given,
  name: string,
  options: readonly T[],
): Result<T | undefined> {
  const value = text(given, name);
  if (value === undefined) return ok(undefined);
  const known = options.find((one) => one === value);
  return known === undefined ? fail('usage', `--${name} is one of ${options.join(', ')}.`) : ok(known);
}

type Place = { readonly [K in Exclude<keyof ActChoice, 'act'>]?: ActChoice[K] };

function placeOf(given: Given): Result<Place> {
  const none = words(given);
  if (!none.ok) return none;
  const watch = oneOf(given, 'watch', watched.options);
  if (!watch.ok) return watch;
  const direction = oneOf(given, 'direction', crossingDirection.options);
  if (!direction.ok) return direction;
  const [server, role] = [text(given, 'server'), text(given, 'role')];
  return ok({
    ...(watch.value === undefined ? {} : { watch: watch.value }),
    ...(direction.value === undefined ? {} : { direction: direction.value }),
    ...(server === undefined ? {} : { server }),
    ...(role === undefined ? {} : { role }),
  });
}

const rowOf = ({ watch, direction, server, role, act }: ActChoice): string[] => [
  watch,
  direction ?? 'both',
  server ?? 'all',
  role ?? 'all',
  act,
];
const HEAD = ['FOUND', 'DIRECTION', 'SERVER', 'ROLE', 'ACT'];

function describeView(view: InspectionView, columns: number | undefined): string {
  const { acts, demanded, personal, masks, labels, marks, canaries } = view;
  const labelled = labels.flatMap(({ server, labels: own }) => {
    const holding = own.filter(({ holds }) => holds);
    return holding.length === 0
      ? []
      : [[server, holding.map(({ label, chosen }) => (chosen ? label : `${label} (guessed)`)).join(', ')]];
  });
  return [
    acts.length === 0
      ? 'Nothing is chosen: the preset says what happens on a finding.'
      : table(HEAD, acts.map(rowOf), columns),
    ...(demanded.length === 0
      ? []
      : ['Your organisation wants at least:', table(HEAD, demanded.map(rowOf), columns)]),
    `Personal data that is looked for: ${personal.length === 0 ? 'none' : personal.join(', ')}.`,
    `Masks: ${masks.length}. Canaries: ${canaries.length}. AI apps with marks: ${marks.length}.`,
    ...(labelled.length === 0 ? [] : [table(['SERVER', 'LABELS'], labelled, columns)]),
  ].join('\n');
}

function describeTrial({
  verdict,
  sentences,
  findings,
  text: after,
  complete,
}: CommandOutput<'inspection.try'>): string {
  return [
    `${verdict}: ${findings.length === 0 ? 'nothing was found' : `${findings.length} found`}${complete ? '.' : ', and not everything could be looked at.'}`,
    ...sentences.map((one) => `  ${visible(one)}`),
    ...findings.map(
      ({ source, type, score, path, before, found, after: behind }) =>
        `  ${source} ${visible(type)} ${score.toFixed(2)}${path === '' ? '' : ` at ${visible(path)}`}: ${visible(before)}»${visible(found)}«${visible(behind)}`,
    ),
    ...(after === undefined ? [] : ['It would go on as:', visibleLines(after)]),
  ].join('\n');
}

const tryCommand: CliCommand = {
  name: 'inspection try',
  usage: '[FILE] [--as tool|result|argument] [--server ID] [--client NAME]   (else standard input)',
  does: contract['inspection.try'].does,
  operator: false,
  options: {
    as: {
      type: 'string',
      value: 'WHAT',
      help: 'What it is taken for: tool, result (when left out) or argument.',
    },
    server: { type: 'string', value: 'ID', help: 'The server that it comes from or goes to.' },
    client: { type: 'string', value: 'NAME', help: 'The AI app at the other end.' },
  },
  examples: ['doorward inspection try page.html', 'doorward inspection try --as argument < text'],
  async run(run) {
    const { given, output, world } = run;
    const [file, ...more] = given.words;
    if (more.length > 0) return fail('usage', `"${more[0] ?? ''}" is one word too many.`);
    const as = oneOf(given, 'as', ['tool', 'result', 'argument']);
    if (!as.ok) return as;
    const [server, client] = [text(given, 'server'), text(given, 'client')];
    const source = await givenText(world, file, MAX_TRIED);
    if (!source.ok) return source;
    const input: CommandInput<'inspection.try'> = {
      text: source.value,
      ...(as.value === undefined ? {} : { as: as.value }),
      ...(server === undefined ? {} : { server }),
      ...(client === undefined ? {} : { client }),
    };
    const checked = contract['inspection.try'].input.safeParse(input);
    if (!checked.success) return fail('usage', checked.error.issues[0]?.message ?? 'The input is not valid.');
    const control = await connectControl(run.paths);
    if (!control.ok) return control;
    const answer = await callHost(run, control.value, 'inspection.try', input);
    control.value.close();
    if (!answer.ok) return answer;
    output.stdout.write(`${output.json ? JSON.stringify(answer.value) : describeTrial(answer.value)}\n`);
    return ok(EXIT.done);
  },
};

/** The commands about what is looked for in what crosses, and about where data may flow. */
export const inspectionCommands: readonly CliCommand[] = [
  remote({
    command: 'inspection.show',
    usage: '',
    examples: ['doorward inspection show', 'doorward inspection show --json'],
    input(given) {
      const none = words(given);
      return none.ok ? ok({}) : none;
    },
    show: (view, out) => describeView(view, out.columns),
  }),
  remote({
    command: 'inspection.set',
    usage: '--watch KIND --act ACT [--direction D] [--server ID] [--role ID]',
    options: {
      ...PLACE_OPTIONS,
      act: { type: 'string', value: 'ACT', help: `What happens: ${inspectionAct.options.join(', ')}.` },
    },
    examples: [
      'doorward inspection set --watch secret --direction to-server --act block',
      'doorward inspection set --watch personal --act mask --server crm',
    ],
    input(given) {
      const place = placeOf(given);
      if (!place.ok) return place;
      const act = oneOf(given, 'act', inspectionAct.options);
      if (!act.ok) return act;
      const { watch } = place.value;
      if (watch === undefined || act.value === undefined) return fail('usage', 'Give --watch and --act.');
      return ok({ choices: [{ ...place.value, watch, act: act.value }] });
    },
    show: (view, out) => describeView(view, out.columns),
  }),
  remote({
    command: 'inspection.unset',
    usage: '[--watch KIND] [--direction D] [--server ID] [--role ID] [--exact]   or   --all',
    options: {
      ...PLACE_OPTIONS,
      exact: { type: 'boolean', help: 'Only the choice that says exactly this, not those for parts of it.' },
      all: { type: 'boolean', help: 'Every choice.' },
    },
    examples: ['doorward inspection unset --watch secret', 'doorward inspection unset --all'],
    input(given) {
      const place = placeOf(given);
      if (!place.ok) return place;
      const nothing = Object.keys(place.value).length === 0;
      if (nothing !== (given.values['all'] === true))
        return fail('usage', 'Say which choices are taken back, or --all.');
      return ok({ ...place.value, ...(given.values['exact'] === true ? { exact: true } : {}) });
    },
    show: (view, out) => describeView(view, out.columns),
  }),
  remote({
    command: 'inspection.personal',
    usage: 'TYPE… | none',
    examples: ['doorward inspection personal email iban card', 'doorward inspection personal none'],
    input({ words: given }) {
      if (given.length === 0)
        return fail('usage', `Name some of ${personalType.options.join(', ')}, or none.`);
      if (given.length === 1 && given[0] === 'none') return ok({ types: [] });
      const unknown = given.find((word) => !personalType.options.some((one) => one === word));
      if (unknown !== undefined)
        return fail('usage', `"${unknown}" is not one of ${personalType.options.join(', ')}.`);
      return ok({ types: personalType.options.filter((one) => given.includes(one)) });
    },
    show: ({ personal }) =>
      `Personal data that is looked for: ${personal.length === 0 ? 'none' : personal.join(', ')}.`,
  }),
  tryCommand,
  ...maskCommands,
  ...flowCommands,
];
