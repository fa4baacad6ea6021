import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ownModule } from '../paths.ts';
import { type RealServer, tool } from './real-server.ts';

/** A database with two tables and values that are awkward in JSON. */
export function prepareDatabase(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'doors.db'));
  db.exec(`
    CREATE TABLE doors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, width REAL, note TEXT);
    CREATE TABLE "odd ""names""" (value);
    INSERT INTO doors VALUES (1, 'front', 90.5, NULL), (2, 'b\u00e4ck \u{1f6aa}', 1e300, ''),
      (9007199254740993, 'big', -0.0, 'beyond 2^53');
  `);
  db.close();
}

/** SQLite in Node, through a native module. */
export const sqlite: RealServer = {
  id: 'sqlite',
  about: 'mcp-server-sqlite-npx 0.8.0',
  prepare: prepareDatabase,
  launch: (folder) => ({
    command: process.execPath,
    args: [ownModule('mcp-server-sqlite-npx/dist/index.js'), join(folder, 'doors.db')],
  }),
  calls: () => [
    tool('list_tables'),
    tool('describe_table', { table_name: 'doors' }),
    tool('read_query', { query: 'SELECT * FROM doors ORDER BY id' }),
    tool('read_query', { query: 'SELECT 1 AS "__proto__", 2 AS constructor' }, { label: 'odd column names' }),
    tool('write_query', { query: "INSERT INTO doors VALUES (3, 'side', 80, 'it''s new')" }),
    tool('create_table', { query: 'CREATE TABLE keys (id INTEGER PRIMARY KEY)' }),
    tool('read_query', { query: 'SELECT count(*) AS n FROM doors' }, { label: 'count' }),
    tool('read_query', { query: 'DELETE FROM doors' }, { label: 'a write that poses as a read' }),
    tool('read_query', { query: 'SELECT * FROM nowhere' }, { label: 'unknown table' }),
    tool('list_tables', {}, { label: 'tables afterwards' }),
  ],
  normalise: [],
};
