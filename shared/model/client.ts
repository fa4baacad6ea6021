import { z } from 'zod';

export { ALL_TOOLS } from './usual.ts';

/**
 * Which tools an AI app is listed of those that it may use. `all`: every one. `chosen`: those that are named, and no other
 * can be called. `on-demand`: tools to find and call the others with, beside those that are named.
 */
export const toolChoice = z.strictObject({
  mode: z.enum(['all', 'chosen', 'on-demand']),
  /** Names as the app is listed them, or `<server>__*`. */
  tools: z.array(z.string().min(1).max(128)).max(500),
});

export type ToolChoice = z.infer<typeof toolChoice>;

/** An AI app that may connect. The token's SHA-256 is kept, never the token. */
export const clientRecord = z.object({
  id: z.string(),
  name: z.string().min(1).max(64),
  role: z.string().min(1).max(64),
  addedAt: z.number(),
  lastSeenAt: z.number().optional(),
  /** All, where it is absent. */
  tools: toolChoice.optional(),
});

export type ClientRecord = z.infer<typeof clientRecord>;
