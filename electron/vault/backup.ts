import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { MAX_BACKUP_CHARS, secretName } from '../../shared/ipc/vault-contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { scryptKey } from './scrypt.ts';
import { base64, openText, sealedText, sealText } from './sealed-text.ts';

/** A secret as it stands in a backup, in plain. */
export interface BackedUp {
  readonly name: string;
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly changedAt: number;
}

const FORMAT = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MIN_PASSPHRASE = 8;
/** What a new backup costs to open, and to guess: about a fifth of a second and 128 MiB for each try. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
/** A backup names its own cost; more than this would be a way to stop a computer. */
const MAX_N = 2 ** 20;

const document = z.strictObject({
  doorwardSecrets: z.literal(FORMAT),
  scrypt: z.strictObject({
    N: z
      .int()
      .min(2 ** 14)
      .max(MAX_N)
      .refine((n) => (n & (n - 1)) === 0),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64,
  }),
  ...sealedText,
});
const content = z.array(
  z.strictObject({
    name: secretName,
    value: z.string().min(1),
    createdAt: z.number(),
    changedAt: z.number(),
  }),
);

function keyOf(passphrase: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }) {
  // The same words typed on another system may come in another form of Unicode.
  return scryptKey(passphrase.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}

/**
 * The text of a backup: scrypt makes a key of the passphrase, AES-256-GCM seals names and values with it. Nothing of
 * them stands in plain, and the cost and the salt are authenticated with them. Refused: a passphrase of fewer than 8
 * characters, and more secrets than one backup holds.
 */
export async function writeBackup(
  secrets: readonly BackedUp[],
  passphrase: string,
): Promise<Result<string, 'passphrase' | 'full'>> {
  if (passphrase.length < MIN_PASSPHRASE)
    return fail('passphrase', `The passphrase must have at least ${MIN_PASSPHRASE} characters.`);
  const salt = randomBytes(SALT_BYTES);
  const head = { ...COST, salt: salt.toString('base64') };
  const key = await keyOf(passphrase, salt, COST);
  const sealed = sealText(key, boundTo(head), JSON.stringify(secrets));
  const whole = { doorwardSecrets: FORMAT, scrypt: head, ...sealed };
  const text = `${JSON.stringify(whole, undefined, 1)}\n`;
  return text.length > MAX_BACKUP_CHARS
    ? fail('full', 'The secrets are too large together for one backup. Remove the largest first.')
    : ok(text);
}

/**
 * Opens a backup. Refused with a sentence: what is none, one of a newer Doorward, another passphrase, a changed byte.
 * Attack: a file that names a cost at which a computer stands still.
 */
export async function readBackup(
  text: string,
  passphrase: string,
): Promise<Result<readonly BackedUp[], 'malformed' | 'newer' | 'passphrase'>> {
  const raw = text.length > MAX_BACKUP_CHARS ? undefined : parsed(text);
  const format = z.object({ doorwardSecrets: z.number() }).safeParse(raw);
  if (format.success && format.data.doorwardSecrets > FORMAT)
    return fail('newer', 'The backup was written by a newer Doorward. Update Doorward to use it.');
  const found = document.safeParse(raw);
  if (!found.success) return fail('malformed', 'This file is no backup of secrets, or it is damaged.');
  const { scrypt: head, ...sealed } = found.data;
  const key = await keyOf(passphrase, Buffer.from(head.salt, 'base64'), head);
  const plain = openText(key, boundTo(head), sealed);
  if (plain === undefined)
    return fail(
      'passphrase',
      'The backup does not open with this passphrase, or it is damaged. Nothing was changed.',
    );
  const secrets = content.safeParse(parsed(plain));
  const names = new Set(secrets.data?.map(({ name }) => name));
  return secrets.success && names.size === secrets.data.length
    ? ok(secrets.data)
    : fail('malformed', 'The backup opens, but what is in it is not understood. Nothing was changed.');
}

function boundTo({ N, r, p, salt }: { N: number; r: number; p: number; salt: string }): Buffer {
  return Buffer.from(JSON.stringify(['doorward secrets', FORMAT, N, r, p, salt]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
