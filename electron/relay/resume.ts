import { eraFor } from '../../shared/model/server.ts';
import type { ForwardedRequest } from './forwarded-request.ts';
import type { Ledger } from './ledger.ts';
import { ParkingLot } from './parking-lot.ts';
import type { Pipeline } from './pipeline.ts';
import { INVALID_PARAMS } from './replies.ts';

/**
 * Goes on with a parked call when a stateless client comes back with the answer for a session-era server; false
 * for every other request. A `requestState` for such a server can only be ours: with any other nothing is called.
 */
export function resumeParked(
  request: ForwardedRequest,
  lot: ParkingLot,
  ledger: Ledger,
  pipeline: Pipeline,
): boolean {
  const { server, message } = request.call;
  if (request.exchange.envelope === undefined || !ParkingLot.isResume(message)) return false;
  if (server === undefined || eraFor(server, 'stateless') === 'stateless') return false;
  const refuse = (sentence: string): true => {
    request.refuse({ kind: 'protocol', code: INVALID_PARAMS, sentence });
    return true;
  };
  const resumed = lot.take(request);
  if (resumed === 'unanswered') return refuse('"inputResponses" lacks the answer to the question.');
  if (resumed === 'unknown')
    return refuse(
      'This requestState is not known: it expired, was used already, or belongs to another request.',
    );
  const { parked } = resumed;
  request.call.resumes = parked.call.id;
  request.exchange.oncancel = () => {
    request.cancel(undefined);
    resumed.giveUp('The AI app gave the call up.');
  };
  ledger.sent(request.call, server.id, (error) => {
    if (request.call.cancelled) return;
    const again = error === undefined ? pipeline.recheck(request.call) : undefined;
    if (error !== undefined || again !== undefined) {
      resumed.giveUp('Refused.');
      return request.refuse(again ?? { kind: 'refused', sentence: error?.message ?? '' });
    }
    request.sending();
    parked.adopt(request);
    request.exchange.oncancel = () => parked.cancel(undefined);
    request.exchange.onlost = () => parked.lost();
    resumed.goOn();
  });
  return true;
}
