import type { Explanation, Ruling } from '../../shared/model/policy.ts';
import { missingCase } from '../../shared/result.ts';
import { plainNames, rulingSentence, ruleSentence } from '../../shared/texts/policy.ts';
import { shown } from '../../shared/texts/policy-values.ts';
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
    const others = fitting
      .filter((rule) => rule !== decider)
      .map((rule) => ({
        rule: rule.id,
        sentence: ruleSentence(rule.rule, names),
        why: whyNot(ruling, isManaged(rule)),
      }));
    const ignored = parts.ignored(call).map((rule) => ({
      rule: rule.id,
      sentence: ruleSentence(rule.rule, names),
      why: 'What your organisation sets only tightens; it lets nothing pass by itself.',
    }));
    const says = decider === undefined ? undefined : ruleSentence(decider.rule, names);
    return {
      ruling,
      sentence: rulingSentence(ruling, names, says),
      others: [...others, ...ignored],
      change: changes(ruling, facts, parts, says),
    };
  };
}

function whyNot({ because, decision }: Ruling, isManaged: boolean): string {
  switch (because.layer) {
    case 'managed':
      return isManaged
        ? 'Another limit of your organisation that fits is stricter or more specific.'
        : 'A limit of your organisation is stricter.';
    case 'guard':
      return isManaged ? 'It asks too.' : 'This call is asked about whatever your rules say.';
    case 'person':
      if (isManaged)
        return decision === 'block' ? 'You are stricter than your organisation.' : 'It is no stricter.';
      return 'Another rule that fits is more specific, or stricter where both are equally specific.';
    case 'preset':
      return 'It does not decide this call.';
    default:
      return missingCase(because.layer);
  }
}

function changes(ruling: Ruling, facts: CallFacts, parts: Parts, says: string | undefined): string[] {
  const { decision, because } = ruling;
  const names = parts.ports.names ?? plainNames;
  const what = `${shown(facts.name)} on ${names.server(facts.server)}`;
  if (because.layer === 'managed')
    return ['Ask whoever manages Doorward in your organisation: only they can change this.'];
  if (because.code === 'finding') return ['Allow exactly these arguments when you are asked.'];
  if (because.code === 'ask-about-everything') return ['Turn off "Ask about everything".'];
  if (because.code === 'unreadable-arguments')
    return [
      'Nothing makes it pass without a question. The AI app has to send arguments that name each thing once.',
    ];
  if (because.code === 'sensitive-place' && because.params['why'] === 'own')
    return [
      'Allow exactly these arguments. No wider permission covers what belongs to Doorward or an AI app.',
    ];
  if (decision === 'allow')
    return [
      ...(because.code === 'rule' && says !== undefined ? [`Remove this: ${says}`] : []),
      `Ask before ${what} is called.`,
      `Block ${what}.`,
    ];
  if (because.code === 'rule')
    return [
      ...(says === undefined ? [] : [`Remove this: ${says}`]),
      ...(decision === 'ask'
        ? [`Allow ${what} for ${names.client(facts.client.id)} with a more specific permission.`]
        : []),
    ];
  const like = likeOf(facts, parts.ports);
  return [
    ...(like === undefined ? [] : [`Allow ${what} ${LIKE[like.words.key] ?? 'for exactly these places'}.`]),
    ...(because.code === 'server-asks' ? [] : [`Allow ${what}.`]),
    ...(because.params['preset'] === 'strict' ? ['Choose Guarded in place of Strict.'] : []),
  ];
}

const LIKE: Readonly<Record<string, string>> = {
  'like.folder': 'for this folder',
  'like.recipient': 'for this recipient',
  'like.host': 'for this host',
  'like.program': 'for commands like this',
  'like.container': 'for exactly this',
};
