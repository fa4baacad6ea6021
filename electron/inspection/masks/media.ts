import { isUtf8 } from 'node:buffer';
import type { Leaf } from './json-leaves.ts';
import type { Looked } from './mask-json.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const HEX = /^[0-9a-fA-F]+$/;
const MEDIA = new Set(['data', 'blob']);
/** Shorter ones may be anything, and are read like every text. */
const SHORTEST = 256;

/**
 * How a string of an answer is looked at: the data of a picture, a sound or a file stays as it is (undefined: not at
 * all), unless it is a text in base64, which is looked at as the text that it is and written in base64 again.
 */
export function textInMedia(leaf: Leaf): Omit<Looked, 'wanted'> | undefined {
  const { text, kind, depth, under } = leaf;
  if (kind !== 'string' || depth > 1 || !MEDIA.has(under)) return { leaf };
  if (text.length < SHORTEST || text.length % 4 !== 0 || !BASE64.test(text) || HEX.test(text))
    return { leaf };
  const bytes = Buffer.from(text, 'base64');
  if (!isUtf8(bytes) || bytes.includes(0)) return undefined;
  const written = (masked: string): string => Buffer.from(masked, 'utf8').toString('base64');
  return { leaf, whole: { text: bytes.toString('utf8'), written } };
}
