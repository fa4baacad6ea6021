import type {
  ArgCondition,
  CallKind,
  RuleAction,
  RuleBody,
  ValueTest,
} from '../../../../shared/model/policy.ts';
import type { Effect } from '../../../../shared/model/review.ts';
import { type RuleProblem, ruleTrouble } from './rule-check.ts';

/** One condition on an argument, as far as it was typed. */
export interface ConditionDraft {
  readonly key: number;
  readonly pointer: string;
  readonly is: ValueTest['is'];
  readonly text: string;
  readonly min: string;
  readonly max: string;
}

/** A rule as far as a person has made it. What is empty fits everything. */
export interface RuleDraft {
  readonly action: RuleAction;
  /** Empty, `client:` with an id, or `role:` with one. */
  readonly who: string;
  readonly server: string;
  readonly kind: CallKind | 'any';
  readonly tool: string;
  readonly effects: readonly Effect[];
  readonly conditions: readonly ConditionDraft[];
  readonly hours: {
    readonly on: boolean;
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
  };
  readonly expiry: keyof typeof LASTS;
  readonly note: string;
}

const HOUR = 3_600_000;
const LASTS = {
  none: undefined,
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  month: 30 * 24 * HOUR,
} as const;
/** How long a rule can count, in the order in which it is offered. */
export const EXPIRIES = Object.keys(LASTS) as (keyof typeof LASTS)[];

export const emptyRule: RuleDraft = {
  action: 'allow',
  who: '',
  server: '',
  kind: 'any',
  tool: '',
  effects: [],
  conditions: [],
  hours: { on: false, days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  expiry: 'none',
  note: '',
};

export const newCondition = (key: number): ConditionDraft => ({
  key,
  pointer: '',
  is: 'equals',
  text: '',
  min: '',
  max: '',
});

export type Made = { readonly body: RuleBody } | { readonly problem: RuleProblem };

/** A name as people write it, as a JSON pointer. */
const pointerOf = (text: string): string => {
  const name = text.trim();
  return name === '' || name.startsWith('/') ? name : `/${name}`;
};

/** What was typed as JSON where it is JSON, and as the text that it is otherwise. */
function valueOf(text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const numberOf = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};

/** The test as it would be sent; `ruleTrouble` judges it, and the host once more. */
function testOf({ is, text, min, max }: ConditionDraft): unknown {
  switch (is) {
    case 'equals':
      return { is, value: text === '' ? undefined : valueOf(text) };
    case 'one-of':
      return { is, values: linesOf(text).map(valueOf) };
    case 'glob':
    case 'regex':
    case 'host':
    case 'recipient':
      return { is, pattern: text.trim() };
    case 'in-folder':
      return { is, folder: text.trim() };
    case 'program':
      return { is, words: text.trim().split(/\s+/).filter(Boolean) };
    case 'range': {
      const [least, most] = [numberOf(min), numberOf(max)];
      return { is, ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
    }
    case 'absent':
      return { is };
  }
}

function conditionProblem(draft: ConditionDraft): RuleProblem['kind'] | undefined {
  const { pointer, is, min, max } = draft;
  if (pointerOf(pointer) === '') return 'argument';
  if (is !== 'range') return undefined;
  const wrong = (text: string): boolean => text.trim() !== '' && numberOf(text) === undefined;
  return wrong(min) || wrong(max) || (numberOf(min) === undefined && numberOf(max) === undefined)
    ? 'range'
    : undefined;
}

/** Whether a rule that lets pass would let everything pass. */
function fitsEverything({ client, role, server, tool, effects, args, kind }: RuleBody): boolean {
  return [client, role, server, tool, effects, args, kind].every((part) => part === undefined);
}

/** The rule that a draft says, or the first thing that is wrong with it. `now` is when it would begin to count. */
export function ruleOf(draft: RuleDraft, now: number): Made {
  const { action, who, server, kind, tool, effects, conditions, hours, expiry, note } = draft;
  for (const [index, condition] of conditions.entries()) {
    const wrong = conditionProblem(condition);
    if (wrong !== undefined) return { problem: { kind: wrong, number: index + 1 } };
  }
  const args = conditions.map((condition) => ({
    pointer: pointerOf(condition.pointer),
    test: testOf(condition),
  })) as ArgCondition[];
  const lasts = LASTS[expiry];
  const body: RuleBody = {
    action,
    ...(who.startsWith('client:') && { client: who.slice(7) }),
    ...(who.startsWith('role:') && { role: who.slice(5) }),
    ...(server !== '' && { server }),
    ...(kind !== 'any' && { kind }),
    ...(tool.trim() !== '' && { tool: tool.trim() }),
    ...(effects.length > 0 && { effects: [...effects] }),
    ...(args.length > 0 && { args }),
    ...(hours.on && {
      hours: { days: hours.days.toSorted((a, b) => a - b), from: hours.from, to: hours.to },
    }),
    ...(lasts !== undefined && { expiresAt: now + lasts }),
    ...(note.trim() !== '' && { note: note.trim() }),
  };
  const trouble = ruleTrouble(body);
  if (trouble !== undefined) return { problem: trouble };
  const loose = action === 'allow' || action === 'report';
  return loose && fitsEverything(body) ? { problem: { kind: 'everything' } } : { body };
}
