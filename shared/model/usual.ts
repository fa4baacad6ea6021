import type { ToolChoice } from './client.ts';
import type { LogTexts } from './log-texts.ts';
import type { Shaping } from './shaping.ts';

/** The tools that an AI app is listed as long as nobody chooses otherwise. */
export const ALL_TOOLS: ToolChoice = { mode: 'all', tools: [] };

/** What the log keeps of texts as long as nobody chooses otherwise. */
export const USUAL_TEXTS: LogTexts = 'redacted';

export const NO_SHAPING: Shaping = {
  nulls: false,
  tables: false,
  markdown: false,
  links: false,
  base64: false,
  repeats: false,
};

/** What the one switch for smaller answers chooses. */
export const GOOD_SHAPING: Shaping = {
  nulls: true,
  tables: true,
  markdown: true,
  links: true,
  base64: true,
  repeats: true,
  budget: 10_000,
};

/** The least and the most tokens that an answer can be held to. */
export const SHAPING_BUDGET = { least: 200, most: 1_000_000 } as const;
