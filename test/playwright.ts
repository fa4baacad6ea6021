import { join } from 'node:path';
import type { PlaywrightTestConfig } from 'playwright/test';

const below = (...names: string[]): string => join(import.meta.dirname, ...names);
const results = (name: string): string => below('../test-results', name);

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

const base = {
  workers: 2,
  fullyParallel: false,
  retries: 0,
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, because no test asserts a duration.
  timeout: 180_000,
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
} satisfies PlaywrightTestConfig;

/** The specs by what they need of the machine. */
export const suites = {
  base,
  /** One app at a time: each brings a host and a browser of its own, and the machine is small. */
  app: {
    name: 'app',
    testDir: below('e2e'),
    testIgnore: '**/tour.spec.ts',
    outputDir: results('e2e'),
    workers: 1,
  },
  /** One page in one browser, beside the app that is tried. */
  tour: {
    name: 'tour',
    testDir: below('e2e'),
    testMatch: '**/tour.spec.ts',
    outputDir: results('tour'),
    workers: 1,
  },
  standIn: {
    name: 'stand-in',
    testDir: below('electron-stand-in/conformance'),
    outputDir: results('electron-stand-in'),
  },
} satisfies Record<string, PlaywrightTestConfig | Project>;
