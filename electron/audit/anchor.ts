import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';

/**
 * How far a log had come, kept outside its folder. It is a lower bound: only what is safe on the disk is noted, and
 * only afterwards, so a log may have gone further but can never be behind it by a crash or a power cut.
 */
export interface LogAnchor {
  /** The newest row noted, and its hash. */
  readonly seq: number;
  readonly hash: string;
  /** Number of the newest checkpoint noted; rows removed by age count as long as their checkpoints do. */
  readonly n: number;
}

const shape = z.strictObject({
  v: z.literal(1),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  n: z.int().min(0),
});

/** The anchor as the keychain keeps it. */
export const anchorText = ({ seq, hash, n }: LogAnchor): string => JSON.stringify({ v: 1, seq, hash, n });

/** Reads what the keychain kept; refused when that is no anchor of ours. */
export function parseAnchor(text: string): Result<LogAnchor, 'malformed'> {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    if (parsed.success) {
      const { seq, hash, n } = parsed.data;
      return ok({ seq, hash, n });
    }
  } catch {
    // Said below.
  }
  return fail('malformed', 'What the keychain keeps about the call log cannot be read.');
}
