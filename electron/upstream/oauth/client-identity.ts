import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AuthorizationServer } from './discovery.ts';
import type { ClientIdentity } from './stored.ts';
import type { Web, WebRules } from './web.ts';

/** What a sign-in may show itself as. */
export interface IdentityChoice {
  /** A client that a person registered by hand. */
  readonly given: Pick<ClientIdentity, 'clientId' | 'clientSecret'> | undefined;
  /** What this issuer knew us as before. */
  readonly kept: ClientIdentity | undefined;
  /** The public document that stands for this build; undefined when it has none. */
  readonly documentUrl: string | undefined;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly now: number;
}

const registration = z.object({
  client_id: z.string().min(1).max(2048),
  client_secret: z.string().min(1).max(8192).optional(),
  client_secret_expires_at: z.coerce.number().optional().catch(undefined),
  token_endpoint_auth_method: z.string().optional(),
});

/**
 * What Doorward is to an authorization server, in the order that MCP sets: as a person registered it, as its public
 * document says (CIMD), as it registers itself (RFC 7591). `client-needed`: none of them works, and a person has to
 * register it. Throws `WebFailure`.
 */
export async function clientIdentity(
  server: AuthorizationServer,
  choice: IdentityChoice,
  rules: WebRules,
  web: Web,
): Promise<Result<ClientIdentity>> {
  const { given, kept, documentUrl, redirectUri } = choice;
  if (given !== undefined) return ok({ ...given, source: 'given', redirectUri });
  if (kept?.source === 'given') return ok({ ...kept, redirectUri });
  if (documentUrl !== undefined && server.takesClientDocument)
    return ok({ clientId: documentUrl, source: 'document', authMethod: 'none' });
  const lasts = kept !== undefined && (kept.expiresAt ?? Number.POSITIVE_INFINITY) > choice.now;
  if (lasts && kept.source === 'registered' && kept.redirectUri === redirectUri) return ok(kept);
  return server.registrationEndpoint === undefined
    ? fail(
        'client-needed',
        `${new URL(server.issuer).host} does not let programs register by themselves. Register Doorward there by hand, with the address ${redirectUri}, and sign in with the client id that you get (in a terminal: --client-id ID).`,
      )
    : register(server.registrationEndpoint, server, choice, rules, web);
}

async function register(
  endpoint: URL,
  server: AuthorizationServer,
  { redirectUri, scopes }: IdentityChoice,
  rules: WebRules,
  web: Web,
): Promise<Result<ClientIdentity>> {
  const wanted = ['none', 'client_secret_basic', 'client_secret_post'] as const;
  const authMethod = wanted.find((method) => server.authMethods.includes(method)) ?? 'none';
  const answer = await web.send(rules, endpoint, {
    json: {
      client_name: 'Doorward',
      application_type: 'native',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: authMethod,
      ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
    },
  });
  const { host } = endpoint;
  const read = registration.safeParse(parsed(answer.text));
  if ((answer.status !== 201 && answer.status !== 200) || !read.success)
    return fail(
      answer.status >= 500 ? 'unreachable' : 'client-needed',
      `${host} did not register Doorward (HTTP status ${answer.status}). Register it there by hand, with the address ${redirectUri}, and sign in with the client id that you get (in a terminal: --client-id ID).`,
    );
  const { client_id: clientId, client_secret: clientSecret, client_secret_expires_at: ends = 0 } = read.data;
  const method = wanted.find((one) => one === read.data.token_endpoint_auth_method);
  return ok({
    clientId,
    source: 'registered',
    redirectUri,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(method === undefined ? {} : { authMethod: method }),
    ...(ends > 0 ? { expiresAt: ends * 1000 } : {}),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
