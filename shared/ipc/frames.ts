import { z } from 'zod';

/** The control channel's own version; both sides refuse another one. */
export const CHANNEL_VERSION = 1;

/** Caps of the control channel, in bytes. */
export const MAX_HELLO = 1024;
export const MAX_REQUEST = 1024 * 1024;
export const MAX_RESPONSE = 64 * 1024 * 1024;

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The first line of a client. `proof` shows that it can read the profile's control key without telling the key, so
 * that a stranger who took the name of a pipe learns nothing from it.
 */
export const helloFrame = z.strictObject({
  hello: z.strictObject({ v: z.literal(CHANNEL_VERSION), nonce: hex32, proof: hex32 }),
});

/** The host's answer; a client checks `proof` before it sends anything else. */
export const helloAnswer = z.strictObject({
  hello: z.strictObject({ v: z.literal(CHANNEL_VERSION), proof: hex32 }),
});

export const requestFrame = z.union([
  z.strictObject({
    id: z.int().min(0),
    command: z.string().max(64),
    input: z.unknown().optional(),
    operatorKey: z.string().max(1024).optional(),
  }),
  z.strictObject({
    id: z.int().min(0),
    /** From the answer on, the connection carries MCP messages, one a line. */
    bridge: z.strictObject({
      client: z.string().min(1).max(80),
      server: z.string().max(64).optional(),
      /** Where it was started, as it says itself: it may take tools away by it, and never get any. */
      folder: z.string().max(4096).optional(),
    }),
  }),
]);

/** `refused` and `operator` end a command line with exit code 4, `usage` with 2, everything else with 1. */
export const responseFrame = z.union([
  z.strictObject({ id: z.int(), progress: z.string() }),
  z.strictObject({ id: z.int(), ok: z.literal(true), output: z.unknown() }),
  z.strictObject({ id: z.int(), ok: z.literal(false), code: z.string(), message: z.string() }),
]);

export type RequestFrame = z.infer<typeof requestFrame>;
export type ResponseFrame = z.infer<typeof responseFrame>;
