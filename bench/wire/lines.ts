import type { Readable } from 'node:stream';

/**
 * Calls `take` with every line of `input`, without its line end. Bytes are kept as they came; a line that comes in
 * many pieces is joined once, so that the cost stays linear in its length.
 */
export function eachLine(input: Readable, take: (line: Buffer) => void): void {
  let pieces: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const end = chunk.subarray(from, at);
      const line = pieces.length === 0 ? end : Buffer.concat([...pieces, end]);
      pieces = [];
      from = at + 1;
      if (line.length > 0) take(line);
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  });
}
