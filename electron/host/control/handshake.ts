import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Shows that one side of the control channel knows the profile's control key, without telling it. Each side signs
 * the client's nonce under its own name, so that neither can echo the other's proof.
 */
export function proofOf(key: string, side: 'client' | 'host', nonce: string): string {
  return createHmac('sha256', key).update(`doorward control 1 ${side} ${nonce}`).digest('hex');
}

/** Whether a proof is right, in a time that tells nothing. */
export function proofFits(key: string, side: 'client' | 'host', nonce: string, proof: string): boolean {
  const wanted = Buffer.from(proofOf(key, side, nonce));
  const given = Buffer.from(proof);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
