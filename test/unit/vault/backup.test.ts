import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../electron/vault/backup.ts';

const one = { name: 'token', value: 'hush', createdAt: 1, changedAt: 2 };
const written = async (): Promise<string> => {
  const text = await writeBackup([one], 'correct horse');
  if (!text.ok) throw new Error(text.message);
  return text.value;
};

describe('a backup of secrets', () => {
  it('comes back whole, also when the passphrase was typed in another form of Unicode', async () => {
    const text = await writeBackup([one], 'caf\u00e9 caf\u00e9');
    if (!text.ok) throw new Error(text.message);
    expect(await readBackup(text.value, 'cafe\u0301 cafe\u0301')).toEqual({ ok: true, value: [one] });
  });

  it('needs a passphrase that cannot be guessed at once', async () => {
    expect(await writeBackup([one], 'short')).toMatchObject({ ok: false, code: 'passphrase' });
  });

  it('is refused when any byte of what it says was changed', async () => {
    const text = await written();
    const whole = JSON.parse(text) as Record<string, unknown>;
    const flip = (base64: string): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    const scrypt = whole['scrypt'] as { salt: string };
    for (const changed of [
      { ...whole, sealed: flip(String(whole['sealed'])) },
      { ...whole, nonce: flip(String(whole['nonce'])) },
      { ...whole, nonce: '' },
      { ...whole, sealed: '' },
      { ...whole, scrypt: { ...scrypt, salt: flip(scrypt.salt) } },
      { ...whole, scrypt: { ...scrypt, N: 2 ** 16 } },
    ])
      expect(await readBackup(JSON.stringify(changed), 'correct horse')).toMatchObject({
        ok: false,
        code: 'passphrase',
      });
  });

  it('that names a cost at which a computer would stand still is not tried', async () => {
    const whole = JSON.parse(await written()) as { scrypt: object };
    for (const N of [2 ** 30, 2 ** 20 + 1, 1, 0, -1])
      expect(
        await readBackup(JSON.stringify({ ...whole, scrypt: { ...whole.scrypt, N } }), 'correct horse'),
      ).toMatchObject({ ok: false, code: 'malformed' });
  });

  it('of a newer Doorward says so', async () => {
    expect(await readBackup('{"doorwardSecrets":2,"more":true}', 'correct horse')).toMatchObject({
      ok: false,
      code: 'newer',
    });
  });

  it('that is none gets one sentence, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect((await readBackup(text, 'correct horse')).ok).toBe(false);
      }),
    );
  });
});
