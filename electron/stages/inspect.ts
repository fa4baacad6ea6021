import type { FlowLegs, ShownFinding } from '../../shared/model/inspection.ts';
import type { RecordedFinding } from '../../shared/model/finding.ts';
import { type Call, note, type Refusal } from '../relay/call.ts';
import type { Message } from '../relay/message.ts';
import type { ResultVerdict, Stage } from '../relay/pipeline.ts';

/** What an inspection says of a text. */
export interface Inspected {
  readonly findings: readonly RecordedFinding[];
  /** Other bytes in the place of those that were looked at: the arguments, or the whole message of an answer. */
  readonly changed?: Buffer | undefined;
  /** It does not go on; one sentence for the AI app. */
  readonly refused?: string | undefined;
  /** A person has to be asked; one sentence for them. An answer waits here until they let it pass. */
  readonly ask?: string | undefined;
  /** What they are shown as the reason, worst first. */
  readonly found?: readonly ShownFinding[] | undefined;
  /** It would send data out: what was read before. */
  readonly flow?: FlowLegs | undefined;
}

/** Looks at what crosses the gateway. What throws, or rejects, refuses the call. Undefined: there is nothing to say. */
export interface Inspector {
  /** What goes to a server, or what a server asks. */
  outgoing(call: Call): Inspected | undefined | Promise<Inspected | undefined>;
  /** What a server answered. */
  incoming(call: Call, response: Message): Inspected | undefined | Promise<Inspected | undefined>;
  /** What an AI app or its person says to a question of a server: what a person would be asked about is kept back. */
  given(call: Call, response: Message): Inspected | undefined;
}

/** An answer that waits for a person. */
export interface AskedAnswer {
  /** `pass`: it may go on, and is used up by that; else one sentence for the AI app, why it was kept back. */
  readonly outcome: Promise<'pass' | { readonly sentence: string }>;
  /** Nobody awaits the answer any more: the question ends. */
  gone(): void;
}

/** Asks a person whether an AI app may have an answer; `answer` is the message that would go on, byte for byte. */
export type AskAboutAnswer = (call: Call, seen: Inspected, answer: Message) => AskedAnswer;

export interface InspectPorts {
  /** What it looks for; tells this stage from the others of its kind. */
  readonly name: string;
  readonly inspector: Partial<Inspector>;
  /** Puts other arguments in the place of the call's; refused with a sentence when they cannot be sent. */
  readonly replace: (call: Call, args: Buffer) => { readonly ok: boolean; readonly message?: string };
  readonly rescan: (bytes: Buffer) => Message;
  /** Puts an answer to a person; without it, what they would have to be asked about is kept back. */
  readonly askAboutAnswer?: AskAboutAnswer | undefined;
}

/** What is beyond that tells a person nothing more. */
const MOST_SHOWN = 8;

const NOBODY_TO_ASK: Refusal = {
  kind: 'refused',
  sentence:
    'The server has done what it was asked, but Doorward kept its answer back: a person has to look at it first, and nobody can be asked here. Do not repeat the call to get it; tell the person what is missing.',
};

/**
 * Looks at everything that crosses, before anything is decided about it and after the server has answered. What was
 * found is kept with the call; what may not pass is taken out, asked about or refused. An answer that a person is asked
 * about waits here: the server has done its part, and whatever ends the wait but their yes keeps the answer back.
 */
export function inspect({ name, inspector, replace, rescan, askAboutAnswer }: InspectPorts): Stage {
  const judge = (call: Call, seen: Inspected | undefined): Refusal | undefined => {
    if (seen === undefined) return undefined;
    note(call, seen.findings);
    if (seen.refused !== undefined) return { kind: 'refused', sentence: seen.refused };
    if (seen.ask !== undefined) call.doubts = [...(call.doubts ?? []), seen.ask];
    if (seen.found !== undefined) call.found = [...(call.found ?? []), ...seen.found].slice(0, MOST_SHOWN);
    if (seen.flow !== undefined) call.flow = seen.flow;
    if (seen.changed === undefined) return undefined;
    const replaced = replace(call, seen.changed);
    return replaced.ok
      ? undefined
      : { kind: 'refused', sentence: replaced.message ?? 'The arguments cannot be sent.' };
  };
  const held = (call: Call, seen: Inspected, answer: Message): ResultVerdict => {
    // Nobody awaits what has been given up meanwhile, so nobody is asked about it either.
    if (askAboutAnswer === undefined || call.cancelled) {
      note(call, seen.findings.map(unasked));
      return NOBODY_TO_ASK;
    }
    note(call, seen.findings);
    const asked = askAboutAnswer(call, seen, answer);
    const gone = (): void => asked.gone();
    call.onAbandoned = gone;
    return asked.outcome
      .then((outcome): Message | Refusal =>
        outcome === 'pass' ? answer : { kind: 'refused', sentence: outcome.sentence },
      )
      .finally(() => {
        if (call.onAbandoned === gone) call.onAbandoned = undefined;
      });
  };
  const passed = (call: Call, response: Message, seen: Inspected | undefined): ResultVerdict => {
    if (seen === undefined) return undefined;
    if (seen.refused !== undefined) {
      note(call, seen.findings);
      return { kind: 'refused', sentence: seen.refused };
    }
    const changed = seen.changed === undefined ? undefined : rescan(seen.changed);
    if (seen.ask !== undefined) return held(call, seen, changed ?? response);
    note(call, seen.findings);
    return changed;
  };
  return {
    name,
    request(call) {
      const seen = inspector.outgoing?.(call);
      return seen instanceof Promise ? seen.then((one) => judge(call, one)) : judge(call, seen);
    },
    result(call, response): ResultVerdict {
      const seen = inspector.incoming?.(call, response);
      return seen instanceof Promise
        ? seen.then((one) => passed(call, response, one))
        : passed(call, response, seen);
    },
    given(call, response): Message | Refusal | undefined {
      const seen = inspector.given?.(call, response);
      if (seen === undefined) return undefined;
      const why = seen.refused ?? seen.ask;
      note(call, why === undefined ? seen.findings : seen.findings.map(unasked));
      if (why !== undefined) return { kind: 'refused', sentence: why };
      return seen.changed === undefined ? undefined : rescan(seen.changed);
    },
  };
}

/** What would have been asked about was kept back without a question, and the log says so. */
const unasked = (one: RecordedFinding): RecordedFinding =>
  one.act === 'asked' ? { ...one, act: 'blocked' } : one;
