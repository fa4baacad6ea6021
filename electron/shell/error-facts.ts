import type { Facts } from '../log/logger.ts';

/**
 * What may be written down of an error: its kind and where it came from. Its message may quote what a call carried, a
 * header or an environment value, and the redactor knows only some of those; so the message stays out.
 */
export function errorFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return {
    error: error.name.slice(0, 80),
    code: 'code' in error ? String(error.code).slice(0, 80) : undefined,
    at: frames.join(' | '),
  };
}
