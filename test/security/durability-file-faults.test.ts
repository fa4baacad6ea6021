// First, for what is tested takes the file system as it finds it.
import { FS_FAULTS, fsCallsOf, withFsFault } from '../fixtures/faults/fs-faults.ts';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOwnerOnly } from '../../electron/host/profile.ts';
import { fileSettings } from '../../electron/host/settings/settings.ts';
import { rotatingFile } from '../../electron/log/rotating-file.ts';
import { vaultKeyOf } from '../../electron/vault/envelope.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import { systemVaultFs } from '../../electron/vault/vault-file.ts';
import { ok } from '../../shared/result.ts';

// Every call of the file system that settings and vault make failed once in turn (S11): a full disk, a bad one, rights
// that are missing, and a disk that takes half of what is written and says nothing.

/** A folder that can be put back as it was. */
function scene(make: (folder: string) => void) {
  const root = fastFolder();
  const [original, folder] = [join(root, 'original'), join(root, 'folder')];
  mkdirSync(folder);
  make(folder);
  cpSync(folder, original, { recursive: true });
  return {
    folder,
    fresh: (): void => {
      rmSync(folder, { recursive: true, force: true });
      cpSync(original, folder, { recursive: true });
    },
  };
}

/** Fails each call of `act` in each way, and has the outcome looked at. */
function eachFault(
  { fresh }: { readonly fresh: () => void },
  act: () => unknown,
  look: (what: string, answer: unknown, thrown: unknown) => void,
): number {
  fresh();
  const calls = fsCallsOf(() => void act());
  let hits = 0;
  for (let at = 0; at < calls.length; at++)
    for (const fault of FS_FAULTS) {
      fresh();
      let answer: unknown;
      const { hit, thrown } = withFsFault(at, fault, () => void (answer = act()));
      if (!hit) continue;
      hits++;
      look(`${calls[at]} (call ${at}): ${fault}`, answer, thrown);
    }
  return hits;
}

describe('settings', () => {
  const fileIn = (folder: string) => join(folder, 'settings.json');
  const read = (file: string) => {
    const found = fileSettings(file).read();
    return found.ok ? found.value.theme : `! ${found.message}`;
  };

  it('that are changed are the old ones or the new ones, and the answer says which', () => {
    const world = scene((folder) =>
      writeFileSync(fileIn(folder), '{\n\t"theme": "light",\n\t"logLevel": "debug"\n}\n'),
    );
    const file = fileIn(world.folder);
    const told: string[] = [];
    const hits = eachFault(
      world,
      () => {
        const store = fileSettings(file);
        store.watch(({ theme }) => told.push(theme));
        told.length = 0;
        return store.change({ theme: 'dark' });
      },
      (what, answer, thrown) => {
        expect(thrown, what).toBeUndefined();
        const changed = (answer as { ok: boolean }).ok;
        expect(read(file), what).toBe(changed ? 'dark' : 'light');
        expect(told, what).toEqual(changed ? ['dark'] : []);
        // What was not changed is still there.
        expect(readFileSync(file, 'utf8'), what).toContain('debug');
        expect(fileSettings(file).change({ theme: 'system' }), what).toMatchObject({ ok: true });
      },
    );
    expect(hits).toBeGreaterThan(10);
  });

  it('that are made are there or not', () => {
    const world = scene(() => undefined);
    const file = fileIn(world.folder);
    eachFault(
      world,
      () => fileSettings(file).change({ theme: 'dark' }),
      (what, answer, thrown) => {
        expect(thrown, what).toBeUndefined();
        expect(read(file), what).toBe((answer as { ok: boolean }).ok ? 'dark' : 'system');
      },
    );
  });
});

