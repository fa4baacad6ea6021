import type { SignalName } from '../signal.ts';
import { type Concept, bitOf } from './concepts.ts';
import { BUILD } from './build.ts';
import { bitsIn } from './facts.ts';
import type { Window } from './features.ts';

// What is known of orders to a model before anything is learned, by notion: somebody speaks to whoever reads by machine,
// or in another's voice; asks for acts; of things that are private, costly or lasting; and what speaks against it.

/** Judgements over a window that the model weighs beside single traits; one bit each. */
export const CORE = {
  called: 1 << 0,
  named: 1 << 1,
  voiced: 1 << 2,
  setAside: 1 << 3,
  kept: 1 << 4,
  ordered: 1 << 5,
  treasure: 1 << 6,
  harm: 1 << 7,
  outward: 1 << 8,
  spoken: 1 << 9,
  whole: 1 << 10,
} as const;
export const CORE_COUNT = 11;

const mask = (...names: readonly Concept[]): number =>
  names.reduce((sum, name) => sum | (1 << bitOf(name)), 0);
const highMask = (...names: readonly Concept[]): number =>
  names.reduce((sum, name) => sum | (1 << (bitOf(name) - 32)), 0);

const AI = mask('ai');
const BRAND = mask('brand');
const LESS = mask('brand', 'helper');
const OBJECT = mask('rule', 'task');
const ACTS = mask('send', 'take', 'destroy', 'run', 'money', 'change', 'say', 'override');
const ABOUT = highMask('about');
const CITED = highMask('cited');
const AUTHORITY = mask('authority');
const DESTROY = mask('destroy');
const DONE_TASK_FRESH = mask('done', 'task', 'fresh');
const EARLIER_YOU = mask('earlier', 'you');
const HUSH = mask('hush');
const MONEY = mask('money');
const MONEY_DESTROY = mask('money', 'destroy');
const OVERRIDE = mask('override');
const PRIVATE = mask('private');
const ROLE_YOU = mask('role', 'you');
const SECRET = mask('secret');
const SECRET_PRIVATE_TALK = mask('secret', 'private', 'talk');
const SEND_SINK_TAKE = mask('send', 'sink', 'take');
const TALK = mask('talk');
const URGENT = mask('urgent');
const USER = mask('user');
const YOU = mask('you');
const has = (bits: number, wanted: number): boolean => (bits & wanted) === wanted;
const some = (bits: number, wanted: number): boolean => (bits & wanted) !== 0;

/** Signals of the grammar that speak of an order to a model and of hardly anything else. */
const TELLING: readonly SignalName[] = [
  'override',
  'persona',
  'voice',
  'theft',
  'concealment',
  'impersonation',
  'new-task',
  'task-over',
  'lifted',
  'deceit',
  'exfiltration',
  'elsewhere',
  'obedience',
  'phishing',
];

/** So much in all makes it as likely as not; and how much odds a unit is. */
const HALF = 4.6;
const SPREAD = 1.1;

/** Bits of `CORE`, and odds. */
export interface Prior {
  readonly core: number;
  readonly odds: number;
}

