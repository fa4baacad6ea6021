import { createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText, sealText } from '../../../electron/vault/sealed-text.ts';

const key = Buffer.alloc(32, 7);
const bound = Buffer.from('name 1');

describe('a sealed text', () => {
  it('opens with its key, for what it was sealed for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(openText(key, bound, sealText(key, bound, text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('is AES-256-GCM with the tag behind it, under another nonce each time', () => {
    const first = sealText(key, bound, 'wind-up duck');
    expect(sealText(key, bound, 'wind-up duck').nonce).not.toBe(first.nonce);
    const [nonce, bytes] = [Buffer.from(first.nonce, 'base64'), Buffer.from(first.sealed, 'base64')];
    expect([nonce.length, bytes.length]).toEqual([12, 12 + 16]);
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    cipher.setAAD(bound);
    cipher.setAuthTag(bytes.subarray(-16));
    expect(`${cipher.update(bytes.subarray(0, -16)).toString()}${cipher.final().toString()}`).toBe(
      'wind-up duck',
    );
  });

  // Attack: write the file, without the key.
  it('opens for nothing else, and not once a byte is changed or missing', () => {
    const sealed = sealText(key, bound, 'wind-up duck');
    expect(openText(randomBytes(32), bound, sealed)).toBeUndefined();
    expect(openText(key, Buffer.from('name 2'), sealed)).toBeUndefined();
    for (const part of ['nonce', 'sealed'] as const) {
      const bytes = Buffer.from(sealed[part], 'base64');
      for (const at of bytes.keys()) {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ 1;
        expect(openText(key, bound, { ...sealed, [part]: other.toString('base64') })).toBeUndefined();
        const short = bytes.subarray(0, at).toString('base64');
        expect(openText(key, bound, { ...sealed, [part]: short })).toBeUndefined();
      }
    }
  });
});
