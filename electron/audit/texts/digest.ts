import { hkdfSync } from 'node:crypto';
import { hmacSha256 } from './hmac.ts';

/**
 * Makes the digests that the log keeps of texts, under a key that is derived from the vault key.
 *
 * Attack: guess what a digest is of. A card number, a PIN or an address has so few possible values that whoever reads the
 * log (or an export) could try them all against a plain SHA-256 of the text, and the redacted text beside it gives away
 * everything but the few characters that are missing. So it is HMAC-SHA-256: without the key nothing can be tried, and
 * the same text still has the same digest as long as the profile keeps its key. The price: nobody but this profile can
 * show that a text is the one that crossed.
 */
export function textDigest(vaultKey: Uint8Array): (bytes: Uint8Array) => string {
  const key = hkdfSync('sha256', vaultKey, Buffer.alloc(0), 'doorward call log texts 1', 32);
  return hmacSha256(Buffer.from(key));
}
