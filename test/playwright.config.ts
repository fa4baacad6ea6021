import { defineConfig } from 'playwright/test';
import { suites } from './playwright.ts';

/** Everything in a window, as `npm test` runs it: what is over early makes room for the next. */
export default defineConfig({
  ...suites.base,
  testDir: '.',
  projects: [suites.app, suites.tour, suites.standIn],
});
