import type { Shaping } from '../../../shared/model/shaping.ts';
import { pinKey } from '../../catalog/pins/pin.ts';
import type { Profile } from '../open-profile.ts';
import { openShapingBook, type ShapingBook } from './shaping-book.ts';

/** How answers are made smaller, as the road asks for it. */
export interface RoadShaping {
  /** What counts for a tool; undefined: its answers stay as they are. */
  of(server: string, tool: string): Shaping | undefined;
  /** Whether some answers of this server are cut at a budget; without a name, of any. */
  cuts(server?: string): boolean;
  /** Whether the approved tool promises a form for its structured content; also where nobody knows. */
  hasOutputSchema(server: string, tool: string): boolean;
  /** Keeps an answer as it came where something smaller goes on; absent: nobody would look at it. */
  readonly keep?: ((call: string, answer: Buffer) => void) | undefined;
}

/** Smaller answers, in one running host. */
export interface ShapingRoom {
  readonly book: ShapingBook;
  readonly road: RoadShaping;
  readonly notices: readonly string[];
}

/** Opens what a person chose about smaller answers. `keep`: see `RoadShaping`. */
export function openShaping(
  profile: Pick<Profile, 'rows' | 'seals' | 'approvals'>,
  keep: RoadShaping['keep'],
): ShapingRoom {
  const { rows, seals, approvals } = profile;
  const book = openShapingBook({ rows, locked: seals.report.state === 'locked' });
  const known = new WeakMap<Buffer, boolean>();
  const promises = (definition: Buffer): boolean => {
    let has = known.get(definition);
    if (has === undefined) known.set(definition, (has = declaresOutput(definition)));
    return has;
  };
  return {
    book,
    road: {
      of: (server, tool) => book.of(server, tool),
      cuts: (server) => book.cuts(server),
      hasOutputSchema(server, tool) {
        const approved = approvals.of(server).items.get(pinKey('tool', tool));
        return approved === undefined || approved.some(({ bytes }) => promises(bytes));
      },
      keep,
    },
    notices: book.notices,
  };
}

function declaresOutput(definition: Buffer): boolean {
  try {
    const tool: unknown = JSON.parse(definition.toString('utf8'));
    return typeof tool !== 'object' || tool === null || Object.hasOwn(tool, 'outputSchema');
  } catch {
    return true;
  }
}
