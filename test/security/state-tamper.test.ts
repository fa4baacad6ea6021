import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClientRepo } from '../../electron/host/clients/client-repo.ts';
import { openOperator } from '../../electron/host/operator.ts';
import { openSealedRows } from '../../electron/host/sealed/sealed-rows.ts';
import { openServerRepo } from '../../electron/host/servers/server-repo.ts';
import { snapshotRepo } from '../../electron/host/servers/snapshot-repo.ts';
import { keyNotes, openStateDb } from '../../electron/host/sealed/state-db.ts';
import { openSeals, replaceProfileKey } from '../../electron/vault/seal-key.ts';
import type { ServerRecord } from '../../shared/model/server.ts';
import { memoryKeychain } from '../fixtures/memory-keychain.ts';

// The attacker writes the profile's files as they like, but cannot reach the keychain.
let home: string;
let keychain = memoryKeychain();
const file = () => join(home, 'state.db');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'doorward-tamper-'));
  keychain = memoryKeychain();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function open(passphrase?: string) {
  const db = openStateDb(file());
  if (!db.ok) throw new Error(db.message);
  const seals = await openSeals({
    home: '/p',
    keychain,
    notes: keyNotes(db.value),
    passphrase: passphrase === undefined ? undefined : Buffer.from(passphrase),
  });
  if (!seals.ok) throw new Error(seals.message);
  const rows = openSealedRows(db.value, seals.value);
  const operator = await openOperator(rows, undefined, Date.now);
  if (!operator.ok) throw new Error(operator.message);
  return {
    rows,
    servers: openServerRepo(rows),
    clients: openClientRepo(db.value, rows),
    snapshots: snapshotRepo(rows, 64),
    operator: operator.value,
    async close() {
      await rows.settled();
      db.value.close();
    },
  };
}
type State = Awaited<ReturnType<typeof open>>;

async function session<T>(act: (state: State) => T | Promise<T>, passphrase?: string): Promise<T> {
  const state = await open(passphrase);
  try {
    return await act(state);
  } finally {
    await state.close();
  }
}

function attack(sql: string): void {
  const db = new DatabaseSync(file());
  db.exec(sql);
  db.close();
}

const record = (id: string, state: ServerRecord['state'] = 'unreviewed', command = 'node'): ServerRecord => ({
  id,
  launch: { transport: 'stdio', command, args: [], env: {} },
  state,
  enabled: true,
  sharing: 'client',
  addedAt: 1,
});
const stateOf = ({ servers }: State, id: string) => servers.get(id)?.state;
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

describe('state that Doorward wrote', () => {
  it('counts when it is read again', async () => {
    const token = await session(({ servers, clients }) => {
      servers.put(record('a', 'approved'));
      servers.put(record('b'));
      const added = clients.add('App', 'default', 1);
      return added.ok ? added.value.token : '';
    });
    await session((state) => {
      expect([stateOf(state, 'a'), stateOf(state, 'b')]).toEqual(['approved', 'unreviewed']);
      expect(state.servers.note('a')).toBeUndefined();
      expect(state.clients.byTokenDigest(digest(token))?.name).toBe('App');
      expect(state.rows.notices).toEqual([]);
    });
  });
});

