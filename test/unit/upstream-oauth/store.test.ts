import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signInStore } from '../../../electron/host/servers/sign-in-store.ts';
import type { StoredSignIn } from '../../../electron/upstream/oauth/stored.ts';
import { vaultKeyOf } from '../../../electron/vault/envelope.ts';
import type { VaultKey } from '../../../electron/vault/seal-key.ts';
import { openVault, type Vault } from '../../../electron/vault/vault.ts';
import { systemVaultFs } from '../../../electron/vault/vault-file.ts';
import { fail } from '../../../shared/result.ts';

let folder: string;
let file: string;
let head: string | undefined;
let told: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-store-'));
  file = join(folder, 'vault.json');
  head = undefined;
  told = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY: VaultKey = { kind: 'key', key: vaultKeyOf(Buffer.alloc(32, 7)) };
const open = (key: VaultKey = KEY): Vault =>
  openVault({
    file,
    key,
    fs: systemVaultFs,
    now: () => 1,
    usedBy: () => [],
    know: (secrets) => void (told = JSON.stringify(secrets)),
    readKey: () => Promise.resolve(fail('unavailable', 'The keychain is away.')),
    head: { get: () => head, set: (next) => void (head = next) },
    reasonOf: String,
  });
const record: StoredSignIn = {
  v: 1,
  url: 'https://mcp.example/mcp',
  clients: { 'https://login.example': { clientId: 'c', clientSecret: 'hunter2', source: 'given' } },
  privateHosts: [],
  ended: false,
  tokens: { access: 'access-1', refresh: 'refresh-1', at: 1, scopes: ['a'] },
};

it('keeps a sign-in over a restart, sealed, apart from what a person keeps', async () => {
  const vault = open();
  expect(vault.set('mine', 'value')).toMatchObject({ ok: true });
  expect(signInStore(vault.own).save('notes', record)).toEqual({ ok: true, value: undefined });
  const again = open();
  const store = signInStore(again.own);
  expect(store.load('notes')).toEqual({ ok: true, value: record });
  expect(store.load('other')).toEqual({ ok: true, value: undefined });
  expect(again.list().map(({ name }) => name)).toEqual(['mine']);
  expect(told).not.toContain('access-1');
  for (const secret of ['access-1', 'refresh-1', 'hunter2'])
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
  expect(await again.backUp('a long passphrase')).toMatchObject({ ok: true, value: { secrets: 1 } });
  expect(store.remove('notes')).toMatchObject({ ok: true });
  expect(store.remove('notes')).toMatchObject({ ok: true });
  expect(signInStore(open().own).load('notes')).toEqual({ ok: true, value: undefined });
  expect(open().list()).toHaveLength(1);
}, 240_000);

it('is referred to by no server', () => {
  const vault = open();
  signInStore(vault.own).save('notes', record);
  for (const reference of ['vault::sign-in:notes', '${vault::sign-in:notes}', 'vault:sign-in:notes']) {
    const launch = {
      transport: 'http' as const,
      url: 'https://evil.example',
      headers: { 'X-Key': reference },
    };
    const resolved = vault.resolve('evil', launch);
    expect(JSON.stringify(resolved)).not.toContain('access-1');
  }
});

it('says why nothing can be kept, and takes the place of no vault that could not be opened', () => {
  const locked = signInStore(open({ kind: 'none', sentence: 'There is no keychain.' }).own);
  expect(locked.load('notes')).toEqual({ ok: false, code: 'none', message: 'There is no keychain.' });
  expect(locked.save('notes', record)).toMatchObject({ ok: false });
  expect(locked.remove('notes')).toMatchObject({ ok: false });
  signInStore(open().own).save('notes', record);
  const before = readFileSync(file);
  head = undefined;
  const other = open({ kind: 'key', key: vaultKeyOf(Buffer.alloc(32, 8)) });
  expect(signInStore(other.own).save('notes', record)).toMatchObject({ ok: false, code: 'unreadable' });
  expect(readFileSync(file)).toEqual(before);
  const vault = open();
  vault.lock();
  expect(signInStore(vault.own).save('notes', record)).toMatchObject({ ok: false, code: 'locked' });
});

it('takes no record of another version for its own', () => {
  const { own } = open();
  own.set('sign-in:notes', JSON.stringify({ ...record, v: 2 }));
  expect(signInStore(own).load('notes')).toMatchObject({ ok: false, code: 'newer' });
  own.set('sign-in:notes', 'no json');
  expect(signInStore(own).load('notes')).toMatchObject({ ok: false });
});
