import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vaultKeyOf } from '../../../electron/vault/envelope.ts';
import type { VaultKey } from '../../../electron/vault/seal-key.ts';
import { openVault, type Vault } from '../../../electron/vault/vault.ts';
import { systemVaultFs, type VaultFs } from '../../../electron/vault/vault-file.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Launch } from '../../../shared/model/server.ts';

let folder: string;
let file: string;
let users: Map<string, string[]>;
let known: readonly string[];
let head: string | undefined;
let keychainThere = true;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-vault-'));
  file = join(folder, 'vault.json');
  users = new Map();
  known = [];
  head = undefined;
  keychainThere = true;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keyed = (byte: number): VaultKey => ({ kind: 'key', key: vaultKeyOf(Buffer.alloc(32, byte)) });
let time = 0;
const open = (key: VaultKey = keyed(1), fs: VaultFs = systemVaultFs): Vault =>
  openVault({
    file,
    key,
    fs,
    now: () => ++time,
    usedBy: (name) => users.get(name) ?? [],
    know: (secrets) => void (known = secrets.map(({ value }) => value)),
    readKey: () =>
      Promise.resolve(
        key.kind === 'key' && keychainThere ? ok(key.key) : fail('unavailable', 'The keychain is away.'),
      ),
    head: { get: () => head, set: (next) => void (head = next) },
    reasonOf: (error) => (error instanceof Error ? error.message : String(error)),
  });
const launch = (name: string): Launch => ({
  transport: 'stdio',
  command: 'x',
  args: [],
  env: { A: `vault:${name}` },
});
/** What a server would be given, or the sentence of the failed start. */
const valueOf = (vault: Vault, name: string): string => {
  const filled = vault.resolve('s', launch(name));
  return filled.ok && filled.value.transport === 'stdio'
    ? (filled.value.env['A'] ?? '')
    : filled.ok
      ? ''
      : `! ${filled.message}`;
};
const all = (vault: Vault) =>
  Object.fromEntries(vault.list().map(({ name }) => [name, valueOf(vault, name)]));

