import type { SentRow } from './sent-row.ts';

/** What became of rows that were sent. */
export type SendResult =
  /** They are there, but for `refused` of them, which nobody will take. `note`: what was said about that. */
  | { readonly kind: 'taken'; readonly refused: number; readonly note?: string }
  /** Nothing is known to be there; another time it may be. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly askedMs?: number }
  /** These rows are not taken, whenever they come; others may be. */
  | { readonly kind: 'unfit'; readonly sentence: string };

/** The way to one destination. */
export interface Transport {
  /** Sends rows, at least one; never throws and always ends. `signal` ends it early, with `failed`. */
  send(rows: readonly SentRow[], signal: AbortSignal): Promise<SendResult>;
  close(): void;
}

/** What is said of an error of the network or the disk; never its text, which the other side may have chosen. */
export function troubleWords(error: unknown): string {
  const codes: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the name of the host could not be looked up',
    EHOSTUNREACH: 'the host cannot be reached',
    ENETUNREACH: 'the network cannot be reached',
    ETIMEDOUT: 'it did not answer in time',
    UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
    UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
    UND_ERR_BODY_TIMEOUT: 'it did not answer in time',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk is full',
    EACCES: 'Doorward may not write there',
    EPERM: 'Doorward may not write there',
    EROFS: 'the disk is read-only',
    ENOENT: 'the folder is not there',
    ENOTDIR: 'the folder is not there',
    EISDIR: 'it is a folder',
    ELOOP: 'it is a link',
    EMSGSIZE: 'a record is too large for one datagram',
  };
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    const words = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (words !== undefined) return words;
    if (/CERT|SELF_SIGNED|UNABLE_TO|TLS_CERT|ERR_TLS/.test(code))
      return `its certificate is not accepted (${code})`;
    if (at.name === 'TimeoutError') return 'it did not answer in time';
  }
  return 'the connection failed';
}
