import type { Directory } from '../catalog/catalog.ts';
import type { Call, ClientLack, Refusal } from './call.ts';
import type { ClientIdentity, Envelope, Scope } from './exchange.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { type Message, rescan, scanMessage } from './message.ts';
import type { Peer } from './peer.ts';
import { isRefusal, type Pipeline, type Stop } from './pipeline.ts';
import { errorReply, METHOD_NOT_FOUND, REFUSED, resultReply } from './replies.ts';

export interface RoadPorts {
  readonly pipeline: Pipeline;
  readonly ledger: Ledger;
  readonly directory: Directory;
  readonly holding: Holding;
}

/** Whom a server asks. */
export interface Asked {
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly envelope: Envelope | undefined;
  readonly capabilities: string;
  readonly clientLacks: ClientLack | undefined;
  /** The call that it asks for. */
  readonly within: Call | undefined;
}

/** Where a question of a server goes. `answered`: by Doorward; `response` has a placeholder for an id. */
export type Way =
  | { readonly kind: 'ask' }
  | { readonly kind: 'answered'; readonly response: Message }
  | { readonly kind: 'refused'; readonly code: number; readonly sentence: string };

const CANNOT = 'The AI app cannot answer this kind of question.';

/**
 * The road of whatever a server asks of an AI app or its person (sampling, elicitation, roots), however it asks: over
 * its connection, in a result (`inputRequests`) or in an error. Every question walks the stages as a call of its own,
 * with its legs in the log, and can be held, refused, or answered there (attacks 29, 30).
 */
export class QuestionRoad {
  readonly #ports: RoadPorts;
  /** Ends what those who wait for a held question are told. */
  readonly #told = new WeakMap<Call, () => void>();

  constructor(ports: RoadPorts) {
    this.#ports = ports;
  }

  open(about: Asked, from: Peer, message: Message): Call {
    const { ledger, directory } = this.#ports;
    const call = ledger.open({ ...about, direction: 'server', message, clientHeaders: undefined });
    call.server = directory.get(from.server.id);
    return call;
  }

  /**
   * Walks the stages; `then` hears once where it goes, unless `alive` is false by then. What the server or a person
   * has to say passes on only when its leg is on disk. Of a long wait hear the server, and the client of the call that
   * the question is `about`, as far as they can.
   */
  walk(
    call: Call,
    from: Peer,
    about: Pick<ForwardedRequest, 'waits'> | undefined,
    alive: () => boolean,
    then: (way: Way) => void,
  ): void {
    const { pipeline, holding } = this.#ports;
    let walked = false;
    pipeline.walkQuestion(call, (stop) => {
      walked = true;
      this.#told.get(call)?.();
      if (alive()) this.#walked(call, from, stop, alive, then);
    });
    if (walked) return;
    const server = holding.begin(call.message, (bytes) => {
      if (from.server.era === 'session') from.notify(bytes);
    });
    const client = about?.waits();
    this.#told.set(call, () => {
      server();
      client?.();
    });
  }

  #walked(
    call: Call,
    from: Peer,
    stop: Stop | undefined,
    alive: () => boolean,
    then: (way: Way) => void,
  ): void {
    const { pipeline, ledger } = this.#ports;
    const refuse = ({ sentence }: Pick<Refusal, 'sentence'>, code = REFUSED): void => {
      ledger.refused(call, sentence);
      then({ kind: 'refused', code, sentence });
    };
    if (stop !== undefined && stop.kind !== 'answered')
      return refuse(stop, stop.kind === 'protocol' ? stop.code : REFUSED);
    if (stop === undefined && call.clientLacks !== undefined)
      return refuse({ sentence: CANNOT }, METHOD_NOT_FOUND);
    const response = stop && scanMessage(resultReply('0', stop.result));
    if (response?.ok === false) return refuse({ sentence: 'Doorward could not answer this question.' });
    ledger.sent(call, from.server.id, (error) => {
      if (!alive()) return;
      if (error !== undefined) return refuse({ sentence: error.message });
      const again = pipeline.recheck(call);
      if (again !== undefined) return refuse(again);
      call.onAbandoned = undefined;
      if (response === undefined) return then({ kind: 'ask' });
      const given = this.given(call, response.value);
      ledger.answered(call, given);
      then({ kind: 'answered', response: given });
    });
  }

  /** What the AI app said to it. */
  answered(call: Call, response: Message): void {
    this.#ports.ledger.answered(call, response);
  }

  /** What the server may hear of what was said to its question: the answer, another one in its place, or an error. */
  given(call: Call, response: Message): Message {
    const given = this.#ports.pipeline.given(call, response);
    return isRefusal(given) ? rescan(errorReply('0', REFUSED, given.sentence)) : given;
  }

  /** Nobody awaits it any more, or nobody will answer. */
  drop(call: Call): void {
    call.cancelled = true;
    this.#told.get(call)?.();
    this.#ports.pipeline.abandoned(call);
    this.#ports.ledger.cancelled(call);
  }
}
