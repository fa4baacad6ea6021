import type { KeptOut } from '../../audit/texts/text-keeper.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import { asMask } from '../inspection/as-mask.ts';
import type { InspectionRoom } from '../inspection/open-inspection.ts';

/** What the log is never to write, as it is now. */
export interface KeptOutSource {
  /** Another one whenever `now` would say something else. */
  version(): string;
  now(): KeptOut;
  /** What was chosen to be looked for and hidden; absent until that is open. */
  room?: Pick<InspectionRoom, 'managedMasks'> & {
    readonly book: Pick<InspectionRoom['book'], 'version' | 'personal' | 'masks'>;
  };
}

/** All values that this host knows to be secret; what is personal and masked comes when what was chosen is open. */
export function keptOutOf(secrets: Pick<KnownSecrets, 'version' | 'values'>): KeptOutSource {
  let managed: unknown;
  let changes = 0;
  const source: KeptOutSource = {
    version() {
      // The same array until the organisation says something else.
      const masks = source.room?.managedMasks();
      if (masks !== managed) {
        managed = masks;
        changes += 1;
      }
      return `${secrets.version} ${source.room?.book.version ?? 0} ${changes}`;
    },
    now() {
      const { room } = source;
      return {
        values: secrets.values(),
        personal: room?.book.personal() ?? [],
        masks: room === undefined ? [] : [...room.managedMasks(), ...room.book.masks()].map(asMask),
      };
    },
  };
  return source;
}
