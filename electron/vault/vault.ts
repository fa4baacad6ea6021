import type { Launch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type Envelope,
  openSecret,
  readEnvelope,
  sealSecret,
  type Unopened,
  writeEnvelope,
} from './envelope.ts';
import { resolveLaunch } from './references.ts';
import type { VaultKey } from './seal-key.ts';
import { replaceFile, setAside, type VaultFs } from './vault-file.ts';

/**
 * `unlocked`: secrets are kept and handed out. `locked`: there is a key, and it is not at hand. `none`: there has
 * never been one, for there is no keychain. `unreadable`: the file is not one that this key opens.
 */
export type VaultState = 'unlocked' | 'locked' | 'none' | 'unreadable';

/** What is said of a secret; its value is not. */
export interface SecretInfo {
  readonly name: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Servers that refer to it. */
  readonly usedBy: readonly string[];
}

/** What came of storing a value. */
export interface StoredSecret extends SecretInfo {
  /** Where the file is that could not be opened and that a new one has replaced. */
  readonly setAside?: string;
}

/** The secrets of a profile. Values leave it only inside a launch that is about to be started. */
export interface Vault {
  readonly state: VaultState;
  /** What a person should know; absent while everything is well. */
  readonly sentence: string | undefined;
  /** Keeps a value under a name; on disk when it returns. A new value takes the place of the one before. */
  set(name: string, value: string): Result<StoredSecret>;
  list(): readonly SecretInfo[];
  /** Refused while a server refers to it, and for a name that is not there. */
  remove(name: string): Result<{ readonly name: string }>;
  /** See `resolveLaunch`. The answer is for the start of a process or a connection, and is kept nowhere. */
  resolve(id: string, launch: Launch): Result<Launch>;
}

/** What the vault works with. */
export interface VaultPorts {
  readonly file: string;
  readonly key: VaultKey;
  readonly fs: VaultFs;
  readonly now: () => number;
  /** The servers that refer to a secret. */
  readonly usedBy: (name: string) => readonly string[];
  /** Told all values, at the opening and at every change, so that they are hidden in texts. */
  readonly know: (values: readonly string[]) => void;
  /** The words for an error of the file system. */
  readonly reasonOf: (error: unknown) => string;
}

const MAX_SECRETS = 1000;

/**
 * Opens the vault of a profile; never throws for what it finds. A file that cannot be opened stays where it is, so
 * that a copy or the old key can still save it; the first secret that is stored then sets it aside, except one of a
 * newer Doorward, which is never replaced.
 */
export function openVault(ports: VaultPorts): Vault {
  const { file, fs, key, now } = ports;
  let envelope: Envelope = [];
  let unopened: { code: Unopened | 'disk'; sentence: string } | undefined;
  const vaultKey = key.kind === 'key' ? key.key : undefined;
  if (vaultKey !== undefined) {
    const found = readFile(vaultKey);
    if (found.ok) envelope = found.value;
    else unopened = { code: found.code, sentence: found.message };
  }

  function readFile(withKey: Buffer): Result<Envelope, Unopened | 'disk'> {
    try {
      const bytes = fs.read(file);
      return bytes === undefined ? ok([]) : readEnvelope(withKey, bytes);
    } catch (error) {
      return fail('disk', `The vault file cannot be read: ${ports.reasonOf(error)}.`);
    }
  }

  const state = (): VaultState => {
    if (key.kind !== 'key') return key.kind;
    return unopened === undefined ? 'unlocked' : 'unreadable';
  };
  const sentence = (): string | undefined => {
    if (key.kind !== 'key') return key.sentence;
    if (unopened === undefined) return undefined;
    const { code } = unopened;
    return code === 'newer' || code === 'disk'
      ? unopened.sentence
      : `${unopened.sentence} It was left as it is: put a good copy in its place and start again, or set the secrets anew.`;
  };
  const shut = () => fail(state(), sentence() ?? 'The vault is not open.');
  const info = ({ name, version, createdAt, changedAt }: Envelope[number]): SecretInfo => ({
    name,
    version,
    createdAt,
    changedAt,
    usedBy: ports.usedBy(name),
  });

  /** Everything that the vault knows is hidden wherever it turns up, from the start on. */
  function tell(): void {
    const values = vaultKey === undefined ? [] : envelope.map((one) => openSecret(vaultKey, one));
    ports.know(values.flatMap((value) => (value.ok ? [value.value] : [])));
  }
  tell();

  /** In memory is only what is on disk. */
  function keep(withKey: Buffer, next: Envelope): Result<{ setAside?: string }> {
    try {
      const aside = unopened === undefined ? undefined : setAside(fs, file);
      replaceFile(fs, file, writeEnvelope(withKey, next));
      unopened = undefined;
      envelope = next;
      return ok(aside === undefined ? {} : { setAside: aside });
    } catch (error) {
      // The disk holds the old one or the new one.
      const found = readFile(withKey);
      if (found.ok) envelope = found.value;
      return fail('disk', `The vault could not be written: ${ports.reasonOf(error)}. Nothing was lost.`);
    } finally {
      tell();
    }
  }

  return {
    get state() {
      return state();
    },
    get sentence() {
      return sentence();
    },
    set(name, value) {
      const lasting = unopened?.code === 'newer' || unopened?.code === 'disk';
      if (vaultKey === undefined || lasting) return shut();
      if (value === '') return fail('usage', 'A secret cannot be empty.');
      // Neither a variable nor a header can hold one, and the error of whoever tries shows the value.
      if (value.includes('\0')) return fail('usage', 'A secret cannot contain the character NUL.');
      if (!value.isWellFormed()) return fail('usage', 'A secret must be text.');
      const before = envelope.find((one) => one.name === name);
      if (before === undefined && envelope.length >= MAX_SECRETS)
        return fail('full', `There are ${MAX_SECRETS} secrets already. Remove one first.`);
      const at = now();
      const facts = {
        name,
        version: (before?.version ?? 0) + 1,
        createdAt: before?.createdAt ?? at,
        changedAt: at,
      };
      const secret = sealSecret(vaultKey, facts, value);
      const kept = keep(vaultKey, [...envelope.filter((one) => one !== before), secret]);
      return kept.ok ? ok({ ...info(secret), ...kept.value }) : kept;
    },
    list: () => envelope.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(info),
    remove(name) {
      if (vaultKey === undefined || unopened !== undefined) return shut();
      if (!envelope.some((one) => one.name === name)) return unknown(name);
      const [user] = ports.usedBy(name);
      if (user !== undefined)
        return fail('used', `The server "${user}" uses the secret "${name}". Remove that server first.`);
      const kept = keep(
        vaultKey,
        envelope.filter((one) => one.name !== name),
      );
      return kept.ok ? ok({ name }) : kept;
    },
    resolve(id, launch) {
      return resolveLaunch(id, launch, (name) => {
        if (vaultKey === undefined || unopened !== undefined) return shut();
        const secret = envelope.find((one) => one.name === name);
        return secret === undefined ? unknown(name) : openSecret(vaultKey, secret);
      });
    },
  };
}

function unknown(name: string) {
  return fail(
    'unknown',
    `There is no secret "${name}" in the vault. Set it with: doorward secret set ${name}`,
  );
}
