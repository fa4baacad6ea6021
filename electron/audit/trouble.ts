/** Why the log cannot be written or opened; `corrupt` and `removed` are mended by opening it anew. */
export type TroubleCode = 'full' | 'busy' | 'corrupt' | 'removed' | 'denied' | 'io';

/** A failure of the database, as a code for the program and one sentence for people. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly message: string;
}

const sentences: Readonly<Record<TroubleCode, string>> = {
  full: "The disk is full, so calls can't be recorded and are refused. Free 200 MB.",
  busy: "Another program holds the call log, so calls can't be recorded and are refused. Close programs that have log.db open.",
  corrupt:
    "The call log is damaged, so calls can't be recorded and are refused until it is set aside, which happens by itself.",
  removed:
    "The call log was moved or deleted while Doorward was running, so calls can't be recorded and are refused until a new one is made, which happens by itself.",
  denied:
    "Doorward may not write the call log, so calls can't be recorded and are refused. Give your account write access to log.db and its folder.",
  io: "The disk reports an error, so calls can't be recorded and are refused. Check the disk that holds Doorward's profile folder.",
};

/** The trouble with this code, with its sentence. */
export const troubleOf = (code: TroubleCode): Trouble => ({ code, message: sentences[code] });

const primaryCodes: ReadonlyMap<number, TroubleCode> = new Map([
  [3, 'denied'], // SQLITE_PERM
  [5, 'busy'], // SQLITE_BUSY
  [6, 'busy'], // SQLITE_LOCKED
  [8, 'denied'], // SQLITE_READONLY
  [10, 'io'], // SQLITE_IOERR
  [11, 'corrupt'], // SQLITE_CORRUPT
  [13, 'full'], // SQLITE_FULL
  [14, 'denied'], // SQLITE_CANTOPEN
  [23, 'denied'], // SQLITE_AUTH
  [26, 'corrupt'], // SQLITE_NOTADB
]);

const systemCodes: ReadonlyMap<string, TroubleCode> = new Map([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EROFS', 'denied'],
  ['ENOENT', 'denied'],
  ['EBUSY', 'busy'],
]);

/** What an error thrown by `node:sqlite` or `node:fs` means; what is not known counts as a fault of the disk. */
export function troubleFrom(error: unknown): Trouble {
  if (typeof error === 'object' && error !== null) {
    // `errcode` may be extended (SQLITE_IOERR_WRITE …); its lowest byte is the primary code.
    if ('errcode' in error && typeof error.errcode === 'number') {
      return troubleOf(primaryCodes.get(error.errcode & 0xff) ?? 'io');
    }
    if ('code' in error && typeof error.code === 'string')
      return troubleOf(systemCodes.get(error.code) ?? 'io');
  }
  return troubleOf('io');
}
