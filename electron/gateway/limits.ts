/** Every bound of the endpoint. All can be set, none can be switched off. Bytes and milliseconds. */
export interface GatewayLimits {
  /** One request body; more is answered 413 and nothing of it is kept. */
  readonly bodyBytes: number;
  /** All header lines of one request together; more is answered 431. */
  readonly headerBytes: number;
  /** Until the last header line has come (slowloris); then 408. */
  readonly headersTimeoutMs: number;
  /** Until the last byte of the body has come; then 408. */
  readonly requestTimeoutMs: number;
  readonly connections: number;
  readonly callsPerClient: number;
  /** Bodies being received and bodies of calls in flight, for one AI app. */
  readonly heldBytesPerClient: number;
  readonly getStreamsPerClient: number;
  readonly getStreams: number;
  readonly sessionsPerClient: number;
  readonly sessionIdleMs: number;
  readonly batchMessages: number;
  /** Events kept for one session: sent ones for `Last-Event-ID`, unsent ones until a stream takes them. */
  readonly storedEvents: number;
  readonly storedBytes: number;
  /** The same for all sessions together. */
  readonly storedBytesTotal: number;
  /** How long an event that was sent is kept for `Last-Event-ID`. */
  readonly retainMs: number;
  /** Bytes that sockets have not taken yet, for all AI apps together; above it the slowest is cut off. */
  readonly waitingBytesTotal: number;
  /** A socket with bytes waiting that takes none for so long is cut off. */
  readonly stallMs: number;
  /** A call without an answer for so long is answered as an event stream. */
  readonly streamAfterMs: number;
  readonly keepAliveMs: number;
  /** How long a client may take to come back to a stream (`Last-Event-ID`) whose call nobody has begun with yet. */
  readonly comeBackMs: number;
  /** The `retry:` field of our streams. */
  readonly retryMs: number;
  /** Wrong tokens answered 401 in a row, and how many a second are added again; above it 429. */
  readonly wrongTokens: number;
  readonly wrongTokensPerSecond: number;
  /** How long `close` waits for calls in flight. */
  readonly closeMs: number;
}

const MIB = 1024 * 1024;

export const defaultLimits: GatewayLimits = {
  bodyBytes: 4 * MIB,
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  connections: 512,
  callsPerClient: 256,
  heldBytesPerClient: 40 * MIB,
  getStreamsPerClient: 16,
  getStreams: 256,
  sessionsPerClient: 64,
  sessionIdleMs: 24 * 3_600_000,
  batchMessages: 100,
  storedEvents: 1_000,
  storedBytes: 8 * MIB,
  storedBytesTotal: 64 * MIB,
  retainMs: 5 * 60_000,
  waitingBytesTotal: 64 * MIB,
  stallMs: 60_000,
  streamAfterMs: 5_000,
  keepAliveMs: 15_000,
  comeBackMs: 30_000,
  retryMs: 1_000,
  wrongTokens: 60,
  wrongTokensPerSecond: 5,
  closeMs: 2_000,
};
