import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes in a file, as base64. */
export const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** A sealed text in a file: the members that hold it, as base64. The tag stands behind the sealed bytes. */
export const sealedText = { nonce: base64, sealed: base64 };
export type SealedText = z.infer<z.ZodObject<typeof sealedText>>;

/** Seals a text: AES-256-GCM under a nonce that is random each time. `bound` is authenticated with it, and not kept. */
export function sealText(key: Buffer, bound: Buffer, text: string): SealedText {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/**
 * The text that was sealed; undefined when that was done with another key or for something else, or when a byte was
 * changed. Attack: fewer bytes than a tag has, so that one is soon guessed.
 */
export function openText(key: Buffer, bound: Buffer, { nonce, sealed }: SealedText): string | undefined {
  const start = Buffer.from(nonce, 'base64');
  const bytes = Buffer.from(sealed, 'base64');
  if (start.length !== NONCE_BYTES || bytes.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, start, { authTagLength: TAG_BYTES });
  decipher.setAAD(bound);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(0, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
