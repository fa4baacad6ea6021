import { defineConfig } from 'playwright/test';

/** The conformance suite: the same specs run on the stand-in and, with `ELECTRON_BIN`, on a real Electron. */
const config = defineConfig({
  testDir: './conformance',
  outputDir: '../../test-results/electron-stand-in',
  workers: 2,
  fullyParallel: false,
  reporter: 'list',
  // Generous, because no test asserts a duration.
  timeout: 60_000,
  expect: { timeout: 15_000 },
});
// eslint-disable-next-line import/no-default-export
export default config;
