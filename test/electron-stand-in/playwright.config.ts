import { defineConfig } from 'playwright/test';
import { suites } from '../playwright.ts';

/** The conformance suite: the same specs run on the stand-in and, with `ELECTRON_BIN`, on a real Electron. */
export default defineConfig({
  ...suites.base,
  testDir: './conformance',
  projects: [suites.standIn],
});
