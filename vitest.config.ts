import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

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
    include: ['test/{unit,security,integration,architecture}/**/*.test.{ts,tsx}'],
    // Real processes and sockets on a small shared machine: generous, because no test asserts a duration.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['test/fixtures/patience.ts'],
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
