import { existsSync } from 'node:fs';
import { contract, type CommandInput, type CommandOutput } from '../../shared/ipc/contract.ts';
import { maskShape, type MaskView } from '../../shared/model/inspection.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, EXIT, type Given, type OptionSpec, text, texts, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { fileText, givenText } from './given-text.ts';
import { table, visible, visibleLines } from './output.ts';
import { callHost, remote } from './remote.ts';

const MAX_WORDS_BYTES = 1024 * 1024;
const MAX_SAMPLE = 256 * 1024;
const ways = maskShape.shape.way.options;
const directions = maskShape.shape.direction.options;

const MASK_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  name: { type: 'string', value: 'NAME', help: 'What stands in place of it, and its name in the log.' },
  pattern: { type: 'string', value: 'P', help: 'Regular expression of what is hidden.' },
  words: {
    type: 'string',
    value: 'FILE|A,B',
    help: 'Words that are hidden: a file with one a line, or a list.',
  },
  'ignore-case': { type: 'boolean', help: 'Capital and small letters are the same.' },
  way: { type: 'string', value: 'WAY', help: `${ways.join(', ')} (remove).` },
  replacement: { type: 'string', value: 'TEXT', help: 'With remove: what stands in its place.' },
  direction: { type: 'string', value: 'D', help: `${directions.join(', ')} (both).` },
  servers: { type: 'string', multiple: true, value: 'ID', help: 'Only for this server; may be repeated.' },
  clients: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'Only for this AI app; may be repeated.',
  },
  tools: { type: 'string', multiple: true, value: 'NAME', help: 'Only for this tool; may be repeated.' },
  'restore-for': {
    type: 'string',
    multiple: true,
    value: 'ID',
    help: 'With reversible: another server that gets the value; may be repeated.',
  },
};

function wordsOf(given: string): Result<string[]> {
  const source = existsSync(given) ? fileText(given, MAX_WORDS_BYTES) : ok(given.replaceAll(',', '\n'));
  if (!source.ok) return source;
  const list = source.value
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return list.length === 0 ? fail('usage', 'There are no words.') : ok(list);
}

/** The mask that the options describe. */
export function maskFrom(given: Given): Result<CommandInput<'mask.put'>['mask']> {
  const [name, pattern, list] = [text(given, 'name'), text(given, 'pattern'), text(given, 'words')];
  if (name === undefined) return fail('usage', 'Give it a --name.');
  if ((pattern === undefined) === (list === undefined)) return fail('usage', 'Give --pattern or --words.');
  const found = list === undefined ? ok([]) : wordsOf(list);
  if (!found.ok) return found;
  const replacement = text(given, 'replacement');
  const scope = Object.fromEntries(
    (['servers', 'clients', 'tools'] as const).flatMap((key) => {
      const ids = texts(given, key);
      return ids.length === 0 ? [] : [[key, [...ids]]];
    }),
  );
  const restoreFor = texts(given, 'restore-for');
  const parsed = maskShape.safeParse({
    name,
    find: pattern === undefined ? { words: found.value } : { pattern },
    ...(given.values['ignore-case'] === true ? { ignoreCase: true } : {}),
    way: text(given, 'way') ?? 'remove',
    ...(replacement === undefined ? {} : { replacement }),
    direction: text(given, 'direction') ?? 'both',
    ...(Object.keys(scope).length === 0 ? {} : { scope }),
    ...(restoreFor.length === 0 ? {} : { restoreFor: [...restoreFor] }),
  });
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue?.path[0] === 'way') return fail('usage', `--way is one of ${ways.join(', ')}.`);
  if (issue?.path[0] === 'direction') return fail('usage', `--direction is one of ${directions.join(', ')}.`);
  return fail('usage', issue?.message ?? 'The mask is not valid.');
}

function rowOf({ mask, managed }: MaskView): string[] {
  const { name, find, way, direction, scope = {} } = mask;
  const what = 'words' in find ? `${find.words.length} words` : find.pattern;
  const where = [scope.servers, scope.clients, scope.tools].flatMap((list) =>
    list === undefined ? [] : [list.join(', ')],
  );
  return [name, way, direction, where.join('; ') || 'all', managed ? 'organisation' : 'you', what];
}

function describeTry({ found, text: after }: CommandOutput<'mask.try'>): string {
  return found.length === 0
    ? 'Nothing would be hidden.'
    : [`${found.length} would be hidden:`, visibleLines(after)].join('\n');
}

const tryCommand: CliCommand = {
  name: 'mask try',
  usage: '[FILE] --name NAME --pattern P   or   [FILE] --name NAME --words FILE|A,B   (else standard input)',
  does: contract['mask.try'].does,
  operator: false,
  options: MASK_OPTIONS,
  examples: ["doorward mask try --name Order --pattern 'OR-[0-9]{6}' < sample"],
  async run(run) {
    const { given, output, world } = run;
    const [file, ...more] = given.words;
    if (more.length > 0) return fail('usage', `"${more[0] ?? ''}" is one word too many.`);
    const mask = maskFrom(given);
    if (!mask.ok) return mask;
    const sample = await givenText(world, file, MAX_SAMPLE);
    if (!sample.ok) return sample;
    const input = { mask: mask.value, sample: sample.value };
    if (!contract['mask.try'].input.safeParse(input).success)
      return fail('usage', 'The sample is longer than 65536 characters. Try a part of it.');
    const control = await connectControl(run.paths);
    if (!control.ok) return control;
    const answer = await callHost(run, control.value, 'mask.try', input);
    control.value.close();
    if (!answer.ok) return answer;
    output.stdout.write(`${output.json ? JSON.stringify(answer.value) : describeTry(answer.value)}\n`);
    return ok(EXIT.done);
  },
};

/** The commands about masks. */
export const maskCommands: readonly CliCommand[] = [
  remote({
    command: 'mask.list',
    usage: '',
    examples: ['doorward mask list', 'doorward mask list --json'],
    input(given) {
      const none = words(given);
      return none.ok ? ok({}) : none;
    },
    show: (masks, out) =>
      masks.length === 0
        ? 'There are no masks.'
        : table(['NAME', 'WAY', 'DIRECTION', 'WHERE', 'FROM', 'WHAT'], masks.map(rowOf), out.columns),
  }),
  {
    ...remote({
      command: 'mask.put',
      usage: '--name NAME --pattern P   or   --name NAME --words FILE|A,B',
      options: MASK_OPTIONS,
      examples: [
        "doorward mask add --name Order --pattern 'OR-[0-9]{6}' --direction to-server",
        'doorward mask add --name Customers --words customers.txt --ignore-case --way reversible',
      ],
      input(given) {
        const none = words(given);
        if (!none.ok) return none;
        const mask = maskFrom(given);
        return mask.ok ? ok({ mask: mask.value }) : mask;
      },
      show: ({ mask }) => `The mask "${visible(mask.name)}" is kept.`,
    }),
    name: 'mask add',
  },
  remote({
    command: 'mask.remove',
    usage: 'NAME',
    examples: ['doorward mask remove Order'],
    input(given) {
      const name = words(given, 'NAME');
      return name.ok ? ok({ name: name.value[0] ?? '' }) : name;
    },
    show: ({ name }) => `The mask "${visible(name)}" is gone; its texts cross again.`,
  }),
  tryCommand,
];
