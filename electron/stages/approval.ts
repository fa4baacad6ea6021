import type { Asked } from '../approvals/contract.ts';
import type { Call, Refusal } from '../relay/call.ts';
import type { Stage } from '../relay/pipeline.ts';

export interface ApprovalPorts {
  /** Puts the question to a person. */
  readonly ask: (call: Call) => Asked;
  /** Uses the answer up; a sentence when it does not hold for this very call any more. */
  readonly redeem: (call: Call) => string | undefined;
  /** A person answered, or nobody did: noted for the log. */
  readonly answered: (call: Call, answer: 'allowed' | 'refused') => void;
}

const UNDECIDED: Refusal = {
  kind: 'refused',
  sentence: 'This call needs the answer of a person and has none, so it was not sent.',
};

/**
 * What the rules say to ask about waits here for a person. The answer is bound to this call (attack: a decision used
 * for another call, or twice); it is looked at and used up right before the bytes go, and never otherwise.
 */
export function approval({ ask, redeem, answered }: ApprovalPorts): Stage {
  return {
    name: 'approval',
    request: (call) => {
      if (call.ruling?.ruling.decision !== 'ask') return undefined;
      // A person has answered for the call that this one says to go on with; whether it does is seen below.
      if (call.continues !== undefined) return undefined;
      const asked = ask(call);
      call.onAbandoned = () => asked.gone();
      return asked.outcome.then((outcome): Refusal | undefined => {
        call.onAbandoned = undefined;
        answered(call, outcome.kind);
        if (outcome.kind === 'refused') return { kind: 'refused', sentence: outcome.sentence };
        call.decision = outcome.decision;
        return undefined;
      });
    },
    recheck: (call) => {
      // What the rules let pass by now needs no answer any more; `decide` has just looked.
      if (call.ruling?.ruling.decision !== 'ask') return undefined;
      if (call.resumes !== undefined) return undefined;
      if (call.decision === undefined) return UNDECIDED;
      const sentence = redeem(call);
      return sentence === undefined ? undefined : { kind: 'refused', sentence };
    },
  };
}
