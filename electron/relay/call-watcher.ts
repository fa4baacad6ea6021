import type { LegRecord } from '../../shared/model/log.ts';
import type { Call } from './call.ts';

/**
 * Sees every call while it happens, for a front end that shows calls live. The texts are the message's own memory:
 * they are valid only until the method returns, so what is kept of them is copied at once. It may not change
 * anything and has no say; the ledger catches what it throws.
 */
export interface CallWatcher {
  /** A call came in; no stage has looked at it and nothing is in the log. `args`: its arguments, or its `params`. */
  opened(call: Call, args: Buffer | undefined): void;
  /** A leg was handed to the log. `text`: on `sent` the arguments, on `answered` the result or error. */
  leg(row: LegRecord, text: Buffer | undefined): void;
}
