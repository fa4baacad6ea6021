import type { PolicyValue, PolicyWords } from '../model/policy-words.ts';
import type { Because, CallKind, RuleBody, Ruling } from '../model/policy.ts';
import { effect } from '../model/review.ts';
import { missingCase } from '../result.ts';
import type { PolicyTextKey } from './policy-texts.ts';
import { testWords } from './policy-values.ts';

/** How people call what the policy knows by id. What they say is a text from outside. */
export interface PolicyNames {
  readonly client: (id: string) => string;
  readonly role: (id: string) => string;
  readonly server: (id: string) => string;
}

const same = (id: string): string => id;
/** Ids as they are. */
export const plainNames: PolicyNames = { client: same, role: same, server: same };

/** A sentence of the catalogue with what goes into it. */
export const words = (
  key: PolicyTextKey,
  params: Readonly<Record<string, PolicyValue>> = {},
): PolicyWords => ({
  key,
  params,
});

type What = 'tool' | 'tools' | 'all' | 'prompt' | 'prompts' | 'resource' | 'resources' | Asked;
type Asked = Extract<CallKind, 'completion' | 'sampling' | 'elicitation' | 'roots'>;

/**
 * A rule in sentences: who may do what and where; then one for each thing that makes it count less often. Values are
 * as they are in the rule.
 */
export function ruleWords(
  rule: RuleBody & { readonly run?: string | undefined },
  names: PolicyNames = plainNames,
): PolicyWords[] {
  const { action, client, role, server, kind, tool } = rule;
  const who = client !== undefined ? 'app' : role !== undefined ? 'role' : 'every';
  const what = whatOf(kind, tool);
  const said = action === 'report' ? 'allow' : action;
  const where = server === undefined ? '-any' : '';
  const inSentence = what === 'tool' || what === 'prompt' || what === 'resource';
  return [
    words(`${said}.${who}.${what}${where}`, {
      ...(client === undefined ? {} : { app: names.client(client) }),
      ...(who === 'role' && role !== undefined ? { role: names.role(role) } : {}),
      ...(inSentence && tool !== undefined ? { tool } : {}),
      ...(server === undefined ? {} : { server: names.server(server) }),
    }),
    ...(client === undefined || role === undefined
      ? []
      : [words('counts.role', { app: names.client(client), role: names.role(role) })]),
    ...(tool === undefined || inSentence ? [] : [words('counts.name', { tool })]),
    ...limitWords(rule),
    ...(action === 'report' ? [words('counts.report')] : []),
  ];
}

function whatOf(kind: CallKind | undefined, tool: string | undefined): What {
  switch (kind) {
    case undefined:
      return tool === undefined ? 'all' : 'tool';
    case 'tool':
      return tool === undefined ? 'tools' : 'tool';
    case 'prompt':
      return tool === undefined ? 'prompts' : 'prompt';
    case 'resource':
      return tool === undefined ? 'resources' : 'resource';
    case 'completion':
    case 'sampling':
    case 'elicitation':
    case 'roots':
      return kind;
    default:
      return missingCase(kind);
  }
}

function limitWords(rule: RuleBody & { readonly run?: string | undefined }): PolicyWords[] {
  const { effects, args, argsDigest, hours, expiresAt, run } = rule;
  const days = [...new Set(hours?.days)].toSorted((a, b) => a - b);
  return [
    ...(effects === undefined || effects.length === 0
      ? []
      : [
          words('counts.effects', {
            effects: {
              any: effects.map((one) => ({ key: `does.${one}` satisfies PolicyTextKey, params: {} })),
            },
          }),
        ]),
    ...(argsDigest === undefined ? [] : [words('counts.digest')]),
    ...(args === undefined || args.length === 0
      ? []
      : [words('counts.when', { tests: { all: args.map(testWords) } })]),
    ...(hours === undefined
      ? []
      : [
          days.length === 7
            ? words('counts.daily', { from: hours.from, to: hours.to })
            : words('counts.days', { days: { days }, from: hours.from, to: hours.to }),
        ]),
    ...(expiresAt === undefined ? [] : [words('counts.until', { time: { at: expiresAt } })]),
    ...(run === undefined ? [] : [words('counts.quit')]),
  ];
}

/** Why a call was decided as it was, in sentences. `rule`: those of the rule that decided. */
export function rulingWords(
  { decision, because, would }: Ruling,
  names: PolicyNames = plainNames,
  rule: readonly PolicyWords[] = [],
): PolicyWords[] {
  if (because.code === 'rule') return [words(byRule(decision, because.layer, would)), ...rule];
  const { code, layer, params } = because;
  const reason = reasonWords(because, names);
  if (layer !== 'preset' || code === 'server-asks') return [reason];
  if (decision === 'allow')
    return params['preset'] === 'observe' ? [words('ruling.observe'), reason] : [reason];
  const strict =
    params['preset'] === 'strict' && (code === 'preset-read' || code === 'preset-approved-place');
  return strict ? [words('ruling.strict'), reason] : [reason];
}

function byRule(
  decision: Ruling['decision'],
  layer: Because['layer'],
  would: Ruling['would'],
): PolicyTextKey {
  if (layer === 'managed') return decision === 'block' ? 'ruling.managed-block' : 'ruling.managed-ask';
  if (decision !== 'allow') return `ruling.${decision}`;
  return would === undefined ? 'ruling.allow' : 'ruling.report';
}

function reasonWords({ code, params }: Because, names: PolicyNames): PolicyWords {
  const { server: id, client, place, why, found, kind } = params;
  const server: Record<string, string> = id === undefined ? {} : { server: names.server(id) };
  const both = client === undefined ? server : { ...server, app: names.client(client) };
  const at = (key: PlaceKey, more = {}): PolicyWords =>
    place === undefined || place === '' ? words(`${key}-unnamed`, more) : words(key, { place, ...more });
  switch (code) {
    case 'rule':
      return words('ruling.ask');
    case 'preset-read':
      return words('because.read');
    case 'preset-approved-place':
      return words('because.approved-place', server);
    case 'preset-effect': {
      const known = effect.safeParse(params['effect']);
      return words(known.success ? `because.effect-${known.data}` : 'because.effect');
    }
    case 'preset-unknown':
      return words(params['effect'] === 'write' ? 'because.unknown-place' : 'because.effect-unknown');
    case 'preset-new-place':
      return at('because.new-place');
    case 'outside-folders':
      return why === 'unclear' ? at('because.unclear') : at('because.outside', server);
    case 'sensitive-place':
      return at(why === 'own' ? 'because.own' : 'because.sensitive');
    case 'unreadable-arguments':
      return words('because.unreadable');
    case 'finding':
      return found === undefined || found === ''
        ? words('because.finding')
        : words('because.found', { found: { said: found } });
    case 'ask-about-everything':
      return words('because.ask-everything');
    case 'server-asks':
      if (kind === 'sampling' || kind === 'elicitation') return words(`because.${kind}`, both);
      return words('because.roots', both);
    default:
      return missingCase(code);
  }
}

type PlaceKey = `because.${'new-place' | 'unclear' | 'outside' | 'own' | 'sensitive'}`;
