const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * Half-received answers of one server together, as a multiple of the largest one, so that 64 large ones at once cannot
 * fill the memory. A growing answer is held twice while it is copied.
 */
export const HELD_ANSWERS = 2;
/** Bodies of refusals (4xx, 5xx): enough for a JSON-RPC error with its data. */
export const MAX_ERROR_BYTES = 256 * KIB;
/** Bodies that nobody reads are drained this far so that the socket can be used again; then it is cut. */
export const MAX_DISCARD_BYTES = 64 * KIB;
/** All response headers together. */
export const MAX_HEADER_BYTES = 32 * KIB;
/** Interim responses (1xx) before the real one. */
export const MAX_INTERIM_RESPONSES = 16;
/** One request header that is made from a message (`Mcp-Name`, `Mcp-Param-*`). */
export const MAX_SENT_HEADER = 8 * KIB;
/** Session ids and event ids that a server may mint; both go back to it in a header. */
export const MAX_ID_CHARS = 1024;
/** Messages of one 2025-03-26 batch. */
export const MAX_BATCH = 256;
/** Excerpt of an error page in a sentence. */
export const MAX_EXCERPT_CHARS = 200;
export const MAX_REDIRECTS = 3;
/** Messages that wait until a server is ready for them, and their bytes. */
export const MAX_WAITING = 256;
export const MAX_WAITING_BYTES = 16 * MIB;

export const CONNECT_TIMEOUT_MS = 10_000;
export const DELETE_TIMEOUT_MS = 2_000;
export const ENDPOINT_TIMEOUT_MS = 30_000;
export const PROBE_TIMEOUT_MS = 15_000;
/** How long later messages wait for the answer to `notifications/initialized`. */
export const INITIALIZED_WAIT_MS = 10_000;
/** A stream that stays open after its answer is cut after one to two of these. */
export const LINGER_MS = 10_000;
