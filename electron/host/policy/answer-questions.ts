import { hash } from 'node:crypto';
import type { Words } from '../../../shared/model/approval.ts';
import type { ShownFinding } from '../../../shared/model/inspection.ts';
import type { Ruling } from '../../../shared/model/policy.ts';
import type { ApprovalTextKey } from '../../../shared/texts/approval.ts';
import type { ApprovalDesk, Bond, Question } from '../../approvals/contract.ts';
import { elide } from '../../approvals/elide.ts';
import { ANSWER_NOT_HELD } from '../../approvals/sentences.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { CallFacts } from '../../policy/facts.ts';
import type { Call } from '../../relay/call.ts';
import { bytesAt } from '../../relay/framing/json-scan.ts';
import type { Message } from '../../relay/message.ts';
import type { AskAboutAnswer, Inspected } from '../../stages/inspect.ts';
import { hold, shown } from '../live/held-text.ts';
import { bondOf, type KnownThings } from './call-facts.ts';
import type { CallerProcesses } from './caller-process.ts';
import type { Judge } from './judge.ts';
import { callWords, redactedWords, shownReasons } from './shown-texts.ts';

export interface AnswerQuestionPorts {
  readonly desk: Pick<ApprovalDesk, 'ask' | 'redeem'>;
  readonly judge: Pick<Judge, 'version' | 'facts' | 'decide' | 'stop' | 'hides' | 'roleOf' | 'folders'>;
  readonly known: KnownThings;
  readonly secrets: KnownSecrets;
  /** What a server calls itself. */
  readonly serverSays: (server: string) => string | undefined;
  readonly callers: Pick<CallerProcesses, 'of' | 'look'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Questions about what servers answered, between the road and the desk. */
export interface AnswerQuestions {
  readonly ask: AskAboutAnswer;
  /** Whether the question with this id is about an answer, and waits. */
  waits(id: string): boolean;
}

const TEXT_CHARS = 300;

type Source = ShownFinding['source'];

/** What is wrong with it: for the person, and for the AI app. Never in the words of whoever wrote the answer. */
const WRONG: Readonly<Record<Source | 'unread', readonly [ApprovalTextKey, string]>> = {
  injection: ['approval.answer-orders', 'it has orders to AI apps in it'],
  hidden: ['approval.answer-hidden', 'it has text in it that people do not see'],
  secret: ['approval.answer-secret', 'it has a password or a key in it'],
  vault: ['approval.answer-secret', 'it has a password or a key in it'],
  personal: ['approval.answer-personal', 'it has personal data in it'],
  mask: ['approval.answer-other', 'a person has to look at it first'],
  flow: ['approval.answer-other', 'a person has to look at it first'],
  unread: ['approval.answer-unread', 'it could not be looked at whole'],
};
/** What a person should know first. */
const GRAVEST: readonly Source[] = ['injection', 'secret', 'vault', 'hidden', 'personal', 'flow', 'mask'];
/** How it is recorded that something was not looked at, or not to its end. */
const UNREAD = 'not-looked-at';

/**
 * Asks people about answers of servers (attacks 10–14). What they let pass is exactly the bytes that were looked at, of
 * exactly this call, once; no rule and no earlier answer lets an answer pass, and what blocks the call by now keeps
 * its answer back.
 */
export function createAnswerQuestions(ports: AnswerQuestionPorts): AnswerQuestions {
  const { desk, judge, known, secrets } = ports;
  const open = new Set<string>();
  const redact = (text: string): string => secrets.redact(text);

  /** What rules look at; of what they are not about (the result of a task, say) what can be said of it. */
  function factsOf(call: Call): CallFacts {
    const facts = judge.facts(call);
    if (facts !== undefined) return facts;
    if (call.server === undefined) throw new Error('an answer of no server was asked about');
    return {
      client: { id: call.client.id, role: judge.roleOf(call.client.id) },
      server: call.server.id,
      kind: 'tool',
      name: call.message.method,
      effect: 'unknown',
      places: [],
      args: undefined,
      at: call.at,
    };
  }

  /** The call, and the answer to the last byte: made anew each time, so that neither can be exchanged meanwhile. */
  function bondFor(call: Call, answer: Message): Bond {
    const bond = bondOf(factsOf(call), known);
    return { ...bond, args: `${bond.args} answer ${call.id} ${hash('sha256', answer.bytes)}` };
  }

  function blocked(call: Call): boolean {
    if (judge.stop() !== undefined || judge.hides(call) !== undefined) return true;
    const facts = judge.facts(call);
    return facts !== undefined && judge.decide({ ...facts, at: ports.now() }).decision === 'block';
  }

  function questionOf(call: Call, seen: Inspected, answer: Message): Question {
    const ruling: Ruling = {
      decision: 'ask',
      because: { layer: 'guard', code: 'finding', marked: [], params: { found: reasonOf(seen) } },
    };
    return {
      call: call.id,
      about: 'answer',
      momentary: true,
      ruling,
      get bond() {
        return bondFor(call, answer);
      },
      like: undefined,
      again: () => ({
        ruling: blocked(call) ? { ...ruling, decision: 'block' } : ruling,
        policy: judge.version,
      }),
      show: () => shownAnswer(call, seen, answer, ruling),
    };
  }

  function shownAnswer(
    call: Call,
    seen: Inspected,
    answer: Message,
    { because }: Ruling,
  ): ReturnType<Question['show']> {
    const facts = factsOf(call);
    const app = elide(call.client.name, TEXT_CHARS);
    const server = elide(facts.server, TEXT_CHARS);
    const says = ports.serverSays(facts.server);
    const process = ports.callers.of(call, redact);
    const reason = redact(reasonOf(seen));
    const { destination } = callWords(call.client.name, facts, judge.folders(facts.server));
    const words = (key: ApprovalTextKey, params: Words['params']): Words =>
      redactedWords({ key, params }, redact);
    const span = answer.resultSpan ?? answer.errorSpan;
    return {
      call: call.id,
      about: 'answer',
      clientId: call.client.id,
      clientName: call.client.name,
      ...(process === undefined ? {} : { process }),
      server: facts.server,
      ...(says === undefined ? {} : { serverSays: redact(says) }),
      kind: facts.kind,
      tool: redact(facts.name),
      effect: facts.effect,
      sentence: words(wrongWith(seen)[0], { app, server, tool: elide(facts.name, TEXT_CHARS) }),
      second: words(seen.changed === undefined ? 'second.answer' : 'second.answer-changed', { app, server }),
      ...(destination === undefined ? {} : { destination: redactedWords(destination, redact) }),
      because: { ...because, params: { found: reason } },
      why: [reason],
      ...(facts.args === undefined ? {} : { args: shown(hold(facts.args), secrets) }),
      ...(span === undefined ? {} : { returned: shown(hold(bytesAt(answer.bytes, span)), secrets) }),
      ...shownReasons(seen.found, undefined, redact),
    };
  }

  return {
    ask(call, seen, answer) {
      const asked = desk.ask(questionOf(call, seen, answer));
      open.add(asked.id);
      // What was decided at once is gone by then: no person is asked, so the system is not asked either.
      setImmediate(() => {
        if (open.has(asked.id)) ports.callers.look(call);
      });
      const outcome = asked.outcome.then((said): 'pass' | { readonly sentence: string } => {
        open.delete(asked.id);
        if (said.kind === 'refused') return { sentence: keptBack(seen, said.sentence) };
        const held = desk.redeem(said.decision, bondFor(call, answer), judge.version);
        return held === undefined && !call.cancelled ? 'pass' : { sentence: keptBack(seen, ANSWER_NOT_HELD) };
      });
      return { outcome, gone: () => asked.gone() };
    },
    waits: (id) => open.has(id),
  };
}

const reasonOf = ({ ask }: Inspected): string => elide(ask ?? '', TEXT_CHARS);

/** The gravest of what is asked about; what only was changed on the way does not make the question. */
function wrongWith({ found, findings }: Inspected): readonly [ApprovalTextKey, string] {
  const asked = findings.filter(({ act }) => act === 'asked');
  const read = asked.filter(({ type }) => type !== UNREAD);
  if (asked.length > 0 && read.length === 0) return WRONG.unread;
  const source = GRAVEST.find((each) => read.some((one) => one.source === each)) ?? found?.[0]?.source;
  return WRONG[source ?? 'mask'];
}

/** What the AI app hears: the call was made, so doing it again is no way to the answer. */
const keptBack = (seen: Inspected, ended: string): string =>
  `The server has done what it was asked, but Doorward kept its answer back: ${wrongWith(seen)[1]}. ${ended} Do not repeat the call to get it; tell the person what is missing.`;
