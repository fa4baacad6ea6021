import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, openSync, closeSync, fsyncSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AppStore } from '../../onboarding/apps/ledger.ts';
import type { Vault } from '../../vault/vault.ts';
import { reasonOf, writeOwnerOnly } from '../profile.ts';

const PLAIN = Buffer.from('DWB1p\n');
const SEALED = Buffer.from('DWB1s\n');
/** Its key lies in the vault, so that it outlives a change of the vault's own key. */
const KEY_NAME = 'app-backups';
const NONCE = 12;
const TAG = 16;
const NAME = /^[a-z0-9-]{1,40}\.[0-9a-f]{16}\.backup$/;

/**
 * What a profile keeps of AI apps, in its folder `apps` (0700; files 0600). Backups hold whatever the apps' files
 * held, passwords too, so they are sealed with a key in the vault where there is one; their names are sealed with
 * them, so that none can be put in another's place. Where there has never been a vault they are kept as they are, beside an
 * original that says the same.
 */
export function appStore(home: string, vault: Pick<Vault, 'state' | 'sentence' | 'own'>): AppStore {
  const folder = join(home, 'apps');
  const ledger = join(folder, 'apps.json');

  /** Undefined: there has never been a vault. */
  function sealKey(make: boolean): Result<Buffer | undefined> {
    if (vault.state === 'none') return ok(undefined);
    const found = vault.own.get(KEY_NAME);
    if (!found.ok)
      return fail('vault', `The backups of AI apps' files are sealed with the vault. ${found.message}`);
    const key = Buffer.from(found.value ?? '', 'base64');
    if (key.length === 32) return ok(key);
    if (!make) return fail('unreadable', 'The key of the backups is gone from the vault.');
    const fresh = randomBytes(32);
    const kept = vault.own.set(KEY_NAME, fresh.toString('base64'));
    return kept.ok ? ok(fresh) : kept;
  }

  const attempt = <T>(what: string, act: () => T): Result<T> => {
    try {
      return ok(act());
    } catch (error) {
      return fail('disk', `${what}: ${reasonOf(error)}. Nothing was changed.`);
    }
  };

  return {
    readLedger() {
      try {
        return ok(readFileSync(ledger, 'utf8'));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok(undefined);
        return fail('disk', `What is noted about AI apps cannot be read: ${reasonOf(error)}.`);
      }
    },
    writeLedger: (text) =>
      attempt('What is noted about AI apps cannot be written', () => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeOwnerOnly(ledger, text);
      }),
    readBackup(name) {
      if (!NAME.test(name)) return fail('unreadable', 'The name of a backup is not valid.');
      try {
        const bytes = readFileSync(join(folder, name));
        if (bytes.subarray(0, PLAIN.length).equals(PLAIN)) return ok(bytes.subarray(PLAIN.length));
        if (!bytes.subarray(0, SEALED.length).equals(SEALED))
          return fail('unreadable', 'The backup is damaged.');
        const key = sealKey(false);
        if (!key.ok) return key;
        return key.value === undefined
          ? fail('vault', 'The backup is sealed with a vault that is not there any more.')
          : open(key.value, name, bytes.subarray(SEALED.length));
      } catch (error) {
        return fail('unreadable', `The backup cannot be read: ${reasonOf(error)}.`);
      }
    },
    writeBackup(app, bytes) {
      const key = sealKey(true);
      if (!key.ok) return key;
      return attempt('The backup cannot be written', () => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const name = `${app}.${randomBytes(8).toString('hex')}.backup`;
        const fd = openSync(join(folder, name), 'wx', 0o600);
        try {
          const whole =
            key.value === undefined ? Buffer.concat([PLAIN, bytes]) : seal(key.value, name, bytes);
          for (let at = 0; at < whole.length;) at += writeSync(fd, whole, at);
          fsyncSync(fd);
        } finally {
          closeSync(fd);
        }
        return name;
      });
    },
    removeBackup(name) {
      if (NAME.test(name)) rmSync(join(folder, name), { force: true });
    },
  };
}

function seal(key: Buffer, name: string, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([SEALED, nonce, cipher.getAuthTag(), sealed]);
}

function open(key: Buffer, name: string, bytes: Buffer): Result<Buffer> {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return ok(Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]));
  } catch {
    return fail('unreadable', 'The backup was changed outside Doorward or belongs to another key.');
  }
}
