import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import type { Decider } from '../../shared/model/trust.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { AnswerClock } from './answer-clock.ts';
import type {
  Answer,
  ApprovalDesk,
  Asked,
  Bond,
  Decision,
  DeskPorts,
  Outcome,
  Question,
} from './contract.ts';
import { CoolDowns } from './cool-downs.ts';
import { Decisions } from './decisions.ts';
import { heldCall, type Waiting } from './held.ts';
import { MissedCalls } from './missed-calls.ts';
import { checkAnswer, offerFor, permissionOf } from './offers.ts';
import { type DecisionRecord, readRecords } from './records.ts';
import * as say from './sentences.ts';

/**
 * Opens the desk with what was on disk: missed calls and late answers live on, decisions of earlier runs are void.
 * Throws when the store cannot be read.
 */
export function createDesk(ports: DeskPorts): ApprovalDesk {
  return new Desk(ports);
}

const refused = (sentence: string, by?: 'person' | 'nobody'): Outcome => ({
  kind: 'refused',
  sentence,
  ...(by === undefined ? {} : { by }),
});

/** What the AI app hears, by what the question is about. */
const said = ({ about }: Question): say.Said => (about === 'answer' ? say.OF_ANSWER : say.OF_CALL);

/** Every outcome comes out of here: `#allowed` is the only way to "allowed". */
class Desk implements ApprovalDesk {
  readonly #ports: DeskPorts;
  readonly #waiting = new Map<string, Waiting>();
  readonly #decisions: Decisions;
  readonly #missed: MissedCalls;
  readonly #coolDowns: CoolDowns;
  readonly #listeners: (() => void)[] = [];
  #pendingView: readonly HeldCall[] | undefined;
  #missedView: readonly MissedCall[] | undefined;
  #closed = false;
  version = 0;

  constructor(ports: DeskPorts) {
    this.#ports = ports;
    const kept = readRecords(ports.store);
    this.#decisions = new Decisions(ports, kept.decisions);
    this.#missed = new MissedCalls(ports, kept, () => this.#changed());
    this.#coolDowns = new CoolDowns(ports);
  }

