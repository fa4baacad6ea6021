import type {
  CrossingDirection,
  InspectionAct,
  PersonalKind,
  ServerLabel,
  Watched,
} from '../../shared/model/inspection.ts';
import type { CompiledMask } from './masks/mask.ts';

/** What a person and their organisation chose about inspection, as those who inspect see it. Answered from memory. */
export interface InspectionPolicy {
  /** Rises with every change. */
  readonly version: number;
  /** What happens on a finding in what crosses between this server and this AI app. */
  act(watch: Watched, direction: CrossingDirection, server: string, clientId: string): InspectionAct;
  /** Which personal data is looked for. */
  personal(): readonly PersonalKind[];
  /** The masks of the person and of their organisation; the same array until one changes. */
  masks(): readonly CompiledMask[];
  /** Labels that a person has given or taken from a server; what is not here is Doorward's guess. */
  labels(server: string): ReadonlyMap<ServerLabel, boolean>;
}
