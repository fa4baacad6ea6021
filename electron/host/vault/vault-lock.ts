import type { Settings } from '../../../shared/model/settings.ts';
import type { Logger } from '../../log/logger.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Presence } from '../policy/open-policy.ts';

/** What locking the vault with the screen needs. */
export interface VaultLockPorts {
  readonly vault: Pick<Vault, 'lock' | 'unlock'>;
  readonly presence: Presence | undefined;
  /** Whether a person, or their organisation, wants it, as it is now. */
  readonly wanted: () => Pick<Settings, 'lockVault'>['lockVault'];
  readonly changed: () => void;
  readonly logger: Logger;
}

/**
 * Locks the vault while the screen is locked or the computer sleeps, where that is wanted: nobody who comes upon the
 * computer then has a server started with a secret. What runs already keeps what it was given.
 */
export function lockWithScreen({ vault, presence, wanted, changed, logger }: VaultLockPorts): void {
  presence?.onScreen?.((locked) => {
    if (locked) {
      if (!wanted()) return;
      vault.lock();
      changed();
      return;
    }
    void vault.unlock().then((unlocked) => {
      if (!unlocked.ok) logger.warn(unlocked.message);
      changed();
    });
  });
}
