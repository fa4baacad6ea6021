import type { CommandName } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Handlers } from '../commands.ts';
import type { Profile } from '../open-profile.ts';

type VaultCommands = Pick<Handlers, Extract<CommandName, `secret.${string}`>>;

/** The commands about secrets. None of them answers a value in plain. */
export function vaultCommands(vault: Vault, replaceKey: Profile['replaceKey']): VaultCommands {
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
    async 'secret.export'({ passphrase }) {
      return vault.backUp(passphrase);
    },
    async 'secret.import'({ text, passphrase, replace }) {
      const done = await vault.restore(text, passphrase, { replace });
      if (!done.ok) return done;
      const { added, replaced, kept, same, setAside } = done.value;
      return ok({
        added: [...added],
        replaced: [...replaced],
        kept: [...kept],
        same: [...same],
        ...(setAside === undefined ? {} : { setAside }),
      });
    },
    async 'secret.rotate'() {
      const begun = await replaceKey();
      return begun.ok
        ? ok({ sentence: 'The key is replaced at the next start. Until then everything works as before.' })
        : begun;
    },
  };
}
