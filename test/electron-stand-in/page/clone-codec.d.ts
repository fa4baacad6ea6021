/** Text form of values with structured-clone semantics; the same code runs in Node and in pages. */
export interface CloneCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export function createCloneCodec(): CloneCodec;
