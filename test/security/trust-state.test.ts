import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Approvals, approvedFrom, NO_RECORD } from '../../electron/catalog/approvals.ts';
import { identityDigest, type ServerIdentity } from '../../electron/catalog/identity/identity.ts';
import { pinKey } from '../../electron/catalog/pins/pin.ts';
import { approvalRepo } from '../../electron/host/servers/approval-repo.ts';
import { openSealedRows } from '../../electron/host/sealed/sealed-rows.ts';
import { keyNotes, openStateDb } from '../../electron/host/sealed/state-db.ts';
import { openSeals } from '../../electron/vault/seal-key.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import { testProfile, type TestProfile } from '../fixtures/host-in-process.ts';
import { memoryKeychain } from '../fixtures/memory-keychain.ts';

// Whoever can write the profile's files approves nothing by it: rows of approved versions that were edited, removed or
// copied from another server do not count, and their servers are unreviewed.

let home: string;
let keychain = memoryKeychain();
const file = () => join(home, 'state.db');
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'doorward-trust-'));
  keychain = memoryKeychain();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const identity = (command: string): ServerIdentity => ({
  transport: 'stdio',
  command,
  args: [],
  envKeys: [],
  files: [],
});
const bytes = (description: string) =>
  Buffer.from(JSON.stringify({ name: 'read_file', description, inputSchema: { type: 'object' } }));

async function session<T>(act: (approvals: Approvals) => T): Promise<T> {
  const db = openStateDb(file());
  if (!db.ok) throw new Error(db.message);
  const seals = await openSeals({ home: '/p', keychain, notes: keyNotes(db.value), passphrase: undefined });
  if (!seals.ok) throw new Error(seals.message);
  const rows = openSealedRows(db.value, seals.value);
  try {
    return act(new Approvals(approvalRepo(rows)));
  } finally {
    await rows.settled();
    db.value.close();
  }
}

function attack(sql: string): void {
  const db = new DatabaseSync(file());
  db.exec(sql);
  db.close();
}

const approve = (approvals: Approvals, server: string, description = 'Reads a file.'): void => {
  const item = approvedFrom({ kind: 'tool', key: 'read_file', bytes: bytes(description) }, true);
  if (item === undefined) throw new Error('not readable');
  const now = identity(`/usr/bin/${server}`);
  approvals.approve(server, {
    items: new Map([[pinKey('tool', 'read_file'), [item]]]),
    record: { ...NO_RECORD, identity: now, identityDigest: identityDigest(now), blocked: ['tool gone'] },
  });
};
const standing = (approvals: Approvals, server: string, description = 'Reads a file.') =>
  approvals.standing(server, 'tool', 'read_file', bytes(description));