  ask(question: Question): Asked {
    const id = this.#ports.nonce();
    const atOnce = this.#atOnce(id, question);
    if (atOnce !== undefined) return { id, outcome: Promise.resolve(atOnce), gone: () => {} };
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const ended = (): void => this.#expire(waiting);
    const moved = (): void => this.#changed();
    const waiting: Waiting = {
      id,
      question,
      askedAt: this.#ports.now(),
      clock: new AnswerClock(this.#ports, this.#ports.settings().clockMs, ended, moved),
      settle: resolve,
      appGone: false,
      answering: false,
    };
    this.#waiting.set(id, waiting);
    this.#changed();
    return { id, outcome: promise, gone: () => this.#gone(waiting) };
  }

  redeem(decision: Decision, bond: Bond, policy: number): string | undefined {
    return this.#decisions.redeem(decision, bond, policy);
  }

  allow(id: string, answer: Answer): Result<HeldCall | MissedCall> {
    const answered = this.#answer(id, answer);
    // Its arguments may have been edited for this answer: what is shown from now on is what waits.
    if (!answered.ok && this.#waiting.has(id)) this.#changed();
    return answered;
  }

  #answer(id: string, answer: Answer): Result<HeldCall | MissedCall> {
    const found = this.#answerable(id);
    if (!found.ok) return found;
    const waiting = found.value;
    if (waiting === undefined) return this.#allowMissed(id, answer);
    const { question } = waiting;
    const settings = this.#ports.settings();
    const [call] = this.#view(waiting);
    if (call === undefined) return fail('refused', said(question).notShown);
    const fits = checkAnswer(answer, question, offerFor(question, call.effect, settings), call.effect);
    if (!fits.ok) return fits;
    if (decideAnew(question) === undefined) return this.#refuse(waiting, said(question).blocked);
    if (answer.duration !== 'once') {
      const permitted = this.#permit(waiting, call, answer);
      if (!permitted.ok) return permitted;
    }
    if (this.#closed) return fail('refused', say.CLOSING);
    // A permission has changed the policy, and the decision is bound to the policy as it is.
    const policy = decideAnew(question);
    if (policy === undefined) return this.#refuse(waiting, said(question).blocked);
    this.#coolDowns.answered();
    if (!waiting.appGone) {
      const outcome = this.#allowed(question, policy, answer.who);
      if (outcome.kind === 'refused') return this.#refuse(waiting, outcome.sentence);
      this.#settle(waiting, outcome);
      this.#changed();
      return ok(call);
    }
    const kept = answer.duration === 'once' ? this.#keepForRetry(waiting, answer) : ok(call);
    this.#settle(waiting, refused(said(question).appGone));
    this.#changed();
    return kept;
  }

  deny(id: string, reason: string | undefined, who: Decider): Result<HeldCall | MissedCall> {
    const found = this.#answerable(id);
    if (!found.ok) return found;
    const waiting = found.value;
    if (waiting === undefined) {
      if (!this.#missed.has(id)) return fail('unknown', say.NO_SUCH_CALL);
      const removed = this.#missed.remove(id);
      this.#coolDowns.answered();
      this.#changed();
      return removed;
    }
    const [call] = this.#view(waiting);
    this.#coolDowns.answered();
    this.#settle(waiting, { ...refused(said(waiting.question).denied(reason), 'person'), who });
    this.#changed();
    return call === undefined ? fail('refused', said(waiting.question).notShown) : ok(call);
  }

  touch(id: string): void {
    this.#lapse();
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    waiting.clock.stop();
    this.#changed();
  }

  leave(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    waiting.clock.resume();
    this.#changed();
  }

  recheck(): void {
    for (const waiting of this.#waiting.values()) {
      if (waiting.answering) continue;
      const { question, appGone } = waiting;
      const policy = decideAnew(question);
      if (policy === undefined) this.#settle(waiting, refused(said(question).blocked));
      else if (policy.passes && question.momentary !== true)
        this.#settle(
          waiting,
          appGone ? refused(said(question).appGone) : this.#allowed(question, policy, 'policy'),
        );
    }
    // What is secret, and what may be chosen, may have changed with it.
    this.#changed();
  }

  refresh(): void {
    this.#changed();
  }

  pending(): readonly HeldCall[] {
    this.#pendingView ??= [...this.#waiting.values()].flatMap((waiting) => this.#view(waiting));
    return this.#pendingView;
  }

  missed(): readonly MissedCall[] {
    if (this.#missed.prune()) {
      this.version++;
      this.#missedView = undefined;
    }
    this.#missedView ??= this.#missed.list();
    return this.#missedView;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const waiting of this.#waiting.values())
      this.#settle(waiting, refused(said(waiting.question).closing));
    this.#decisions.close();
    this.#missed.close();
    this.#coolDowns.answered();
    this.#changed();
  }

  /** What needs no question: an earlier answer, or that there is nobody to ask. */
  #atOnce(id: string, question: Question): Outcome | undefined {
    if (this.#closed) return refused(said(question).closing);
    this.#lapse();
    const { client } = question.bond;
    // A call that cannot be shown throws here, and is refused with the stage that asks.
    const shown = question.show();
    const momentary = question.momentary === true;
    const late = momentary ? undefined : this.#missed.servedBy(question, shown.effect);
    if (late !== undefined) return this.#serve(late, question);
    const away = this.#ports.presence() === 'away';
    if (away || this.#coolDowns.cools(client)) {
      if (!momentary) this.#missed.add(id, question, shown, away ? 'away' : 'unanswered');
      this.#changed();
      return refused(away ? said(question).away : said(question).cooling, 'nobody');
    }
    let waiting = 0;
    for (const other of this.#waiting.values()) if (other.question.bond.client === client) waiting++;
    return waiting >= this.#ports.settings().pendingPerClient
      ? refused(said(question).tooMany, 'nobody')
      : undefined;
  }

  /** Serves a retry with an answer that came late. */
  #serve(late: string, question: Question): Outcome {
    const policy = decideAnew(question);
    if (policy === undefined) return refused(said(question).blocked);
    try {
      this.#missed.use(late);
    } catch {
      this.#changed();
      return refused(said(question).notRecorded);
    }
    const outcome = this.#allowed(question, policy, 'late');
    this.#changed();
    return outcome;
  }

  /** A decision that is on disk, or a refusal. */
  #allowed(question: Question, { policy }: Anew, by: DecisionRecord['by']): Outcome {
    try {
      return { kind: 'allowed', decision: this.#decisions.make(question.bond, policy, by), who: by };
    } catch {
      return refused(said(question).notRecorded);
    }
  }

  /** Makes the permission of an answer; while that runs, nothing else answers this question. */
  #permit(waiting: Waiting, call: HeldCall, answer: Answer): Result<void> {
    const body = permissionOf(waiting.question, call.effect, answer, this.#ports.now());
    waiting.answering = true;
    try {
      return this.#ports.permit(body, answer.duration, answer.who);
    } catch {
      return fail('refused', 'The permission could not be saved, so nothing was allowed.');
    } finally {
      waiting.answering = false;
    }
  }

  /** The app has stopped waiting: the answer serves its next try. */
  #keepForRetry(waiting: Waiting, { who }: Answer): Result<MissedCall> {
    this.#missed.add(waiting.id, waiting.question, waiting.question.show(), 'app-gone');
    return this.#missed.allow(waiting.id, who);
  }

  #allowMissed(id: string, { duration, scope, who }: Answer): Result<MissedCall> {
    if (!this.#missed.has(id)) return fail('unknown', say.NO_SUCH_CALL);
    if (duration !== 'once' || scope === 'server' || scope === 'client')
      return fail('refused', say.ONLY_ONCE);
    const allowed = this.#missed.allow(id, who);
    this.#coolDowns.answered();
    this.#changed();
    return allowed;
  }

  /** The question to answer; undefined when it waits no longer and may have been missed. */
  #answerable(id: string): Result<Waiting | undefined> {
    if (this.#closed) return fail('refused', say.CLOSING);
    this.#lapse();
    const waiting = this.#waiting.get(id);
    if (waiting?.answering === true) return fail('refused', 'This call is being answered already.');
    return ok(waiting);
  }

  #gone(waiting: Waiting): void {
    if (this.#waiting.get(waiting.id) !== waiting || waiting.appGone) return;
    waiting.appGone = true;
    const ended = refused(said(waiting.question).appGone);
    if (waiting.question.momentary === true) this.#settle(waiting, ended);
    else waiting.settle(ended);
    this.#changed();
  }

  #refuse(waiting: Waiting, sentence: string): Result<never> {
    this.#settle(waiting, refused(sentence));
    this.#changed();
    return fail('refused', sentence);
  }

  /** Ends a question with this outcome; it is over before anybody hears of it. */
  #settle(waiting: Waiting, outcome: Outcome): void {
    waiting.clock.cancel();
    this.#waiting.delete(waiting.id);
    waiting.settle(outcome);
  }

