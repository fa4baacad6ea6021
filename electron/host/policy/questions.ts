import type { Words } from '../../../shared/model/approval.ts';
import type { CutText } from '../../../shared/model/live.ts';
import type { PolicyWords } from '../../../shared/model/policy-words.ts';
import type { Ruling } from '../../../shared/model/policy.ts';
import type { ApprovalDesk, Asked, Bond, Outcome, Question } from '../../approvals/contract.ts';
import { fitsAll } from '../../policy/conditions/fits.ts';
import type { CallFacts } from '../../policy/facts.ts';
import { likeOf } from '../../policy/like.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Call } from '../../relay/call.ts';
import type { Stop } from '../../relay/pipeline.ts';
import { replaceArguments } from '../../relay/replace-arguments.ts';
import { hold, shown } from '../live/held-text.ts';
import type { AskAboutAnswer } from '../../stages/inspect.ts';
import { createAnswerQuestions } from './answer-questions.ts';
import { createAnswersHere } from './answers-here.ts';
import { type AskedContent, contentOf } from './asked-content.ts';
import { bondOf, type KnownThings } from './call-facts.ts';
import type { CallerProcesses } from './caller-process.ts';
import type { Judge } from './judge.ts';
import { saidSafely } from './policy-names.ts';
import { callWords, redactedWords, shownDoubts, shownReasons } from './shown-texts.ts';

