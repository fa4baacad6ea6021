import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { base64, openText, sealedText, sealText } from './sealed-text.ts';
import { type Cell, encodeCells, keyId } from './seals.ts';

/** One secret as it is kept: what is said of it in plain, its value sealed. */
export interface SealedSecret {
  readonly name: string;
  /** Counts up with every value that a name is given, from 1. */
  readonly version: number;
  /** Milliseconds since the epoch, of the first value and of this one. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Base64: 12 bytes of nonce; ciphertext and 16 bytes of tag. */
  readonly nonce: string;
  readonly sealed: string;
}

/** The secrets of a profile, their values sealed, in order of their names. */
export type Envelope = readonly SealedSecret[];

/**
 * Why a vault file was not opened. `newer`: a later Doorward wrote it. `key`: it was made with another key.
 * `damaged`: it is not, to the byte, what was written with this key.
 */
export type Unopened = 'newer' | 'key' | 'damaged';

/** What is said of a new value. */
export interface SecretFacts {
  readonly name: string;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
}

const FORMAT = 1;
const KEY_BYTES = 32;
const MAX_SECRETS = 10_000;
const entry = z.strictObject({
  name: z.string(),
  version: z.int().min(1),
  createdAt: z.number(),
  changedAt: z.number(),
  ...sealedText,
});
const document = z.strictObject({
  doorwardVault: z.literal(FORMAT),
  keyId: z.string(),
  secrets: z.array(entry).max(MAX_SECRETS),
  seal: base64,
});

/** The vault's own key: the key of the profile is used for nothing itself, and other parts have others. */
export function vaultKeyOf(profileKey: Buffer): Buffer {
  return derived(profileKey, 'doorward vault 1');
}

/**
 * Seals one value (see `sealText`); name and version are authenticated with it, so that the value of one secret cannot be passed off as another's, or an old one as the present one.
 */
export function sealSecret(vaultKey: Buffer, facts: SecretFacts, value: string): SealedSecret {
  return { ...facts, ...sealText(valueKey(vaultKey), boundTo(facts), value) };
}

/** The value of a secret; refused when it was sealed with another key, under another name or version, or changed. */
export function openSecret(vaultKey: Buffer, secret: SealedSecret): Result<string, 'damaged'> {
  const value = openText(valueKey(vaultKey), boundTo(secret), secret);
  return value === undefined
    ? fail('damaged', `The secret "${secret.name.slice(0, 80)}" cannot be read. Set it again.`)
    : ok(value);
}

/** The text of a vault file. The seal covers all of it, so that nobody takes a secret out or puts an old one back in. */
export function writeEnvelope(vaultKey: Buffer, envelope: Envelope): string {
  const secrets = envelope.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return textOf(vaultKey, secrets, sealOf(vaultKey, secrets).toString('base64'));
}

/**
 * Opens the bytes of a vault file. They must be, to the byte, what `writeEnvelope` made with this key: every changed,
 * missing or added byte is noticed. Attack: somebody who can write the profile's files, but has no key.
 */
export function readEnvelope(vaultKey: Buffer, bytes: Buffer): Result<Envelope, Unopened> {
  const raw = parsed(bytes.toString('utf8'));
  if (formatOf(raw) > FORMAT)
    return fail('newer', 'The vault was written by a newer Doorward. Update Doorward to use it.');
  const damaged = fail('damaged', 'The vault file is damaged or was changed outside Doorward.');
  const found = document.safeParse(raw);
  if (!found.success) return damaged;
  const { secrets, seal } = found.data;
  if (found.data.keyId !== keyId(vaultKey))
    return fail('key', 'The vault was made with another key than the one that is at hand.');
  if (!Buffer.from(textOf(vaultKey, secrets, seal)).equals(bytes)) return damaged;
  const given = Buffer.from(seal, 'base64');
  // Some bits of the last letter stand for nothing.
  if (given.toString('base64') !== seal) return damaged;
  const right = sealOf(vaultKey, secrets);
  return given.length === right.length && timingSafeEqual(given, right) ? ok(secrets) : damaged;
}

/** The same secrets under another key; refused whole when one of them cannot be opened. */
export function rotateEnvelope(from: Buffer, to: Buffer, envelope: Envelope): Result<Envelope, 'damaged'> {
  const moved: SealedSecret[] = [];
  for (const { nonce, sealed, ...facts } of envelope) {
    const value = openSecret(from, { ...facts, nonce, sealed });
    if (!value.ok) return value;
    moved.push(sealSecret(to, facts, value.value));
  }
  return ok(moved);
}

function derived(key: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), label, KEY_BYTES));
}

const valueKey = (vaultKey: Buffer): Buffer => derived(vaultKey, 'doorward vault value 1');

function boundTo({ name, version }: Pick<SecretFacts, 'name' | 'version'>): Buffer {
  return encodeCells(['doorward vault', FORMAT, Buffer.from(name, 'utf16le'), version]);
}

function sealOf(vaultKey: Buffer, secrets: Envelope): Buffer {
  const cells: Cell[] = ['doorward vault file', FORMAT, secrets.length];
  for (const { name, version, createdAt, changedAt, nonce, sealed } of secrets)
    cells.push(Buffer.from(name, 'utf16le'), version, createdAt, changedAt, nonce, sealed);
  return createHmac('sha256', derived(vaultKey, 'doorward vault file 1')).update(encodeCells(cells)).digest();
}

function textOf(vaultKey: Buffer, secrets: Envelope, seal: string): string {
  const rows = secrets.map(({ name, version, createdAt, changedAt, nonce, sealed }) => ({
    name,
    version,
    createdAt,
    changedAt,
    nonce,
    sealed,
  }));
  const whole = { doorwardVault: FORMAT, keyId: keyId(vaultKey), secrets: rows, seal };
  return `${JSON.stringify(whole, undefined, 1)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function formatOf(raw: unknown): number {
  const format = z.object({ doorwardVault: z.number() }).safeParse(raw);
  return format.success ? format.data.doorwardVault : 0;
}
