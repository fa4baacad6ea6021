import type { BridgeInput } from '../../../../shared/ipc/window.ts';
import type { Limit, LimitEach, LimitMost, LimitPeriod } from '../../../../shared/model/limits.ts';
import type { Effect } from '../../../../shared/model/review.ts';
import { LIMIT_BOUNDS } from '../../../../shared/model/rule-bounds.ts';

/** A limit as far as a person has made it. What is empty holds for everything. */
export interface LimitDraft {
  /** Absent: a new one. */
  readonly id: string | undefined;
  readonly kind: Limit['most']['kind'];
  readonly calls: string;
  readonly per: LimitPeriod;
  readonly burst: string;
  readonly amount: string;
  /** Empty, `client:` with an id, or `role:` with one. */
  readonly who: string;
  readonly server: string;
  readonly tool: string;
  readonly effects: readonly Effect[];
  readonly each: LimitEach | 'together';
}

export const emptyLimit: LimitDraft = {
  id: undefined,
  kind: 'rate',
  calls: '60',
  per: 'minute',
  burst: '',
  amount: '',
  who: '',
  server: '',
  tool: '',
  effects: [],
  each: 'together',
};

const text = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** A limit as a draft. */
export function draftOf({ id, about, each, most }: Limit): LimitDraft {
  const { client, role, server = '', tool = '', effects = [] } = about;
  return {
    id,
    kind: most.kind,
    calls: text(most.calls),
    per: most.kind === 'rate' ? most.per : 'minute',
    burst: most.kind === 'rate' ? text(most.burst) : '',
    amount: most.kind === 'budget' ? text(most.amount) : '',
    who: client !== undefined ? `client:${client}` : role !== undefined ? `role:${role}` : '',
    server,
    tool,
    effects,
    each: each ?? 'together',
  };
}

export type LimitProblem = 'calls' | 'burst' | 'amount' | 'nothing' | 'other';
export type MadeLimit = { readonly limit: BridgeInput<'limit.put'> } | { readonly problem: LimitProblem };

const WHOLE = /^[1-9]\d{0,6}$/;
const AMOUNT = /^\d{1,10}(\.\d{1,6})?$/;

/** The limit that a draft says, or what is wrong with it. */
export function limitOf(draft: LimitDraft): MadeLimit {
  const { id, kind, per, who, server, effects, each } = draft;
  const [calls, burst, amount, tool] = [draft.calls, draft.burst, draft.amount, draft.tool].map((one) =>
    one.trim(),
  ) as [string, string, string, string];
  const mayBeEmpty = kind === 'budget' && calls === '';
  if (!WHOLE.test(calls) && !mayBeEmpty) return { problem: 'calls' };
  if (kind === 'rate' && burst !== '' && !WHOLE.test(burst)) return { problem: 'burst' };
  if (kind === 'budget' && amount !== '' && !(AMOUNT.test(amount) && Number(amount) > 0))
    return { problem: 'amount' };
  if (kind === 'budget' && calls === '' && amount === '') return { problem: 'nothing' };
  if (Number(calls) > (kind === 'at-once' ? LIMIT_BOUNDS.atOnce : LIMIT_BOUNDS.calls))
    return { problem: 'calls' };
  if (kind === 'rate' && Number(burst) > LIMIT_BOUNDS.calls) return { problem: 'burst' };
  if (kind === 'budget' && Number(amount) > LIMIT_BOUNDS.amount) return { problem: 'amount' };
  if (tool.length > LIMIT_BOUNDS.tool) return { problem: 'other' };
  const count = calls === '' ? {} : { calls: Number(calls) };
  const most = {
    kind,
    ...count,
    ...(kind === 'rate' && { per, ...(burst !== '' && { burst: Number(burst) }) }),
    ...(kind === 'budget' && amount !== '' && { amount: Number(amount) }),
  } as LimitMost;
  const [sort, named = ''] = who.split(/:(.*)/s);
  const limit = {
    ...(id !== undefined && { id }),
    about: {
      ...(sort === 'client' && { client: named }),
      ...(sort === 'role' && { role: named }),
      ...(server !== '' && { server }),
      ...(tool !== '' && { tool }),
      ...(effects.length > 0 && { effects: [...effects] }),
    },
    ...(each !== 'together' && { each }),
    most,
  };
  return { limit };
}
