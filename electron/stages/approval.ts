import type { Asked, Outcome } from '../approvals/contract.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Stage, Stop } from '../relay/pipeline.ts';

export interface ApprovalPorts {
  /** Puts the question to a person. */
  readonly ask: (call: Call) => Asked;
  /** Uses the answer up; a sentence when it does not hold for this very call any more. */
  readonly redeem: (call: Call) => string | undefined;
  /** A person answered, or nobody did: noted for the log, with who it was. */
  readonly answered: (call: Call, answer: 'allowed' | 'refused' | 'unanswered', who?: Outcome['who']) => void;
  /**
   * Of a server's question that the AI app cannot put to its person: what the server hears, by what the person said.
   * Undefined for every other call. A person is asked about it whatever the rules say, for nobody else could answer.
   */
  readonly here?: (call: Call) => ((outcome: Outcome) => Stop) | undefined;
}

const UNDECIDED: Refusal = {
  kind: 'refused',
  sentence: 'This call needs the answer of a person and has none, so it was not sent.',
};

/**
 * What the rules say to ask about waits here for a person. The answer is bound to this call (attack: a decision used
 * for another call, or twice); it is looked at and used up right before the bytes go, and never otherwise.
 */
export function approval({ ask, redeem, answered, here }: ApprovalPorts): Stage {
  /** Questions of servers that a person has answered here: true when something of theirs goes to the server. */
  const answeredHere = new WeakMap<Call, boolean>();
  return {
    name: 'approval',
    request: (call) => {
      const reply = here?.(call);
      if (reply === undefined && call.ruling?.ruling.decision !== 'ask') return undefined;
      // A person has answered for the call that this one says to go on with; whether it does is seen below.
      if (call.continues !== undefined) return undefined;
      const asked = ask(call);
      call.onAbandoned = () => asked.gone();
      return asked.outcome.then((outcome): Stop | undefined => {
        call.onAbandoned = undefined;
        answered(
          call,
          outcome.kind === 'allowed' ? 'allowed' : outcome.by === 'person' ? 'refused' : 'unanswered',
          outcome.who,
        );
        if (outcome.kind === 'allowed') call.decision = outcome.decision;
        if (reply !== undefined) {
          answeredHere.set(call, outcome.kind === 'allowed');
          return reply(outcome);
        }
        return outcome.kind === 'refused' ? { kind: 'refused', sentence: outcome.sentence } : undefined;
      });
    },
    recheck: (call) => {
      const gives = answeredHere.get(call);
      // That somebody said no, or nothing, is no act that needs an answer.
      if (gives === false) return undefined;
      // What the rules let pass by now needs no answer any more; `decide` has just looked.
      if (gives === undefined && call.ruling?.ruling.decision !== 'ask') return undefined;
      if (call.resumes !== undefined) return undefined;
      if (call.decision === undefined) return UNDECIDED;
      const sentence = redeem(call);
      return sentence === undefined ? undefined : { kind: 'refused', sentence };
    },
  };
}
