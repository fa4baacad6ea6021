import { z } from 'zod';
import type { Result } from '../../../shared/result.ts';

/** How Doorward is known to one authorization server. */
export const clientIdentity = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().optional(),
  authMethod: z.enum(['client_secret_basic', 'client_secret_post', 'none']).optional(),
  /** `given`: a person registered it. `document`: its id is the address of a public document. `registered`: by itself. */
  source: z.enum(['given', 'document', 'registered']),
  /** Where the browser comes back to, for registered ones. */
  redirectUri: z.string().optional(),
  /** When the secret ends, milliseconds since the epoch. */
  expiresAt: z.number().optional(),
});
export type ClientIdentity = z.infer<typeof clientIdentity>;

/** What a sign-in ended with. */
export const tokens = z.object({
  access: z.string().min(1),
  refresh: z.string().min(1).optional(),
  /** Milliseconds since the epoch; absent: the server says when. */
  expiresAt: z.number().optional(),
  /** When it was received, milliseconds since the epoch. */
  at: z.number(),
  /** What it was given for. */
  scopes: z.array(z.string()),
});
export type Tokens = z.infer<typeof tokens>;

/** Where and for what tokens are asked. */
export const grant = z.object({
  /** `person`: somebody signed in. `client`: with the client's own credentials, and nobody. */
  kind: z.enum(['person', 'client']),
  issuer: z.string(),
  tokenEndpoint: z.string(),
  revocationEndpoint: z.string().optional(),
  authMethods: z.array(z.string()),
  resource: z.string(),
  /** What was asked for; a later wish for more adds to it. */
  scopes: z.array(z.string()),
});
export type Grant = z.infer<typeof grant>;

/** Everything that is kept of the sign-in to one server; a secret as a whole. */
export const storedSignIn = z.object({
  v: z.literal(1),
  /** The address of the server that this is for. It counts for no other. */
  url: z.string(),
  /** By issuer; what one issuer knows us as is never shown to another. */
  clients: z.record(z.string(), clientIdentity),
  /** Hosts in a private network that the person allowed. */
  privateHosts: z.array(z.string()),
  grant: grant.optional(),
  tokens: tokens.optional(),
  /** The other side ended it. */
  ended: z.boolean(),
});
export type StoredSignIn = z.infer<typeof storedSignIn>;

/** Where sign-ins are kept. Every method may be refused with a sentence: a vault can be locked. */
export interface SignInStore {
  load(server: string): Result<StoredSignIn | undefined>;
  /** Durable when it returns. */
  save(server: string, record: StoredSignIn): Result<void>;
  remove(server: string): Result<void>;
}
