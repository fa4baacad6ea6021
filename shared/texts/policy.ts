import type { Because, BecauseCode, RuleBody, Ruling } from '../model/policy.ts';
import type { Effect } from '../model/review.ts';
import { pointerWords, quoted, shown, testWords } from './policy-values.ts';

/** How people call what the policy knows by id, and how a moment is said. */
export interface PolicyNames {
  readonly client: (id: string) => string;
  readonly role: (id: string) => string;
  readonly server: (id: string) => string;
  /** Milliseconds since the epoch. */
  readonly time: (at: number) => string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Ids as they are; times as local date and time. */
export const plainNames: PolicyNames = {
  client: shown,
  role: quoted,
  server: shown,
  time: (at) => {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) return 'an unknown time';
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
  },
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What tools of an effect do, after "tools that". */
const DO: Readonly<Record<Effect, string>> = {
  read: 'read',
  write: 'change things',
  send: 'send something',
  run: 'run commands',
  destroy: 'delete things',
  spend: 'spend money',
  unknown: 'do what Doorward cannot tell',
};

/**
 * A rule as one sentence: who may do what, where, when, and until when. Texts from outside stand in quotation marks,
 * or bare where they are plain; whoever shows the sentence shows it as text.
 */
export function ruleSentence(
  rule: RuleBody & { readonly run?: string | undefined },
  names: PolicyNames = plainNames,
): string {
  const rest = `${whatWords(rule, names)}${whenWords(rule, names)}`;
  const who = whoWords(rule, names);
  switch (rule.action) {
    case 'allow':
      return `${who} may ${rest}.`;
    case 'report':
      return `${who} may ${rest}; the log says what would have happened otherwise.`;
    case 'block':
      return rule.client === undefined && rule.role === undefined
        ? `No AI app may ${rest}.`
        : `${who} may not ${rest}.`;
    case 'ask':
      return `${who} may ${rest}, if you allow it each time.`;
  }
}

function whoWords(rule: RuleBody, names: PolicyNames): string {
  const role = rule.role === undefined ? '' : ` with the role ${names.role(rule.role)}`;
  if (rule.client !== undefined) return `${names.client(rule.client)}${role}`;
  return rule.role === undefined ? 'Every AI app' : `Every AI app${role}`;
}

function whatWords(rule: RuleBody, names: PolicyNames): string {
  const where = rule.server === undefined ? 'any server' : names.server(rule.server);
  const name = rule.tool === undefined ? undefined : shown(rule.tool);
  const effects = rule.effects?.map((one) => DO[one]) ?? [];
  const that = effects.length === 0 ? '' : ` that ${listWords(effects, 'or')}`;
  switch (rule.kind) {
    case 'prompt':
      return name === undefined
        ? `use the prompts of ${where}${that}`
        : `use the prompt ${name} of ${where}${that}`;
    case 'resource':
      return name === undefined ? `read what ${where} offers${that}` : `read ${name} from ${where}${that}`;
    case 'completion':
      return `let ${where} complete ${name ?? 'what is typed'}`;
    case 'sampling':
      return `let ${where} use its model`;
    case 'elicitation':
      return `pass on questions of ${where}`;
    case 'roots':
      return `tell ${where} which folders it works in`;
    case 'tool':
    case undefined:
      if (name !== undefined)
        return `call ${name} on ${where}${that === '' ? '' : `, as one of the tools${that}`}`;
      if (that !== '') return `call tools${that} on ${where}`;
      return rule.kind === 'tool' ? `call every tool on ${where}` : `do anything on ${where}`;
  }
}

function whenWords(rule: RuleBody & { readonly run?: string | undefined }, names: PolicyNames): string {
  const conditions = (rule.args ?? []).map(
    ({ pointer, test }) => `${pointerWords(pointer)} ${testWords(test)}`,
  );
  if (rule.argsDigest !== undefined) conditions.unshift('the arguments are exactly those that were shown');
  const parts = conditions.length === 0 ? [] : [`when ${listWords(conditions, 'and')}`];
  if (rule.hours !== undefined) {
    const days = [...new Set(rule.hours.days)].sort((a, b) => a - b).map((day) => DAYS[day] ?? '');
    parts.push(
      `${days.length === 7 ? 'every day' : `on ${listWords(days, 'and')}`} from ${rule.hours.from} to ${rule.hours.to}`,
    );
  }
  if (rule.expiresAt !== undefined) parts.push(`until ${names.time(rule.expiresAt)}`);
  if (rule.run !== undefined) parts.push('until Doorward quits');
  return parts.map((part) => `, ${part}`).join('');
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

const EFFECT_SENTENCE: Readonly<Record<string, string>> = {
  read: 'It reads.',
  write: 'It changes something.',
  send: 'It sends something out. That cannot be called back.',
  run: 'It runs a command on this computer.',
  destroy: 'It deletes something.',
  spend: 'It spends money.',
  unknown: 'Doorward cannot tell what it does.',
};

/** One sentence, or two, that say why a call was decided as it was. `rule`: the sentence of the rule that decided. */
export function rulingSentence(
  { decision, because, would }: Ruling,
  names: PolicyNames = plainNames,
  rule?: string,
): string {
  const sentence =
    because.code === 'rule' ? ruleWords(decision, because, would, rule) : reasonWords(because, names);
  if (because.layer !== 'preset' || because.code === 'server-asks') return sentence;
  if (decision === 'allow')
    return because.params['preset'] === 'observe' ? `Observe lets this pass. ${sentence}` : sentence;
  return because.params['preset'] === 'strict' && STRICT.has(because.code)
    ? `Strict asks about everything. ${sentence}`
    : sentence;
}

const STRICT = new Set<BecauseCode>(['preset-read', 'preset-approved-place']);

function ruleWords(
  decision: Ruling['decision'],
  because: Because,
  would: Ruling['would'],
  rule: string | undefined,
): string {
  const says = rule === undefined ? '.' : `: ${rule}`;
  if (because.layer === 'managed')
    return decision === 'block'
      ? `Your organisation does not allow this${says}`
      : `Your organisation wants this to be asked about${says}`;
  if (decision === 'block') return `You blocked this${says}`;
  if (decision === 'ask') return `You want to be asked about this${says}`;
  return would === undefined ? `You allowed this${says}` : `It passes and is reported${says}`;
}

function reasonWords({ code, params }: Because, names: PolicyNames): string {
  const server = params['server'] === undefined ? 'the server' : names.server(params['server']);
  const client = params['client'] === undefined ? 'the AI app' : names.client(params['client']);
  const where = params['place'] === undefined ? 'A place in the arguments' : quoted(params['place']);
  switch (code) {
    case 'rule':
      return '';
    case 'preset-read':
      return 'It only reads.';
    case 'preset-approved-place':
      return `It changes something in a folder in which ${server} may change things.`;
    case 'preset-effect':
      return EFFECT_SENTENCE[params['effect'] ?? ''] ?? 'It does more than read.';
    case 'preset-unknown':
      return params['effect'] === 'write'
        ? 'It changes something, and Doorward cannot tell where.'
        : 'Doorward cannot tell what it does.';
    case 'preset-new-place':
      return `It changes something in a place that is not approved: ${where}.`;
    case 'outside-folders':
      return params['why'] === 'unclear'
        ? `Doorward cannot tell where ${where} leads.`
        : `${where} lies outside the folders of ${server}.`;
    case 'sensitive-place':
      return params['why'] === 'own'
        ? `${where} belongs to Doorward or to an AI app: it may hold keys, and decides what runs.`
        : `${where} is a sensitive place: what lies there opens accounts or decides what runs.`;
    case 'unreadable-arguments':
      return 'The arguments can be read in more than one way.';
    case 'finding':
      return params['found'] ?? 'Doorward found something in the arguments.';
    case 'ask-about-everything':
      return '"Ask about everything" is on.';
    case 'server-asks':
      if (params['kind'] === 'sampling') return `${server} wants to use the model of ${client}.`;
      if (params['kind'] === 'elicitation') return `${server} wants to ask you something through ${client}.`;
      return `${server} wants to know which folders ${client} works in.`;
  }
}
