import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSha256 } from '../../../electron/audit/texts/hmac.ts';

describe('the keyed digest of a text', () => {
  it('is HMAC-SHA-256 for every key and message, one after the other', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
        (key, messages) => {
          const digest = hmacSha256(key);
          for (const message of messages)
            expect(digest(message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
        },
      ),
    );
  });

  it.each([0, 1, 55, 56, 63, 64, 8191, 8192, 8193, 100_000])('is the same for %i bytes', (length) => {
    const key = Buffer.alloc(32, 7);
    const message = Buffer.alloc(length, 'doorward');
    // A longer one before it leaves nothing behind.
    const digest = hmacSha256(key);
    digest(Buffer.alloc(8192, 1));
    expect(digest(message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
  });

  it('refuses a key that would have to be hashed first', () => {
    expect(() => hmacSha256(Buffer.alloc(65))).toThrow(RangeError);
  });
});
