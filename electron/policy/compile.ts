import type { Because, Rule, Ruling } from '../../shared/model/policy.ts';
import { CallContext } from './call-context.ts';
import type { CompilePolicy } from './contract.ts';
import { createExplain } from './explain.ts';
import type { CallFacts } from './facts.ts';
import type { Folder } from './places/folders.ts';
import { createPlaces } from './places/places.ts';
import { placeValues } from './place-values.ts';
import { decideByPreset, paramsOf } from './preset.ts';
import { compileRoles } from './roles.ts';
import { type CompiledRule, compileRule } from './rules/compiled-rule.ts';
import { byRank, strictestFirst } from './rules/rank.ts';
import { type Fitting, RuleSet } from './rules/rule-set.ts';

/** Tests that name a place, so that a rule with one of them is about that place and not by the way. */
const NAMING = new Set(['equals', 'one-of', 'in-folder']);

/**
 * Compiles a state of the policy. A call is decided in layers: limits of the organisation (the strictest that fits
 * counts, what would loosen is no limit), then a person's rules and those of the AI app's role (the most specific
 * counts, see `rankOf`), then the preset. The outcome is the stricter of the first and the rest. What would pass is
 * asked about all the same with "Ask about everything", when something was found in its arguments, when the arguments can be read in two ways, and when it changes
 * what belongs to Doorward or an AI app without a rule that names that place. Never throws.
 */
export const compilePolicy: CompilePolicy = (state, ports) => {
  const places = createPlaces(ports);
  const roles = compileRoles(state.roles);
  const counts = (rule: Rule): boolean => rule.run === undefined || rule.run === state.run;
  const managed = state.managed.filter(counts).map((rule) => compileRule(rule, places));
  const person = [...state.person, ...roles.rules].filter(counts).map((rule) => compileRule(rule, places));
  const limits = new RuleSet(
    managed.filter(({ loosens }) => !loosens),
    strictestFirst,
  );
  const chosen = new RuleSet(person, byRank);
  const faults = [
    ...[...managed, ...person].flatMap(({ id, fault }) =>
      fault === undefined ? [] : [`The rule ${id} is not in order: ${fault}.`],
    ),
    ...roles.faults,
  ];

  const contextOf = (facts: CallFacts): CallContext =>
    new CallContext(facts, places, ports.workingFolder?.(facts.server));
  const byRule = (layer: Because['layer'], call: CallContext, { rule, marked }: Fitting): Ruling => ({
    decision: rule.rule.action === 'report' ? 'allow' : rule.rule.action,
    because: { layer, code: 'rule', rule: rule.id, marked: [...marked], params: paramsOf(call) },
  });
  const byPreset = (call: CallContext): Ruling =>
    decideByPreset(call, roles.presetOf(call.facts.client.role, state.preset), (): readonly Folder[] =>
      ports.folders(call.facts.server).map((name) => places.folder(name)),
    );
  const byPerson = (call: CallContext): { ruling: Ruling; rule: CompiledRule | undefined } => {
    const found = chosen.first(call);
    if (found === undefined) return { ruling: byPreset(call), rule: undefined };
    return { ruling: byRule('person', call, found), rule: found.rule };
  };

  /** Why something that would pass is asked about all the same. */
  const guard = (call: CallContext, rule: CompiledRule | undefined): Because | undefined => {
    const because = (code: Because['code'], marked: string[], more: Because['params'] = {}): Because => ({
      layer: 'guard',
      code,
      marked,
      params: paramsOf(call, more),
    });
    if (state.askAboutEverything) return because('ask-about-everything', []);
    const { doubts } = call.facts;
    // These very arguments may have been looked at before.
    if (doubts !== undefined && rule?.rule.argsDigest === undefined)
      return because('finding', [], { found: doubts.join(' ').slice(0, 300) });
    if (rule === undefined) return undefined;
    const isLax = roles.presetOf(call.facts.client.role, state.preset) === 'observe';
    if (!call.args.readable && !(isLax && call.effect === 'read')) return because('unreadable-arguments', []);
    if (call.effect === 'read' || rule.rule.argsDigest !== undefined) return undefined;
    const own = placeValues(call).filter(({ read }) => read !== undefined && places.isOwn(read));
    if (own.length === 0) return undefined;
    const named = new Set(
      rule.conditions.flatMap((one) => (NAMING.has(one.source.test.is) ? (one.surely(call) ?? []) : [])),
    );
    const unnamed = own.filter(({ pointer }) => !named.has(pointer));
    return unnamed.length === 0
      ? undefined
      : because(
          'sensitive-place',
          unnamed.map(({ pointer }) => pointer),
          { place: unnamed[0]?.text?.slice(0, 300) ?? '', why: 'own' },
        );
  };

  const guarded = (call: CallContext, ruling: Ruling, rule: CompiledRule | undefined): Ruling => {
    if (ruling.decision !== 'allow') return ruling;
    const because = guard(call, rule);
    return because === undefined ? ruling : { decision: 'ask', because };
  };
  const withoutReport = (call: CallContext): Ruling => {
    const found = chosen.first(call, ({ rule }) => rule.action === 'report');
    return guarded(call, found === undefined ? byPreset(call) : byRule('person', call, found), found?.rule);
  };

  const decideCall = (call: CallContext): Ruling => {
    const limit = limits.first(call);
    if (limit?.rule.rule.action === 'block') return byRule('managed', call, limit);
    const { ruling, rule } = byPerson(call);
    const rest = guarded(call, ruling, rule);
    if (limit !== undefined && rest.decision !== 'block') return byRule('managed', call, limit);
    if (rest.decision !== 'allow' || rule?.rule.action !== 'report') return rest;
    return { ...rest, would: withoutReport(call).decision };
  };

  const decide = (facts: CallFacts): Ruling => decideCall(contextOf(facts));
  return {
    policy: {
      decide,
      explain: createExplain({
        state,
        ports,
        decideCall,
        contextOf,
        fitting: (call) => [...limits.all(call), ...chosen.all(call)],
        ignored: (call) =>
          managed.filter((rule) => rule.loosens && rule.fits(call) !== undefined && isAbout(rule, call)),
      }),
      seesServer: (role, server) => roles.seesServer(role, server),
      sees: (role, server, name, effect) => roles.sees(role, server, name, effect),
    },
    faults,
  };
};

const isAbout = (rule: CompiledRule, { facts }: CallContext): boolean =>
  (rule.rule.server === undefined || rule.rule.server === facts.server) && rule.name.fits(facts.name);
