import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** Signs what the log vouches for; the private key never leaves the thread that has it. */
export interface Signer {
  /** The public key: 32 bytes as 64 hex characters. */
  readonly key: string;
  /** An Ed25519 signature as 128 hex characters. */
  sign(text: string): string;
}

/** How many bytes a seed has. */
export const SEED_BYTES = 32;

// The DER forms of Ed25519 keys (RFC 8410) up to the key itself.
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** The seed of the log's signing key, derived from the vault key so that the vault key itself signs nothing. */
export function logSeed(vaultKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, Buffer.alloc(0), 'doorward call log signer 1', SEED_BYTES));
}

/** The signer of a seed of `SEED_BYTES`. */
export function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    key: der.subarray(PUBLIC_HEAD.length).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('hex'),
  };
}

/** Whether a text looks like a public key. */
export const isPublicKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Judges signatures of one public key; everything that is not a key or a signature is judged false. */
export function signatureJudge(key: string): (text: string, signature: string) => boolean {
  if (!isPublicKey(key)) return () => false;
  try {
    const held = createPublicKey({
      key: Buffer.concat([PUBLIC_HEAD, Buffer.from(key, 'hex')]),
      format: 'der',
      type: 'spki',
    });
    return (text, signature) => {
      if (!/^[0-9a-f]{128}$/.test(signature)) return false;
      try {
        return verify(null, Buffer.from(text), held, Buffer.from(signature, 'hex'));
      } catch {
        return false;
      }
    };
  } catch {
    return () => false;
  }
}
