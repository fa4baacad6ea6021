import { GOOD_SHAPING, NO_SHAPING, type Shaping } from '../../shared/model/shaping.ts';
import type { ShapingView, ShapingWish } from '../../shared/model/shaping-choices.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CliCommand, type Given, text, wholeNumber, words } from './command.ts';
import { type Output, table, visible } from './output.ts';
import { remote } from './remote.ts';

const STEPS = ['nulls', 'tables', 'markdown', 'links', 'base64', 'repeats'] as const;
/** What a budget may be (`shaping`). */
const [LEAST, MOST] = [200, 1_000_000];
const MODES = ['off', 'good', 'usual'] as const;

/** What is done to answers, in words. */
function inWords(one: Shaping | undefined): string {
  if (one === undefined) return 'off';
  const steps = STEPS.filter((step) => one[step]);
  const cut = one.budget === undefined ? [] : [`at most ${one.budget} tokens`];
  return [...steps, ...cut].join(', ') || 'off';
}

function shown({ usual, tools }: ShapingView, out: Output): string {
  const rows = [
    ['(all tools)', inWords(usual)],
    ...tools.map((one) => [visible(one.tool), inWords(one.shaping)]),
  ];
  return table(['TOOL', 'ANSWERS'], rows, out.columns);
}

/** The steps that a list names; refused where one is none. */
function stepsIn(list: string): Result<Partial<Shaping>> {
  const named = list.split(',').map((word) => word.trim());
  const unknown = named.find((word) => !STEPS.some((step) => step === word));
  if (unknown !== undefined)
    return fail('usage', `"${unknown}" is none of ${[...MODES, ...STEPS].join(', ')}.`);
  return ok(Object.fromEntries(named.map((step) => [step, true])));
}

/** What the words ask for; refused with what is wrong. */
export function wishOf(mode: string | undefined, given: Given): Result<ShapingWish> {
  const number = wholeNumber(given, 'budget', LEAST, MOST);
  if (!number.ok) return fail('usage', `--budget is a whole number of tokens from ${LEAST} to ${MOST}.`);
  const budget = number.value;
  const plain = MODES.find((one) => one === mode);
  if (plain !== undefined && (plain !== 'good' || budget === undefined))
    return budget === undefined ? ok(plain) : fail('usage', `--budget does not go with ${plain}.`);
  if (plain === 'good') return ok({ ...GOOD_SHAPING, budget });
  const steps = mode === undefined ? ok({}) : stepsIn(mode);
  if (!steps.ok) return steps;
  return ok({ ...NO_SHAPING, ...steps.value, ...(budget === undefined ? {} : { budget }) });
}

const show = remote({
  command: 'server.shaping',
  usage: 'ID',
  examples: ['doorward server shaping files'],
  input(given) {
    const named = words(given, 'ID');
    return named.ok ? ok({ server: named.value[0] ?? '' }) : named;
  },
  show: shown,
});

const set = remote({
  command: 'server.shape',
  usage: `ID [${MODES.join('|')}|STEP,STEP…]`,
  options: {
    tool: { type: 'string', value: 'NAME', help: 'Only answers of this tool; "usual" ends its own choice.' },
    budget: { type: 'string', value: 'N', help: 'Cut answers at N tokens; the rest is there to read on.' },
  },
  examples: [
    'doorward server shape files good',
    'doorward server shape web markdown,links --budget 8000',
    'doorward server shape web off --tool raw_page',
  ],
  input(given) {
    const [id = '', mode, ...more] = given.words;
    if (id === '' || more.length > 0) return fail('usage', 'Give ID, and what to do with its answers.');
    const tool = text(given, 'tool');
    const wish = wishOf(mode, given);
    if (!wish.ok) return wish;
    return ok({ server: id, ...(tool === undefined ? {} : { tool }), shaping: wish.value });
  },
  show: shown,
});

/** The commands about smaller answers. */
export const shapingCommands: readonly CliCommand[] = [
  show,
  {
    ...set,
    // Without anything to do it shows.
    run(run) {
      const { given } = run;
      const asks = given.words.length < 2 && text(given, 'budget') === undefined;
      return (asks ? show : set).run(run);
    },
  },
];
