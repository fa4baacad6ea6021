const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'your account has no right to it',
  EPERM: 'your account has no right to it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your space on the disk is used up',
  EIO: 'the disk reports an error',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of that name',
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTEMPTY: 'the folder is not empty',
  ELOOP: 'it is a link that leads in a circle',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOMEM: 'there is not enough memory',
  EADDRINUSE: 'another program is using it',
  EADDRNOTAVAIL: 'this computer has no such address',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
};

/** By the lowest byte of SQLite's codes. */
const SQLITE: Readonly<Record<number, string>> = {
  5: 'another program is using it',
  6: 'another program is using it',
  7: 'there is not enough memory',
  8: 'your account has no right to it',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  26: 'it is damaged',
};

const MOST_SAID = 300;

/** An error whose message is words of Doorward already, as `systemReason` gives them. */
export class SaidReason extends Error {}

/**
 * The words for an error of the system or of a library, as a part of a sentence after a colon or in brackets. What has
 * no words here is quoted as it came, with its code, so that nobody takes it for a sentence of Doorward.
 */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return quoted(String(error));
  if (error instanceof SaidReason) return error.message;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'it did not answer in time';
  if (error instanceof SyntaxError) return jsonReason(error.message);
  if ('errcode' in error && typeof error.errcode === 'number') {
    const known = SQLITE[error.errcode & 0xff];
    if (known !== undefined) return known;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return quoted(error.message);
  return Object.hasOwn(REASONS, code) ? (REASONS[code] ?? code) : `${quoted(error.message)} (${code})`;
}

const quoted = (said: string): string =>
  `the system says "${said.length > MOST_SAID ? `${said.slice(0, MOST_SAID)}…` : said}"`;

/** Where V8 says that JSON breaks off; it counts from 0. */
function jsonReason(message: string): string {
  const at = /at position (\d+)/.exec(message)?.[1];
  if (at !== undefined) return `it is not JSON from character ${Number(at) + 1} on`;
  return message.includes('end of JSON') ? 'it is not JSON: it ends too early' : 'it is not JSON';
}