describe('approved versions on disk', () => {
  it('count when Doorward wrote them', async () => {
    await session((approvals) => approve(approvals, 'files'));
    await session((approvals) => {
      expect([approvals.has('files'), standing(approvals, 'files')]).toEqual([true, 'approved']);
      expect(standing(approvals, 'files', 'Sends a file.')).toBe('changed');
      expect(approvals.of('files').record.blocked).toEqual(['tool gone']);
      expect(approvals.effect('files', 'read_file')).toBe('read');
    });
  });

  it.each([
    ['an edited text', `UPDATE pins SET items = CAST(replace(items, 'Reads', 'Sends') AS BLOB)`],
    ['an edited effect', `UPDATE pins SET items = CAST(replace(items, '"read"', '"send"') AS BLOB)`],
    ['a removed row', `DELETE FROM pins`],
    ['a removed decision', `DELETE FROM trust`],
    ['another identity', `UPDATE trust SET record = replace(record, '/usr/bin/files', '/tmp/evil')`],
    ['an unblocked tool', `UPDATE trust SET record = replace(record, 'tool gone', '')`],
    ['a removed seal', `UPDATE pins SET seal = NULL`],
    [
      'the rows of another server',
      `UPDATE pins SET items = (SELECT items FROM pins WHERE server = 'mail'),
         identity = (SELECT identity FROM pins WHERE server = 'mail'),
         seal = (SELECT seal FROM pins WHERE server = 'mail') WHERE server = 'files'`,
    ],
  ])('%s: the server has nothing approved', async (_what, sql) => {
    await session((approvals) => {
      approve(approvals, 'files');
      approve(approvals, 'mail', 'Reads a mail.');
    });
    attack(sql);
    await session((approvals) => {
      expect(approvals.has('files')).toBe(false);
      expect(standing(approvals, 'files', 'Sends a file.')).not.toBe('approved');
      expect(standing(approvals, 'files', 'Reads a mail.')).not.toBe('approved');
    });
  });

  it('of an older state do not come back with their old seal', async () => {
    await session((approvals) => approve(approvals, 'files'));
    const db = new DatabaseSync(file());
    const old = db.prepare('SELECT * FROM pins').get() as Record<string, string | Uint8Array | number>;
    db.close();
    await session((approvals) => approve(approvals, 'files', 'Reads one file.'));
    const after = new DatabaseSync(file());
    after
      .prepare('INSERT OR REPLACE INTO pins(server, identity, items, generation, seal) VALUES(?, ?, ?, ?, ?)')
      .run(
        ...(['server', 'identity', 'items', 'generation', 'seal'].map((column) => old[column]) as [string]),
      );
    after.close();
    await session((approvals) => {
      expect(approvals.has('files')).toBe(false);
      expect(standing(approvals, 'files')).toBe('new');
    });
  });
});

describe('a state of the version before', () => {
  it('is brought forward', () => {
    const made = openStateDb(file());
    if (made.ok) made.value.close();
    attack(
      'DROP TABLE rules; DROP TABLE roles; DROP TABLE decisions; DROP TABLE uses; DROP TABLE pins; DROP TABLE trust; DROP TABLE tokens; PRAGMA user_version = 1',
    );
    const opened = openStateDb(file());
    expect(opened.ok).toBe(true);
    if (!opened.ok) return;
    expect(opened.value.prepare('SELECT count(*) AS n FROM trust').get()?.['n']).toBe(0);
    opened.value.close();
    attack(
      'DROP TABLE rules; DROP TABLE roles; DROP TABLE decisions; DROP TABLE uses; DROP TABLE tokens; PRAGMA user_version = 2',
    );
    const second = openStateDb(file());
    expect(second.ok).toBe(true);
    if (!second.ok) return;
    expect(second.value.prepare('SELECT count(*) AS n FROM rules').get()?.['n']).toBe(0);
    second.value.close();
    attack('DROP TABLE tokens; PRAGMA user_version = 3');
    const third = openStateDb(file());
    expect(third.ok).toBe(true);
    if (!third.ok) return;
    expect(third.value.prepare('SELECT count(*) AS n FROM tokens').get()?.['n']).toBe(0);
    third.value.close();
  });
});

describe('a host', () => {
  let profile: TestProfile;
  beforeEach(() => void (profile = testProfile()));
  afterEach(() => profile.remove());

  it('counts a server as unreviewed when nothing of it is approved', async () => {
    const first = await profile.open();
    const record: ServerRecord = {
      id: 'files',
      launch: { transport: 'stdio', command: 'node', args: [], env: {} },
      state: 'approved',
      enabled: true,
      sharing: 'client',
      addedAt: 1,
    };
    first.context.servers.put(record);
    approve(first.context.approvals, 'files');
    await first.close();
    const second = await profile.open();
    expect((await second.must('server.show', { id: 'files' })).state).toBe('approved');
    await second.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    db.exec('DELETE FROM pins');
    db.close();
    const third = await profile.open();
    expect(await third.must('server.show', { id: 'files' })).toMatchObject({
      state: 'unreviewed',
      note: expect.stringContaining('unreviewed') as string,
    });
  });
});
