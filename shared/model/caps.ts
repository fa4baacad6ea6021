/** What one server may take up. Each bound can be set (`limits` of the settings), none can be switched off. */
export interface Caps {
  /** Bytes of one message of a server. */
  readonly resultBytes: number;
  /** Entries of each of its lists. */
  readonly toolsPerServer: number;
  /** How deep an entry of a list may be nested. */
  readonly schemaDepth: number;
  readonly pagesPerList: number;
  /** Calls in flight on one connection; later ones wait their turn. */
  readonly callsPerServer: number;
  /** Of one connection; beyond that the newest of each kind is kept. */
  readonly notificationsPerSecond: number;
  /** A call of which nothing is heard for so long is given up; seconds. */
  readonly silentSeconds: number;
}

/** The caps of a host whose person has chosen nothing. */
export const defaultCaps: Caps = {
  resultBytes: 32 * 1024 * 1024,
  toolsPerServer: 5000,
  schemaDepth: 64,
  pagesPerList: 100,
  callsPerServer: 64,
  notificationsPerSecond: 200,
  silentSeconds: 30 * 60,
};
