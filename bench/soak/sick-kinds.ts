/** How the calls of a sick server have to end: with a sentence about it, or, where it recovers, with their answer. */
export type Ending = 'sentence' | 'answer';

/** Sick servers on pipes, one process each. */
export const SICK_STDIO: Readonly<Record<string, Ending>> = {
  hang: 'sentence',
  dies: 'sentence',
  'stderr-flood': 'answer',
  'notice-flood': 'answer',
  garbage: 'answer',
  slow: 'sentence',
  huge: 'sentence',
  'wrong-ids': 'answer',
  'stops-reading': 'sentence',
  forks: 'sentence',
  'list-changed': 'answer',
  'crash-at-start': 'sentence',
};

/** Sick servers over HTTP, all in one process. */
export const SICK_HTTP: Readonly<Record<string, Ending>> = {
  'http-401': 'sentence',
  'http-429': 'sentence',
  'http-503': 'sentence',
  'http-half-open': 'sentence',
  'http-reset': 'sentence',
  'http-slow': 'sentence',
  'http-huge': 'sentence',
  'http-garbage': 'sentence',
};

export const sickId = (kind: string): string => `sick-${kind}`;
