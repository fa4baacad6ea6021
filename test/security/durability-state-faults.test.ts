// First, for what is tested takes the database as it finds it.
import { SQL_FAULTS, sqlCallsOf, withSqlFault } from '../fixtures/faults/sql-faults.ts';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type Approved, approvedFrom, Approvals, NO_RECORD } from '../../electron/catalog/approvals.ts';
import { identityDigest } from '../../electron/catalog/identity/identity.ts';
import { pinKey } from '../../electron/catalog/pins/pin.ts';
import { approvalRepo } from '../../electron/host/servers/approval-repo.ts';
import { openClientRepo } from '../../electron/host/clients/client-repo.ts';
import { openGuard } from '../../electron/host/guard.ts';
import { openLimitBook } from '../../electron/host/limits/limit-book.ts';
import { openRuleBook } from '../../electron/host/policy/rule-book.ts';
import { openSealedRows } from '../../electron/host/sealed/sealed-rows.ts';
import { openServerRepo } from '../../electron/host/servers/server-repo.ts';
import { openStateDb } from '../../electron/host/sealed/state-db.ts';
import { vaultHead } from '../../electron/host/vault/vault-head.ts';
import { keyedSeals } from '../../electron/vault/seals.ts';
import type { ServerRecord } from '../../shared/model/server.ts';

// Every call of the state's database failed once in turn (S11): a full disk, a bad one, a read-only one, another program
// that holds the file. What is found afterwards, in the running host and by the next one, is the old state or the new
// one, whole: never a mixture, and nothing approved that was not.

interface Kept {
  generation: number;
}

const KEY = keyedSeals(Buffer.alloc(32, 1));
const KEY_AFTER = keyedSeals(Buffer.alloc(32, 2));

function openWorld(file: string, kept: Kept, replacing = false) {
  const opened = openStateDb(file);
  if (!opened.ok) throw new Error(opened.message);
  const db = opened.value;
  const rows = openSealedRows(db, {
    seals: replacing ? KEY_AFTER : KEY,
    report: { state: 'sealed', sentence: '' },
    adopt: false,
    anchor: {
      reached: kept.generation,
      raise(generation) {
        kept.generation = Math.max(kept.generation, generation);
        return Promise.resolve();
      },
    },
    vault: { kind: 'none', sentence: '' },
    ...(replacing ? { replacing: { before: KEY, finish: () => Promise.resolve(true) } } : {}),
  });
  const book = openRuleBook({ db, rows, now: () => 1000, id: randomUUID, run: 'run', locked: false });
  return {
    db,
    rows,
    book,
    servers: openServerRepo(rows),
    approvals: new Approvals(approvalRepo(rows)),
    clients: openClientRepo(db, rows),
    guard: openGuard(rows),
    limits: openLimitBook({ rows, locked: false, today: () => '2026-11-27' }),
    head: vaultHead(rows),
  };
}
type World = ReturnType<typeof openWorld>;

const server = (id: string, state: ServerRecord['state']): ServerRecord => ({
  id,
  launch: { transport: 'stdio', command: 'node', args: [], env: {} },
  state,
  enabled: true,
  sharing: 'client',
  addedAt: 1,
});
const tool = (name: string): Approved => {
  const bytes = Buffer.from(JSON.stringify({ name, description: `Does ${name}.`, inputSchema: {} }));
  const approved = approvedFrom({ kind: 'tool', key: name, bytes }, true);
  if (approved === undefined) throw new Error('no pin');
  return approved;
};
const identity = {
  transport: 'stdio' as const,
  command: 'node',
  args: [],
  envKeys: [],
  files: [],
};
const trustOf = (...names: string[]) => ({
  record: { ...NO_RECORD, identity, identityDigest: identityDigest(identity) },
  items: new Map(names.map((name) => [pinKey('tool', name), [tool(name)]])),
});

/** The tokens of the app that is there from the beginning, as far as tests made some. */
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
let firstToken = '';

