import type { SecretView } from '../../shared/ipc/vault-contract.ts';
import type { Bridge } from '../../shared/ipc/window.ts';

type VaultCommands = Pick<Bridge['commands'], Extract<keyof Bridge['commands'], `secret.${string}`>>;

const DAY = 86_400_000;
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });

/** A vault that forgets every value at once. */
export function fakeVault(): VaultCommands {
  const now = Date.now();
  const secrets = new Map<string, SecretView>(
    [
      {
        name: 'github-token',
        version: 2,
        createdAt: now - 90 * DAY,
        changedAt: now - 3 * DAY,
        usedBy: ['tickets'],
      },
      { name: 'mail-password', version: 1, createdAt: now - 9 * DAY, changedAt: now - 9 * DAY, usedBy: [] },
    ].map((one) => [one.name, one]),
  );
  return {
    'secret.list': () => ok({ state: 'unlocked', secrets: [...secrets.values()] }),
    'secret.set': ({ name }) => {
      const before = secrets.get(name);
      const at = Date.now();
      const stored = {
        name,
        version: (before?.version ?? 0) + 1,
        createdAt: before?.createdAt ?? at,
        changedAt: at,
        usedBy: before?.usedBy ?? [],
      };
      secrets.set(name, stored);
      return ok(stored);
    },
    'secret.remove': ({ name }) => {
      secrets.delete(name);
      return ok({ name });
    },
    'secret.export': () => ok({ text: '{}', secrets: secrets.size }),
    'secret.import': () => ok({ added: ['calendar-key'], replaced: [], kept: ['mail-password'], same: [] }),
    'secret.rotate': () =>
      ok({ sentence: 'The key is replaced at the next start. Until then everything works as before.' }),
  };
}