  /** Nobody answered. */
  #expire(waiting: Waiting): void {
    const { id, question, appGone, clock } = waiting;
    const late = question.momentary !== true;
    const within = clock.stopped ? undefined : clock.ms;
    this.#settle(waiting, refused(said(question).unanswered(within, late), 'nobody'));
    this.#coolDowns.unanswered(question.bond.client);
    try {
      if (late) this.#missed.add(id, question, question.show(), appGone ? 'app-gone' : 'unanswered');
    } catch {
      // What cannot be shown is not listed; it is refused all the same.
    }
    this.#changed();
  }

  /** Ends what should have ended while the computer slept: its clocks may have slept too. */
  #lapse(): void {
    for (const waiting of this.#waiting.values())
      if (!waiting.answering && waiting.clock.lapsed) this.#expire(waiting);
  }

  /** The call as it is shown; one that cannot be shown is refused, and hides no other. */
  #view(waiting: Waiting): HeldCall[] {
    try {
      return [heldCall(waiting, this.#ports.settings())];
    } catch {
      this.#settle(waiting, refused(said(waiting.question).notShown));
      this.version++;
      return [];
    }
  }

  #changed(): void {
    this.version++;
    this.#pendingView = undefined;
    this.#missedView = undefined;
    for (const listener of this.#listeners) listener();
  }
}

interface Anew {
  readonly passes: boolean;
  readonly policy: number;
}

/** Decides under the policy as it is now; undefined when that blocks, or cannot decide. */
function decideAnew(question: Question): Anew | undefined {
  try {
    const { ruling, policy } = question.again();
    return ruling.decision === 'block' ? undefined : { passes: ruling.decision === 'allow', policy };
  } catch {
    return undefined;
  }
}
