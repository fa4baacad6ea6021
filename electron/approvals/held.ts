import type { HeldCall, MissedCall, Words } from '../../shared/model/approval.ts';
import type { CutText } from '../../shared/model/live.ts';
import { groupOf } from './bonds.ts';
import type { AnswerClock } from './answer-clock.ts';
import type { DeskSettings, Outcome, Question } from './contract.ts';
import { elide } from './elide.ts';
import { hasLike, offerFor } from './offers.ts';

/** A question that waits. */
export interface Waiting {
  readonly id: string;
  readonly question: Question;
  readonly askedAt: number;
  readonly clock: AnswerClock;
  /** Settles what the road waits on; the first time counts. */
  readonly settle: (outcome: Outcome) => void;
  appGone: boolean;
  /** An answer is being turned into a permission right now. */
  answering: boolean;
}

export type Shown = ReturnType<Question['show']>;

/** A waiting question as front ends see it. What the desk knows better than the caller comes from the desk. */
export function heldCall(waiting: Waiting, settings: DeskSettings): HeldCall {
  const { id, question, askedAt, clock, appGone } = waiting;
  const { like, group: _, ...shown } = question.show();
  const group = isSingle(question, shown) ? undefined : groupOf(question.bond, shown.effect);
  return {
    ...shown,
    id,
    askedAt,
    appGone,
    ...offerFor(question, shown.effect, settings),
    ...(like !== undefined && hasLike(question.like) ? { like } : {}),
    ...(clock.endsAt === undefined ? {} : { endsAt: clock.endsAt }),
    ...(group === undefined ? {} : { group }),
  };
}

/** What was found in it is looked at with it alone: in a list of many, nobody would see it. */
function isSingle({ about, ruling }: Question, { found, flow }: Shown): boolean {
  return about === 'answer' || found !== undefined || flow !== undefined || ruling.because.code === 'finding';
}

const TEXT_CHARS = 300;
const LIST_ITEMS = 50;
const ARGS_HEAD = 2048;
const ARGS_TAIL = 512;

/** What is kept of a call that was missed: hundreds of them may be listed for hours, so texts are cut short. */
export function missedFrom(shown: Shown, about: Pick<MissedCall, 'id' | 'at' | 'until' | 'why'>): MissedCall {
  return {
    ...about,
    clientId: shown.clientId,
    clientName: elide(shown.clientName, TEXT_CHARS),
    server: elide(shown.server, TEXT_CHARS),
    kind: shown.kind,
    tool: elide(shown.tool, TEXT_CHARS),
    effect: shown.effect,
    sentence: shortWords(shown.sentence),
    ...(shown.second === undefined ? {} : { second: shortWords(shown.second) }),
    ...(shown.args === undefined ? {} : { args: shortArgs(shown.args) }),
    served: false,
  };
}

function shortWords({ key, params }: Words): Words {
  const short = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? elide(value, TEXT_CHARS)
      : value.slice(0, LIST_ITEMS).map((item) => elide(item, TEXT_CHARS)),
  ]);
  return { key, params: Object.fromEntries(short) as Words['params'] };
}

function shortArgs({ head, tail, bytes }: CutText): CutText {
  if (tail === undefined && head.length <= ARGS_HEAD + ARGS_TAIL) return { head, bytes };
  const end = (tail ?? head).slice(-ARGS_TAIL);
  return { head: head.slice(0, ARGS_HEAD).toWellFormed(), tail: end.toWellFormed(), bytes };
}
