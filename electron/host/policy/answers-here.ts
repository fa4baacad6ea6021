import { hash } from 'node:crypto';
import type { AnswerHere } from '../../../shared/model/server-asks.ts';
import type { Outcome } from '../../approvals/contract.ts';
import type { Call } from '../../relay/call.ts';
import { judgeUrl } from '../../relay/judge-url.ts';
import type { Stop } from '../../relay/pipeline.ts';
import { type ElicitationForm, readServerRequest } from '../../relay/server-requests.ts';
import { filledForm } from './filled-form.ts';

export interface AnswersHerePorts {
  /** Opens a page that a person has just consented to, with its whole address before them; undefined: nobody can here. */
  readonly openUrl: ((url: string) => void) | undefined;
}

/** Questions of servers that the AI app cannot put to its person: Doorward does, and answers the server. */
export interface AnswersHere {
  /** How this one is answered here; undefined: the AI app is asked as ever. */
  how(call: Call): AnswerHere | undefined;
  /** Digest of what has been filled in, for what an answer is bound to; undefined: nothing has. */
  digest(call: Call): string | undefined;
  /** Takes what a person filled in; undefined takes back what was. A sentence when it cannot be sent, or is missing. */
  fill(call: Call, json: string | undefined): string | undefined;
  /** What the server hears. */
  reply(call: Call, outcome: Outcome): Stop;
  /** The answer has been used up for this very call: a page is opened now, and never before. */
  redeemed(call: Call): void;
}

type Asked =
  | { readonly how: 'form'; readonly form: ElicitationForm }
  | { readonly how: 'open' | 'visit'; readonly href: string };

const DECLINE = Buffer.from('{"action":"decline"}');
const CANCEL = Buffer.from('{"action":"cancel"}');
const ACCEPT = Buffer.from('{"action":"accept"}');
const UNFILLED =
  'This is a form, and allowing it needs your answers. Fill it in in the approval window, or give them with: doorward approval allow ID --answers JSON';
const NO_FIELDS = 'This question takes no answers, only yes or no.';

/** Keeps what people fill in while their calls wait; nothing of it outlives the call. */
export function createAnswersHere({ openUrl }: AnswersHerePorts): AnswersHere {
  const known = new WeakMap<Call, Asked | 'elsewhere'>();
  const filled = new WeakMap<Call, Buffer>();

  function read(call: Call): Asked | 'elsewhere' {
    if (call.clientLacks !== 'elicitation') return 'elsewhere';
    const asked = readServerRequest(call.message);
    if (asked?.kind !== 'elicitation') return 'elsewhere';
    if (asked.mode === 'form') return { how: 'form', form: asked };
    const judged = judgeUrl(asked.url);
    if (judged.kind === 'refused') return 'elsewhere';
    return { how: openUrl === undefined ? 'visit' : 'open', href: judged.href };
  }

  function askedOf(call: Call): Asked | undefined {
    // Calls of AI apps come by here too, and nothing has to be kept of them.
    if (call.direction !== 'server') return undefined;
    let asked = known.get(call);
    if (asked === undefined) known.set(call, (asked = read(call)));
    return asked === 'elsewhere' ? undefined : asked;
  }

  return {
    how: (call) => askedOf(call)?.how,
    digest(call) {
      const content = filled.get(call);
      return content === undefined ? undefined : hash('sha256', content);
    },
    fill(call, json) {
      const asked = askedOf(call);
      if (asked === undefined) return undefined;
      filled.delete(call);
      if (asked.how !== 'form') return json === undefined ? undefined : NO_FIELDS;
      if (json === undefined) return UNFILLED;
      const content = filledForm(asked.form, json);
      if (!content.ok) return content.message;
      filled.set(call, content.value);
      return undefined;
    },
    reply(call, outcome) {
      if (outcome.kind === 'refused') {
        if (outcome.by === undefined) return { kind: 'refused', sentence: outcome.sentence };
        return { kind: 'answered', result: outcome.by === 'person' ? DECLINE : CANCEL };
      }
      if (askedOf(call)?.how !== 'form') return { kind: 'answered', result: ACCEPT };
      const content = filled.get(call);
      if (content === undefined) throw new Error('a form was allowed without answers');
      const parts = [Buffer.from('{"action":"accept","content":'), content, Buffer.from('}')];
      return { kind: 'answered', result: Buffer.concat(parts) };
    },
    redeemed(call) {
      const asked = askedOf(call);
      if (asked?.how === 'open') openUrl?.(asked.href);
    },
  };
}
