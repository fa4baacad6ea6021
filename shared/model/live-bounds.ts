/** Calls that a front end holds at most; older ones are in the log. */
export const LIVE_CALLS = 10_000;
/** Calls that a snapshot brings along, the newest ones. */
export const SNAPSHOT_CALLS = 2000;
/** Calls that one patch brings at most; what a burst has beyond that is counted in `skipped`. */
export const PATCH_CALLS = 1000;
/** Length of `preview`, in UTF-16 units. */
export const PREVIEW_CHARS = 160;
