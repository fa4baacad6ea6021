import { createHmac, createSecretKey, hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Longer messages go another way: there the digest itself takes the time. */
const SHORT_BYTES = 8 * 1024;

/**
 * HMAC-SHA-256 (RFC 2104) as 64 hex characters, under one key of at most 64 bytes. Two digests a call are made, mostly of
 * short texts: an `Hmac` object for each costs several times what its two hashes do.
 */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => string {
  if (key.length > BLOCK_BYTES) throw new RangeError('a key has at most 64 bytes');
  const prepared = createSecretKey(key);
  const inner = Buffer.alloc(BLOCK_BYTES + SHORT_BYTES, 0x36);
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES, 0x5c);
  key.forEach((byte, at) => {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  });
  return (message) => {
    if (message.length > SHORT_BYTES) return createHmac('sha256', prepared).update(message).digest('hex');
    inner.set(message, BLOCK_BYTES);
    // As a text of bytes: a buffer for the digest would cost more than both hashes.
    outer.write(
      hash('sha256', inner.subarray(0, BLOCK_BYTES + message.length), 'binary'),
      BLOCK_BYTES,
      'latin1',
    );
    return hash('sha256', outer);
  };
}
