import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openSecret,
  readEnvelope,
  rotateEnvelope,
  type SecretFacts,
  sealSecret,
  vaultKeyOf,
  writeEnvelope,
} from '../../../electron/vault/envelope.ts';

const key = vaultKeyOf(Buffer.alloc(32, 1));
const other = vaultKeyOf(Buffer.alloc(32, 2));
const facts = (name: string, version = 1): SecretFacts => ({ name, version, createdAt: 5, changedAt: 6 });
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const secrets = fc.uniqueArray(fc.tuple(anyText, anyText), { selector: ([name]) => name, maxLength: 6 });
const sealed = (rows: readonly (readonly [string, string])[], withKey = key) =>
  rows.map(([name, value], i) => sealSecret(withKey, facts(name, i + 1), value));
const read = (text: string | Buffer, withKey = key) => readEnvelope(withKey, Buffer.from(text));

describe('the vault file', () => {
  it('gives back what was put in, under names of any characters', () => {
    fc.assert(
      fc.property(secrets, (rows) => {
        const opened = read(writeEnvelope(key, sealed(rows)));
        if (!opened.ok) throw new Error(opened.message);
        const back = opened.value.map((one) => [one.name, openSecret(key, one)]);
        expect(new Map(back as [string, unknown][])).toEqual(
          new Map(rows.map(([name, value]) => [name, { ok: true, value }])),
        );
      }),
    );
  });

  it('notices any changed byte, any cut and any byte more', () => {
    const bytes = Buffer.from(
      writeEnvelope(
        key,
        sealed([
          ['a', 'first'],
          ['ü"\n', 'second'],
        ]),
      ),
    );
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [1, 0x20, 0x80]) {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(bytes.readUInt8(at) ^ mask, at);
        expect(read(flipped).ok).toBe(false);
      }
      expect(read(bytes.subarray(0, at)).ok).toBe(false);
    }
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ minLength: 1, maxLength: 4 }), (at, more) => {
        expect(read(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])).ok).toBe(false);
      }),
    );
    expect(read(bytes).ok).toBe(true);
  });

  it('tells another key, a newer Doorward and damage apart', () => {
    const text = writeEnvelope(key, sealed([['a', 'first']]));
    expect(read(text, other)).toMatchObject({ ok: false, code: 'key' });
    expect(read(text.replace('"doorwardVault": 1', '"doorwardVault": 2'))).toMatchObject({ code: 'newer' });
    expect(read(text.replace('"doorwardVault": 1', '"doorwardVault": 0'))).toMatchObject({ code: 'damaged' });
    expect(read('')).toMatchObject({ ok: false, code: 'damaged' });
  });

  it('is not opened when a secret was taken out, doubled or put back from an older file', () => {
    const [a, b] = sealed([
      ['a', 'first'],
      ['b', 'second'],
    ]);
    if (a === undefined || b === undefined) throw new Error('no secrets');
    const newer = sealSecret(key, facts('a', 2), 'third');
    const splice = (from: readonly object[], to: readonly object[]): string => {
      const whole = JSON.parse(writeEnvelope(key, from as never)) as { secrets: unknown };
      return `${JSON.stringify({ ...whole, secrets: to }, undefined, 1)}\n`;
    };
    // The splice itself is what the writer makes.
    expect(read(splice([a, b], [a, b])).ok).toBe(true);
    expect(read(splice([a, b], [a]))).toMatchObject({ code: 'damaged' });
    expect(read(splice([a, b], [a, b, b]))).toMatchObject({ code: 'damaged' });
    expect(read(splice([newer, b], [a, b]))).toMatchObject({ code: 'damaged' });
    expect(read(splice([a, b], [{ ...a, changedAt: 7 }, b]))).toMatchObject({ code: 'damaged' });
  });

  it('has no value in it, nor the same bytes twice for the same value', () => {
    const one = writeEnvelope(key, sealed([['a', 'canary-value']]));
    const two = writeEnvelope(key, sealed([['a', 'canary-value']]));
    expect(one).not.toContain('canary');
    expect(one).not.toContain(Buffer.from('canary-value').toString('base64'));
    expect(one).not.toBe(two);
  });
});

describe('one secret', () => {
  it('opens only as itself: not under another name, version or key', () => {
    const secret = sealSecret(key, facts('a'), 'value');
    expect(openSecret(key, secret)).toEqual({ ok: true, value: 'value' });
    for (const wrong of [{ name: 'b' }, { version: 2 }, { sealed: '' }, { nonce: '' }])
      expect(openSecret(key, { ...secret, ...wrong })).toMatchObject({ ok: false, code: 'damaged' });
    expect(openSecret(other, secret).ok).toBe(false);
  });

  it('moves to another key whole, or not at all', () => {
    const rows = sealed([
      ['a', 'first'],
      ['b', 'second'],
    ]);
    const moved = rotateEnvelope(key, other, rows);
    expect(moved.ok && moved.value.map((one) => openSecret(other, one))).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
    expect(moved.ok && moved.value.map(({ version }) => version)).toEqual([1, 2]);
    expect(rotateEnvelope(other, key, rows)).toMatchObject({ ok: false, code: 'damaged' });
  });

  it('has a key of its own, which is not the one of the profile', () => {
    const profile = randomBytes(32);
    expect(vaultKeyOf(profile).equals(profile)).toBe(false);
    expect(vaultKeyOf(profile).equals(vaultKeyOf(profile))).toBe(true);
  });
});
