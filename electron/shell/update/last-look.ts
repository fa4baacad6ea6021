import { z } from 'zod';
import { type KeptFile, keptFile } from '../kept-file.ts';

const lastLook = z.strictObject({
  version: z.literal(1),
  /** Milliseconds since the epoch. */
  lookedAt: z.int().min(0),
  /** What was offered then, if it was newer than what ran. */
  offered: z.string().max(120).optional(),
});
export type LastLook = z.infer<typeof lastLook>;

/** Remembers when somebody last looked for a new version, and what was found. */
export const lastLookFile = (file: string): KeptFile<LastLook> => keptFile(file, lastLook);