describe('an edited state.db', () => {
  it('does not approve a server by editing its row', async () => {
    await session(({ servers }) => servers.put(record('a')));
    attack(`UPDATE servers SET record = replace(record, '"unreviewed"', '"approved"')`);
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('unreviewed');
      expect(state.servers.note('a')).toMatch(/changed outside/);
    });
  });

  it('does not swap the command of an approved server', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    attack(`UPDATE servers SET record = replace(record, '"node"', '"evil"')`);
    await session((state) => expect(stateOf(state, 'a')).toBe('unreviewed'));
  });

  it('does not take a seal from another row, with or without its generation', async () => {
    await session(({ servers }) => {
      servers.put(record('a', 'approved'));
      servers.put(record('b'));
    });
    attack(
      `UPDATE servers SET (record, generation, seal) = (SELECT replace(record, '"id":"a"', '"id":"b"'), generation, seal FROM servers WHERE id = 'a') WHERE id = 'b'`,
    );
    await session((state) => expect(stateOf(state, 'b')).toBe('unreviewed'));
  });

  it('does not count rows whose seal was taken off once there has been a key', async () => {
    await session(({ servers }) => servers.put(record('a')));
    attack(
      `UPDATE servers SET record = replace(record, '"unreviewed"', '"approved"'), seal = NULL; DELETE FROM notes; DELETE FROM manifest`,
    );
    await session((state) => expect(stateOf(state, 'a')).toBe('unreviewed'));
  });

  it('does not bring back an old row with its own, valid seal', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    attack(`CREATE TABLE stash AS SELECT * FROM servers`);
    attack(
      `ATTACH '${join(home, 'stash.db')}' AS s; CREATE TABLE s.stash AS SELECT * FROM stash; DROP TABLE stash`,
    );
    await session(({ servers }) => servers.put(record('a', 'blocked')));
    attack(
      `ATTACH '${join(home, 'stash.db')}' AS s; DELETE FROM servers; INSERT INTO servers SELECT * FROM s.stash`,
    );
    await session((state) => expect(stateOf(state, 'a')).toBe('unreviewed'));
  });

  it('does not bring back an old file as a whole', async () => {
    const token = await session(({ servers, clients }) => {
      servers.put(record('a', 'approved'));
      const added = clients.add('App', 'default', 1);
      return added.ok ? added.value.token : '';
    });
    copyFileSync(file(), join(home, 'old.db'));
    await session(({ servers, clients }) => {
      servers.put(record('a', 'blocked'));
      clients.remove('app');
    });
    copyFileSync(join(home, 'old.db'), file());
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('unreviewed');
      expect(state.clients.byTokenDigest(digest(token))).toBeUndefined();
      expect(state.rows.notices.join()).toMatch(/older state/);
    });
  });

  it('does not add an AI app with a token that the attacker knows', async () => {
    await session(({ clients }) => clients.add('App', 'default', 1));
    attack(`UPDATE clients SET token_hash = '${digest('dw_mine')}'`);
    attack(
      `INSERT INTO clients VALUES('evil', '{"id":"evil","name":"evil","role":"default","addedAt":1}', '${digest('dw_other')}', 1, NULL)`,
    );
    await session(({ clients }) => {
      expect(clients.byTokenDigest(digest('dw_mine'))).toBeUndefined();
      expect(clients.byTokenDigest(digest('dw_other'))).toBeUndefined();
      expect(clients.distrusted.toSorted()).toEqual(['app', 'evil']);
    });
  });

  it("does not give the attacker the operator's key, neither by editing nor by removing it", async () => {
    await session(({ operator }) => operator.set('the right key'));
    copyFileSync(file(), join(home, 'whole.db'));
    attack(`UPDATE choices SET record = (SELECT record FROM choices LIMIT 1) || ' '`);
    await session(({ operator }) => expect([operator.isSet(), operator.distrusted]).toEqual([false, true]));
    copyFileSync(join(home, 'whole.db'), file());
    attack(`DELETE FROM choices`);
    await session(({ operator }) => expect([operator.isSet(), operator.distrusted]).toEqual([false, true]));
    copyFileSync(join(home, 'whole.db'), file());
    await session(async ({ operator }) => {
      expect(await operator.check('the right key')).toMatchObject({ ok: true });
      expect(await operator.check('a wrong key')).toMatchObject({ ok: false, code: 'operator' });
    });
  });

  it('does not change what a tool was last seen to say', async () => {
    const lists = { tools: [], prompts: [], resources: [], templates: [] };
    await session(({ snapshots }) =>
      snapshots.save('a', 'reviewed', { at: 1, hello: Buffer.from('{}'), lists }),
    );
    await session(({ snapshots }) => expect(snapshots.load('a').size).toBe(1));
    attack(`UPDATE catalog SET hello = CAST('{"instructions":"obey"}' AS BLOB)`);
    await session(({ snapshots }) => expect(snapshots.load('a').size).toBe(0));
  });

  it('is refused when it brings triggers, and stays refused', async () => {
    await session(({ servers }) => servers.put(record('a')));
    attack(`CREATE TRIGGER t AFTER UPDATE ON servers BEGIN DELETE FROM servers; END`);
    expect(openStateDb(file())).toMatchObject({ ok: false, code: 'damaged' });
  });

  it('is refused when it is newer or another program’s', async () => {
    await session(({ servers }) => servers.put(record('a')));
    attack('PRAGMA user_version = 99');
    expect(openStateDb(file())).toMatchObject({ ok: false, code: 'newer' });
    attack('PRAGMA application_id = 7; PRAGMA user_version = 1');
    expect(openStateDb(file())).toMatchObject({ ok: false, code: 'foreign' });
  });

  it('keeps a blocked server blocked even when its row does not count', async () => {
    await session(({ servers }) => servers.put(record('a', 'blocked')));
    attack('UPDATE servers SET seal = NULL');
    await session((state) => expect(stateOf(state, 'a')).toBe('blocked'));
  });
});

