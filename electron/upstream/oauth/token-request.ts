import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { isVisibleAscii } from '../http/address.ts';
import { scopesIn } from './challenge.ts';
import { quote } from './discovery.ts';
import type { ClientIdentity, Grant, Tokens } from './stored.ts';
import { type Web, WebFailure, type WebRules } from './web.ts';

/**
 * Why there is no token. `ended`: what it was asked with counts no longer; somebody has to sign in. `refused`: not
 * that way. `unreachable`: trying again later may help, and nothing was lost.
 */
export type NoToken = 'ended' | 'client' | 'refused' | 'unreachable';

/** What a token is asked with. */
export interface TokenRequest {
  readonly rules: WebRules;
  readonly grant: Pick<Grant, 'tokenEndpoint' | 'authMethods' | 'resource' | 'scopes'>;
  readonly client: ClientIdentity;
  readonly params: Readonly<Record<string, string>>;
}

const MAX_TOKEN = 16 * 1024;
const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.coerce.number().min(0).optional().catch(undefined),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
});
const errorAnswer = z.object({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
});

/**
 * Asks the token endpoint (RFC 6749), with `resource` (RFC 8707). A token that cannot be a header, or that is of another
 * kind than Bearer, is none. What the other side writes of an error comes only as its short code.
 */
export async function requestTokens(
  { rules, grant, client, params }: TokenRequest,
  web: Web,
  now: () => number,
): Promise<Result<Tokens, NoToken>> {
  const form = new URLSearchParams({ ...params, resource: grant.resource });
  const headers = authenticate(client, grant.authMethods, form);
  const url = new URL(grant.tokenEndpoint);
  let answer;
  try {
    answer = await web.send(rules, url, { form, headers });
  } catch (error) {
    if (error instanceof WebFailure) return fail(error.kind, error.message);
    throw error;
  }
  const { status, text } = answer;
  const body = parsed(text);
  if (status !== 200) return noToken(url.host, status, errorAnswer.safeParse(body));
  const read = tokenAnswer.safeParse(body);
  if (!read.success) {
    const error = errorAnswer.safeParse(body);
    if (error.success) return noToken(url.host, 400, error);
    return fail('refused', `${url.host} answered the sign-in with something that is no token.`);
  }
  const { access_token: access, refresh_token: refresh, expires_in: seconds, scope } = read.data;
  if (read.data.token_type.toLowerCase() !== 'bearer')
    return fail('refused', `${url.host} gave a token of a kind that Doorward cannot use.`);
  if (!isVisibleAscii(access, MAX_TOKEN) || (refresh !== undefined && !isVisibleAscii(refresh, MAX_TOKEN)))
    return fail('refused', `${url.host} gave a token that cannot be sent.`);
  const at = now();
  return ok({
    access,
    at,
    // Without a scope in the answer it is what was asked for (RFC 6749 §5.1).
    scopes: scope === undefined ? [...grant.scopes] : scopesIn(scope),
    ...(refresh === undefined ? {} : { refresh }),
    ...(seconds === undefined ? {} : { expiresAt: at + Math.min(seconds, MAX_SECONDS) * 1000 }),
  });
}

const MAX_SECONDS = 10 * 365 * 24 * 3600;

/** How this client shows who it is: as it was registered, else the best that the server takes. */
export function authenticate(
  client: ClientIdentity,
  methods: readonly string[],
  form: URLSearchParams,
): Record<string, string> {
  const { clientId, clientSecret } = client;
  if (clientSecret === undefined) {
    form.set('client_id', clientId);
    return {};
  }
  const registered = client.authMethod;
  const method =
    registered !== undefined && (methods.length === 0 || methods.includes(registered))
      ? registered
      : methods.length === 0 || methods.includes('client_secret_basic')
        ? 'client_secret_basic'
        : methods.includes('client_secret_post') || !methods.includes('none')
          ? 'client_secret_post'
          : 'none';
  if (method === 'client_secret_basic') {
    // RFC 6749 §2.3.1: both are form-encoded first, so that a colon in them does not move the border.
    const pair = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`;
    return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
  }
  form.set('client_id', clientId);
  if (method === 'client_secret_post') form.set('client_secret', clientSecret);
  return {};
}

type ErrorAnswer = ReturnType<typeof errorAnswer.safeParse>;

function noToken(host: string, status: number, error: ErrorAnswer): Result<never, NoToken> {
  const code = error.success ? error.data.error : '';
  const said = /^[a-z_]{1,64}$/.test(code) ? ` (${code})` : '';
  if (code === 'invalid_grant') return fail('ended', `${host} does not accept the sign-in any more.`);
  if (code === 'invalid_client' || code === 'unauthorized_client')
    return fail('client', `${host} does not know Doorward any more${said}. Sign in again.`);
  if (status >= 500 || status === 429 || status === 408 || code === 'temporarily_unavailable')
    return fail(
      'unreachable',
      `${host} could not answer the sign-in (HTTP status ${status}). Try again later.`,
    );
  const why = said === '' ? ` with HTTP status ${status}` : said;
  return fail('refused', `${quote(host)} refused the sign-in${why}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
