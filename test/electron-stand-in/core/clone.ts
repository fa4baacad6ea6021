import { createCloneCodec } from '../page/clone-codec.js';

const codec = createCloneCodec();

/** Turns a value into text that a page of the stand-in can read; throws like Electron for what cannot be cloned. */
export function encodeClone(value: unknown): string {
  return codec.encode(value);
}

/** Reads what a page of the stand-in sent. */
export function decodeClone(text: string): unknown {
  return codec.decode(text);
}
