import { createHash } from 'node:crypto';
import { secretName } from '../../shared/ipc/vault-contract.ts';
import type { Launch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  type Envelope,
  openSecret,
  readEnvelope,
  rotateEnvelope,
  sealSecret,
  type Unopened,
  writeEnvelope,
} from './envelope.ts';
import { resolveLaunch } from './references.ts';
import { isOwnName, ownName, type OwnSecrets } from './own-secrets.ts';
import { type BackedUp, readBackup, writeBackup } from './backup.ts';
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
  /** The secrets that a person keeps, sealed with a passphrase; see `writeBackup`. */
  backUp(passphrase: string): Promise<Result<{ readonly text: string; readonly secrets: number }>>;
  /**
   * Takes the secrets of a backup in, all in one write. One of the same name and another value stays as it is, unless
   * `replace`. Nothing changes when the backup cannot be opened.
   */
  restore(
    text: string,
    passphrase: string,
    options: { readonly replace: boolean },
  ): Promise<Result<Restored>>;
  /** Takes the key out of memory: until `unlock`, no secret is stored and none is handed out. */
  lock(): void;
  /** Opens it again with the key as the keychain has it; refused with a sentence when that is not to be had. */
  unlock(): Promise<Result<void>>;
  /** See `resolveLaunch`. The answer is for the start of a process or a connection, and is kept nowhere. */
  resolve(id: string, launch: Launch): Result<Launch>;
  /** What the host keeps for itself. */
  readonly own: OwnSecrets;
}

/** What came of a backup, by name. */
export interface Restored {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  /** There with another value, which stayed. */
  readonly kept: readonly string[];
  /** There with the same value. */
  readonly same: readonly string[];
  readonly setAside?: string;
}

/** What the vault works with. */
export interface VaultPorts {
  readonly file: string;
  readonly key: VaultKey;
  /** The key again, after the vault was locked. */
  readonly readKey: () => Promise<Result<Buffer>>;
  readonly fs: VaultFs;
  readonly now: () => number;
  /**
   * Remembers, sealed and outside the file, which file was written last, so that an older copy in its place is
   * noticed. `set` is durable when it returns and may throw as a write of a file does.
   */
  readonly head: { get(): string | undefined; set(head: string): void };
  /** The servers that refer to a secret. */
  readonly usedBy: (name: string) => readonly string[];
  /** Told all values, at the opening and at every change, so that they are hidden in texts. */
  readonly know: (secrets: readonly { readonly name: string; readonly value: string }[]) => void;
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
  let vaultKey = key.kind === 'key' ? key.key : undefined;
  /** A person's screen is locked, say; the key is not in memory. */
  let shutFor: string | undefined;
  let notLast: string | undefined;
  load();

  function load(): void {
    if (vaultKey === undefined) return;
    const found = readFile(vaultKey);
    if (found.ok) envelope = found.value;
    else if (found.code !== 'key' || !movedFrom(vaultKey))
      unopened = { code: found.code, sentence: found.message };
  }

  /** While the key is being replaced: moves the file to the new one in one write. */
  function movedFrom(to: Buffer): boolean {
    const before = key.kind === 'key' ? key.before : undefined;
    const found = before === undefined ? undefined : readFile(before);
    if (before === undefined || found?.ok !== true) return false;
    const moved = rotateEnvelope(before, to, found.value);
    if (!moved.ok) return false;
    try {
      write(to, moved.value);
    } catch {
      return false;
    }
    envelope = moved.value;
    return true;
  }

  function readFile(withKey: Buffer): Result<Envelope, Unopened | 'disk'> {
    try {
      const bytes = fs.read(file);
      const known = ports.head.get();
      notLast =
        known === undefined || known.split(' ').includes(digestOf(bytes))
          ? undefined
          : bytes === undefined
            ? 'The vault file was removed outside Doorward, and the secrets with it.'
            : 'The vault file is not the one that Doorward wrote last: an older copy was put in its place, so secrets may have earlier values.';
      return bytes === undefined ? ok([]) : readEnvelope(withKey, bytes);
    } catch (error) {
      return fail('disk', `The vault file cannot be read: ${ports.reasonOf(error)}.`);
    }
  }

  /** Between the two notes the file is the old one or the new one, and both are known. */
  function write(withKey: Buffer, next: Envelope): void {
    const text = writeEnvelope(withKey, next);
    const after = digestOf(Buffer.from(text));
    ports.head.set(`${digestOf(fs.read(file))} ${after}`);
    replaceFile(fs, file, text);
    ports.head.set(after);
    notLast = undefined;
  }

