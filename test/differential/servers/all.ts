import { ok, type Result } from '../../../shared/result.ts';
import { buildSqlite, installPython } from '../install.ts';
import { everything } from './everything.ts';
import { filesystem } from './filesystem.ts';
import { git } from './git.ts';
import { memory, thinking } from './memory.ts';
import { pythonGit, pythonSqlite } from './python.ts';
import type { RealServer } from './real-server.ts';
import { sqlite } from './sqlite.ts';

const there = (): Result<true> => ok(true);

/** Every real server, with what has to be put in place before it can start. */
export const REAL_SERVERS: readonly (readonly [RealServer, () => Result<true>])[] = [
  [everything, there],
  [filesystem, there],
  [memory, there],
  [thinking, there],
  [git, there],
  [sqlite, buildSqlite],
  [pythonGit, () => installPython('git')],
  [pythonSqlite, () => installPython('sqlite')],
];
