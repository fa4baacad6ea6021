import { defineConfig } from 'playwright/test';
import { suites } from '../playwright.ts';

/**
 * The app as a person uses it: the built main, preload and renderer, on the stand-in or on a real Electron. And the tour
 * of all of its pages, which starts no app.
 */
export default defineConfig({
  ...suites.base,
  testDir: '.',
  projects: [suites.app, suites.tour],
});
