const BEGIN = Buffer.from('MCPB_SIG_V1');
const END = Buffer.from('MCPB_SIG_END');
const MAX_SIGNATURE = 64 * 1024;
/** Bytes at the end of a file in which a signature would be. */
export const SIGNATURE_ROOM = MAX_SIGNATURE + BEGIN.length + END.length + 4;

/**
 * Where the signature begins that stands behind the archive, counted from the start of `tail`, the last bytes of the
 * file; undefined without one. It is found, not checked: what a bundle is hangs on the digest of the whole file.
 */
export function signatureAt(tail: Buffer): number | undefined {
  if (!tail.subarray(-END.length).equals(END)) return undefined;
  const at = tail.lastIndexOf(BEGIN, tail.length - END.length - 4 - BEGIN.length);
  if (at < 0) return undefined;
  const length = tail.readUInt32LE(at + BEGIN.length);
  return at + BEGIN.length + 4 + length + END.length === tail.length ? at : undefined;
}

const EOCD = 0x06054b50;
const EOCD_BYTES = 22;
const COMMENT_AT = 20;

/**
 * Where in an archive its comment's length has to become 0 once the signature behind it is cut off: some tools count
 * the signature as the archive's comment. Undefined when nothing has to change. `end`: the last bytes of the archive.
 */
export function commentLengthAt(end: Buffer): number | undefined {
  const at = end.length - EOCD_BYTES;
  if (at < 0 || end.readUInt32LE(at) !== EOCD) return undefined;
  return end.readUInt16LE(at + COMMENT_AT) === 0 ? undefined : at + COMMENT_AT;
}
