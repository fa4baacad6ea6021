import type { Check } from '../../../shared/ipc/shapes.ts';

/** A check that found nothing wrong. */
export const good = (name: string, sentence: string): Check => ({ name, state: 'ok', sentence });

/** A check that found something a person should see to; `todo` says what to do. */
export const warn = (name: string, sentence: string, todo: string): Check => ({
  name,
  state: 'warn',
  sentence,
  todo,
});

/** A check that found what keeps Doorward from working; `todo` says what to do. */
export const bad = (name: string, sentence: string, todo: string): Check => ({
  name,
  state: 'bad',
  sentence,
  todo,
});
