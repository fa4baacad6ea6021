import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Catalog } from '../../../electron/catalog/catalog.ts';
import { readItem, type Snapshot } from '../../../electron/catalog/snapshot.ts';
import { openSealedRows } from '../../../electron/host/sealed/sealed-rows.ts';
import { snapshotRepo } from '../../../electron/host/servers/snapshot-repo.ts';
import { keyNotes, openStateDb } from '../../../electron/host/sealed/state-db.ts';
import { openSeals } from '../../../electron/vault/seal-key.ts';
import { trusting } from '../../fixtures/trusting.ts';
import { memoryKeychain } from '../../fixtures/memory-keychain.ts';

const deep = `{"name":"deep","inputSchema":${'{"a":'.repeat(80)}1${'}'.repeat(80)}}`;
const snapshot = (): Snapshot => {
  const item = readItem('tools', Buffer.from(deep), 100);
  if (typeof item === 'string') throw new Error(item);
  return {
    hello: Buffer.from('{}'),
    lists: { tools: [item], prompts: [], resources: [], templates: [] },
    at: 0,
  };
};

test('the state on disk holds 16 sets of a server and entries as deep as was set', async () => {
  const home = mkdtempSync(join(tmpdir(), 'doorward-snapshots-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const db = openStateDb(join(home, 'state.db'));
  if (!db.ok) throw new Error(db.message);
  onTestFinished(() => db.value.close());
  const seals = await openSeals({
    home: '/p',
    keychain: memoryKeychain(),
    notes: keyNotes(db.value),
    passphrase: undefined,
  });
  if (!seals.ok) throw new Error(seals.message);
  const rows = openSealedRows(db.value, seals.value);
  const catalog = new Catalog(snapshotRepo(rows, 100), trusting);
  for (let i = 0; i < 40; i++) {
    const varied = { ...snapshot(), hello: Buffer.from(`{"n":${i}}`) };
    catalog.put('alpha', `set${i}`, varied);
    catalog.put('beta', `set${i}`, varied);
  }
  await rows.settled();
  const stored = snapshotRepo(rows, 100).load('alpha');
  expect([...stored.keys()].toSorted()).toEqual(Array.from({ length: 16 }, (_, i) => `set${24 + i}`));
  expect(stored.get('set39')?.lists.tools.length).toBe(1);
  expect(snapshotRepo(rows, 64).load('alpha').get('set39')?.lists.tools).toEqual([]);
  catalog.forget('alpha');
  await rows.settled();
  expect(snapshotRepo(rows, 100).load('alpha').size).toBe(0);
  expect(snapshotRepo(rows, 100).load('beta').size).toBe(16);
});
