import type { PolicySaid, PolicyWords } from '../../shared/model/policy-words.ts';
import type { Explanation, Ruling } from '../../shared/model/policy.ts';
import { missingCase } from '../../shared/result.ts';
import { policySentence } from '../../shared/texts/policy-english.ts';
import type { PolicyTextKey } from '../../shared/texts/policy-texts.ts';
import { plainNames, ruleWords, rulingWords, words } from '../../shared/texts/policy.ts';
import type { CallContext } from './call-context.ts';
import type { PolicyPorts, PolicyState } from './contract.ts';
import type { CallFacts } from './facts.ts';
import { likeOf } from './like.ts';
import type { CompiledRule } from './rules/compiled-rule.ts';
import type { Fitting } from './rules/rule-set.ts';

interface Parts {
  readonly state: PolicyState;
  readonly ports: PolicyPorts;
  readonly decideCall: (call: CallContext) => Ruling;
  readonly contextOf: (facts: CallFacts) => CallContext;
  /** Rules that fit: managed ones in their order, then a person's. */
  readonly fitting: (call: CallContext) => readonly Fitting[];
  /** Managed rules that would loosen. */
  readonly ignored: (call: CallContext) => readonly CompiledRule[];
}

/** Makes what says why a call is decided as it is, which other rules fit, and what would change it. */
export function createExplain(parts: Parts): (facts: CallFacts) => Explanation {
  const names = parts.ports.names ?? plainNames;
  const managed = new Set(parts.state.managed);
  return (facts) => {
    const call = parts.contextOf(facts);
    const ruling = parts.decideCall(call);
    const fitting = parts.fitting(call).map(({ rule }) => rule);
    const isManaged = (rule: CompiledRule): boolean => managed.has(rule.rule);
    const { because } = ruling;
    const decider = fitting.find(
      (rule) => rule.id === because.rule && isManaged(rule) === (because.layer === 'managed'),
    );
    const other = ({ id, rule }: CompiledRule, why: PolicyTextKey): Explanation['others'][number] => ({
      rule: id,
      ...said(ruleWords(rule, names)),
      why: said([words(why)]),
    });
    const says = decider === undefined ? undefined : ruleWords(decider.rule, names);
    return {
      ruling,
      ...said(rulingWords(ruling, names, says)),
      others: [
        ...fitting
          .filter((rule) => rule !== decider)
          .map((rule) => other(rule, whyNot(ruling, isManaged(rule)))),
        ...parts.ignored(call).map((rule) => other(rule, 'other.loosens')),
      ],
      change: changes(ruling, facts, parts, says).map(said),
    };
  };
}

const said = (some: PolicyWords[]): PolicySaid => ({ sentence: policySentence(some), words: some });

function whyNot({ because, decision }: Ruling, isManaged: boolean): PolicyTextKey {
  switch (because.layer) {
    case 'managed':
      return isManaged ? 'other.managed-specific' : 'other.managed';
    case 'guard':
      return isManaged ? 'other.asks-too' : 'other.guard';
    case 'person':
      if (isManaged) return decision === 'block' ? 'other.you' : 'other.no-stricter';
      return 'other.specific';
    case 'preset':
      return 'other.preset';
    default:
      return missingCase(because.layer);
  }
}

function changes(
  ruling: Ruling,
  facts: CallFacts,
  parts: Parts,
  says: readonly PolicyWords[] | undefined,
): PolicyWords[][] {
  const { decision, because } = ruling;
  const names = parts.ports.names ?? plainNames;
  const what = { tool: facts.name, server: names.server(facts.server) };
  const remove = says === undefined ? [] : [[words('change.remove'), ...says]];
  if (because.layer === 'managed') return [[words('change.managed')]];
  if (because.code === 'finding') return [[words('change.finding')]];
  if (because.code === 'ask-about-everything') return [[words('change.ask-everything')]];
  if (because.code === 'unreadable-arguments') return [[words('change.unreadable')]];
  if (because.code === 'sensitive-place' && because.params['why'] === 'own') return [[words('change.own')]];
  if (decision === 'allow')
    return [
      ...(because.code === 'rule' ? remove : []),
      [words('change.ask', what)],
      [words('change.block', what)],
    ];
  if (because.code === 'rule')
    return [
      ...remove,
      ...(decision === 'ask'
        ? [[words('change.allow-app', { ...what, app: names.client(facts.client.id) })]]
        : []),
    ];
  const like = likeOf(facts, parts.ports);
  return [
    ...(like === undefined ? [] : [[words(LIKE[like.words.key] ?? 'change.like-several', what)]]),
    ...(because.code === 'server-asks' ? [] : [[words('change.allow', what)]]),
    ...(because.params['preset'] === 'strict' ? [[words('change.guarded')]] : []),
  ];
}

const LIKE: Readonly<Record<string, PolicyTextKey>> = {
  'like.folder': 'change.like-folder',
  'like.recipient': 'change.like-recipient',
  'like.host': 'change.like-host',
  'like.program': 'change.like-program',
  'like.container': 'change.like-container',
};
