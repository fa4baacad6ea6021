import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { ownModule } from '../paths.ts';
import { prompt, read, type RealServer, tool } from './real-server.ts';

/** The clock of every commit stands still, and the person's own settings of git play no part. */
export const GIT_ENV = {
  GIT_AUTHOR_DATE: '1767323045 +0000',
  GIT_COMMITTER_DATE: '1767323045 +0000',
  GIT_AUTHOR_NAME: 'Dora Ward',
  GIT_AUTHOR_EMAIL: 'dora@example.org',
  GIT_COMMITTER_NAME: 'Dora Ward',
  GIT_COMMITTER_EMAIL: 'dora@example.org',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A repository of two commits, with a change that is not committed. */
export function prepareRepository(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...GIT_ENV }, stdio: 'pipe' });
  };
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Dora Ward');
  git('config', 'user.email', 'dora@example.org');
  git('config', 'commit.gpgsign', 'false');
  writeFileSync(join(folder, 'door.txt'), 'closed\n');
  git('add', '.');
  git('commit', '-q', '-m', 'A door');
  writeFileSync(join(folder, 'gr\u00fc\u00dfe.txt'), 'hello\n');
  git('add', '.');
  git('commit', '-q', '-m', 'A greeting \u{1f6aa}');
  git('tag', 'v1');
  writeFileSync(join(folder, 'door.txt'), 'open\n');
  writeFileSync(join(folder, 'new.txt'), 'new\n');
}

/** A large offer: 28 tools with output schemas. */
export const git: RealServer = {
  id: 'git',
  about: '@cyanheads/git-mcp-server 2.15.3',
  prepare: prepareRepository,
  launch: (folder) => ({
    command: process.execPath,
    args: [ownModule('@cyanheads/git-mcp-server/dist/index.js')],
    env: {
      ...GIT_ENV,
      MCP_TRANSPORT_TYPE: 'stdio',
      MCP_LOG_LEVEL: 'error',
      GIT_SIGN_COMMITS: 'false',
      GIT_BASE_DIR: folder,
    },
  }),
  calls: (folder) => [
    tool('git_set_working_dir', { path: folder }),
    read('git://working-directory'),
    tool('git_status'),
    tool('git_log', { maxCount: 5 }),
    tool('git_diff'),
    tool('git_blame', { filePath: 'gr\u00fc\u00dfe.txt' }),
    tool('git_show', { object: 'v1' }),
    tool('git_branch', { mode: 'list' }),
    tool('git_branch', { mode: 'create', branchName: 'side' }, { label: 'create a branch' }),
    tool('git_tag', { mode: 'list' }),
    tool('git_add', { paths: ['new.txt'] }),
    tool('git_stash', { mode: 'list' }),
    tool('git_commit', { message: 'Commit through a tool' }),
    tool('git_log', { maxCount: 1 }, { label: 'log after the commit' }),
    tool('git_checkout', { target: 'no-such-branch' }),
    tool('git_show', {}, { label: 'without its argument' }),
    tool('git_clear_working_dir', { confirm: 'Y' }),
    prompt('git_wrapup', { changelogPath: 'CHANGES.md' }),
  ],
  normalise: [],
};
