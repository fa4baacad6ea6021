import type { ArgCondition, RuleBody, ValueTest } from '../../../../shared/model/policy.ts';
import { CLOCK, RULE_BOUNDS } from '../../../../shared/model/rule-bounds.ts';

/** What is wrong with a draft: the name of a sentence, and which condition it is about, counted from 1. */
export interface RuleProblem {
  readonly kind:
    'everything' | 'tool' | 'argument' | 'value' | 'range' | 'program' | 'hours' | 'note' | 'other';
  readonly number?: number;
}

const isWithin = (text: string, most: number): boolean => text.length > 0 && text.length <= most;

/** Whether it can be written as JSON: `1e999` was a number when it was typed, and is none for JSON. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).every(isJson);
}

function isComplete(test: ValueTest): boolean {
  switch (test.is) {
    case 'equals':
      return isJson(test.value);
    case 'one-of':
      return test.values.length > 0 && test.values.length <= RULE_BOUNDS.values && test.values.every(isJson);
    case 'glob':
    case 'regex':
    case 'host':
    case 'recipient':
      return isWithin(test.pattern, RULE_BOUNDS.pattern);
    case 'in-folder':
      return isWithin(test.folder, RULE_BOUNDS.folder);
    case 'program':
      return (
        test.words.length > 0 &&
        test.words.length <= RULE_BOUNDS.words &&
        test.words.every((word) => isWithin(word, RULE_BOUNDS.word))
      );
    case 'range':
    case 'absent':
      return true;
  }
}

function conditionTrouble({ pointer, test }: ArgCondition): RuleProblem['kind'] | undefined {
  if (pointer.length > RULE_BOUNDS.pointer) return 'argument';
  if (isComplete(test)) return undefined;
  return test.is === 'program' ? 'program' : 'value';
}

/**
 * The first thing for which the host would refuse this rule, undefined when it would take it; of what a person types,
 * for the rest is chosen from lists.
 */
export function ruleTrouble({ tool, args = [], hours, note }: RuleBody): RuleProblem | undefined {
  if (tool !== undefined && tool.length > RULE_BOUNDS.pattern) return { kind: 'tool' };
  for (const [index, condition] of args.entries()) {
    const kind = conditionTrouble(condition);
    if (kind !== undefined) return { kind, number: index + 1 };
  }
  if (args.length > RULE_BOUNDS.conditions) return { kind: 'other' };
  if (hours !== undefined && !(hours.days.length > 0 && CLOCK.test(hours.from) && CLOCK.test(hours.to)))
    return { kind: 'hours' };
  return note !== undefined && note.length > RULE_BOUNDS.note ? { kind: 'note' } : undefined;
}
