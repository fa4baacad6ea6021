const LF = 0x0a;
const CR = 0x0d;

/** Splits a stream of server-sent events into the data of its events, byte for byte. */
export function eventReader(onData: (data: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let data: Buffer[] = [];

  function line(bytes: Buffer): void {
    if (bytes.length === 0) {
      const lines = data;
      data = [];
      // An event without data (a priming event, a comment) says nothing.
      const joined = Buffer.concat(
        lines.flatMap((part, i) => (i === 0 ? [part] : [Buffer.from('\n'), part])),
      );
      if (joined.length > 0) onData(joined);
      return;
    }
    if (bytes.subarray(0, 5).toString('latin1') !== 'data:') return;
    data.push(bytes.subarray(bytes[5] === 0x20 ? 6 : 5));
  }

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(LF); end !== -1; end = rest.indexOf(LF)) {
      line(rest.subarray(0, end > 0 && rest[end - 1] === CR ? end - 1 : end));
      rest = rest.subarray(end + 1);
    }
  };
}