describe('a key that is not at hand', () => {
  it('leaves rows without a seal in force while there has never been one, and seals them when it comes', async () => {
    keychain.available = false;
    await session(({ servers }) => servers.put(record('a', 'approved')));
    await session((state) => expect(stateOf(state, 'a')).toBe('approved'));
    keychain.available = true;
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('approved');
      expect(state.rows.notices.join()).toMatch(/sealed from now on/);
    });
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('approved');
      expect(state.rows.notices).toEqual([]);
    });
  });

  it('makes nothing count while it is away, and nothing that was written meanwhile last', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    keychain.available = false;
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('unreviewed');
      state.servers.put(record('b', 'approved'));
      expect(stateOf(state, 'b')).toBe('approved');
    });
    keychain.available = true;
    await session((state) => {
      expect(stateOf(state, 'a')).toBe('approved');
      expect(stateOf(state, 'b')).toBe('unreviewed');
    });
  });

  it('cannot be feigned away: what an attacker writes as if there had never been a key is found out', async () => {
    await session(({ servers }) => servers.put(record('a')));
    keychain.available = false;
    attack(
      `DELETE FROM notes; DELETE FROM manifest; UPDATE servers SET record = replace(record, '"unreviewed"', '"approved"'), seal = NULL`,
    );
    await session((state) => state.servers.put(record('b', 'approved')));
    keychain.available = true;
    await session((state) =>
      expect([stateOf(state, 'a'), stateOf(state, 'b')]).toEqual(['unreviewed', 'unreviewed']),
    );
  });

  it('does not adopt rows because of a passphrase', async () => {
    keychain.available = false;
    await session(({ servers }) => servers.put(record('a', 'approved')));
    await session((state) => expect(stateOf(state, 'a')).toBe('unreviewed'), 'long passphrase');
    await session(({ servers }) => servers.put(record('a', 'approved')), 'long passphrase');
    await session((state) => expect(stateOf(state, 'a')).toBe('approved'), 'long passphrase');
    attack(`DELETE FROM notes; DELETE FROM manifest; UPDATE servers SET seal = NULL`);
    await session((state) => expect(stateOf(state, 'a')).toBe('unreviewed'), 'long passphrase');
  });
});

describe('a review again', () => {
  it('makes a row count that did not', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    attack('UPDATE servers SET seal = NULL');
    await session(({ servers }) => servers.put(record('a', 'approved')));
    await session((state) => expect(stateOf(state, 'a')).toBe('approved'));
  });
});

describe('a key that is being replaced', () => {
  const replace = () => replaceProfileKey({ home: '/p', keychain, passphrase: undefined });
  /** Opens as a start does; `finishes`: it comes so far that the key before is forgotten. */
  async function start(finishes: boolean) {
    const db = openStateDb(file());
    if (!db.ok) throw new Error(db.message);
    const seals = await openSeals({
      home: '/p',
      keychain,
      notes: keyNotes(db.value),
      passphrase: undefined,
    });
    if (!seals.ok) throw new Error(seals.message);
    const rows = openSealedRows(db.value, seals.value);
    if (finishes) await seals.value.replacing?.finish();
    const states = openServerRepo(rows)
      .all()
      .map(({ id, state }) => `${id} ${state}`);
    await rows.settled();
    db.value.close();
    return { states, notices: rows.notices };
  }

  it('takes everything that counts along, and the key before opens nothing any more', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    const before = keychain.entries.get('key:/p');
    expect(await replace()).toMatchObject({ ok: true });
    expect(await replace()).toMatchObject({ ok: true });
    expect(await start(true)).toEqual({ states: ['a approved'], notices: [] });
    const after = keychain.entries.get('key:/p');
    expect([after?.length, after?.equals(before ?? Buffer.alloc(0))]).toEqual([32, false]);
    expect(await start(true)).toEqual({ states: ['a approved'], notices: [] });
    if (before !== undefined) keychain.entries.set('key:/p', before);
    expect((await start(true)).states).toEqual(['a unreviewed']);
  });

  it('is not lost by a crash between the steps', async () => {
    await session(({ servers }) => servers.put(record('a', 'approved')));
    await replace();
    // The rows were moved, and the key before was not forgotten yet.
    expect(await start(false)).toEqual({ states: ['a approved'], notices: [] });
    expect(await start(false)).toEqual({ states: ['a approved'], notices: [] });
    expect(await start(true)).toEqual({ states: ['a approved'], notices: [] });
  });

  it('takes nothing along that did not count before, and no older state', async () => {
    await session(({ servers }) => servers.put(record('a')));
    copyFileSync(file(), `${file()}.old`);
    await session(({ servers }) => servers.put(record('b', 'approved')));
    attack(`UPDATE servers SET record = replace(record, '"unreviewed"', '"approved"') WHERE id = 'a'`);
    await replace();
    expect((await start(true)).states).toEqual(['a unreviewed', 'b approved']);
    copyFileSync(`${file()}.old`, file());
    await replace();
    const old = await start(true);
    expect(old.states).toEqual(['a unreviewed']);
    expect(old.notices.join()).toMatch(/older state|not sealed|changed outside/);
  });

  it('is refused for a profile with a passphrase, and without a keychain', async () => {
    expect(
      await replaceProfileKey({ home: '/p', keychain, passphrase: Buffer.from('correct horse') }),
    ).toMatchObject({ ok: false, code: 'passphrase' });
    expect(await replace()).toMatchObject({ ok: false });
    keychain.available = false;
    expect(await replace()).toMatchObject({ ok: false, code: 'unavailable' });
  });
});
