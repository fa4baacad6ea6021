import type { CommandName } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import type { Vault } from '../vault/vault.ts';
import type { Handlers } from './commands.ts';

type VaultCommands = Pick<Handlers, Extract<CommandName, `secret.${string}`>>;

/** The commands about secrets. None of them answers a value. */
export function vaultCommands(vault: Vault): VaultCommands {
  return {
    async 'secret.set'({ name, value }) {
      const stored = vault.set(name, value);
      return stored.ok ? ok({ ...stored.value, usedBy: [...stored.value.usedBy] }) : stored;
    },
    async 'secret.list'() {
      const { state, sentence } = vault;
      return ok({
        state,
        ...(sentence === undefined ? {} : { sentence }),
        secrets: vault.list().map((secret) => ({ ...secret, usedBy: [...secret.usedBy] })),
      });
    },
    async 'secret.remove'({ name }) {
      return vault.remove(name);
    },
  };
}
