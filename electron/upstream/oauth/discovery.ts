import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { plainExcerpt } from '../http/failures.ts';
import { type Challenge, onlyScopes } from './challenge.ts';
import { urlFault, type Web, type WebRules } from './web.ts';

/** An authorization server, with what was checked about it. */
export interface AuthorizationServer {
  /** As it writes it itself: compared to the character. */
  readonly issuer: string;
  /** Absent where no person can sign in, only clients by themselves. */
  readonly authorizationEndpoint?: URL;
  readonly tokenEndpoint: URL;
  readonly registrationEndpoint?: URL;
  readonly revocationEndpoint?: URL;
  /** How clients show who they are at the token endpoint; empty when it does not say. */
  readonly authMethods: readonly string[];
  readonly scopes: readonly string[];
  /** It names itself in its answers (RFC 9207), so an answer without its name is none of its. */
  readonly sendsIssuer: boolean;
  readonly takesClientDocument: boolean;
}

/** What is known before anybody signs in. */
export interface Discovered {
  readonly server: AuthorizationServer;
  /** For the `resource` parameter (RFC 8707). */
  readonly resource: string;
  /** What the server says that one can ask for; undefined when it does not. */
  readonly scopes: readonly string[] | undefined;
}

const MAX_URL = 2048;
const address = z.string().max(MAX_URL);
const names = z.array(z.string().max(200)).max(1000);
const resourceMetadata = z.object({
  resource: address,
  authorization_servers: z.array(address).min(1).max(20),
  scopes_supported: names.optional(),
});
type ResourceMetadata = z.infer<typeof resourceMetadata>;
const serverMetadata = z.object({
  issuer: address,
  authorization_endpoint: address.optional(),
  token_endpoint: address,
  registration_endpoint: address.optional(),
  revocation_endpoint: address.optional(),
  response_types_supported: names.optional(),
  scopes_supported: names.optional(),
  token_endpoint_auth_methods_supported: names.optional(),
  code_challenge_methods_supported: names.optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional().catch(undefined),
  client_id_metadata_document_supported: z.boolean().optional().catch(undefined),
});

/** What discovery works with. */
export interface DiscoveryPorts {
  readonly web: Web;
  /** The addresses at which a server describes itself, in their order (the SDK's). */
  readonly metadataUrls: (issuer: string) => readonly URL[];
}

/**
 * Finds out where one signs in to a server: its own metadata (RFC 9728; from its challenge, else at its path, else at its
 * root), then that of its authorization server (RFC 8414, OpenID Connect). Refused: metadata for another resource or of
 * another issuer, which is how one server passes itself off as another (mix-up), a server without PKCE S256, addresses
 * that `urlFault` refuses. A server without metadata of its own counts as one of 2025-03-26. Throws `WebFailure`.
 */
export async function discover(
  rules: WebRules,
  challenge: Challenge | undefined,
  known: readonly string[],
  ports: DiscoveryPorts,
): Promise<Result<Discovered>> {
  const { server } = rules;
  const described = await resourceOf(rules, challenge, ports.web);
  if (!described.ok) return described;
  if (described.value === undefined) {
    const found = await serverAt(rules, server.origin, ports);
    if (!found.ok) return found;
    const usual = found.value ?? usualServer(server);
    return ok({ server: usual, resource: canonical(server), scopes: undefined });
  }
  const { resource, authorization_servers: issuers, scopes_supported: scopes } = described.value;
  if (!coversServer(resource, server))
    return fail(
      'refused',
      `The server says that its sign-in is for ${quote(resource)}, which is another address than its own. That is refused.`,
    );
  // One that it was signed in at before, while the server still names it.
  const issuer = issuers.find((one) => known.includes(one)) ?? issuers[0] ?? '';
  const found = await serverAt(rules, issuer, ports);
  if (!found.ok) return found;
  if (found.value === undefined)
    return fail('unreachable', `${quote(issuer)} does not say how one signs in there. Try again later.`);
  return ok({
    server: found.value,
    resource,
    scopes: scopes === undefined ? undefined : onlyScopes(scopes),
  });
}

/** The server's address as an identifier: no fragment, no query, and no slash alone (MCP, canonical server URI). */
export function canonical(server: URL): string {
  return server.pathname === '/' ? server.origin : server.origin + server.pathname;
}

/** Whether tokens for `resource` are tokens for this server: its own address, or one above it on the same origin. */
export function coversServer(resource: string, server: URL): boolean {
  const url = URL.canParse(resource) ? new URL(resource) : undefined;
  if (url === undefined || url.origin !== server.origin || url.hash !== '' || url.username !== '')
    return false;
  if (url.search !== '' && url.search !== server.search) return false;
  const above = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return `${server.pathname}/`.startsWith(above);
}

