import type { Spread } from '../measure/statistics.ts';
import type { Budget, BudgetRun } from '../policy/budget.ts';
import type { Tally } from '../policy/person.ts';
import type { RuleShare } from '../policy/rule-share.ts';

const micros = ({ median, min, max }: Spread): string =>
  `${(median / 1000).toFixed(2)} [${(min / 1000).toFixed(2)}–${(max / 1000).toFixed(2)}] µs`;

/** What deciding costs with 1,000 rules. */
export function ruleText({ cost, addedMicros, measuredIn, percent }: RuleShare): string {
  const { read, write } = cost;
  const pair = (name: string, { noRules, rules, added }: typeof read): string =>
    `  ${name}: ${micros(noRules)} without rules, ${micros(rules)} with 1,000, difference ${micros(added)}`;
  const share =
    addedMicros === undefined || percent === undefined
      ? '  beside what Doorward adds to a call: not measured'
      : `  the greater is ${percent.toFixed(2)} % of what Doorward adds to a call (${addedMicros.toFixed(0)} µs, ${measuredIn})`;
  return [
    'one decision, 1,000 mixed rules of 25 servers',
    pair('a read', read),
    pair('a write with a path', write),
    share,
    '  a write with all 1,000 rules about this one tool, beside the bar:',
    `    folders and exact arguments ${micros(cost.sameTool)}, other apps ${micros(cost.sameToolByApp)}, ` +
      `patterns ${micros(cost.sameToolPatterns)}`,
  ].join('\n');
}

const asked = ({ asked: count, askedPer100, blocked }: Pick<Tally, 'asked' | 'askedPer100' | 'blocked'>) =>
  `${askedPer100.toFixed(2)} (${count} asked, ${blocked} blocked)`;

function toolsText({ byTool }: Tally): string {
  return byTool.map(({ tool, calls, asked: count }) => `${tool} ${count} of ${calls}`).join(', ');
}

function weekText(name: string, week: Tally): readonly string[] {
  return [
    `  ${name}: ${asked(week)} in ${week.calls} calls; ${week.always} of them no permission may save`,
    `    ${toolsText(week)}`,
  ];
}

function runText(run: BudgetRun): string {
  const { reading, corrected, recorded, replayed, suggestions, later, tried, leaks } = run;
  return [
    reading === 'as read'
      ? 'questions per 100 calls, tools as Doorward reads them'
      : `questions per 100 calls, tools corrected at the review (${corrected.join(', ')})`,
    ...weekText('Guarded, no permissions, really run', recorded),
    `  replayed: ${replayed.calls} recorded calls, ${replayed.uncertain} of which too little was recorded of`,
    `    Guarded ${asked(replayed.guarded)}, with suggestions taken ${asked(replayed.suggestionsTaken)}`,
    `    Strict ${asked(replayed.strict)}, Observe ${asked(replayed.observe)}`,
    `  ${suggestions.length} suggestions, which would have saved ` +
      `${suggestions.reduce((sum, { saves }) => sum + saves, 0)} questions`,
    ...suggestions.map(({ sentence, saves }) => `    ${saves}: ${sentence}`),
    ...weekText('Guarded, suggestions taken, another week really run', later),
    `  ${tried} attacks on these permissions; what was refused and now passes: ` +
      (leaks.length === 0 ? 'nothing' : leaks.join('; ')),
  ].join('\n');
}

/** How often the person of the week is asked. */
export const budgetText = ({ seed, runs }: Budget): string =>
  [`A week of an AI app, seeds ${seed} and ${seed + 1}`, ...runs.map(runText)].join('\n\n');
