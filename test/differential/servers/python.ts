import { join } from 'node:path';
import { PYTHON } from '../paths.ts';
import { GIT_ENV, prepareRepository } from './git.ts';
import { prompt, read, type RealServer, tool } from './real-server.ts';
import { prepareDatabase } from './sqlite.ts';

const bin = process.platform === 'win32' ? 'Scripts' : 'bin';

/** A program out of one of the virtual environments. */
export const pythonProgram = (environment: string, name: string): string =>
  join(PYTHON, environment, bin, process.platform === 'win32' ? `${name}.exe` : name);

/** The Python SDK 2: a server of both eras. */
export const pythonGit: RealServer = {
  id: 'py-git',
  about: 'mcp-server-git 2026.10.19 (Python)',
  prepare: prepareRepository,
  launch: (folder) => ({
    command: pythonProgram('git', 'mcp-server-git'),
    args: ['--repository', folder],
    env: GIT_ENV,
  }),
  calls: (folder) => {
    const inRepo = (args: Record<string, unknown> = {}) => ({ repo_path: folder, ...args });
    return [
      tool('git_status', inRepo()),
      tool('git_diff_unstaged', inRepo({ context_lines: 1 })),
      tool('git_log', inRepo({ max_count: 5 })),
      tool('git_show', inRepo({ revision: 'v1' })),
      tool('git_branch', inRepo({ branch_type: 'all' })),
      tool('git_create_branch', inRepo({ branch_name: 'side' })),
      tool('git_add', inRepo({ files: ['new.txt'] })),
      tool('git_diff_staged', inRepo()),
      tool('git_commit', inRepo({ message: 'Commit through a tool' })),
      tool('git_checkout', inRepo({ branch_name: 'no-such-branch' })),
      tool('git_status', {}, { label: 'without its argument' }),
    ];
  },
  normalise: [],
};

/** The Python SDK 1: resources, prompts and a notification when the memo changes. */
export const pythonSqlite: RealServer = {
  id: 'py-sqlite',
  about: 'mcp-server-sqlite 2025.4.25 (Python)',
  prepare: prepareDatabase,
  launch: (folder) => ({
    command: pythonProgram('sqlite', 'mcp-server-sqlite'),
    args: ['--db-path', join(folder, 'doors.db')],
  }),
  calls: () => [
    tool('list_tables'),
    tool('describe_table', { table_name: 'doors' }),
    tool('read_query', { query: 'SELECT * FROM doors ORDER BY id' }),
    tool('write_query', { query: "INSERT INTO doors VALUES (3, 'side', 80, 'new')" }),
    tool('append_insight', { insight: 'Doors are wide \u{1f6aa}.' }),
    read('memo://insights'),
    prompt('mcp-demo', { topic: 'doors' }),
    tool('read_query', { query: 'SELECT * FROM nowhere' }, { label: 'unknown table' }),
  ],
  normalise: [],
};
