import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemKeychain } from '../../../electron/vault/keychain.ts';
import { type KeyNotes, openSeals } from '../../../electron/vault/seal-key.ts';
import {
  type Cell,
  deferredSeals,
  encodeCells,
  keyedSeals,
  lockedSeals,
} from '../../../electron/vault/seals.ts';
import { memoryKeychain } from '../../fixtures/memory-keychain.ts';

const cell = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);
const memoryNotes = (): KeyNotes & { map: Map<string, string> } => {
  const map = new Map<string, string>();
  return { map, get: (name) => map.get(name), set: (name, value) => void map.set(name, value) };
};
const same = (a: readonly Cell[], b: readonly Cell[]) =>
  a.length === b.length &&
  a.every((one, i) => {
    const other = b[i];
    return Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other;
  });

describe('the encoding under a seal', () => {
  it('is different for different rows', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.array(cell), (a, b) => {
        expect(encodeCells(a).equals(encodeCells(b))).toBe(same(a, b));
      }),
    );
    expect(encodeCells(['a', 'b']).equals(encodeCells(['as1:b']))).toBe(false);
    expect(encodeCells(['1']).equals(encodeCells([1]))).toBe(false);
    expect(encodeCells(['']).equals(encodeCells([null]))).toBe(false);
  });

  it('counts only with its own key and unchanged', () => {
    const seals = keyedSeals(Buffer.alloc(32, 1));
    const seal = seals.sign(['servers', 'a', 1]);
    expect(seals.counts(['servers', 'a', 1], seal)).toBe(true);
    expect(seals.counts(['servers', 'b', 1], seal)).toBe(false);
    expect(seals.counts(['servers', 'a', 1], null)).toBe(false);
    expect(seals.counts(['servers', 'a', 1], seal?.subarray(0, 16))).toBe(false);
    expect(keyedSeals(Buffer.alloc(32, 2)).counts(['servers', 'a', 1], seal)).toBe(false);
  });
});

describe('without a key', () => {
  it('rows without a seal count while there has never been one; nothing else does', () => {
    expect([deferredSeals.counts(['a'], null), deferredSeals.counts(['a'], Buffer.alloc(32))]).toEqual([
      true,
      false,
    ]);
    expect([lockedSeals.counts(['a'], null), lockedSeals.counts(['a'], Buffer.alloc(32))]).toEqual([
      false,
      false,
    ]);
  });
});

describe('the key of a profile', () => {
  const open = (keychain = memoryKeychain(), notes = memoryNotes(), passphrase?: string) =>
    openSeals({
      home: '/p',
      keychain,
      notes,
      passphrase: passphrase === undefined ? undefined : Buffer.from(passphrase),
    });

  it('is made once, and only then adopts what was there', async () => {
    const keychain = memoryKeychain();
    const notes = memoryNotes();
    expect(await open(keychain, notes)).toMatchObject({
      ok: true,
      value: { adopt: true, report: { state: 'sealed' } },
    });
    expect(await open(keychain, notes)).toMatchObject({
      ok: true,
      value: { adopt: false, report: { state: 'sealed' } },
    });
    expect(keychain.entries.get('key:/p')?.length).toBe(32);
  });

  it('adopts nothing when only the notes are gone: the key that is found says that there was one', async () => {
    const keychain = memoryKeychain();
    await open(keychain);
    expect(await open(keychain, memoryNotes())).toMatchObject({ ok: true, value: { adopt: false } });
  });

  it('adopts nothing when only the keychain entry is gone', async () => {
    const notes = memoryNotes();
    await open(memoryKeychain(), notes);
    expect(await open(memoryKeychain(), notes)).toMatchObject({
      ok: true,
      value: { adopt: false, report: { state: 'sealed' } },
    });
  });

  it('without a keychain is deferred, or locked when there has been one', async () => {
    const keychain = memoryKeychain();
    keychain.available = false;
    const notes = memoryNotes();
    expect(await open(keychain, notes)).toMatchObject({ ok: true, value: { seals: { state: 'deferred' } } });
    keychain.available = true;
    await open(keychain, notes);
    keychain.available = false;
    expect(await open(keychain, notes)).toMatchObject({ ok: true, value: { seals: { state: 'locked' } } });
  });

  it('comes from a passphrase, which adopts nothing and is refused when it is another one', async () => {
    const keychain = memoryKeychain();
    keychain.available = false;
    const notes = memoryNotes();
    expect(await open(keychain, notes, 'correct horse')).toMatchObject({
      ok: true,
      value: { adopt: false, seals: { state: 'sealed' } },
    });
    expect(await open(keychain, notes, 'wrong horse')).toMatchObject({ ok: false, code: 'passphrase' });
    expect(await open(keychain, notes, 'correct horse')).toMatchObject({ ok: true });
    expect(await open(keychain, notes, 'short')).toMatchObject({ ok: false });
    const other = memoryNotes();
    await open(memoryKeychain(), other);
    expect(await open(memoryKeychain(), other, 'correct horse')).toMatchObject({
      ok: false,
      code: 'passphrase',
    });
  });

  it('has an anchor that only rises', async () => {
    const keychain = memoryKeychain();
    const notes = memoryNotes();
    const first = await open(keychain, notes);
    if (!first.ok) throw new Error(first.message);
    await Promise.all([first.value.anchor.raise(3), first.value.anchor.raise(7)]);
    await first.value.anchor.raise(5);
    const again = await open(keychain, notes);
    expect(again.ok && again.value.anchor.reached).toBe(7);
  });
});

describe('the keychain of this machine', () => {
  const probe = spawnSync('sh', ['-c', 'command -v gnome-keyring-daemon && command -v dbus-run-session']);
  const reason = probe.status === 0 ? '' : ' (skipped: gnome-keyring and dbus-run-session are not installed)';

  it('refuses with a sentence where there is no Secret Service, instead of using the kernel keyring', async () => {
    if (process.platform !== 'linux') return;
    const module = new URL('../../../electron/vault/keychain.ts', import.meta.url).href;
    const script = `const { systemKeychain } = await import(${JSON.stringify(module)}); const got = await systemKeychain().set('key:test', Buffer.from('x')); process.stdout.write(JSON.stringify(got));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    });
    expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, code: 'unavailable' });
    expect(systemKeychain).toBeTypeOf('function');
  });

  it.skipIf(reason !== '')(`keeps a secret in a real Secret Service${reason}`, () => {
    const data = mkdtempSync(join(tmpdir(), 'doorward-keyring-'));
    const module = new URL('../../../electron/vault/keychain.ts', import.meta.url).href;
    const script = `const { systemKeychain } = await import(${JSON.stringify(module)}); const chain = systemKeychain(); const none = await chain.get('key:test'); await chain.set('key:test', Buffer.alloc(32, 7)); const some = await chain.get('key:test'); process.stdout.write(JSON.stringify([none.ok && none.value === undefined, some.ok && some.value?.equals(Buffer.alloc(32, 7))]));`;
    const run = spawnSync(
      'dbus-run-session',
      [
        '--',
        'sh',
        '-c',
        'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$0" --input-type=module -e "$1"',
        process.execPath,
        script,
      ],
      { encoding: 'utf8', env: { ...process.env, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: data } },
    );
    rmSync(data, { recursive: true, force: true });
    expect(JSON.parse(run.stdout)).toEqual([true, true]);
  });
});
