import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/fixtures/longest-first.ts';

const all = 'test/{unit,security,integration,architecture}/**/*.test.{ts,tsx}';
/**
 * Tests that change nothing that is there once for all in a process, and need no page: they share one, whose start takes
 * longer than most of them.
 */
const plain =
  'test/unit/{approvals,bench,catalog,conformance,context,differential,i18n,inspection,ipc,log,onboarding,policy,sending,shared,stages,vault}/**/*.test.ts';

export default defineConfig({
  resolve: {
    // Loading the real package from Node starts a download of its binary.
    alias: [
      {
        find: /^electron(\/(main|common|renderer))?$/,
        replacement: resolve(import.meta.dirname, 'test/electron-stand-in/unit-electron.ts'),
      },
    ],
  },
  test: {
    // Real processes and sockets on a small shared machine: generous, because no test asserts a duration.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    setupFiles: ['test/fixtures/patience.ts'],
    expect: { poll: { timeout: 60_000 } },
    pool: 'forks',
    // On two processors: some tests only wait, one of them for two minutes, and it shall not hold half of the machine.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: [all], exclude: [plain], isolate: true } },
      { extends: true, test: { name: 'together', include: [plain], isolate: false } },
    ],
  },
});
