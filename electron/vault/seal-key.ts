import { randomBytes } from 'node:crypto';
import type { SealState } from '../../shared/ipc/shapes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { vaultKeyOf } from './envelope.ts';
import type { Keychain } from './keychain.ts';
import { scryptKey } from './scrypt.ts';
import { deferredSeals, keyedSeals, keyId, lockedSeals, type Seals } from './seals.ts';

/** Notes beside the sealed rows. They are not sealed themselves, so nothing is trusted because of them. */
export interface KeyNotes {
  get(name: 'key-id' | 'passphrase-salt'): string | undefined;
  set(name: 'key-id' | 'passphrase-salt', value: string): void;
}

/** Where the vault key may come from. */
export interface KeySource {
  /** The profile folder as a person named it; it names the keychain entries. */
  readonly home: string;
  readonly keychain: Keychain;
  readonly passphrase: Buffer | undefined;
  readonly notes: KeyNotes;
}

/** Remembers outside the profile how far its state has come, so that an old copy put in its place is noticed. */
export interface Anchor {
  /** The generation that the state had at least reached. */
  readonly reached: number;
  /** Notes a higher one; resolves when it is kept, or could not be. */
  raise(generation: number): Promise<void>;
}

/** The key of the vault, or why there is none: a profile noted one that is not at hand, or there has never been one. */
export type VaultKey =
  | {
      readonly kind: 'key';
      readonly key: Buffer;
      /** While the key is being replaced: what may still be under the one before is moved to `key`. */
      readonly before?: Buffer;
    }
  | { readonly kind: 'locked' | 'none'; readonly sentence: string };

/** What came of looking for the key. */
export interface OpenSeals {
  readonly seals: Seals;
  readonly report: SealState;
  /** The key is brand-new and this profile never had one: rows without a seal are accepted and sealed now. */
  readonly adopt: boolean;
  readonly anchor: Anchor;
  /** For secrets; the key of the profile itself stays here. */
  readonly vault: VaultKey;
  /** While the key is being replaced: the seals of the one before, and what ends it when nothing is under that any more. */
  readonly replacing?: Replacing;
}

/** The replacement of a profile's key, which `replaceProfileKey` has begun. */
export interface Replacing {
  readonly before: Seals;
  /** Forgets the key before; false when the keychain did not take it, and the next start does it again. */
  finish(): Promise<boolean>;
}

const KEY_BYTES = 32;
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const noAnchor: Anchor = { reached: 0, raise: () => Promise.resolve() };

/**
 * Finds or makes this profile's key. Somebody who can write the profile's files but not the keychain must gain
 * nothing by it:
 * - Notes and seals can be deleted, so "there has never been a key" is believed only while the keychain has none
 *   either: a key that is *found* there never adopts rows without a seal, only one that is made now does.
 * - A passphrase leaves no trace outside the files, so it never adopts rows.
 * - Without a keychain, a profile that notes a key is locked and one that notes none is deferred. Deleting the note
 *   makes a deferred profile of a locked one for that run, which is no more than a new profile; it does not last,
 *   because the key in the keychain is there when it is reached again.
 */
export async function openSeals(source: KeySource): Promise<Result<OpenSeals, 'passphrase'>> {
  const { notes, passphrase } = source;
  if (passphrase !== undefined) return fromPassphrase(passphrase, notes);
  const noted = notes.get('key-id');
  const account = `key:${source.home}`;
  const found = await source.keychain.get(account);
  if (!found.ok) return ok(withoutKey(noted, found.message));
  const kept = keysIn(found.value);
  if (kept !== undefined) {
    const { key, before } = kept;
    notes.set('key-id', keyId(key));
    const anchor = await openAnchor(source);
    const opened = { seals: keyedSeals(key), report: sealed, adopt: false, anchor } as const;
    if (before === undefined) return ok({ ...opened, vault: vaultWith(key) });
    return ok({
      ...opened,
      vault: { kind: 'key', key: vaultKeyOf(key), before: vaultKeyOf(before) },
      replacing: {
        before: keyedSeals(before),
        finish: async () => (await source.keychain.set(account, key)).ok,
      },
    });
  }
  const key = randomBytes(KEY_BYTES);
  const made = await source.keychain.set(account, key);
  if (!made.ok) return ok(withoutKey(noted, made.message));
  notes.set('key-id', keyId(key));
  const anchor = await openAnchor(source);
  const lost = {
    state: 'sealed',
    sentence:
      'The key of this profile is no longer in the keychain, so a new one was made. Servers have to be reviewed and AI apps added again.',
  } as const;
  return ok({
    seals: keyedSeals(key),
    report: noted === undefined ? sealed : lost,
    adopt: noted === undefined,
    anchor,
    vault: vaultWith(key),
  });
}

