import { z } from 'zod';
import { SERVER_NAME } from './names.ts';

/** The name a person gives a server. It is the prefix of its tools and part of its address. */
export const serverId = z.string().regex(SERVER_NAME.pattern, SERVER_NAME.sentence);

export const stdioLaunch = z.object({
  transport: z.literal('stdio'),
  command: z.string().min(1),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  cwd: z.string().optional(),
  /** A person insists that secrets of the vault stand in its arguments, which every program of this computer can read. */
  secretArguments: z.boolean().optional(),
});

export const httpLaunch = z.object({
  transport: z.literal('http'),
  url: z.url({ protocol: /^https?$/ }),
  headers: z.record(z.string(), z.string()),
});

/** How a server is reached: a command that we start, or a URL (Streamable HTTP, or the older HTTP+SSE). */
export const launch = z.discriminatedUnion('transport', [stdioLaunch, httpLaunch]);

/**
 * `unreviewed`: nobody has looked; it is neither downloaded nor started.
 * `inspected`: a person had it started and has seen what it offers; no client sees it yet.
 * `approved`: clients may use it. `blocked`: nobody may. Being switched off is `enabled: false` beside it.
 */
export const reviewState = z.enum(['unreviewed', 'inspected', 'approved', 'blocked']);

/** Protocol generations: `session` is 2024-11-05 to 2025-11-25, `stateless` is 2026-07-28. */
export const era = z.enum(['session', 'stateless']);

/** `client`: one process for each AI app (and set of capabilities). `shared`: one process for all. */
export const sharing = z.enum(['client', 'shared']);

export const serverRecord = z.object({
  id: serverId,
  launch,
  state: reviewState,
  enabled: z.boolean(),
  sharing,
  /** What the last probe found, and when (ms since the epoch); absent before the first inspection. */
  era: era.optional(),
  /** True when a `stateless` server also speaks the session era: each client then gets its own generation. */
  dual: z.boolean().optional(),
  eraAt: z.number().optional(),
  addedAt: z.number(),
});

/**
 * How the sign-in to a remote server is. `none`: nobody signed in, and it has not asked for it. `needed`: its calls are
 * refused until somebody does. `more-rights`: signed in, and it asked for rights that a person has not given.
 */
export const signInView = z.object({
  state: z.enum(['none', 'needed', 'more-rights', 'signed-in']),
  /** What this means and what to do, for people. */
  sentence: z.string().optional(),
  /** The host where one signs in. */
  issuer: z.string().optional(),
  /** The rights that the sign-in has, and those that were asked for beyond. Texts are the server's own. */
  scopes: z.array(z.string()).optional(),
  wanted: z.array(z.string()).optional(),
});
export type SignInView = z.infer<typeof signInView>;

export type StdioLaunch = z.infer<typeof stdioLaunch>;
export type Launch = z.infer<typeof launch>;
export type Era = z.infer<typeof era>;
/** The generation in which this server is spoken to on behalf of a client of `client`'s generation. */
export function eraFor(server: Pick<ServerRecord, 'era' | 'dual'>, client: Era): Era {
  return server.dual === true ? client : (server.era ?? 'session');
}

export type ServerRecord = z.infer<typeof serverRecord>;
