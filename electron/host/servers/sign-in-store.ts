import { fail, ok } from '../../../shared/result.ts';
import { type SignInStore, storedSignIn } from '../../upstream/oauth/stored.ts';
import type { OwnSecrets } from '../../vault/own-secrets.ts';

const nameOf = (server: string): string => `sign-in:${server}`;

/**
 * Keeps the sign-ins to remote servers in the vault, one secret for each server, and nowhere else: while the vault is
 * shut, nobody can sign in and nothing is written in plain.
 */
export function signInStore(own: OwnSecrets): SignInStore {
  return {
    load(server) {
      const found = own.get(nameOf(server));
      if (!found.ok) return found;
      if (found.value === undefined) return ok(undefined);
      const read = storedSignIn.safeParse(parsed(found.value));
      return read.success
        ? ok(read.data)
        : fail(
            'newer',
            `The sign-in to "${server}" was kept by another version of Doorward. Update Doorward.`,
          );
    },
    save: (server, record) => own.set(nameOf(server), JSON.stringify(record)),
    remove: (server) => own.remove(nameOf(server)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
