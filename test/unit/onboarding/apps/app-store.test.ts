import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../../../electron/host/apps/app-store.ts';
import type { OwnSecrets } from '../../../../electron/vault/own-secrets.ts';
import { fail, ok } from '../../../../shared/result.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'doorward-store-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

function vault(state: 'unlocked' | 'none' | 'locked') {
  const kept = new Map<string, string>();
  const shut = fail('locked', 'The vault is locked.');
  const own: OwnSecrets = {
    get: (name) => (state === 'unlocked' ? ok(kept.get(name)) : shut),
    set: (name, value) => (state === 'unlocked' ? (kept.set(name, value), ok(undefined)) : shut),
    remove: () => ok(undefined),
  };
  return { state, sentence: undefined, own, kept };
}

describe('the backups', () => {
  it('are sealed where there is a vault, each under its own name', () => {
    const open = vault('unlocked');
    const store = appStore(home, open);
    const names = ['first', 'second'].map((text) => {
      const name = store.writeBackup('cursor', Buffer.from(text));
      if (!name.ok) throw new Error(name.message);
      return name.value;
    });
    const [first = '', second = ''] = names;
    expect(store.readBackup(first)).toEqual(ok(Buffer.from('first')));
    for (const name of names) expect(statSync(join(home, 'apps', name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'apps')).mode & 0o777).toBe(0o700);
    renameSync(join(home, 'apps', first), join(home, 'apps', second));
    expect(store.readBackup(second)).toMatchObject({ ok: false, code: 'unreadable' });
    expect(store.readBackup(first)).toMatchObject({ ok: false });
    expect(appStore(home, vault('locked')).readBackup(second)).toMatchObject({ ok: false, code: 'vault' });
    open.kept.clear();
    expect(store.readBackup(second)).toMatchObject({ ok: false, code: 'unreadable' });
    store.removeBackup(second);
    expect(readdirSync(join(home, 'apps'))).toEqual([]);
  });

  it('are refused while the vault is locked, and plain where there has never been one', () => {
    expect(appStore(home, vault('locked')).writeBackup('cursor', Buffer.from('x'))).toMatchObject({
      code: 'vault',
    });
    const store = appStore(home, vault('none'));
    const name = store.writeBackup('cursor', Buffer.from('x'));
    expect(name.ok && store.readBackup(name.value)).toEqual(ok(Buffer.from('x')));
  });

  it('are found under names of theirs only', () => {
    const store = appStore(home, vault('none'));
    for (const name of ['../settings.json', 'apps.json', '/etc/passwd', ''])
      expect(store.readBackup(name)).toMatchObject({ ok: false });
    expect(store.readLedger()).toEqual(ok(undefined));
    expect(store.writeLedger('{}')).toEqual(ok(undefined));
    expect(store.readLedger()).toEqual(ok('{}'));
  });
});
