// How often a person is asked in a week, before and after permissions are taken: node bench/policy/budget.ts [SEED]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import type { RuleBody } from '../../shared/model/policy.ts';
import type { Effect } from '../../shared/model/review.ts';
import { openScene, type OpenScene } from './budget-scene.ts';
import { live, type Lived, type Tally, tallyOf } from './person.ts';
import { attacksOn, weekOf } from './week.ts';

/** How the tools of a run count: as Doorward reads them, or as a person corrects what it reads wrongly at the review. */
export type Reading = 'as read' | 'corrected';

interface Rates {
  readonly asked: number;
  readonly askedPer100: number;
  readonly blocked: number;
}

/** One run: a recorded week, the permissions that Doorward suggests for it, and another week with them. */
export interface BudgetRun {
  readonly reading: Reading;
  /** Tools whose effect was corrected, as `server tool effect`. */
  readonly corrected: readonly string[];
  /** Guarded without permissions, as it happened. */
  readonly recorded: Tally;
  /** The same calls replayed: of `uncertain` ones the log does not hold all that rules look at. */
  readonly replayed: {
    readonly calls: number;
    readonly uncertain: number;
    readonly guarded: Rates;
    readonly suggestionsTaken: Rates;
    readonly strict: Rates;
    readonly observe: Rates;
  };
  readonly suggestions: readonly { readonly sentence: string; readonly saves: number }[];
  /** Another week, really run, with every suggestion taken. */
  readonly later: Tally;
  /** Attacks that were tried on the permissions, beside the weeks. */
  readonly tried: number;
  /** What was refused and now passes, or was asked about in vain; one sentence each. */
  readonly leaks: readonly string[];
}

export interface Budget {
  readonly seed: number;
  readonly runs: readonly BudgetRun[];
}

/**
 * What a person who knows the servers sets right at the review: the filesystem server calls what overwrites a file
 * destructive, which reads like deleting; `open_nodes` opens nothing but looks nodes up.
 */
const CORRECTED: readonly (readonly [server: string, tool: string, effect: Effect])[] = [
  ['files', 'write_file', 'write'],
  ['files', 'edit_file', 'write'],
  ['files', 'move_file', 'write'],
  ['memory', 'open_nodes', 'read'],
];
const FLUSH_MS = 20_000;

/** Runs both readings, each on a host, servers and a profile of its own, in a folder that is given and stays. */
export async function measureBudget(folder: string, seed: number): Promise<Budget> {
  const runs: BudgetRun[] = [];
  for (const reading of ['as read', 'corrected'] as const) {
    const inside = join(folder, `budget-${reading.replace(' ', '-')}`);
    mkdirSync(inside);
    const scene = await openScene(inside);
    try {
      runs.push(await run(scene, reading, seed));
    } finally {
      await scene.close();
    }
  }
  return { seed, runs };
}

async function run(scene: OpenScene, reading: Reading, seed: number): Promise<BudgetRun> {
  const { desk } = scene;
  const must = <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> =>
    scene.must(name, input);
  const corrections = reading === 'corrected' ? CORRECTED : [];
  for (const [server, tool, effect] of corrections) await must('tool.effect', { server, tool, effect });
  // What the person never wants: it must stay refused, whatever is allowed later.
  await must('rule.add', { action: 'block', server: 'everything', tool: 'get-env' });

  const first = await live(weekOf(seed, desk), scene);
  const advice = await recordedAdvice(must, first.length);
  const add: RuleBody[] = advice.suggestions.map(({ body }) => body);
  const simulated = await must('rule.simulate', { add, remove: [], days: 7 });
  const [strict, observe] = [
    await must('rule.simulate', { add: [], remove: [], preset: 'strict', days: 7 }),
    await must('rule.simulate', { add: [], remove: [], preset: 'observe', days: 7 }),
  ];
  for (const body of add) await must('rule.add', body);

  const refused = first.filter(({ outcome }) => outcome === 'denied');
  const silent: string[] = [];
  for (const { call, step } of refused) {
    const { ruling } = await must('rule.explain', { call: call ?? '' });
    if (ruling.decision === 'allow') silent.push(`${step.tool}, denied in the first week, would pass now`);
  }
  const later = await live(weekOf(seed + 1, desk), scene);
  const again = first.flatMap(({ step }) => (step.attack === true ? [step] : []));
  const tried = await live([...again, ...attacksOn(desk)], scene);
  return {
    reading,
    corrected: corrections.map((words) => words.join(' ')),
    recorded: tallyOf(first),
    replayed: {
      calls: simulated.calls,
      uncertain: simulated.uncertain,
      guarded: ratesOf(simulated.before, simulated.calls),
      suggestionsTaken: ratesOf(simulated.after, simulated.calls),
      strict: ratesOf(strict.after, strict.calls),
      observe: ratesOf(observe.after, observe.calls),
    },
    suggestions: advice.suggestions.map(({ sentence, saves }) => ({
      sentence: sentence.replaceAll(desk.home, '~'),
      saves,
    })),
    later: tallyOf(later),
    tried: tried.length,
    leaks: [
      ...silent,
      ...leaksOf(first, 'the first week'),
      ...leaksOf(later, 'the second week'),
      ...leaksOf(tried, 'the attacks on the permissions'),
      ...(simulated.before.blocked === simulated.after.blocked
        ? []
        : [`${simulated.before.blocked} calls were blocked, ${simulated.after.blocked} would be`]),
    ],
  };
}

/** What Doorward suggests once the whole week is in its log. */
async function recordedAdvice(
  must: OpenScene['must'],
  calls: number,
): Promise<CommandOutput<'rule.suggest'>> {
  const deadline = Date.now() + FLUSH_MS;
  for (;;) {
    const { calls: recorded } = await must('rule.simulate', { add: [], remove: [], days: 7 });
    if (recorded >= calls) return must('rule.suggest', { days: 7 });
    if (Date.now() > deadline) throw new Error(`Only ${recorded} of ${calls} calls are in the log.`);
    await pause(100);
  }
}

const ratesOf = ({ asked, blocked }: { asked: number; blocked: number }, calls: number): Rates => ({
  asked,
  askedPer100: (asked * 100) / calls,
  blocked,
});

const leaksOf = (lived: readonly Lived[], when: string): string[] =>
  lived
    .filter(({ step, outcome }) => step.attack === true && outcome === 'passed')
    .map(({ step }) => `${step.server} ${step.tool} ${JSON.stringify(step.args)} passed in ${when}`);

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-budget-'));
  try {
    console.log(JSON.stringify(await measureBudget(folder, Number(process.argv[2] ?? 5)), undefined, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
