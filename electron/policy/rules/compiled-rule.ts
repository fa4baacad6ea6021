import type { Rule } from '../../../shared/model/policy.ts';
import { effect, type Effect } from '../../../shared/model/review.ts';
import type { CallContext } from '../call-context.ts';
import { type CompiledCondition, compileCondition } from '../conditions/condition.ts';
import type { Places } from '../places/places.ts';
import { compileGlob, hasWildcard } from '../regex/glob.ts';
import { PatternFault } from '../regex/parse.ts';
import { compileHours } from './hours.ts';
import { rankOf } from './rank.ts';

/** What a rule is about by name: prepared for looking it up. */
export interface RuleName {
  /** Exactly this name. */
  readonly exact: string | undefined;
  readonly fits: (name: string) => boolean;
}

/** A rule, compiled. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly id: string;
  /** `allow` and `report`. */
  readonly loosens: boolean;
  readonly name: RuleName;
  readonly conditions: readonly CompiledCondition[];
  readonly rank: readonly number[];
  /** What of it could not be compiled; a sentence. */
  readonly fault: string | undefined;
  /** The pointers that made it fit; undefined when it does not. Does not look at the server or the name. */
  fits(call: CallContext): readonly string[] | undefined;
}

const EFFECT_BIT = new Map<Effect, number>(effect.options.map((one, n) => [one, 1 << n]));
const ALL_EFFECTS = (1 << effect.options.length) - 1;

/** A call may have come in so long before the permission that it waits for was given. */
const WAITED_MS = 15 * 60_000;

/** A server's own requests are loosened only by rules that name them: "may do anything" is said of an AI app's calls. */
const isServersRequest = (kind: string): boolean =>
  kind === 'sampling' || kind === 'elicitation' || kind === 'roots';

/**
 * Compiles a rule. Never throws. A part that makes no sense leaves a rule that loosens without effect and a rule that
 * tightens without that part, so that it covers more.
 */
export function compileRule(rule: Rule, places: Places): CompiledRule {
  try {
    return compileParts(rule, places);
  } catch {
    const { id, action, origin, who, createdAt, client, role, server, expiresAt, run } = rule;
    const rest = { client, role, server, expiresAt, run };
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const bare = compileParts({ id, action, origin, who, createdAt, ...given }, places);
    const never = (): undefined => undefined;
    return {
      ...bare,
      fault: 'it has another shape than rules have',
      ...(bare.loosens ? { fits: never } : {}),
    };
  }
}

function compileParts(rule: Rule, places: Places): CompiledRule {
  const loosens = rule.action === 'allow' || rule.action === 'report';
  const faults: string[] = [];
  const attempt = <T>(make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      faults.push(error instanceof PatternFault ? error.message : 'it is not in order');
      return undefined;
    }
  };
  const conditions = (rule.args ?? []).flatMap(
    (source) => attempt(() => compileCondition(source, places)) ?? [],
  );
  const inHours =
    rule.hours === undefined
      ? undefined
      : attempt(() => compileHours(rule.hours as NonNullable<Rule['hours']>));
  const name = (rule.tool === undefined ? undefined : attempt(() => nameOf(rule.tool as string))) ?? ANY_NAME;
  const effects = rule.effects?.reduce((bits, one) => bits | (EFFECT_BIT.get(one) ?? 0), 0) ?? ALL_EFFECTS;
  const { client, role, kind, argsDigest, expiresAt, createdAt } = rule;
  const conditional = conditions.length > 0 || argsDigest !== undefined || (rule.args ?? []).length > 0;
  const fault = faults.length === 0 ? undefined : faults.join('; ');

  const fits = (call: CallContext): readonly string[] | undefined => {
    const { facts } = call;
    if (client !== undefined && client !== facts.client.id) return undefined;
    if (role !== undefined && role !== facts.client.role) return undefined;
    if (kind === undefined ? loosens && isServersRequest(facts.kind) : kind !== facts.kind) return undefined;
    if (((EFFECT_BIT.get(call.effect) ?? 0) & effects) === 0) return undefined;
    if (expiresAt !== undefined && !(expiresAt > facts.at)) return undefined;
    // A clock that was set back tells nothing about how much is left of what was given for a while.
    if (expiresAt !== undefined && loosens && facts.at < createdAt - WAITED_MS) return undefined;
    if (inHours !== undefined && !inHours(facts.at)) return undefined;
    if (!conditional) return NOTHING;
    if (!call.args.readable) return loosens ? undefined : NOTHING;
    if (argsDigest !== undefined && argsDigest !== call.args.digest) return undefined;
    const marked: string[] = [];
    for (const condition of conditions) {
      const found = loosens ? condition.surely(call) : condition.maybe(call);
      if (found === undefined) return undefined;
      marked.push(...found);
    }
    return marked;
  };
  return {
    rule,
    id: rule.id,
    loosens,
    name,
    conditions,
    rank: rankOf(rule, conditions),
    fault,
    fits: loosens && fault !== undefined ? () => undefined : fits,
  };
}

const NOTHING: readonly string[] = [];
const ANY_NAME: RuleName = { exact: undefined, fits: () => true };

function nameOf(glob: string): RuleName {
  const fits = compileGlob(glob);
  const exact = hasWildcard(glob) ? undefined : glob.normalize('NFC');
  return { exact, fits: (name) => fits(name.normalize('NFC')) === true };
}
