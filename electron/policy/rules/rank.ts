import type { Rule, RuleAction } from '../../../shared/model/policy.ts';
import type { CompiledCondition } from '../conditions/condition.ts';
import { hasWildcard } from '../regex/glob.ts';

/** Where two rules are equally specific, the greater one counts. */
const STRICTNESS: Readonly<Record<RuleAction, number>> = { block: 3, ask: 2, allow: 1, report: 0 };

/** How strict an action is; an unknown one is the least. */
export const strictness = (action: RuleAction): number => STRICTNESS[action] ?? 0;

/**
 * How specific a rule is, the weightiest first; numbers at the same position are compared and the first difference
 * decides:
 *
 * 1. whom it is about: an AI app, then a role, then everybody
 * 2. whether it names a server
 * 3. what it names: a tool, then a glob (one with more plain letters is narrower), then nothing
 * 4. exactly these arguments, then by the number of conditions
 * 5. how much the conditions narrow together: equal or absent 9, one of several or an address 8, a host 7, a folder 5
 *    (deeper is a little more), a program 5, whatever lies at a domain 5, a range 4, a glob 3, a pattern 2
 * 6. whether it names a kind
 * 7. how few effects it names
 * 8. whether it names hours
 */
export function rankOf(rule: Rule, conditions: readonly CompiledCondition[]): readonly number[] {
  const narrowness = conditions.reduce((sum, { narrowness: one }) => sum + one, 0);
  return [
    rule.client !== undefined ? 2 : rule.role !== undefined ? 1 : 0,
    rule.server !== undefined ? 1 : 0,
    nameRank(rule.tool),
    rule.argsDigest !== undefined ? 1000 : conditions.length,
    narrowness,
    rule.kind !== undefined ? 1 : 0,
    rule.effects === undefined ? 0 : 8 - new Set(rule.effects).size,
    rule.hours !== undefined ? 1 : 0,
  ];
}

function nameRank(tool: string | undefined): number {
  if (tool === undefined) return 0;
  if (!hasWildcard(tool)) return 1000;
  return 1 + tool.replace(/[*?]/g, '').length;
}

/** Most specific first, then the strictest, then by id: the order does not depend on where a rule stands in a list. */
export function byRank(a: Ranked, b: Ranked): number {
  return bySpecificity(a, b) || byStrictness(a, b) || byId(a, b);
}

/** Strictest first, then the most specific, then by id. */
export function strictestFirst(a: Ranked, b: Ranked): number {
  return byStrictness(a, b) || bySpecificity(a, b) || byId(a, b);
}

interface Ranked {
  readonly rule: Rule;
  readonly rank: readonly number[];
}

function bySpecificity(a: Ranked, b: Ranked): number {
  for (let n = 0; n < a.rank.length; n++) {
    const difference = (b.rank[n] as number) - (a.rank[n] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

const byStrictness = (a: Ranked, b: Ranked): number => strictness(b.rule.action) - strictness(a.rule.action);

function byId(a: Ranked, b: Ranked): number {
  if (a.rule.id !== b.rule.id) return a.rule.id < b.rule.id ? -1 : 1;
  const [x, y] = [JSON.stringify(a.rule), JSON.stringify(b.rule)];
  return x < y ? -1 : x > y ? 1 : 0;
}
