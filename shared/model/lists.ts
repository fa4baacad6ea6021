/*
 * The words that a choice can be, in the order in which they are offered. The schemas of the host are made of them, and
 * the window offers them: it needs no validator for that.
 */

export const EFFECTS = ['read', 'write', 'send', 'run', 'destroy', 'spend', 'unknown'] as const;
export const PRESETS = ['observe', 'guarded', 'strict'] as const;
export const RULE_ACTIONS = ['allow', 'ask', 'block', 'report'] as const;
export const CALL_KINDS = [
  'tool',
  'prompt',
  'resource',
  'completion',
  'sampling',
  'elicitation',
  'roots',
] as const;
/** What the value of an argument can be tested for. */
export const VALUE_TESTS = [
  'equals',
  'one-of',
  'glob',
  'regex',
  'range',
  'in-folder',
  'host',
  'recipient',
  'program',
  'absent',
] as const;
/** What a rule can say, one member each. */
export const RULE_FIELDS = [
  'action',
  'client',
  'role',
  'server',
  'kind',
  'tool',
  'effects',
  'args',
  'argsDigest',
  'hours',
  'expiresAt',
  'note',
] as const;
export const OUTCOMES = ['ok', 'tool-error', 'error', 'refused', 'failed', 'cancelled', 'open'] as const;
export const ENDINGS = [...OUTCOMES, 'trouble'] as const;
export const LIMIT_PERIODS = ['second', 'minute', 'hour', 'day'] as const;
export const LIMIT_EACH = ['client', 'server', 'tool'] as const;
export const DURATIONS = ['once', '5m', '1h', 'quit', 'always'] as const;
export const KNOWN_APPS = ['claude-code', 'claude-desktop', 'cursor', 'vscode', 'codex', 'other'] as const;
export const LOG_TEXTS = ['full', 'redacted', 'digests'] as const;
export const UNWRITABLE = ['refuse', 'pass'] as const;
export const WATCHED = ['hidden', 'injection-low', 'injection-high', 'secret', 'personal', 'flow'] as const;
export const INSPECTION_ACTS = ['pass', 'note', 'mask', 'ask', 'block'] as const;
export const DIRECTIONS = ['to-server', 'to-app'] as const;
export const PERSONAL_TYPES = [
  'email',
  'phone',
  'iban',
  'card',
  'national-id',
  'ip',
  'name',
  'address',
] as const;
export const FINDING_SOURCES = [
  'hidden',
  'injection',
  'secret',
  'personal',
  'mask',
  'vault',
  'flow',
] as const;
export const FINDING_ACTS = ['noted', 'masked', 'removed', 'fenced', 'asked', 'blocked'] as const;
export const FINDING_PLACES = ['arguments', 'answer'] as const;
