import type { Reason } from '../../../shared/model/review.ts';
import type { OtherServers } from '../shadowing/mentions.ts';
import { type Approved, hiddenKey, type ItemText, keyAsText } from './item-texts.ts';
import * as lexicon from './text/lexicon.ts';
import { hiddenIn } from './text/hidden.ts';
import { placesNamed, toolsNamed } from './text/named.ts';
import { covertOrders } from './text/covert.ts';
import { type Order, ordersIn, systemMarks } from './text/orders.ts';
import { suspicion } from './text/suspicion.ts';
import { type Sentence, sentencesOf } from './text/words.ts';

/** What else can be reached, for telling whom a text speaks of. All names as they are offered. */
export interface Neighbours {
  /** Names of the server's own tools and prompts. */
  readonly siblings: ReadonlySet<string>;
  /** What the other servers offer; undefined when there are none. */
  readonly others?: OtherServers | undefined;
}

/** Of a server beside which there is nothing else. */
export const ALONE: Neighbours = { siblings: new Set() };

/** What a text is judged against. */
export interface TextRules {
  readonly approved: Approved;
  readonly neighbours: Neighbours;
  /** Names that belong to the item itself, lower case. */
  readonly own: ReadonlySet<string>;
  /** True for an item that nobody has seen before: a place or a tool that it names is no change then. */
  readonly fresh: boolean;
}

const LONG_CHARS = 64 * 1024;

/** What is wrong with one new or changed text. Only what the approved version did not say counts. */
export function judgeText(found: ItemText, rules: TextRules): Reason[] {
  const { path, role, text } = found;
  const reasons: Reason[] = [];
  const add = (code: Reason['code'], risk: Reason['risk'], params: Reason['params'] = {}): void => {
    reasons.push({ code, risk, path, params });
  };
  if (text.length > LONG_CHARS) add('long-text', 'alarm', { count: text.length });
  for (const one of hiddenIn(text)) {
    if (rules.approved.hidden.has(hiddenKey(one))) continue;
    add('hidden-text', 'alarm', { kind: one.kind, count: one.count, says: one.says.trim() });
    if (one.says.length > 3) reasons.push(...judgeSentences({ ...found, text: one.says }, rules, true));
  }
  if (role !== 'key') {
    for (const mark of new Set(systemMarks(text)))
      if (!rules.approved.marks.has(mark)) add('system-marks', 'alarm', { quote: mark.slice(0, 80) });
    const places = placesNamed(text);
    const named = [...places.hosts].filter((host) => !rules.approved.hosts.has(host));
    const addresses = [...places.addresses].filter((address) => !rules.approved.addresses.has(address));
    if (!rules.fresh)
      for (const place of [...named, ...addresses].slice(0, 5)) add('new-place', 'alarm', { place });
  }
  reasons.push(...judgeSentences(role === 'key' ? { ...found, text: keyAsText(text) } : found, rules, false));
  return reasons;
}

function judgeSentences(found: ItemText, rules: TextRules, decoded: boolean): Reason[] {
  const { path, role, text } = found;
  const reasons: Reason[] = [];
  const fresh = sentencesOf(text).filter((sentence) => !rules.approved.sentences.has(sentence.plain));
  for (const sentence of fresh) {
    const orders = ordersIn(sentence);
    // What an update adds is held to more than what a new description may say.
    if (!rules.fresh && role !== 'key' && orders.every(({ kind }) => kind === 'steering'))
      orders.push(...veiledOrders(sentence, orders.length > 0));
    for (const { kind, quote } of orders) {
      // "When to use this tool" is what descriptions are for; in a default or a choice it is an order.
      if (kind === 'steering') {
        if (role === 'value' && sentence.words.length > 4)
          reasons.push({ code: 'orders', risk: 'alarm', path, params: { kind, quote } });
        else if (role !== 'key') reasons.push({ code: 'steers', risk: 'care', path, params: { quote } });
      } else if (role !== 'key' || sentence.words.length > 2)
        reasons.push({ code: 'orders', risk: 'alarm', path, params: { kind, quote } });
    }
    if (role === 'value' && !decoded && lexicon.TREASURES.some((part) => `${sentence.plain} `.includes(part)))
      reasons.push({
        code: 'orders',
        risk: 'alarm',
        path,
        params: { kind: 'theft', quote: sentence.raw.slice(0, 200) },
      });
  }
  if (role !== 'key') reasons.push(...judgeNames(path, fresh.map(({ raw }) => raw).join('\n'), rules));
  return reasons;
}

/** Sums of `suspicion`: of the sentences of honest descriptions one in 2,000 reaches the first, one in 60 the second. */
const VEILED = 3.5;
const STEERING = 2.5;

function veiledOrders(sentence: Sentence, steers: boolean): Order[] {
  const quote = sentence.raw.slice(0, 200);
  const kinds = covertOrders(sentence);
  const score = suspicion(sentence);
  if (kinds.length === 0 && score >= VEILED) kinds.push('veiled');
  else if (kinds.length === 0 && score >= STEERING && !steers) kinds.push('steering');
  return kinds.map((kind) => ({ kind, quote }));
}

const MAX_NAMES = 5;

function judgeNames(path: string, text: string, rules: TextRules): Reason[] {
  const reasons: Reason[] = [];
  const { siblings, others } = rules.neighbours;
  const told = new Set<string>();
  for (const { what, name, server } of others?.mentionsIn(text) ?? []) {
    if (what === 'tool' && (siblings.has(name) || rules.own.has(name.toLowerCase()))) continue;
    told.add(name);
    reasons.push({ code: 'names-other-server', risk: 'alarm', path, params: { what, name, server } });
    if (reasons.length >= MAX_NAMES) return reasons;
  }
  for (const name of toolsNamed(text, rules.own)) {
    if (siblings.has(name) || told.has(name) || rules.fresh) continue;
    reasons.push({ code: 'names-other-tool', risk: 'alarm', path, params: { name } });
    if (reasons.length >= MAX_NAMES) return reasons;
  }
  return reasons;
}