  const state = (): VaultState => {
    if (key.kind !== 'key') return key.kind;
    if (shutFor !== undefined) return 'locked';
    return unopened === undefined ? 'unlocked' : 'unreadable';
  };
  const sentence = (): string | undefined => {
    if (key.kind !== 'key') return key.sentence;
    if (shutFor !== undefined) return shutFor;
    if (unopened === undefined) return notLast;
    const { code } = unopened;
    return code === 'newer' || code === 'disk'
      ? unopened.sentence
      : `${unopened.sentence} It was left as it is: put a good copy in its place and start again, or set the secrets anew.`;
  };
  /** What a new file must not take the place of. */
  const isLasting = (): boolean => unopened?.code === 'newer' || unopened?.code === 'disk';
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
    // While it is locked, what was hidden before stays hidden.
    if (vaultKey === undefined) return;
    const opener = vaultKey;
    // Of its own the host tells the parts that are secret.
    ports.know(
      envelope
        .filter((one) => !isOwnName(one.name))
        .flatMap((one) => {
          const value = openSecret(opener, one);
          return value.ok ? [{ name: one.name, value: value.value }] : [];
        }),
    );
  }
  tell();

  /** In memory is only what is on disk. */
  function keep(withKey: Buffer, next: Envelope): Result<{ setAside?: string }> {
    try {
      const aside = unopened === undefined ? undefined : setAside(fs, file);
      write(withKey, next);
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
      if (vaultKey === undefined || isLasting()) return shut();
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
    list: () =>
      envelope
        .filter(({ name }) => !isOwnName(name))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(info),
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
    async backUp(passphrase) {
      const opener = vaultKey;
      if (opener === undefined || unopened !== undefined) return shut();
      const secrets: BackedUp[] = [];
      for (const secret of envelope) {
        if (!secretName.safeParse(secret.name).success) continue;
        const value = openSecret(opener, secret);
        if (!value.ok) return value;
        const { name, createdAt, changedAt } = secret;
        secrets.push({ name, value: value.value, createdAt, changedAt });
      }
      const text = await writeBackup(secrets, passphrase);
      return text.ok ? ok({ text: text.value, secrets: secrets.length }) : text;
    },
    async restore(text, passphrase, { replace }) {
      if (vaultKey === undefined || isLasting()) return shut();
      const read = await readBackup(text, passphrase);
      if (!read.ok) return read;
      // It may have been locked while the passphrase was tried.
      const opener = vaultKey;
      if (opener === undefined || isLasting()) return shut();
      const done = {
        added: [] as string[],
        replaced: [] as string[],
        kept: [] as string[],
        same: [] as string[],
      };
      const next = new Map(envelope.map((one) => [one.name, one]));
      for (const { name, value, createdAt, changedAt } of read.value) {
        const before = next.get(name);
        const held = before === undefined ? undefined : openSecret(opener, before);
        if (held?.ok === true && held.value === value) done.same.push(name);
        else if (before !== undefined && !replace) done.kept.push(name);
        else {
          done[before === undefined ? 'added' : 'replaced'].push(name);
          const facts = { name, version: (before?.version ?? 0) + 1, createdAt, changedAt };
          next.set(name, sealSecret(opener, facts, value));
        }
      }
      if (next.size > MAX_SECRETS)
        return fail('full', `The vault takes ${MAX_SECRETS} secrets at most, so nothing was brought in.`);
      if (done.added.length + done.replaced.length === 0) return ok(done);
      const kept = keep(opener, [...next.values()]);
      return kept.ok ? ok({ ...done, ...kept.value }) : kept;
    },
    lock() {
      if (vaultKey === undefined) return;
      vaultKey = undefined;
      shutFor = 'The vault is locked until the screen is unlocked.';
    },
    async unlock() {
      if (shutFor === undefined) return ok(undefined);
      const found = await ports.readKey();
      if (!found.ok) {
        shutFor = `The vault stays locked. ${found.message}`;
        return found;
      }
      vaultKey = found.value;
      shutFor = undefined;
      unopened = undefined;
      load();
      tell();
      return ok(undefined);
    },
    resolve(id, launch) {
      return resolveLaunch(id, launch, (name) => {
        if (vaultKey === undefined || unopened !== undefined) return shut();
        const secret = envelope.find((one) => one.name === name);
        return secret === undefined ? unknown(name) : openSecret(vaultKey, secret);
      });
    },
    own: {
      get(name) {
        if (vaultKey === undefined || unopened !== undefined) return shut();
        const secret = envelope.find((one) => one.name === ownName(name));
        return secret === undefined ? ok(undefined) : openSecret(vaultKey, secret);
      },
      set(name, value) {
        if (vaultKey === undefined || unopened !== undefined) return shut();
        const before = envelope.find((one) => one.name === ownName(name));
        const at = now();
        const { version = 0, createdAt = at } = before ?? {};
        const facts = { name: ownName(name), version: version + 1, createdAt, changedAt: at };
        const secret = sealSecret(vaultKey, facts, value);
        const kept = keep(vaultKey, [...envelope.filter((one) => one !== before), secret]);
        return kept.ok ? ok(undefined) : kept;
      },
      remove(name) {
        if (vaultKey === undefined || unopened !== undefined) return shut();
        const rest = envelope.filter((one) => one.name !== ownName(name));
        if (rest.length === envelope.length) return ok(undefined);
        const kept = keep(vaultKey, rest);
        return kept.ok ? ok(undefined) : kept;
      },
    },
  };
}

/** What tells one vault file from another; `none` when there is none. */
function digestOf(bytes: Buffer | undefined): string {
  return bytes === undefined ? 'none' : createHash('sha256').update(bytes).digest('hex');
}

function unknown(name: string) {
  return fail(
    'unknown',
    `There is no secret "${name}" in the vault. Set it with: doorward secret set ${name}`,
  );
}
