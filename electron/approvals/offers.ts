import { duration, type Duration, type Scope } from '../../shared/model/approval.ts';
import type { ArgCondition, RuleBody } from '../../shared/model/policy.ts';
import type { Effect } from '../../shared/model/review.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { isMild } from './bonds.ts';
import type { Answer, Bond, DeskSettings, Question } from './contract.ts';
import { ANSWER_ONCE } from './sentences.ts';

const LASTS: Readonly<Partial<Record<Duration, number>>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

/** What a person may choose for one call. */
export interface Offer {
  readonly durations: Duration[];
  readonly scopes: Scope[];
}

/** What an answer to this question may be: never a server, never an app, and nothing for good that does harm. */
export function offerFor(question: Question, effect: Effect, settings: DeskSettings): Offer {
  if (question.about === 'answer') return { durations: ['once'], scopes: ['args'] };
  const nameable = isNameable(question.bond);
  const longest = duration.options.indexOf(settings.longest);
  const durations = duration.options.filter((one, length) => {
    if (one === 'once') return true;
    if (!nameable || length > longest) return false;
    return one !== 'always' || (settings.alwaysAllowed && isMild(effect));
  });
  // What was found is in these arguments; a rule about others says nothing of it.
  if (question.ruling.because.code === 'finding') return { durations, scopes: ['args'] };
  const scopes: Scope[] = hasLike(question.like) ? ['args', 'like', 'tool'] : ['args', 'tool'];
  return { durations, scopes };
}

/** Refuses an answer that goes beyond the offer, with one sentence. */
export function checkAnswer(answer: Answer, question: Question, offer: Offer, effect: Effect): Result<void> {
  if (answer.scope === 'server' || answer.scope === 'client')
    return fail('refused', 'A permission for a whole server or app is made on the Permissions page.');
  if (answer.duration === 'once') return ok(undefined);
  if (question.about === 'answer') return fail('refused', ANSWER_ONCE);
  if (!isNameable(question.bond))
    return fail('refused', 'No rule can name this call exactly, so it can be allowed only once.');
  if (answer.duration === 'always' && !isMild(effect))
    return fail(
      'refused',
      'Calls that send, delete, run, spend, or do something unknown are not allowed for good here. Choose a shorter time.',
    );
  if (!offer.durations.includes(answer.duration))
    return fail('refused', 'Your settings do not let a call be allowed for so long. Choose a shorter time.');
  if (!offer.scopes.includes(answer.scope))
    return fail(
      'refused',
      'Doorward cannot say what is like this call. Choose these arguments, or the whole tool.',
    );
  return ok(undefined);
}

/** The permission that an answer for more than once makes. Bound to the effect: it does not outlive a worse one. */
export function permissionOf(question: Question, effect: Effect, answer: Answer, now: number): RuleBody {
  const { bond, like } = question;
  const lasts = LASTS[answer.duration];
  return {
    action: 'allow',
    ...(answer.clients === 'this' ? { client: bond.client } : {}),
    server: bond.server,
    kind: bond.kind,
    tool: bond.name,
    effects: [effect],
    ...(answer.scope === 'args' ? { argsDigest: bond.args } : {}),
    ...(answer.scope === 'like' && like !== undefined ? { args: [...like] } : {}),
    ...(lasts === undefined ? {} : { expiresAt: now + lasts }),
  };
}

/** Conditions that really narrow: none at all would be the whole tool under another name. */
export function hasLike(like: readonly ArgCondition[] | undefined): like is readonly ArgCondition[] {
  return like !== undefined && like.length > 0;
}

/**
 * Whether a rule can name this tool and no other. Rules name tools by globs, so a tool that a server calls "*" would
 * otherwise turn "this tool" into all of them.
 */
function isNameable({ name }: Bond): boolean {
  return name.length > 0 && name.length <= 500 && !/[*?]/.test(name);
}
