import type { AsyncEntry } from '@napi-rs/keyring';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemReason } from '../../shared/system-reason.ts';

/** Small secrets kept by the operating system, by account name. Nothing here throws. */
export interface Keychain {
  /** `undefined` inside the result: there is no such entry. */
  get(account: string): Promise<Result<Buffer | undefined, 'unavailable'>>;
  set(account: string, secret: Buffer): Promise<Result<void, 'unavailable'>>;
}

const SERVICE = 'Doorward';
/** A keychain may wait for a person to unlock it, but not for ever. */
const PATIENCE_MS = 60_000;

const HOW_TO =
  process.platform === 'linux'
    ? 'Log in to a desktop with a Secret Service (GNOME Keyring, KWallet), or give a passphrase with --passphrase-fd.'
    : 'Unlock the keychain, or give a passphrase with --passphrase-fd.';

/** What the libraries of the three systems say in many ways; the rest is quoted. */
function keychainReason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/cannot find (?:module|native binding)/i.test(said)) return 'there is none that Doorward can use here';
  if (/dbus|d-bus|zbus|freedesktop|secret service/i.test(said)) return 'no Secret Service answers here';
  if (/is locked|locked collection|dismissed|cancell?ed/i.test(said)) return 'it is locked';
  return systemReason(error);
}

/**
 * The operating system's keychain. On Linux only the Secret Service will do: the kernel keyring forgets at restart,
 * and falling back to it would silently make a second key.
 */
export function systemKeychain(): Keychain {
  async function withEntry<T>(
    account: string,
    use: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>,
  ): Promise<Result<T, 'unavailable'>> {
    try {
      // Loaded here, because the library is native and may be missing for a machine: then there is no keychain.
      const keyring = await import('@napi-rs/keyring');
      const entry = new keyring.AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
      return ok(await use(entry, AbortSignal.timeout(PATIENCE_MS)));
    } catch (error) {
      return fail('unavailable', `The keychain cannot be used (${keychainReason(error)}). ${HOW_TO}`);
    }
  }
  return {
    get: (account) =>
      withEntry(account, async (entry, signal) => {
        const secret = await entry.getSecret(signal);
        return secret === null ? undefined : Buffer.from(secret);
      }),
    set: (account, secret) => withEntry(account, (entry, signal) => entry.setSecret(secret, signal)),
  };
}
