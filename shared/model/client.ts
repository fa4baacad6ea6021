import { z } from 'zod';

/** An AI app that may connect. The token's SHA-256 is kept, never the token. */
export const clientRecord = z.object({
  id: z.string(),
  name: z.string().min(1).max(64),
  role: z.string().min(1).max(64),
  addedAt: z.number(),
  lastSeenAt: z.number().optional(),
});

export type ClientRecord = z.infer<typeof clientRecord>;
