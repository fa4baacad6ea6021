import type { Words } from '../../../shared/model/approval.ts';
import type { CutText } from '../../../shared/model/live.ts';
import type { Ruling } from '../../../shared/model/policy.ts';
import type { ApprovalDesk, Asked, Question } from '../../approvals/contract.ts';
import { wordsFor } from '../../approvals/words.ts';
import { fitsAll } from '../../policy/conditions/fits.ts';
import type { CallFacts } from '../../policy/facts.ts';
import { likeOf } from '../../policy/like.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type { Call } from '../../relay/call.ts';
import { replaceArguments } from '../../relay/replace-arguments.ts';
import { hold, shown } from '../live/held-text.ts';
import { argsTree, bondOf, type KnownThings } from './call-facts.ts';
import type { Judge } from './judge.ts';

export interface QuestionPorts {
  readonly desk: ApprovalDesk;
  readonly judge: Judge;
  readonly known: KnownThings;
  readonly secrets: KnownSecrets;
  /** What a server calls itself. */
  readonly serverSays: (server: string) => string | undefined;
  /** Why it asks, for people. */
  readonly why: (ruling: Ruling) => string;
}

/** Questions about calls, between the road and the desk. */
export interface Questions {
  ask(call: Call): Asked;
  redeem(call: Call): string | undefined;
  /** Puts other arguments (JSON) into a call that waits; a sentence when they cannot be used. It is judged anew. */
  edit(id: string, json: string): string | undefined;
}

/** Puts calls into the words in which a person is asked about them. */
export function createQuestions(ports: QuestionPorts): Questions {
  const { desk, judge, known, secrets } = ports;
  const calls = new Map<string, Call>();

  function factsOf(call: Call): CallFacts {
    const facts = judge.facts(call);
    if (facts === undefined) throw new Error('a call without facts was asked about');
    return facts;
  }

  function questionOf(call: Call): Question {
    const { ruling } = call.ruling ?? {};
    if (ruling === undefined) throw new Error('a call without a ruling was asked about');
    // A person may put other arguments into it, so whatever depends on them is made when it is asked for.
    let of: Buffer | undefined;
    let facts = factsOf(call);
    let bond = bondOf(facts, known);
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
        return bond;
      },
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
        return { ruling: judge.decide({ ...facts, at: Date.now() }), policy: judge.version };
      },
      show: () => {
        current();
        return shownCall(call, facts, like?.words);
      },
    };
  }

  function shownCall(call: Call, facts: CallFacts, like: Words | undefined): ReturnType<Question['show']> {
    const words = wordsFor({
      clientName: call.client.name,
      server: facts.server,
      kind: facts.kind,
      tool: facts.name,
      effect: facts.effect,
      places: facts.places,
      args: argsTree(facts.args),
      folders: judge.folders(facts.server),
    });
    const ruling = call.ruling?.ruling;
    if (ruling === undefined) throw new Error('a call without a ruling was shown');
    const { because } = ruling;
    const says = ports.serverSays(facts.server);
    const args = facts.args === undefined ? undefined : textOf(facts.args, secrets);
    return {
      call: call.id,
      clientId: call.client.id,
      clientName: call.client.name,
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
      why: [redacted(ports.why(ruling))],
      ...(args === undefined ? {} : { args }),
      ...(like === undefined ? {} : { like: safe(like) }),
    };
  }

  const redacted = (text: string): string => secrets.redact(text);
  const safe = ({ key, params }: Words): Words => ({
    key,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? redacted(value) : value.map(redacted),
      ]),
    ),
  });

  return {
    ask(call) {
      const asked = desk.ask(questionOf(call));
      calls.set(asked.id, call);
      void asked.outcome.finally(() => calls.delete(asked.id));
      return asked;
    },
    redeem(call) {
      if (call.decision === undefined) return undefined;
      return desk.redeem(call.decision, bondOf(factsOf(call), known), judge.version);
    },
    edit(id, json) {
      const call = calls.get(id);
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

function textOf(bytes: Buffer, secrets: KnownSecrets): CutText {
  return shown(hold(bytes), secrets);
}
