import type { ServerLabel } from '../../../shared/model/inspection.ts';
import type { Effect, Place, PlaceKind } from '../../../shared/model/review.ts';

/** What is known of a server beside its tools. */
export interface FlowServer {
  /** What it is given leaves this computer. */
  readonly remote: boolean;
  /** It is given secrets of the vault, or somebody signed in to it: it acts for a person's account. */
  readonly entrusted: boolean;
}

/** A server that nothing is known of counts as the worst. */
export const UNKNOWN_SERVER: FlowServer = { remote: true, entrusted: true };

/** What is known of an approved tool. */
export interface FlowTool {
  readonly effect: Effect;
  readonly places: readonly Pick<Place, 'kind'>[];
  /** It says of itself that it meets the open world. Nothing follows from its saying that it does not, or nothing. */
  readonly openWorld: boolean;
}

const FILES: ReadonlySet<PlaceKind> = new Set(['path', 'folder']);
/** With an address in it, what is sent is a request, and answered with a page. */
const STRANGERS: ReadonlySet<Effect> = new Set(['read', 'run', 'unknown', 'send']);
const ADDRESSES: ReadonlySet<PlaceKind> = new Set(['url', 'host']);

/** What is sent is answered with a receipt: it tells the AI app nothing that it did not say itself. */
export const answersReceipt = (effect: Effect): boolean => effect === 'send' || effect === 'spend';

/** Whether a call that names these kinds of places answers with files: also a write shows what it has changed. */
export const answersFiles = (effect: Effect, kinds: Iterable<PlaceKind>): boolean =>
  !answersReceipt(effect) && some(kinds, FILES);

/** Whether it answers what somebody anywhere has written. */
export const answersStrangers = (effect: Effect, kinds: Iterable<PlaceKind>, openWorld: boolean): boolean =>
  (openWorld && !answersReceipt(effect)) || (STRANGERS.has(effect) && some(kinds, ADDRESSES));

function some(kinds: Iterable<PlaceKind>, wanted: ReadonlySet<PlaceKind>): boolean {
  for (const kind of kinds) if (wanted.has(kind)) return true;
  return false;
}

/**
 * What Doorward takes a server for while a person has not said: as far as that can be told without understanding what
 * it is for. Mail and issues are written by strangers, too, and only a person can say of a server that it has them.
 */
export function guessLabels(
  server: FlowServer,
  tools: readonly FlowTool[],
): ReadonlyMap<ServerLabel, boolean> {
  const kinds = ({ places }: FlowTool): PlaceKind[] => places.map(({ kind }) => kind);
  return new Map([
    ['private', server.entrusted || tools.some((tool) => answersFiles(tool.effect, kinds(tool)))],
    ['untrusted', tools.some((tool) => answersStrangers(tool.effect, kinds(tool), tool.openWorld))],
    ['public', false],
  ]);
}