/** Everything that decides, as text. */
const viewOf = ({ servers, approvals, clients, book, guard, limits, head }: World): string =>
  JSON.stringify([
    servers.all().map(({ id, state }) => [id, state, servers.note(id) ?? '']),
    ['a', 'b'].map((id) => {
      const { record, items } = approvals.of(id);
      return [
        approvals.has(id),
        record.blocked,
        record.history.length,
        [...items.values()].map((versions) => versions.map(({ key, digest }) => [key, digest])),
      ];
    }),
    clients.all().map(({ id }) => id),
    clients.distrusted,
    clients.byTokenDigest(digestOf(firstToken))?.id ?? 'none',
    // Their ids are chance, and so is their order.
    book
      .rules()
      .map(({ action, tool: glob }) => `${action} ${glob ?? ''}`)
      .toSorted(),
    [book.preset(), book.distrusted, guard.state(), limits.distrusted],
    limits.limits().map(({ id }) => id),
    head.get() ?? '',
  ]);

/** A state with one of everything. */
function makeOld(file: string, kept: Kept): void {
  const world = openWorld(file, kept);
  world.servers.put(server('a', 'approved'));
  world.servers.put(server('b', 'unreviewed'));
  world.approvals.approve('a', trustOf('one', 'two'));
  const added = world.clients.add('App', 'default', 1);
  if (!added.ok) throw new Error(added.message);
  firstToken = added.value.token;
  world.book.add({ action: 'block', server: 'a', tool: 'kept' }, { origin: 'person', who: 'window' });
  world.limits.put({ id: 'l', about: {}, most: { kind: 'rate', calls: 1, per: 'day' } });
  world.head.set('before');
  world.db.close();
}

const person = { origin: 'person', who: 'window' } as const;

/** What is done, each on a state with one of everything. */
const ACTS: Readonly<Record<string, (world: World) => unknown>> = {
  'a server is added': ({ servers }) => servers.put(server('c', 'unreviewed')),
  'a server is removed': ({ servers }) => servers.remove('b'),
  'what a server offers is approved': ({ approvals }) => approvals.approve('b', trustOf('three')),
  'other tools of a server are approved': ({ approvals }) =>
    approvals.change('a', trustOf('one', 'four').items, {
      ...approvals.of('a').record,
      history: [{ at: 1, act: 'approved', who: 'window', items: [] }],
    }),
  'a tool is blocked': ({ approvals }) => approvals.decide('a', { blocked: [pinKey('tool', 'one')] }),
  'an app is added': ({ clients }) => clients.add('Other', 'default', 1),
  'the key of an app is replaced': ({ clients }) => clients.rotate('app'),
  'an app is removed': ({ clients }) => clients.remove('app'),
  'a permission is given': ({ book }) => book.add({ action: 'allow', server: 'a', tool: 'new' }, person),
  'a rule that refuses is taken back': ({ book }) => book.remove(book.rules()[0]?.id ?? ''),
  'the preset is set': ({ book }) => book.setPreset('observe'),
  'everything is blocked': ({ guard }) => guard.set('block'),
  'a limit is taken back': ({ limits }) => limits.remove('l'),
  'a vault file is noted': ({ head }) => head.set('after'),
};

function scene() {
  const home = fastFolder();
  const original = join(home, 'original.db');
  const file = join(home, 'state.db');
  const kept: Kept = { generation: 0 };
  makeOld(original, kept);
  return {
    file,
    /** The old state again, and the keychain as it was with it. */
    fresh: (): Kept => {
      for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      copyFileSync(original, file);
      return { ...kept };
    },
  };
}

/** What a next host finds; it must have nothing to complain about. */
function reopened(file: string, kept: Kept, replacing = false): string {
  const world = openWorld(file, kept, replacing);
  expect(world.rows.notices).toEqual([]);
  const view = viewOf(world);
  world.db.close();
  return view;
}

/** What takes away holds in the running host also when the disk does not take it. */
const TAKES_AWAY = ['a tool is blocked', 'everything is blocked'];