/** What a window amounts to, and the odds that it is an order to a model as far as rules can tell. */
export function priorOf({ facts, around, signals }: Window): Prior {
  let low = 0;
  let high = 0;
  let build = around;
  let called = 0;
  for (const one of facts) {
    low |= one.low;
    high |= one.high;
    build |= one.build;
    called = Math.max(called, calledIn(one.low, one.build));
  }
  const is = (bits: number): boolean => (build & bits) !== 0;
  let core = 0;
  let sum = called;
  if (called >= 2) core |= CORE.called;
  else if (called > 0) core |= CORE.named;
  if (is(BUILD.turn)) sum += called >= 2 ? 0.6 : 1.3;
  if (is(BUILD.fakeUser)) sum += 0.8;
  if (is(BUILD.iAm)) sum += 1;
  if (is(BUILD.yourRules)) sum += 1.1;
  if (is(BUILD.turn | BUILD.fakeUser | BUILD.iAm | BUILD.yourRules)) core |= CORE.voiced;
  if (some(low, OVERRIDE) && some(low, OBJECT) && some(low, EARLIER_YOU)) {
    sum += called > 0 || some(low, YOU) ? 1.4 : 0.7;
    core |= CORE.setAside;
  }
  if (has(low, DONE_TASK_FRESH)) {
    sum += 0.9;
    core |= CORE.setAside;
  }
  if (some(low, HUSH) || is(BUILD.kept)) {
    sum += is(BUILD.kept) || (called > 0 && some(low, USER)) ? 1.5 : 0.7;
    if (is(BUILD.kept) || called > 0) core |= CORE.kept;
  }
  const orders = (is(BUILD.order) ? 1 : 0) + (is(BUILD.orders) ? 0.5 : 0) + (is(BUILD.manyOrders) ? 0.5 : 0);
  sum += orders;
  if (orders > 0 || is(BUILD.modelMust)) core |= CORE.ordered;
  if (bitsIn(low & ACTS) > 1) sum += 0.4;
  const treasure = some(low, SECRET_PRIVATE_TALK) || is(BUILD.secretPath);
  if (treasure) core |= CORE.treasure;
  sum += (some(low, SECRET) ? 0.5 : 0) + (some(low, PRIVATE) ? 0.4 : 0) + (some(low, TALK) ? 0.4 : 0);
  const harm = some(low, MONEY_DESTROY) || is(BUILD.command);
  if (harm) core |= CORE.harm;
  sum += (some(low, MONEY) ? 0.4 : 0) + (some(low, DESTROY) ? 0.4 : 0) + (is(BUILD.command) ? 0.9 : 0);
  if (is(BUILD.secretPath)) sum += 0.8;
  if (is(BUILD.toolName)) sum += 0.3;
  if (is(BUILD.literal) && some(low, SEND_SINK_TAKE)) {
    sum += 0.6;
    core |= CORE.outward;
  }
  if (some(low, AUTHORITY)) sum += 0.3;
  if (some(low, URGENT)) sum += 0.3;
  if (has(low, ROLE_YOU)) sum += 0.6;
  if (is(BUILD.concealed)) sum += 0.9;
  for (const name of TELLING) sum += (signals.get(name) ?? 0) * 0.17;
  const spoken =
    (is(BUILD.quoted) ? 1.2 : 0) +
    ((high & ABOUT) !== 0 ? 1.2 : 0) +
    (is(BUILD.aboutAround) ? 1.2 : is(BUILD.aboutSome) ? 0.4 : 0) +
    ((high & CITED) !== 0 ? 0.4 : 0) +
    (is(BUILD.youAre) ? 0.4 : 0) +
    (is(BUILD.modelIs) ? 0.4 : 0) +
    (is(BUILD.modelsAround) ? 0.4 : 0) +
    (is(BUILD.question) ? 0.4 : 0);
  if (spoken >= 1.2) core |= CORE.spoken;
  sum -= spoken;
  if (is(BUILD.lonely)) sum += 0.4;
  const nobody = called === 0 && (core & (CORE.voiced | CORE.kept)) === 0;
  if (nobody) sum -= 1.2;
  if (
    !nobody &&
    (core & CORE.ordered) !== 0 &&
    (treasure || harm || (core & (CORE.setAside | CORE.kept | CORE.outward)) !== 0)
  )
    core |= CORE.whole;
  return { core, odds: (sum - HALF) * SPREAD };
}

/** How surely one sentence speaks to a model. */
function calledIn(low: number, build: number): number {
  const ai = some(low, AI);
  if (!ai && !some(low, LESS)) return 0;
  const is = (bit: number): boolean => (build & bit) !== 0;
  let called = 0;
  const brand = some(low, BRAND);
  if (is(BUILD.vocative)) called = ai ? 2.5 : brand ? 2.1 : 1.6;
  if (is(BUILD.toModel)) called = Math.max(called, ai ? 2 : brand ? 1.5 : 1);
  if (is(BUILD.ifModel)) called = Math.max(called, ai ? 2.4 : 1);
  if (is(BUILD.modelMust)) called = Math.max(called, ai ? 2 : 1.6);
  if (is(BUILD.ordersModel)) called = Math.max(called, ai ? 1.9 : 1);
  return is(BUILD.modelIs) && called < 2.4 ? called / 2 : called;
}
