import { expect, it } from 'vitest';
import { type KeyNotes, openSeals, type VaultKey } from '../../../electron/vault/seal-key.ts';
import { memoryKeychain } from '../../fixtures/memory-keychain.ts';

const memoryNotes = (): KeyNotes => {
  const map = new Map<string, string>();
  return { get: (name) => map.get(name), set: (name, value) => void map.set(name, value) };
};
async function vaultKey(
  keychain: ReturnType<typeof memoryKeychain>,
  notes: KeyNotes,
  passphrase?: string,
): Promise<VaultKey> {
  const opened = await openSeals({
    home: '/p',
    keychain,
    notes,
    passphrase: passphrase === undefined ? undefined : Buffer.from(passphrase),
  });
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.vault;
}

it('the key of the vault is there at every start with the keychain, and is not what the keychain holds', async () => {
  const keychain = memoryKeychain();
  const notes = memoryNotes();
  const key = await vaultKey(keychain, notes);
  expect(key.kind).toBe('key');
  expect(await vaultKey(keychain, notes)).toEqual(key);
  const kept = keychain.entries.get('key:/p');
  expect(kept !== undefined && key.kind === 'key' && key.key.equals(kept)).toBe(false);
  // Another profile has another one.
  expect(await vaultKey(memoryKeychain(), memoryNotes())).not.toEqual(key);
});

it('without the keychain the vault is locked where there has been a key, and otherwise says how to set it up', async () => {
  const keychain = memoryKeychain();
  keychain.available = false;
  const none = await vaultKey(keychain, memoryNotes());
  expect(none).toEqual({ kind: 'none', sentence: expect.stringContaining('it takes no secrets') as string });
  const notes = memoryNotes();
  await vaultKey(memoryKeychain(), notes);
  expect(await vaultKey(keychain, notes)).toMatchObject({ kind: 'locked' });
});

it('a passphrase opens the vault as the keychain does', async () => {
  const keychain = memoryKeychain();
  keychain.available = false;
  const notes = memoryNotes();
  const key = await vaultKey(keychain, notes, 'correct horse');
  expect(key.kind).toBe('key');
  expect(await vaultKey(keychain, notes, 'correct horse')).toEqual(key);
  await expect(vaultKey(keychain, notes, 'wrong horse')).rejects.toThrow('not the passphrase');
}, 240_000);
