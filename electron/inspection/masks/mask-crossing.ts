import type { RecordedFinding } from '../../../shared/model/finding.ts';
import type { Crossing, CompiledMask } from './mask.ts';
import { holdsFor } from './mask.ts';
import { type Masked, type MaskPlan, maskSteps } from './mask-json.ts';
import { stepsToHide } from './plan.ts';
import { isProtocolWord } from './protocol-words.ts';
import { restoreSteps } from './restore-json.ts';
import type { Hidden, Kept, MaskSession } from './session.ts';
import { atOnce, type Steps } from '../steps.ts';

/** What a message is after masks. */
export interface Crossed extends Masked {
  readonly changed: boolean;
}

/** Where values come from. Servers and AI apps may have the same id. */
export const fromServer = (id: string): string => `server ${id}`;
export const fromApp = (id: string): string => `app ${id}`;

/**
 * The masks that hold for a crossing. A server that may get a value back may have it: a mask that is restored for it
 * hides nothing from it.
 */
export function masksFor(masks: readonly CompiledMask[], crossing: Crossing): readonly CompiledMask[] {
  if (masks.length === 0) return masks;
  return masks.filter(
    ({ mask }) =>
      holdsFor(mask, crossing) && !(crossing.direction === 'to-server' && mayGet(mask, crossing.server)),
  );
}

const mayGet = ({ way, restoreFor }: CompiledMask['mask'], server: string): boolean =>
  way === 'reversible' && restoreFor?.includes(server) === true;

/** The masks that hold for what goes to one AI app, or to all of them: there, each that holds for one of them. */
export function masksForAny(
  masks: readonly CompiledMask[],
  { server, client }: { readonly server: string; readonly client: string | undefined },
): readonly CompiledMask[] {
  return masks.filter(({ mask }) =>
    // A notification is of no tool, but may be about a call of any.
    (client === undefined ? [...(mask.scope?.clients ?? []), ''] : [client]).some((one) =>
      (mask.scope?.tools ?? [undefined]).some((tool) =>
        holdsFor(mask, { direction: 'to-app', server, client: one, ...(tool === undefined ? {} : { tool }) }),
      ),
    ),
  );
}

export interface CrossingPorts {
  readonly crossing: Crossing;
  /** Those that hold for it. */
  readonly masks: readonly CompiledMask[];
  /** All of them. */
  readonly all: readonly CompiledMask[];
  readonly session: MaskSession;
  /** Names of the properties of the tool. */
  readonly keys?: ReadonlySet<string> | undefined;
}

/**
 * What a piece of a message is on the other side: values are hidden first, then those are put back that may be seen
 * there. In this order a server that sends a token back does not become the one that the value came from.
 */
export function* crossSteps(bytes: Buffer, ports: CrossingPorts): Steps<Crossed> {
  const { masks, session } = ports;
  let complete = true;
  const masked: Masked =
    masks.length === 0
      ? { bytes, counts: new Map(), inNumbers: [], complete: true }
      : yield* maskSteps(
          bytes,
          planFor(ports, () => (complete = false)),
        );
  const restored = yield* restoreSteps(masked.bytes, session, maySee(ports));
  return { ...masked, bytes: restored, complete: complete && masked.complete, changed: restored !== bytes };
}

function planFor({ crossing, masks, session, keys }: CrossingPorts, unread: () => void): MaskPlan {
  const toServer = crossing.direction === 'to-server';
  const origin = toServer ? fromApp(crossing.client) : fromServer(crossing.server);
  const held = new Set(masks.map(({ mask }) => mask.name));
  const steps = stepsToHide(masks, unread);
  return {
    find: (text) => atOnce(steps(text)),
    steps,
    session,
    origin,
    isJson: true,
    media: !toServer,
    isWord: (text, isKey) => (isKey && keys?.has(text) === true) || (!toServer && isProtocolWord(text)),
    // Not what a server has said before: it could say all that there is, to be told what it is by the one that stays.
    stays: ({ type }: Hidden) => !held.has(type),
  };
}

function maySee({ crossing, all }: CrossingPorts): (kept: Kept) => boolean {
  if (crossing.direction === 'to-app') return ({ origin }) => origin === fromApp(crossing.client);
  const own = fromServer(crossing.server);
  const may = new Set(all.filter(({ mask }) => mayGet(mask, crossing.server)).map(({ mask }) => mask.name));
  return ({ origin, type }) => origin === own || may.has(type);
}

/** What the log keeps of it. */
export function findingsOf(
  { counts, inNumbers }: Pick<Masked, 'counts' | 'inNumbers'>,
  where: RecordedFinding['where'],
  numbers: RecordedFinding['act'],
  texts: RecordedFinding['act'] = 'masked',
): RecordedFinding[] {
  const one = (type: string, act: RecordedFinding['act'], count: number): RecordedFinding => ({
    source: 'mask',
    type: type.slice(0, 60),
    where,
    act,
    count,
  });
  return [
    ...[...counts].map(([type, count]) => one(type, texts, count)),
    ...inNumbers.map((type) => one(type, numbers, 1)),
  ];
}