describe('the vault', () => {
  it('keeps secrets over a restart, counts their versions, and tells the redactor', () => {
    const vault = open();
    expect(vault.set('b', 'two')).toMatchObject({ ok: true, value: { version: 1 } });
    expect(vault.set('a', 'one')).toMatchObject({ ok: true });
    expect(vault.set('b', 'three')).toMatchObject({ ok: true, value: { version: 2 } });
    expect(known).toEqual(expect.arrayContaining(['one', 'three']));
    known = [];
    users.set('a', ['files']);
    const again = open();
    expect(again).toMatchObject({ state: 'unlocked', sentence: undefined });
    expect(all(again)).toEqual({ a: 'one', b: 'three' });
    expect(known).toEqual(['one', 'three']);
    expect(again.list()).toMatchObject([
      { name: 'a', version: 1, usedBy: ['files'] },
      { name: 'b', version: 2, usedBy: [] },
    ]);
    expect(JSON.stringify(again.list())).not.toMatch(/one|three/);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['vault.json']);
  });

  it('does not remove what a server uses, and names the server', () => {
    const vault = open();
    vault.set('a', 'one');
    users.set('a', ['files', 'mail']);
    expect(vault.remove('a')).toEqual({
      ok: false,
      code: 'used',
      message: 'The server "files" uses the secret "a". Remove that server first.',
    });
    users.clear();
    expect(vault.remove('a')).toEqual({ ok: true, value: { name: 'a' } });
    expect(vault.remove('a')).toMatchObject({ ok: false, code: 'unknown' });
    expect(valueOf(open(), 'a')).toContain('There is no secret "a"');
  });

  it('takes no empty value and none that cannot be handed to a program', () => {
    expect([open().set('a', ''), open().set('a', 'x\0y')]).toMatchObject([{ ok: false }, { ok: false }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['locked', 'none'] as const)('%s: keeps nothing, gives nothing, says how to set it up', (kind) => {
    open().set('a', 'one');
    const before = readFileSync(file);
    known = [];
    const vault = open({ kind, sentence: 'Log in to a desktop.' });
    expect(vault).toMatchObject({ state: kind, sentence: 'Log in to a desktop.' });
    expect(vault.set('a', 'x')).toEqual({ ok: false, code: kind, message: 'Log in to a desktop.' });
    expect(vault.remove('a')).toMatchObject({ ok: false, code: kind });
    expect(vault.list()).toEqual([]);
    expect(valueOf(vault, 'a')).toBe('! "s" lacks its "A", so it was not started. Log in to a desktop.');
    expect(known).toEqual([]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('a vault file that cannot be opened', () => {
  const scenes: [string, VaultKey, (bytes: Buffer) => Buffer][] = [
    ['damaged', keyed(1), (bytes) => bytes.subarray(0, -9)],
    ['emptied', keyed(1), () => Buffer.alloc(0)],
    ['of another key', keyed(2), (bytes) => bytes],
  ];
  it.each(scenes)('%s: stays until a secret is set, and then beside the new one', (_what, key, change) => {
    open().set('a', 'one');
    const bytes = change(readFileSync(file));
    writeFileSync(file, bytes);
    const vault = open(key);
    expect(vault.state).toBe('unreadable');
    expect(valueOf(vault, 'a')).toMatch(/^! .*vault/);
    expect(vault.remove('a')).toMatchObject({ ok: false, code: 'unreadable' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const stored = vault.set('b', 'two');
    expect(stored).toMatchObject({ ok: true, value: { setAside: `${file}.aside-1` } });
    expect(readFileSync(`${file}.aside-1`).equals(bytes)).toBe(true);
    expect(vault.state).toBe('unlocked');
    expect(all(open(key))).toEqual({ b: 'two' });
    // The next one that is damaged does not push the first out.
    writeFileSync(file, 'x');
    expect(open(key).set('c', 'd')).toMatchObject({ value: { setAside: `${file}.aside-2` } });
    expect(readFileSync(`${file}.aside-1`).equals(bytes)).toBe(true);
  });

  it('of a newer Doorward is never replaced', () => {
    writeFileSync(file, '{"doorwardVault":2,"secrets":{}}');
    const vault = open();
    expect(vault.set('a', 'one')).toMatchObject({
      ok: false,
      message: expect.stringContaining('Update') as string,
    });
    expect(readFileSync(file, 'utf8')).toBe('{"doorwardVault":2,"secrets":{}}');
  });

  it('that the disk does not give is not taken for an empty one', () => {
    open().set('a', 'one');
    const before = readFileSync(file);
    const vault = open(keyed(1), {
      ...systemVaultFs,
      read() {
        throw new Error('EIO');
      },
    });
    expect(vault.set('b', 'two')).toMatchObject({ ok: false });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

/** A file system that ends the process, as it were, at step `at`; every write takes at most seven bytes. */
function crashing(at: number): { fs: VaultFs; steps: () => number } {
  let step = 0;
  const tick = (): void => {
    if (step++ >= at) throw new Error('crash');
  };
  const fs: VaultFs = {
    ...systemVaultFs,
    remove: (name) => (tick(), systemVaultFs.remove(name)),
    create: (name) => (tick(), systemVaultFs.create(name)),
    write: (fd, bytes) => (tick(), systemVaultFs.write(fd, bytes.subarray(0, 97))),
    sync: (fd) => (tick(), systemVaultFs.sync(fd)),
    rename: (from, to) => (tick(), systemVaultFs.rename(from, to)),
    syncFolder: (name) => (tick(), systemVaultFs.syncFolder(name)),
  };
  return { fs, steps: () => step };
}

describe('an end at any step of writing', () => {
  it('leaves the old secrets or the new ones, whole, and the next start goes on', () => {
    const counted = crashing(Infinity);
    open().set('a', 'one');
    open(keyed(1), counted.fs).set('b', 'two');
    const total = counted.steps();
    expect(total).toBeGreaterThan(8);
    const ends = new Set<string>();
    for (let at = 0; at < total; at++) {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'doorward-vault-'));
      file = join(folder, 'vault.json');
      open().set('a', 'one');
      const vault = open(keyed(1), crashing(at).fs);
      const stored = vault.set('b', 'two');
      expect(stored.ok).toBe(false);
      const after = open();
      expect(after.state).toBe('unlocked');
      // What this process goes on with is what the next one finds.
      expect(all(vault)).toEqual(all(after));
      ends.add(JSON.stringify(all(after)));
      expect(after.set('c', 'three').ok).toBe(true);
      expect(all(open())).toEqual({ ...all(after), c: 'three' });
    }
    expect([...ends].toSorted()).toEqual(['{"a":"one","b":"two"}', '{"a":"one"}']);
  });

  it('never loses a file that was about to be set aside', () => {
    const total = 40;
    for (let at = 0; at < total; at++) {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'doorward-vault-'));
      file = join(folder, 'vault.json');
      open(keyed(2)).set('old', 'kept');
      const bytes = readFileSync(file);
      open(keyed(1), crashing(at).fs).set('a', 'one');
      const kept = readdirSync(folder).some((name) => readFileSync(join(folder, name)).equals(bytes));
      expect(kept).toBe(true);
    }
  });
});

describe('an older vault file in the place of the newest', () => {
  it('is opened, and said', () => {
    const vault = open();
    vault.set('a', 'one');
    const older = readFileSync(file);
    vault.set('a', 'two');
    expect(open().sentence).toBeUndefined();
    writeFileSync(file, older);
    const again = open();
    expect(again.state).toBe('unlocked');
    expect(again.sentence).toContain('an older copy');
    expect(valueOf(again, 'a')).toBe('one');
    again.set('b', 'three');
    expect(again.sentence).toBeUndefined();
  });

  it('that was removed is said, too', () => {
    open().set('a', 'one');
    rmSync(file);
    expect(open().sentence).toContain('removed outside Doorward');
  });

  it.each([0, 1, 2, 3])('is not suspected after a crash at step %i of a write', (step) => {
    open().set('a', 'one');
    let steps = 0;
    const crash = <A extends unknown[], R>(does: (...args: A) => R) => {
      return (...args: A): R => {
        if (steps++ === step) throw new Error('crash');
        return does(...args);
      };
    };
    const fs: VaultFs = {
      ...systemVaultFs,
      write: crash((fd: number, bytes: Buffer) => systemVaultFs.write(fd, bytes)),
      sync: crash((fd: number) => systemVaultFs.sync(fd)),
      rename: crash((from: string, to: string) => systemVaultFs.rename(from, to)),
      syncFolder: crash((at: string) => systemVaultFs.syncFolder(at)),
    };
    open(keyed(1), fs).set('a', 'two');
    const again = open();
    expect(again.sentence).toBeUndefined();
    expect(['one', 'two']).toContain(valueOf(again, 'a'));
  });
});

describe('a vault whose key is being replaced', () => {
  it('is moved at its opening, and the new key alone opens it then', () => {
    open().set('a', 'one');
    const both: VaultKey = {
      kind: 'key',
      key: vaultKeyOf(Buffer.alloc(32, 2)),
      before: vaultKeyOf(Buffer.alloc(32, 1)),
    };
    expect(all(open(both))).toEqual({ a: 'one' });
    const moved = readFileSync(file);
    expect(all(open(both))).toEqual({ a: 'one' });
    expect(readFileSync(file)).toEqual(moved);
    expect(all(open(keyed(2)))).toEqual({ a: 'one' });
    expect(open(keyed(1)).state).toBe('unreadable');
  });

  it('stays as it is when the disk does not take it, and is moved at the next start', () => {
    open().set('a', 'one');
    const both: VaultKey = {
      kind: 'key',
      key: vaultKeyOf(Buffer.alloc(32, 2)),
      before: vaultKeyOf(Buffer.alloc(32, 1)),
    };
    const before = readFileSync(file);
    const full: VaultFs = {
      ...systemVaultFs,
      write: () => {
        throw new Error('full');
      },
    };
    expect(open(both, full).state).toBe('unreadable');
    expect(readFileSync(file)).toEqual(before);
    expect(all(open(both))).toEqual({ a: 'one' });
  });
});

describe('a locked vault', () => {
  it('hands nothing out, takes nothing in, and opens again with the keychain', async () => {
    const vault = open();
    vault.set('a', 'one');
    vault.lock();
    expect(vault.state).toBe('locked');
    expect(valueOf(vault, 'a')).toContain('locked until the screen is unlocked');
    expect(vault.set('a', 'two')).toMatchObject({ ok: false, code: 'locked' });
    expect(vault.remove('a')).toMatchObject({ ok: false, code: 'locked' });
    expect(await vault.backUp('correct horse')).toMatchObject({ ok: false, code: 'locked' });
    expect(vault.list().map(({ name }) => name)).toEqual(['a']);
    keychainThere = false;
    expect(await vault.unlock()).toMatchObject({ ok: false });
    expect(vault.sentence).toContain('stays locked');
    keychainThere = true;
    expect(await vault.unlock()).toMatchObject({ ok: true });
    expect(all(vault)).toEqual({ a: 'one' });
    expect(vault.sentence).toBeUndefined();
  });
});

describe('a backup', () => {
  it('brings everything into another profile, and leaves what is there alone unless it is to be replaced', async () => {
    const vault = open();
    vault.set('a', 'one');
    vault.set('b', 'two');
    vault.set('c', 'three');
    const backup = await vault.backUp('correct horse');
    if (!backup.ok) throw new Error(backup.message);
    expect(backup.value.secrets).toBe(3);
    expect(backup.value.text).not.toMatch(/one|two|"a"|"b"/);
    rmSync(file);
    head = undefined;
    const other = open(keyed(2));
    other.set('a', 'one');
    other.set('b', 'other');
    expect(await other.restore(backup.value.text, 'wrong horse', { replace: true })).toMatchObject({
      ok: false,
      code: 'passphrase',
    });
    expect(all(other)).toEqual({ a: 'one', b: 'other' });
    expect(await other.restore(backup.value.text, 'correct horse', { replace: false })).toEqual({
      ok: true,
      value: { added: ['c'], replaced: [], kept: ['b'], same: ['a'] },
    });
    expect(all(other)).toEqual({ a: 'one', b: 'other', c: 'three' });
    await other.restore(backup.value.text, 'correct horse', { replace: true });
    expect(all(open(keyed(2)))).toEqual({ a: 'one', b: 'two', c: 'three' });
  });

  it('saves a profile whose key is lost: the file that cannot be opened is set aside', async () => {
    const vault = open();
    vault.set('a', 'one');
    const backup = await vault.backUp('correct horse');
    if (!backup.ok) throw new Error(backup.message);
    const other = open(keyed(2));
    expect(other.state).toBe('unreadable');
    const restored = await other.restore(backup.value.text, 'correct horse', { replace: false });
    expect(restored).toMatchObject({ ok: true, value: { added: ['a'], setAside: `${file}.aside-1` } });
    expect(all(other)).toEqual({ a: 'one' });
  });
});
