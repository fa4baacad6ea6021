import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type BundleStore,
  bundleStore,
  type HeldBundle,
} from '../../../../electron/host/registry/bundle-store.ts';
import { openArchive } from '../../../../electron/onboarding/mcpb/archive.ts';
import { notesBundle } from '../../../fixtures/bundles/notes.ts';

let root: string;
let used: Set<string>;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'doorward-store-')), 'bundles');
  used = new Set();
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

function make(): BundleStore {
  let n = 0;
  return bundleStore(
    root,
    () => `n${(n += 1)}`,
    (folder) => used.has(folder),
  );
}
async function hold(store: BundleStore, text = 'x'): Promise<HeldBundle> {
  const held = await store.hold(
    (async function* pieces() {
      yield notesBundle({ description: text });
    })(),
  );
  if (!held.ok) throw new Error(held.message);
  return held.value;
}
async function unpack(store: BundleStore, held: HeldBundle, folder: string) {
  const archive = await openArchive(held.file);
  if (!archive.ok) throw new Error(archive.message);
  try {
    return await store.unpack(held, archive.value, folder);
  } finally {
    archive.value.close();
  }
}

it('keeps a few bundles that were read, and no more', async () => {
  const store = make();
  const all = [];
  for (const text of ['a', 'b', 'c', 'd']) all.push(await hold(store, text));
  expect(all.map(({ sha256 }) => store.held(sha256) !== undefined)).toEqual([false, true, true, true]);
  expect(readdirSync(join(root, '.incoming'))).toHaveLength(3);
  await hold(store, 'd');
  expect(readdirSync(join(root, '.incoming'))).toHaveLength(3);
});

it('names folders after what is in them, wherever a name would lead', () => {
  const store = make();
  for (const [name, version] of [
    ['../../etc', '../1'],
    ['..', '..'],
    ['', ''],
    ['CON', 'a'.repeat(500)],
    ['a\0b/c\\d', '1.0.0+x'],
  ] as const) {
    const folder = store.folderOf(name, version, 'ab'.repeat(32));
    expect(join(folder, '..')).toBe(root);
    expect(folder.slice(root.length + 1)).toMatch(/^[a-z0-9][a-z0-9.-]*-[a-z0-9][a-z0-9.-]*-abababababab$/);
  }
});

it('removes what nobody uses, and nothing that somebody does, whenever that is', async () => {
  const store = make();
  const [one, two] = [await hold(store, 'one'), await hold(store, 'two')];
  const folders = [store.folderOf('n', '1', one.sha256), store.folderOf('n', '1', two.sha256)] as const;
  await unpack(store, one, folders[0]);
  // What is being unpacked while others are swept is there whole, or was swept before it began.
  const unpacking = unpack(store, two, folders[1]).then((done) => {
    used.add(folders[1]);
    return done;
  });
  const [unpacked] = await Promise.all([unpacking, store.sweep()]);
  expect(unpacked).toMatchObject({ ok: true });
  await store.sweep();
  expect(existsSync(folders[0])).toBe(false);
  expect(existsSync(join(folders[1], 'server/index.js'))).toBe(true);
});

it('begins by removing what a crash has left, before anything else is done', async () => {
  for (const name of ['.new-1', '.old-1', '.incoming', 'unused-1-abababababab']) {
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, 'x'), 'x');
  }
  const held = await hold(make());
  expect(readdirSync(root)).toEqual(['.incoming']);
  expect(existsSync(held.file)).toBe(true);
});
