/** What a line on a server's standard output is, judged by its first character alone. */
export type LineKind = 'message' | 'batch' | 'garbage' | 'empty';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Tells messages from everything else that servers print. Only an object can be a JSON-RPC message; batches were
 * removed with 2025-06-18; banners and debug output are garbage. `body` is the line without leading white space and
 * without the byte order mark that some runtimes put in front of their first output.
 */
export function lineKind(line: Buffer): { readonly kind: LineKind; readonly body: Buffer } {
  if (line[0] === 0x7b) return { kind: 'message', body: line };
  let start = line[0] === 0xef && line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  while (start < line.length && isSpace(line[start])) start += 1;
  const body = start === 0 ? line : line.subarray(start);
  if (body.length === 0) return { kind: 'empty', body };
  if (body[0] === 0x7b) return { kind: 'message', body };
  return { kind: body[0] === 0x5b ? 'batch' : 'garbage', body };
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