/**
 * Begins to replace the key of a profile. The keychain has both keys in one entry from then on, so that there is no
 * moment at which one of them is lost; the next start moves everything to the new one and then forgets the old one.
 * Safe to call again before that. Refused: no keychain, and a profile whose key is made of a passphrase.
 */
export async function replaceProfileKey({
  home,
  keychain,
  passphrase,
}: Omit<KeySource, 'notes'>): Promise<Result<void, 'unavailable' | 'passphrase'>> {
  if (passphrase !== undefined)
    return fail(
      'passphrase',
      'The key of this profile is made of its passphrase. Export the secrets, start a new profile with a new passphrase, and import them there.',
    );
  const account = `key:${home}`;
  const found = await keychain.get(account);
  if (!found.ok) return found;
  const kept = keysIn(found.value);
  if (kept === undefined) return fail('unavailable', 'The keychain has no key of this profile to replace.');
  if (kept.before !== undefined) return ok(undefined);
  return keychain.set(account, Buffer.concat([kept.key, randomBytes(KEY_BYTES)]));
}

/** The key of the vault as the keychain has it now; for a vault that was locked while Doorward runs. */
export async function readVaultKey({
  home,
  keychain,
}: Pick<KeySource, 'home' | 'keychain'>): Promise<Result<Buffer, 'unavailable'>> {
  const found = await keychain.get(`key:${home}`);
  if (!found.ok) return found;
  const kept = keysIn(found.value);
  if (kept === undefined) return fail('unavailable', 'The keychain has no key of this profile any more.');
  // A replacement that has begun since is for the next start.
  return ok(vaultKeyOf(kept.before ?? kept.key));
}

/** One key, or the one before and the new one. */
function keysIn(entry: Buffer | undefined): { readonly key: Buffer; readonly before?: Buffer } | undefined {
  if (entry?.length === KEY_BYTES) return { key: entry };
  if (entry?.length === 2 * KEY_BYTES)
    return { key: entry.subarray(KEY_BYTES), before: entry.subarray(0, KEY_BYTES) };
  return undefined;
}

const sealed: SealState = {
  state: 'sealed',
  sentence: 'What you approved is sealed: a change of its files outside Doorward is noticed.',
};

const vaultWith = (key: Buffer): VaultKey => ({ kind: 'key', key: vaultKeyOf(key) });

function withoutKey(noted: string | undefined, why: string): OpenSeals {
  const locked = noted !== undefined;
  const sentence = locked
    ? `The vault is locked, so earlier reviews and AI apps do not count, and what is done now does not last. ${why}`
    : `What you approve is not sealed yet, so a change of its files would not be noticed. ${why}`;
  return {
    seals: locked ? lockedSeals : deferredSeals,
    report: { state: locked ? 'locked' : 'deferred', sentence },
    adopt: false,
    anchor: noAnchor,
    vault: locked
      ? { kind: 'locked', sentence: `The vault is locked. ${why}` }
      : { kind: 'none', sentence: `There is no key for a vault yet, so it takes no secrets. ${why}` },
  };
}

async function fromPassphrase(passphrase: Buffer, notes: KeyNotes): Promise<Result<OpenSeals, 'passphrase'>> {
  if (passphrase.length < 8) return fail('passphrase', 'The passphrase must have at least 8 characters.');
  const noted = notes.get('key-id');
  const before = notes.get('passphrase-salt');
  if (noted !== undefined && before === undefined)
    return fail(
      'passphrase',
      'This profile is sealed with a key in the keychain, not with a passphrase. Start without --passphrase-fd.',
    );
  const salt =
    before !== undefined && /^[0-9a-f]{32}$/.test(before) ? before : randomBytes(16).toString('hex');
  const key = await scryptKey(passphrase, Buffer.from(salt, 'hex'), KEY_BYTES, COST);
  const id = keyId(key);
  if (noted !== undefined && noted !== id)
    return fail(
      'passphrase',
      'This is not the passphrase that the profile was sealed with. Nothing was changed.',
    );
  notes.set('passphrase-salt', salt);
  notes.set('key-id', id);
  return ok({
    seals: keyedSeals(key),
    report: sealed,
    adopt: false,
    anchor: noAnchor,
    vault: vaultWith(key),
  });
}

/** Only ever raised after a commit, so it may lag behind the state after a crash but never runs ahead of it. */
async function openAnchor({ keychain, home }: KeySource): Promise<Anchor> {
  const account = `state:${home}`;
  const kept = await keychain.get(account);
  const text = kept.ok ? (kept.value?.toString('utf8') ?? '0') : '0';
  const reached = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  let wanted = reached;
  let done = reached;
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    while (done < wanted) {
      const next = wanted;
      await keychain.set(account, Buffer.from(String(next)));
      done = next;
    }
    writing = undefined;
  };
  return {
    reached,
    raise(generation) {
      if (generation > wanted) wanted = generation;
      writing ??= write();
      return writing;
    },
  };
}