describe('the vault', () => {
  const key = { kind: 'key', key: vaultKeyOf(Buffer.alloc(32, 1)) } as const;
  let head: string | undefined;
  const open = (file: string): Vault =>
    openVault({
      file,
      key,
      fs: systemVaultFs,
      now: () => 1,
      usedBy: () => [],
      know: () => undefined,
      readKey: () => Promise.resolve(ok(key.key)),
      head: { get: () => head, set: (next) => void (head = next) },
      reasonOf: (error) => String(error),
    });
  const valuesOf = (vault: Vault): string =>
    vault
      .list()
      .map(({ name, version }) => `${name} ${version}`)
      .join();
  const ACTS: Readonly<Record<string, (vault: Vault) => { readonly ok: boolean }>> = {
    'a secret is added': (vault) => vault.set('b', 'two'),
    'a secret gets another value': (vault) => vault.set('a', 'other'),
    'a secret is removed': (vault) => vault.remove('a'),
  };

  it.each(Object.entries(ACTS))('%s: the old or the new, in memory and on the disk', (_, act) => {
    let first: string | undefined;
    const world = scene((folder) => {
      head = undefined;
      open(join(folder, 'vault.json')).set('a', 'one');
      first = head;
    });
    const file = join(world.folder, 'vault.json');
    const fresh = (): void => {
      world.fresh();
      head = first;
    };
    fresh();
    const old = valuesOf(open(file));
    const whole = open(file);
    expect(act(whole).ok).toBe(true);
    const done = valuesOf(whole);
    const hits = eachFault(
      { fresh },
      () => {
        const vault = open(file);
        return { vault, done: act(vault).ok };
      },
      (what, answer, thrown) => {
        expect(thrown, what).toBeUndefined();
        const result = answer as { vault: Vault; done: boolean };
        const next = open(file);
        expect(next.sentence, what).toBeUndefined();
        expect([old, done], what).toContain(valuesOf(next));
        if (result.done) expect(valuesOf(next), what).toBe(done);
        // One that could not read its file says so, and holds nothing.
        if (result.vault.state === 'unlocked') expect(valuesOf(result.vault), what).toBe(valuesOf(next));
        else expect(result.vault.state, what).toBe('unreadable');
      },
    );
    expect(hits).toBeGreaterThan(8);
  });
});

describe('a small file of ours', () => {
  it('is the old one or the new one, and nothing is left beside it', () => {
    const world = scene((folder) => writeOwnerOnly(join(folder, 'file'), 'the old text'));
    const file = join(world.folder, 'file');
    const hits = eachFault(
      world,
      () => writeOwnerOnly(file, 'a new text that is longer'),
      (what, _, thrown) => {
        expect(readFileSync(file, 'utf8'), what).toBe(
          thrown === undefined ? 'a new text that is longer' : 'the old text',
        );
        expect(readdirSync(world.folder), what).toEqual(['file']);
        expect(statSync(file).mode & 0o077, what).toBe(0);
      },
    );
    expect(hits).toBeGreaterThan(10);
  });
});

describe("Doorward's own log", () => {
  it('loses lines at most, says how many, and never stops whoever writes', () => {
    const world = scene(() => undefined);
    const lines = (): string[] =>
      ['doorward.1.log', 'doorward.log'].flatMap((name) => {
        const file = join(world.folder, name);
        return existsSync(file)
          ? readFileSync(file, 'utf8')
              .split('\n')
              .filter((line) => line !== '')
          : [];
      });
    const write = (): void => {
      const sink = rotatingFile(world.folder, { bytes: 60, files: 5 });
      for (let i = 0; i < 9; i++) sink.write(`line ${i} ${'x'.repeat(20)}`);
      sink.close();
    };
    eachFault(world, write, (what, _, thrown) => {
      expect(thrown, what).toBeUndefined();
      const again = rotatingFile(world.folder, { bytes: 60, files: 5 });
      again.write('the end');
      again.close();
      const found = lines();
      expect(found.at(-1), what).toBe('the end');
      for (const line of found)
        expect(line, what).toMatch(/^line \d x{20}$|^the end$|^\{.*could not be written"\}$/);
    });
  });
});
