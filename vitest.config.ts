import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,security,integration,architecture}/**/*.test.ts'],
    // Real processes and sockets on a small shared machine: generous, because no test asserts a duration.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
