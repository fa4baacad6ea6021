import type { Sentence } from './lex.ts';

/** Something about a sentence that orders to a model have and ordinary texts hardly ever. */
export interface Signal {
  readonly name: SignalName;
  /** How much it counts; orders reach 5 together. */
  readonly weight: number;
}

export type SignalName =
  | 'override'
  | 'new-task'
  | 'task-over'
  | 'lifted'
  | 'first'
  | 'deceit'
  | 'persona'
  | 'voice'
  | 'address'
  | 'impersonation'
  | 'concealment'
  | 'theft'
  | 'sending'
  | 'phishing'
  | 'coercion'
  | 'obedience'
  | 'steering'
  | 'exfiltration'
  | 'elsewhere'
  | 'command'
  | 'tampering'
  | 'peer'
  | 'veiled'
  | 'model'
  | 'hidden';

/** A rule looks at one sentence; `low` is its text in lower case, cut at a few thousand characters. */
export interface Reading {
  readonly sentence: Sentence;
  readonly low: string;
  readonly add: (name: SignalName, weight: number) => void;
}

/** Name, weight, which parts must be there (one of each), and the shape itself, in lower case. */
export type Shape = readonly [SignalName, number, readonly number[], RegExp];