async function resourceOf(
  rules: WebRules,
  challenge: Challenge | undefined,
  web: Web,
): Promise<Result<ResourceMetadata | undefined>> {
  const { server } = rules;
  const named = challenge?.resourceMetadata;
  if (named !== undefined && !URL.canParse(named))
    return fail('refused', `The server names something that is no address for its sign-in: ${quote(named)}.`);
  const wellKnown = '/.well-known/oauth-protected-resource';
  const atPath = new URL(wellKnown + (server.pathname === '/' ? '' : server.pathname), server.origin);
  const places = [
    ...(named === undefined ? [] : [new URL(named)]),
    atPath,
    ...(server.pathname === '/' ? [] : [new URL(wellKnown, server.origin)]),
  ];
  for (const url of places) {
    const found = await document(rules, url, resourceMetadata, web);
    if (!found.ok || found.value !== undefined) return found;
  }
  return ok(undefined);
}

async function serverAt(
  rules: WebRules,
  issuer: string,
  { web, metadataUrls }: DiscoveryPorts,
): Promise<Result<AuthorizationServer | undefined>> {
  const base = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (base === undefined || base.search !== '' || base.hash !== '')
    return fail('refused', `The server names something that is no address to sign in at: ${quote(issuer)}.`);
  for (const url of metadataUrls(issuer)) {
    const found = await document(rules, url, serverMetadata, web);
    if (!found.ok) return found;
    if (found.value !== undefined) return checked(rules, issuer, found.value);
  }
  return ok(undefined);
}

function checked(
  rules: WebRules,
  issuer: string,
  metadata: z.infer<typeof serverMetadata>,
): Result<AuthorizationServer> {
  // A slash alone at the end is a writing of the same; everything else is another issuer (RFC 8414 §3.3).
  if (metadata.issuer !== issuer && `${metadata.issuer}/` !== issuer)
    return fail(
      'refused',
      `${quote(issuer)} calls itself ${quote(metadata.issuer)}, so it may not be the one that it should be. The sign-in was refused.`,
    );
  if (metadata.code_challenge_methods_supported?.includes('S256') !== true)
    return fail(
      'refused',
      `${quote(issuer)} does not protect its sign-in against stolen codes (PKCE), so it was refused.`,
    );
  if (metadata.response_types_supported?.includes('code') === false)
    return fail('refused', `${quote(issuer)} offers no sign-in that a program like Doorward can use.`);
  const endpoints = new Map<string, URL>();
  for (const name of ['authorization', 'token', 'registration', 'revocation'] as const) {
    const text = metadata[`${name}_endpoint`];
    if (text === undefined) continue;
    if (!URL.canParse(text)) return fail('refused', `${quote(issuer)} names something that is no address.`);
    const url = new URL(text);
    const fault = urlFault(rules, url);
    if (fault !== undefined) return fail('refused', fault);
    url.hash = '';
    endpoints.set(name, url);
  }
  const token = endpoints.get('token');
  const authorization = endpoints.get('authorization');
  if (token === undefined) return fail('refused', `${quote(issuer)} does not say how one signs in there.`);
  const registration = endpoints.get('registration');
  const revocation = endpoints.get('revocation');
  return ok({
    issuer: metadata.issuer,
    ...(authorization === undefined ? {} : { authorizationEndpoint: authorization }),
    tokenEndpoint: token,
    ...(registration === undefined ? {} : { registrationEndpoint: registration }),
    ...(revocation === undefined ? {} : { revocationEndpoint: revocation }),
    authMethods: metadata.token_endpoint_auth_methods_supported ?? [],
    scopes: onlyScopes(metadata.scopes_supported ?? []),
    sendsIssuer: metadata.authorization_response_iss_parameter_supported === true,
    takesClientDocument: metadata.client_id_metadata_document_supported === true,
  });
}

/** 2025-03-26: without metadata, the usual paths on the server's own origin. */
function usualServer({ origin }: URL): AuthorizationServer {
  return {
    issuer: origin,
    authorizationEndpoint: new URL('/authorize', origin),
    tokenEndpoint: new URL('/token', origin),
    registrationEndpoint: new URL('/register', origin),
    authMethods: [],
    scopes: [],
    sendsIssuer: false,
    takesClientDocument: false,
  };
}

/** A document of metadata; undefined when there is none at this place. */
async function document<T extends z.ZodType>(
  rules: WebRules,
  url: URL,
  shape: T,
  web: Web,
): Promise<Result<z.output<T> | undefined>> {
  const answer = await web.send(rules, url);
  // 502 is what a proxy in front says of a path that nobody serves.
  if ((answer.status >= 400 && answer.status < 500) || answer.status === 502) return ok(undefined);
  if (answer.status !== 200)
    return fail(
      'unreachable',
      `${url.host} answered the sign-in with HTTP status ${answer.status}. Try again later.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    // Servers for pages answer every path with their page.
    return ok(undefined);
  }
  const read = shape.safeParse(value);
  return read.success
    ? ok(read.data)
    : fail('refused', `What ${url.host} says about its sign-in is not as it must be, so it was refused.`);
}

/** A text of the other side in a sentence: short and plain. */
export function quote(text: string): string {
  return plainExcerpt(Buffer.from(text), []);
}
