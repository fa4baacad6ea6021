import type { Destination } from '../../../shared/model/sending.ts';
import type { Origin } from './otlp-rows.ts';
import type { SenderState } from './sender.ts';

/** A destination with its secrets filled in; in memory only. */
export interface ReadyDestination {
  readonly id: string;
  readonly destination: Destination;
  /** With their values. */
  readonly headers: Readonly<Record<string, string>>;
  /** The row behind which it begins when nothing is known of it yet; -1: at the oldest. */
  readonly after: number;
}

/** What the sender is started with. */
export interface SenderStart {
  /** The log. */
  readonly log: string;
  /** Where it is kept how far each destination has come. */
  readonly places: string;
  readonly origin: Origin;
  readonly pid: number;
}

/** The texts of a row that apps and servers choose. */
export interface Shown {
  readonly name: string;
  readonly reason?: string;
}

export type ToSender =
  | {
      readonly ask: 'set';
      readonly destinations: readonly ReadyDestination[];
      readonly all: readonly string[];
    }
  | { readonly ask: 'stir' }
  | { readonly ask: 'hidden'; readonly id: number; readonly texts: readonly Shown[] }
  | { readonly ask: 'test'; readonly id: number; readonly destination: ReadyDestination }
  | { readonly ask: 'close' };

export type FromSender =
  | { readonly tell: 'state'; readonly id: string; readonly state: SenderState }
  | { readonly tell: 'hide'; readonly id: number; readonly texts: readonly Shown[] }
  | { readonly tell: 'tested'; readonly id: number; readonly ok: boolean; readonly sentence: string };