it.each(Object.entries(ACTS))('%s: the old or the new, whichever call fails', (name, act) => {
  const { file, fresh } = scene();
  let kept = fresh();
  const old = reopened(file, kept);
  const whole = openWorld(file, kept);
  const calls = sqlCallsOf(() => void act(whole));
  const done = viewOf(whole);
  whole.db.close();
  expect(reopened(file, kept)).toBe(done);
  expect(done).not.toBe(old);
  expect(calls).toBeGreaterThan(2);

  let hits = 0;
  for (let at = 0; at < calls; at++)
    for (const fault of SQL_FAULTS) {
      kept = fresh();
      const world = openWorld(file, kept);
      const { hit, thrown } = withSqlFault(at, fault, () => void act(world));
      const what = `call ${at}: ${fault.name}`;
      if (!hit) {
        world.db.close();
        continue;
      }
      hits++;
      const running = viewOf(world);
      expect([old, done], `${what}, running`).toContain(running);
      world.db.close();
      const next = reopened(file, kept);
      expect([old, done], `${what}, next`).toContain(next);
      if (thrown === undefined) expect(next, what).toBe(done);
      if (!TAKES_AWAY.includes(name)) expect(running, what).toBe(next);
      if (next === done) continue;
      // And it can be done again, once the disk is well.
      const again = openWorld(file, kept);
      act(again);
      expect(viewOf(again), what).toBe(done);
      again.db.close();
    }
  expect(hits).toBeGreaterThan(calls);
});

it('a running host goes on after a failure: what is done next is kept', () => {
  const { file, fresh } = scene();
  const calls = sqlCallsOf(() => {
    const world = openWorld(file, fresh());
    plainAct(world);
    world.db.close();
  });
  for (let at = 0; at < calls; at++)
    for (const fault of SQL_FAULTS.filter(({ after }) => after !== true)) {
      const kept = fresh();
      const world = openWorld(file, kept);
      withSqlFault(at, fault, () => plainAct(world));
      world.servers.put(server('later', 'unreviewed'));
      world.db.close();
      const next = openWorld(file, kept);
      expect(next.rows.notices).toEqual([]);
      expect(next.servers.get('later')?.state).toBe('unreviewed');
      expect(next.servers.get('a')?.state).toBe('approved');
      next.db.close();
    }
});
const plainAct = (world: World): void => world.servers.put(server('d', 'unreviewed'));

it('a state that is opened, or made, with a failing disk: refused or whole, and nothing is lost', () => {
  const { file, fresh } = scene();
  const old = reopened(file, fresh());
  const open = (kept: Kept) => (): void => openWorld(file, kept).db.close();
  for (const isNew of [false, true]) {
    const begin = (): Kept => {
      const kept = fresh();
      if (isNew) rmSync(file);
      return isNew ? { generation: 0 } : kept;
    };
    const before = isNew ? undefined : old;
    const calls = sqlCallsOf(open(begin()));
    for (let at = 0; at < calls; at++)
      for (const fault of SQL_FAULTS) {
        const kept = begin();
        const { hit } = withSqlFault(at, fault, open(kept));
        if (!hit) continue;
        const next = reopened(file, kept);
        if (before !== undefined) expect(next, `call ${at}: ${fault.name}`).toBe(before);
      }
  }
});

it('a key that is being replaced: everything is under the old one or everything under the new one', () => {
  const { file, fresh } = scene();
  const old = reopened(file, fresh());
  const calls = sqlCallsOf(() => openWorld(file, fresh(), true).db.close());
  for (let at = 0; at < calls; at++)
    for (const fault of SQL_FAULTS) {
      const kept = fresh();
      withSqlFault(at, fault, () => openWorld(file, kept, true).db.close());
      expect(reopened(file, kept, true), `call ${at}: ${fault.name}`).toBe(old);
    }
});

it('a state of an earlier version is moved up whole or not at all', () => {
  const { file, fresh } = scene();
  const early = (): Kept => {
    const kept = fresh();
    const db = new DatabaseSync(file);
    // What versions 3 and 4 added, with nothing in it that is listed.
    for (const table of ['rules', 'roles', 'decisions', 'uses', 'tokens']) db.exec(`DROP TABLE ${table}`);
    db.exec('PRAGMA user_version = 2');
    db.close();
    return kept;
  };
  const opening = (): void => {
    const opened = openStateDb(file);
    if (!opened.ok) throw new Error(opened.message);
    opened.value.close();
  };
  early();
  const calls = sqlCallsOf(opening);
  for (let at = 0; at < calls; at++)
    for (const fault of SQL_FAULTS) {
      early();
      withSqlFault(at, fault, opening);
      expect(opening, `call ${at}: ${fault.name}`).not.toThrow();
    }
});
