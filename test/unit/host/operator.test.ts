import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClientRepo } from '../../../electron/host/clients/client-repo.ts';
import { choosePort } from '../../../electron/host/endpoint/chosen-port.ts';
import { openOperator } from '../../../electron/host/operator.ts';
import { openSealedRows, type SealedRows, sealedTable } from '../../../electron/host/sealed/sealed-rows.ts';
import { keyNotes, openStateDb } from '../../../electron/host/sealed/state-db.ts';
import { openSeals } from '../../../electron/vault/seal-key.ts';
import { memoryKeychain } from '../../fixtures/memory-keychain.ts';
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

let home: string;
let db: DatabaseSync;
let rows: SealedRows;
let time: number;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'doorward-state-'));
  const opened = openStateDb(join(home, 'state.db'));
  if (!opened.ok) throw new Error(opened.message);
  db = opened.value;
  const seals = await openSeals({
    home,
    keychain: memoryKeychain(),
    notes: keyNotes(db),
    passphrase: undefined,
  });
  if (!seals.ok) throw new Error(seals.message);
  rows = openSealedRows(db, seals.value);
  time = 1_000_000;
});
afterEach(() => {
  db.close();
  rmSync(home, { recursive: true, force: true });
});

const operator = async (forThisRun?: string) => {
  const opened = await openOperator(rows, forThisRun, () => time);
  if (!opened.ok) throw new Error(opened.message);
  return opened.value;
};

describe("the operator's key", () => {
  it('is refused while there is none', async () => {
    expect(await (await operator()).check('anything')).toMatchObject({ ok: false, code: 'operator' });
  });

  it('given for a run counts in it only, and never against a kept one', async () => {
    const run = await operator('for this run');
    expect(run.isSet()).toBe(true);
    expect(await run.check('for this run')).toMatchObject({ ok: true });
    expect((await operator()).isSet()).toBe(false);
    await run.set('the kept key');
    expect(await run.check('for this run')).toMatchObject({ ok: false });
    expect(await openOperator(rows, 'for this run', () => time)).toMatchObject({
      ok: false,
      code: 'operator',
    });
    expect(await (await operator('the kept key')).check('the kept key')).toMatchObject({ ok: true });
  });

  it('is kept as a verifier only', async () => {
    await (await operator()).set('the kept key');
    expect(readFileSync(join(home, 'state.db'), 'latin1')).not.toContain('the kept key');
  });

  it('can be guessed at five times a minute, also all at once', async () => {
    const keeper = await operator('right key');
    const guesses = await Promise.all(Array.from({ length: 8 }, () => keeper.check('wrong key')));
    expect(guesses.filter((guess) => !guess.ok && guess.message.startsWith('That is not')).length).toBe(5);
    expect(await keeper.check('right key')).toMatchObject({
      ok: false,
      message: expect.stringContaining('Wait') as string,
    });
    time += 61_000;
    expect(await keeper.check('right key')).toMatchObject({ ok: true });
  });

  it('is bounded in how many wait', async () => {
    const keeper = await operator('right key');
    const many = await Promise.all(Array.from({ length: 50 }, () => keeper.check('right key')));
    expect(many.filter(({ ok }) => ok).length).toBe(8);
  });
});

describe('the port', () => {
  it('is the next free one at first, and kept', () => {
    const first = choosePort(rows, undefined, undefined);
    expect(first.candidates.slice(0, 3)).toEqual([7411, 7412, 7413]);
    first.taken(7412);
    expect(choosePort(rows, undefined, undefined).candidates).toEqual([7412]);
    expect(choosePort(rows, 0, 9000).candidates).toEqual([0]);
    expect(choosePort(rows, undefined, 9000).candidates).toEqual([9000]);
    choosePort(rows, 0, undefined).taken(5555);
    expect(choosePort(rows, undefined, undefined).candidates).toEqual([7412]);
  });

  it('that was changed outside does not move the endpoint', () => {
    choosePort(rows, undefined, undefined).taken(7411);
    db.exec("UPDATE choices SET record = '6666' WHERE name = 'port'");
    expect(choosePort(rows, undefined, undefined).candidates[0]).toBe(7411);
    expect(rows.load(sealedTable('choices'))[0]?.counts).toBe(false);
  });
});

describe('AI apps', () => {
  const digest = (token: string) => createHash('sha256').update(token).digest('hex');

  it('have ids made of their names, names that differ, tokens that work until they are replaced', () => {
    const clients = openClientRepo(db, rows);
    const add = (name: string) => {
      const added = clients.add(name, 'default', time);
      return added.ok ? added.value : undefined;
    };
    const first = add('Claude Desktop');
    expect(first?.record.id).toBe('claude-desktop');
    expect(add('claude desktop')).toBeUndefined();
    expect(add('Claude-Desktop')?.record.id).toBe('claude-desktop-2');
    expect(add('日本語')?.record.id).toBe('app');
    expect(clients.byTokenDigest(digest(first?.token ?? ''))?.name).toBe('Claude Desktop');
    const next = clients.rotate('claude-desktop');
    expect(clients.byTokenDigest(digest(first?.token ?? ''))).toBeUndefined();
    expect(clients.byTokenDigest(digest(next))?.id).toBe('claude-desktop');
    clients.remove('claude-desktop');
    expect(clients.byTokenDigest(digest(next))).toBeUndefined();
    const again = openClientRepo(db, rows);
    expect(
      again
        .all()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['app', 'claude-desktop-2']);
  });

  it('are remembered by when they were last here', () => {
    const clients = openClientRepo(db, rows);
    clients.add('A', 'default', time);
    clients.seen('a', time + 5);
    clients.seen('a', time + 6);
    expect(clients.find('A')?.lastSeenAt).toBe(time + 6);
    expect(openClientRepo(db, rows).find('A')?.lastSeenAt).toBe(time + 5);
    clients.seen('nobody', time);
  });
});
