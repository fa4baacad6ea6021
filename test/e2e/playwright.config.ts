import { defineConfig } from 'playwright/test';

/** The app as a person uses it: the built main, preload and renderer, on the stand-in or on a real Electron. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // One app at a time: each brings a browser of its own, and the machine is small.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  // Generous, because no test asserts a duration.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
});