export interface QuestionPorts {
  readonly desk: ApprovalDesk;
  readonly judge: Judge;
  readonly known: KnownThings;
  readonly secrets: KnownSecrets;
  /** What a server calls itself. */
  readonly serverSays: (server: string) => string | undefined;
  /** Why it asks, for people; rules of IT may be others for each AI app. */
  readonly why: (ruling: Ruling, clientId: string) => readonly PolicyWords[];
  readonly callers: CallerProcesses;
  /** Opens a page that a person has consented to; undefined: nobody can here. */
  readonly openUrl?: ((url: string) => void) | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Questions about calls, between the road and the desk. */
export interface Questions {
  ask(call: Call): Asked;
  redeem(call: Call): string | undefined;
  /**
   * Puts other arguments (JSON) into a call that waits, or a person's answers into a form; undefined leaves a call as
   * it is. A sentence when they cannot be used, or a form has none. It is judged anew.
   */
  edit(id: string, json: string | undefined): string | undefined;
  /** What a server hears whose question is answered here; undefined: the AI app is asked. */
  here(call: Call): ((outcome: Outcome) => Stop) | undefined;
  /** Puts what a server answered to a person, before the AI app has any of it. */
  readonly askAboutAnswer: AskAboutAnswer;
}

/** Bytes of a server's question that a missed call shows whole; a longer one is not allowed late. */
const LISTED_WHOLE = 2048;

/** Puts calls into the words in which a person is asked about them. */
export function createQuestions(ports: QuestionPorts): Questions {
  const { desk, judge, known, secrets } = ports;
  const calls = new Map<string, Call>();
  const answers = createAnswersHere({ openUrl: ports.openUrl });
  const ofServers = createAnswerQuestions(ports);
  const contents = new WeakMap<Call, { readonly version: number; readonly content: AskedContent }>();

  function factsOf(call: Call): CallFacts {
    const facts = judge.facts(call);
    if (facts === undefined) throw new Error('a call without facts was asked about');
    return facts;
  }

  /** What an answer to it is bound to: also to what a person has filled in for it. */
  function bound(call: Call, facts: CallFacts): Bond {
    const bond = bondOf(facts, known);
    const digest = answers.digest(call);
    return digest === undefined ? bond : { ...bond, args: `${bond.args} ${digest}` };
  }

  function content(call: Call): AskedContent {
    const { version } = secrets;
    const made = contents.get(call);
    if (made?.version === version) return made.content;
    const fresh = contentOf(call, secrets);
    contents.set(call, { version, content: fresh });
    return fresh;
  }

  function questionOf(call: Call): Question {
    const { ruling } = call.ruling ?? {};
    if (ruling === undefined) throw new Error('a call without a ruling was asked about');
    // A person may put other arguments into it, so whatever depends on them is made when it is asked for.
    let of: Buffer | undefined;
    let facts = factsOf(call);
    let bond = bondOf(facts, known);
    const here = answers.how(call) !== undefined;
    let like = likeOf(facts, judge.surroundings);
    const current = (): void => {
      if (call.edited === of) return;
      of = call.edited;
      facts = factsOf(call);
      bond = bondOf(facts, known);
      like = likeOf(facts, judge.surroundings);
    };
    return {
      call: call.id,
      ruling,
      get bond() {
        current();
        return here ? bound(call, facts) : bond;
      },
      momentary: here || (call.direction === 'server' && (facts.args?.length ?? 0) > LISTED_WHOLE),
      get like() {
        current();
        return like?.conditions;
      },
      fits: (conditions) => {
        current();
        return fitsAll(conditions, facts, judge.surroundings);
      },
      again: () => {
        current();
        return { ruling: judge.decide({ ...facts, at: ports.now() }), policy: judge.version };
      },
      show: () => {
        current();
        return shownCall(call, facts, like?.words);
      },
    };
  }

  function shownCall(call: Call, facts: CallFacts, like: Words | undefined): ReturnType<Question['show']> {
    const words = callWords(call.client.name, facts, judge.folders(facts.server));
    const ruling = call.ruling?.ruling;
    if (ruling === undefined) throw new Error('a call without a ruling was shown');
    const { because } = ruling;
    const says = ports.serverSays(facts.server);
    const answer = answers.how(call);
    const ruled =
      answer !== undefined && ruling.decision === 'allow'
        ? undefined
        : saidSafely(ports.why(ruling, call.client.id), redacted);
    const args = facts.args === undefined ? undefined : textOf(facts.args, secrets);
    const process = ports.callers.of(call, redacted);
    return {
      call: call.id,
      clientId: call.client.id,
      clientName: call.client.name,
      ...(process === undefined ? {} : { process }),
      server: facts.server,
      ...(says === undefined ? {} : { serverSays: redacted(says) }),
      kind: facts.kind,
      tool: redacted(facts.name),
      effect: facts.effect,
      sentence: safe(words.sentence),
      ...(words.second === undefined ? {} : { second: safe(words.second) }),
      ...(words.destination === undefined ? {} : { destination: safe(words.destination) }),
      because: {
        ...because,
        params: Object.fromEntries(
          Object.entries(because.params).map(([name, value]) => [name, redacted(value)]),
        ),
      },
      why: [
        ...(answer === undefined ? [] : [cannot(redacted(call.client.name), answer === 'form')]),
        ...(ruled === undefined ? [] : [ruled.sentence]),
        // Where a rule asks anyway, it does not say what was found.
        ...(because.code === 'finding' ? [] : shownDoubts(call.doubts, redacted)),
      ],
      ...(ruled === undefined ? {} : { whyWords: { [answer === undefined ? 0 : 1]: ruled.words } }),
      ...(args === undefined ? {} : { args }),
      ...content(call),
      ...shownReasons(call.found, call.flow, redacted),
      ...(answer === undefined ? {} : { answer }),
      ...(like === undefined ? {} : { like: safe(like) }),
    };
  }

  const redacted = (text: string): string => secrets.redact(text);
  const safe = (words: Words): Words => redactedWords(words, redacted);

  return {
    ask(call) {
      const asked = desk.ask(questionOf(call));
      calls.set(asked.id, call);
      void asked.outcome.finally(() => calls.delete(asked.id));
      // What was decided at once is gone by then: no person is asked, so the system is not asked either.
      setImmediate(() => {
        if (calls.has(asked.id)) ports.callers.look(call);
      });
      return asked;
    },
    redeem(call) {
      if (call.decision === undefined) return undefined;
      const sentence = desk.redeem(call.decision, bound(call, factsOf(call)), judge.version);
      if (sentence === undefined) answers.redeemed(call);
      return sentence;
    },
    askAboutAnswer: ofServers.ask,
    here: (call) => (answers.how(call) === undefined ? undefined : (outcome) => answers.reply(call, outcome)),
    edit(id, json) {
      const call = calls.get(id);
      if (call !== undefined && answers.how(call) !== undefined) return answers.fill(call, json);
      if (json === undefined) return undefined;
      if (ofServers.waits(id)) return 'This call was made already, so its arguments cannot be changed.';
      if (call === undefined) return 'This call does not wait any more, so its arguments cannot be changed.';
      // Headers were made of the arguments before it was asked about.
      if (Object.keys(call.paramHeaders ?? {}).length > 0)
        return 'This tool has arguments that also travel as headers, so they cannot be changed here.';
      const replaced = replaceArguments(call, Buffer.from(json));
      if (!replaced.ok) return replaced.message;
      call.ruling = judge.judge(call);
      return undefined;
    },
  };
}

const cannot = (app: string, form: boolean): string =>
  form
    ? `${app} cannot show forms of servers, so Doorward shows it.`
    : `${app} cannot open pages for servers, so Doorward asks you.`;

function textOf(bytes: Buffer, secrets: KnownSecrets): CutText {
  return shown(hold(bytes), secrets);
}
