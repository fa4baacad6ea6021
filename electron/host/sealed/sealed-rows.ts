import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { OpenSeals } from '../../vault/seal-key.ts';
import { type Cell, deferredSeals, type Seals } from '../../vault/seals.ts';

/** A table of sealed rows: the names of its key columns and of its value columns. */
export interface SealedTable {
  readonly name:
    'servers' | 'clients' | 'choices' | 'catalog' | 'pins' | 'trust' | 'rules' | 'roles' | 'decisions';
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

/** A row as it was found. What does not count must not be trusted; what that means is its owner's matter. */
export interface FoundRow {
  readonly keys: readonly string[];
  readonly values: readonly Cell[];
  readonly counts: boolean;
}

/** Rows that only Doorward can write so that they count. */
export interface SealedRows {
  /** Rows of a table, or those whose first key is `first`. */
  load(table: SealedTable, first?: string): FoundRow[];
  /** On disk when it returns. */
  put(table: SealedTable, keys: readonly string[], values: readonly Cell[]): void;
  remove(table: SealedTable, keys: readonly string[]): void;
  /** Everything that `change` puts and removes is on disk when it returns, or nothing of it. */
  together(change: () => void): void;
  /** Whether a row was there by our doing and has been taken away outside Doorward. */
  missing(table: SealedTable, keys: readonly string[]): boolean;
  /** Whether that is so of any row of a table. */
  anyMissing(table: SealedTable): boolean;
  /** What a person should know about the state as it was found, one sentence each. */
  readonly notices: readonly string[];
  /** Resolves when the anchor outside the profile has followed. */
  settled(): Promise<void>;
}

const TABLES: readonly SealedTable[] = [
  { name: 'servers', keys: ['id'], values: ['record'] },
  { name: 'clients', keys: ['id'], values: ['record', 'token_hash'] },
  { name: 'choices', keys: ['name'], values: ['record'] },
  {
    name: 'catalog',
    keys: ['server', 'capabilities'],
    values: ['at', 'hello', 'tools', 'prompts', 'resources', 'templates'],
  },
  { name: 'pins', keys: ['server'], values: ['identity', 'items'] },
  { name: 'trust', keys: ['server'], values: ['record'] },
  { name: 'rules', keys: ['id'], values: ['record'] },
  { name: 'roles', keys: ['id'], values: ['record'] },
  { name: 'decisions', keys: ['id'], values: ['record'] },
];

/** The table of this name. */
export function sealedTable(name: SealedTable['name']): SealedTable {
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no such table: ${name}`);
  return table;
}

/** The record that a cell holds as JSON; undefined when it holds nothing of that shape. */
export function parseRecord<T>(shape: z.ZodType<T>, cell: unknown): T | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(String(cell)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const manifestBody = z.array(z.tuple([z.string(), z.int().min(1)])).max(100_000);
const MANIFEST = 'manifest';
const rowName = (table: SealedTable, keys: readonly string[]) => JSON.stringify([table.name, ...keys]);

/** Reads and writes sealed rows. Rows are judged when they are read; the seal covers table, key, generation and values. */
export function openSealedRows(db: DatabaseSync, opened: OpenSeals): SealedRows {
  const { anchor } = opened;
  const seals: Seals = opened.seals;
  const notices: string[] = [];
  let generation = anchor.reached;
  /** Generation of each row that is there by our own doing; only used while sealed. */
  let manifest = new Map<string, number>();
  let changing = false;
  const missing = new Set<string>();

  const sealedCells = (table: SealedTable, keys: readonly string[], at: number, values: readonly Cell[]) => [
    table.name,
    ...keys,
    at,
    ...values,
  ];

  function rows(table: SealedTable, judge: Seals, first?: string): (FoundRow & { readonly at: number })[] {
    const columns = [...table.keys, ...table.values, 'generation', 'seal'].join(', ');
    const where = first === undefined ? '' : ` WHERE ${table.keys[0]} = ?`;
    const found = db
      .prepare(`SELECT ${columns} FROM ${table.name}${where} ORDER BY ${table.keys.join(', ')}`)
      .all(...(first === undefined ? [] : [first]));
    return found.map((row) => {
      const keys = table.keys.map((column) => String(row[column]));
      const values = table.values.map((column) => cellOf(row[column]));
      const at = Number(row['generation']);
      const seal = row['seal'];
      const counts = judge.counts(sealedCells(table, keys, at, values), seal ?? null);
      return { keys, values, counts, at };
    });
  }

  function writeRow(table: SealedTable, keys: readonly string[], values: readonly Cell[]): void {
    const columns = [...table.keys, ...table.values, 'generation', 'seal'];
    const seal = seals.sign(sealedCells(table, keys, generation, values));
    db.prepare(
      `INSERT OR REPLACE INTO ${table.name}(${columns.join(', ')}) VALUES(${columns.map(() => '?').join(', ')})`,
    ).run(...keys, ...values, generation, seal);
  }

  function writeManifest(): void {
    if (seals.state !== 'sealed') return;
    const body = JSON.stringify([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    db.prepare('INSERT OR REPLACE INTO manifest(id, generation, body, seal) VALUES(1, ?, ?, ?)').run(
      generation,
      body,
      seals.sign([MANIFEST, generation, body]),
    );
  }

  function commit(change: () => void): void {
    // Part of a larger change, which commits it.
    if (changing) {
      change();
      return;
    }
    const before = new Map(manifest);
    db.exec('BEGIN IMMEDIATE');
    changing = true;
    try {
      generation++;
      change();
      writeManifest();
      db.exec('COMMIT');
    } catch (error) {
      if (!isThereAnyway()) {
        generation--;
        manifest = before;
        throw error;
      }
    } finally {
      changing = false;
    }
    if (seals.state === 'sealed') void anchor.raise(generation);
  }

  /** After a failure: takes the change back; true when the disk has it all the same, however it answered. */
  function isThereAnyway(): boolean {
    try {
      if (db.isTransaction) db.exec('ROLLBACK');
      const at = db.prepare('SELECT generation FROM manifest WHERE id = 1').get()?.['generation'];
      return seals.state === 'sealed' && at === generation;
    } catch {
      // It cannot be told; what is not known to be there is taken for not there, and does not count then.
      return false;
    }
  }

  /** While the key is being replaced: whether the rows are still under the one before. */
  function judgeOfState(): Seals {
    const before = opened.replacing?.before;
    const row = db.prepare('SELECT generation, body, seal FROM manifest WHERE id = 1').get();
    if (before === undefined || row === undefined) return seals;
    const cells = [MANIFEST, Number(row['generation']), String(row['body'])];
    return before.counts(cells, row['seal']) ? before : seals;
  }

  /** Everything that counts under the key before is sealed with the new one, all at once. */
  function move(judge: Seals): void {
    const kept = TABLES.map((table) => ({
      table,
      rows: rows(table, judge).filter(
        ({ counts, keys, at }) => counts && manifest.get(rowName(table, keys)) === at,
      ),
    }));
    commit(() => {
      for (const { table, rows: found } of kept)
        for (const row of found) {
          writeRow(table, row.keys, row.values);
          manifest.set(rowName(table, row.keys), generation);
        }
    });
  }

  /** False when what was found does not count. */
  function readManifest(judge: Seals): boolean {
    const row = db.prepare('SELECT generation, body, seal FROM manifest WHERE id = 1').get();
    const any = TABLES.some((table) => db.prepare(`SELECT 1 FROM ${table.name} LIMIT 1`).get() !== undefined);
    if (row === undefined) {
      if (any)
        notices.push(
          'What was reviewed before was not sealed with the key of this profile, so it does not count.',
        );
      else if (anchor.reached > 0)
        notices.push('The state of this profile was removed outside Doorward; it starts anew.');
      return false;
    }
    const at = Number(row['generation']);
    const body = String(row['body']);
    if (!judge.counts([MANIFEST, at, body], row['seal'])) {
      notices.push(
        'The state of this profile was changed outside Doorward, so nothing in it counts as reviewed.',
      );
      return false;
    }
    if (at < anchor.reached) {
      notices.push("An older state was put in place of this profile's, so nothing in it counts as reviewed.");
      return false;
    }
    generation = at;
    manifest = new Map(manifestBody.parse(JSON.parse(body)));
    const there = new Set(
      TABLES.flatMap((table) =>
        db
          .prepare(`SELECT ${table.keys.join(', ')} FROM ${table.name}`)
          .all()
          .map((found) =>
            rowName(
              table,
              table.keys.map((column) => String(found[column])),
            ),
          ),
      ),
    );
    for (const name of manifest.keys()) {
      if (there.has(name)) continue;
      manifest.delete(name);
      missing.add(name);
      const [table, ...keys] = z.array(z.string()).parse(JSON.parse(name));
      // Answers come and go by themselves, and one that is gone only means that it is asked again.
      if (table !== 'catalog' && table !== 'decisions')
        notices.push(`${keys.join(' ')} (${table}) was removed outside Doorward.`);
    }
    return true;
  }

  /** The first key of this profile: what was written without one is sealed. */
  function adopt(): void {
    const kept = TABLES.map((table) => ({
      table,
      rows: rows(table, deferredSeals).filter((row) => row.counts),
    }));
    const count = kept.reduce((sum, { rows: found }) => sum + found.length, 0);
    if (count === 0) return;
    commit(() => {
      for (const { table, rows: found } of kept)
        for (const row of found) {
          writeRow(table, row.keys, row.values);
          manifest.set(rowName(table, row.keys), generation);
        }
    });
    notices.push('The keychain is there now: what you approved before is sealed from now on.');
  }

  if (opened.adopt) adopt();
  else if (seals.state === 'sealed') {
    const judge = judgeOfState();
    if (readManifest(judge) && judge !== seals) move(judge);
  } else generation = highest(db);

  return {
    notices,
    load(table, first) {
      return rows(table, seals, first).map(({ at, ...row }) => {
        const listed = seals.state !== 'sealed' || manifest.get(rowName(table, row.keys)) === at;
        return { ...row, counts: row.counts && listed };
      });
    },
    put(table, keys, values) {
      const name = rowName(table, keys);
      commit(() => {
        writeRow(table, keys, values);
        manifest.set(name, generation);
      });
    },
    remove(table, keys) {
      const name = rowName(table, keys);
      commit(() => {
        db.prepare(
          `DELETE FROM ${table.name} WHERE ${table.keys.map((column) => `${column} = ?`).join(' AND ')}`,
        ).run(...keys);
        manifest.delete(name);
      });
    },
    together: commit,
    missing: (table, keys) => missing.has(rowName(table, keys)),
    anyMissing: ({ name }) => [...missing].some((row) => row.startsWith(`["${name}",`)),
    settled: () => (seals.state === 'sealed' ? anchor.raise(generation) : Promise.resolve()),
  };
}

function highest(db: DatabaseSync): number {
  const found = TABLES.map(
    ({ name }) => db.prepare(`SELECT max(generation) AS top FROM ${name}`).get()?.['top'],
  );
  return Math.max(0, ...found.map((top) => (typeof top === 'number' ? top : 0)));
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : null;
}
