/** Of what a rule or a role says: lengths in UTF-16 units, and how many there can be. */
export const RULE_BOUNDS = {
  /** Of a glob, a regular expression, a host or a recipient, and of what names a tool. */
  pattern: 500,
  folder: 4096,
  /** Of a program and what follows it. */
  words: 4,
  word: 200,
  values: 200,
  pointer: 500,
  conditions: 32,
  note: 300,
  roleName: 64,
  roleTools: 500,
} as const;

/** A time of the day in hours and minutes. */
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a limit can be at most. */
export const LIMIT_BOUNDS = { calls: 1_000_000, atOnce: 10_000, amount: 1e9, tool: 200 } as const;
