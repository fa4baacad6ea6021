import { fail, ok, type Result } from '../../../shared/result.ts';
import { judgeUrl, type UrlWarning } from '../../relay/judge-url.ts';
import { type Account, withoutClient } from './account.ts';
import { allowedPlaces } from './addresses.ts';
import { bearerChallenge, type Challenge } from './challenge.ts';
import { clientIdentity } from './client-identity.ts';
import { discover, type Discovered, quote } from './discovery.ts';
import { listenForRedirect, type Redirected, type RedirectListener } from './redirect-listener.ts';
import type { ClientIdentity, Grant, StoredSignIn, Tokens } from './stored.ts';
import { type NoToken, requestTokens } from './token-request.ts';
import { type Web, WebFailure, type WebRules } from './web.ts';

/** How a person wants to sign in. */
export interface SignInHow {
  /** `person`: in the browser. `client`: with the client's own credentials. */
  readonly kind: Grant['kind'];
  /** A client that was registered by hand. */
  readonly client?: Pick<ClientIdentity, 'clientId' | 'clientSecret'>;
  /** Where the browser comes back to, for clients that were registered with a port. */
  readonly port?: number;
  /** Hosts in a private network that the person allows. */
  readonly privateHosts: readonly string[];
}

/** What signing in needs from outside. */
export interface FlowPorts {
  readonly web: Web;
  readonly now: () => number;
  /** Random text for `state`, at least 256 bits. */
  readonly random: () => string;
  /** Opens a page in the person's browser; absent: they open it by hand. */
  readonly openUrl?: ((url: string) => void) | undefined;
  /** Places in the own network that the organisation allows. */
  readonly privatePlaces: () => readonly string[];
  /** The public document that stands for this build (CIMD). */
  readonly clientDocument?: string | undefined;
  /** Milliseconds that a person has for signing in. */
  readonly patienceMs: number;
}

/** One sign-in on its way. */
export interface Flow {
  readonly result: Promise<Result<void>>;
  /** Ends it with this sentence. */
  stop(sentence: string): void;
}

const LISTEN_MS = 5 * 60_000;
/** How long a person has to sign in unless a test says otherwise. */
export const PATIENCE_MS = LISTEN_MS;
/** With these the address is shown, and opened only by the person's own hand. */
const DOUBTFUL: ReadonlySet<UrlWarning> = new Set([
  'mixed-scripts',
  'lookalike',
  'other-domain-inside',
  'odd-characters',
  'rewritten',
]);
const ASK = { jsonrpc: '2.0', id: 1, method: 'ping' };

/**
 * Signs in to one server: finds out where, shows who Doorward is, sends the person's browser there, and takes what comes
 * back only when it is for this very request (state, single use, expiry) and from the issuer that was asked (RFC 9207).
 * Everything a server says on the way is checked before it is followed; the account has the tokens at the end.
 */
export function beginSignIn(
  account: Account,
  how: SignInHow,
  ports: FlowPorts,
  onProgress: (sentence: string) => void,
): Flow {
  let listener: RedirectListener | undefined;
  let stopped: string | undefined;
  const run = async (): Promise<Result<void>> => {
    try {
      return await signIn(account, how, ports, onProgress, {
        listens(listening) {
          listener = listening;
        },
        check() {
          if (stopped !== undefined) throw new Stopped(stopped);
        },
      });
    } catch (error) {
      if (error instanceof WebFailure) return fail(error.kind, error.message);
      if (error instanceof Stopped) return fail('stopped', error.message);
      throw error;
    } finally {
      listener?.close('The sign-in has ended.');
    }
  };
  return {
    result: run(),
    stop(sentence) {
      stopped = sentence;
      listener?.close(sentence);
    },
  };
}

/** It was ended from outside. */
class Stopped extends Error {}

interface Reins {
  listens(listener: RedirectListener): void;
  /** Throws when it was stopped; nothing is kept after that. */
  check(): void;
}

async function signIn(
  account: Account,
  how: SignInHow,
  ports: FlowPorts,
  onProgress: (sentence: string) => void,
  reins: Reins,
): Promise<Result<void>> {
  const { web } = ports;
  const before = account.record;
  const privateHosts = [...new Set([...(before?.privateHosts ?? []), ...how.privateHosts])];
  const server = new URL(account.url);
  const rules: WebRules = { server, allowed: allowedPlaces([...ports.privatePlaces(), ...privateHosts]) };
  const { wanted } = account;
  if (wanted.length > 0) account.wished();

  onProgress(`Asking "${account.id}" how one signs in…`);
  const { metadataUrls, startAuthorization } = await sdk();
  const challenge = account.challenge ?? (await askFor(rules, web));
  const known = Object.keys(before?.clients ?? {});
  const found = await discover(rules, challenge, known, { web, metadataUrls });
  if (!found.ok) return found;
  const { issuer, tokenEndpoint, revocationEndpoint, authMethods } = found.value.server;
  const scopes = scopesFor(found.value, challenge, how.kind, before, wanted);
  const grant: Grant = {
    kind: how.kind,
    issuer,
    tokenEndpoint: tokenEndpoint.href,
    authMethods: [...authMethods],
    resource: found.value.resource,
    scopes,
    ...(revocationEndpoint === undefined ? {} : { revocationEndpoint: revocationEndpoint.href }),
  };
  const kept = before?.clients[issuer];
  const listener = await listenForRedirect(how.port ?? portOf(kept?.redirectUri));
  reins.listens(listener);
  const { redirectUri } = listener;
  const identity = await clientIdentity(
    found.value.server,
    { given: how.client, kept, documentUrl: ports.clientDocument, redirectUri, scopes, now: ports.now() },
    rules,
    web,
  );
  if (!identity.ok) return identity;
  const client = identity.value;
  const record: StoredSignIn = {
    v: 1,
    url: account.url,
    ended: false,
    ...before,
    clients: { ...before?.clients, [issuer]: client },
    privateHosts,
  };
  reins.check();
  // Kept at once: when nobody signs in after all, the next try does not register again.
  const remembered = account.keep(record);
  if (!remembered.ok) return remembered;

  const ask = (params: Record<string, string>): Promise<Result<Tokens, NoToken>> =>
    requestTokens({ rules, grant, client, params }, web, ports.now);
  const scope = scopes.join(' ');
  let answer: Result<Tokens, NoToken>;
  if (how.kind === 'client') {
    answer = await ask({ grant_type: 'client_credentials', ...(scope === '' ? {} : { scope }) });
  } else {
    const { authorizationEndpoint: page } = found.value.server;
    if (page === undefined) return fail('refused', `No person can sign in at ${quote(issuer)}.`);
    const state = ports.random();
    const { authorizationUrl, codeVerifier } = await startAuthorization(found.value, page, {
      clientId: client.clientId,
      redirectUri,
      state,
      scope,
    });
    await web.check(rules, authorizationUrl);
    const waiting = listener.wait(state, ports.patienceMs);
    const shown = present(authorizationUrl, ports, onProgress);
    if (!shown.ok) listener.close(shown.message);
    const redirected = await waiting;
    if (!shown.ok) return shown;
    if (!redirected.ok) return redirected;
    const code = codeIn(redirected.value, found.value);
    if (!code.ok) return code;
    onProgress('Signed in there. Fetching the key for it…');
    answer = await ask({
      grant_type: 'authorization_code',
      code: code.value,
      code_verifier: codeVerifier,
      redirect_uri: redirectUri,
    });
  }
  reins.check();
  // A registration that does not count is not tried again.
  if (!answer.ok && answer.code === 'client') account.keep(withoutClient({ ...record, grant }));
  if (!answer.ok)
    return fail(
      answer.code,
      answer.code === 'ended' ? 'The sign-in was not accepted. Begin again.' : answer.message,
    );
  return account.put({ ...record, ended: false, grant, tokens: answer.value });
}

/** Shows the page at which a person signs in, and opens it where that is possible (attack 26). */
function present(url: URL, ports: FlowPorts, onProgress: (sentence: string) => void): Result<void> {
  const judged = judgeUrl(url.href);
  if (judged.kind === 'refused') return fail('refused', `${judged.sentence} The sign-in was refused.`);
  const doubtful = judged.warnings.some((warning) => DOUBTFUL.has(warning));
  const minutes = Math.max(1, Math.round(ports.patienceMs / 60_000));
  const careful = doubtful ? ' Its address looks unusual: make sure that it is the right one.' : '';
  onProgress(
    `Sign in at ${judged.shownHost ?? judged.host} within ${minutes} minutes.${careful} The page: ${judged.href}`,
  );
  if (!doubtful) ports.openUrl?.(judged.href);
  return ok(undefined);
}

/** The code of an answer, when it is from the issuer that was asked. An error is only believed then, too. */
function codeIn({ code, iss, error }: Redirected, { server }: Discovered): Result<string> {
  if (iss === undefined ? server.sendsIssuer : iss !== server.issuer)
    return fail(
      'refused',
      `The answer to the sign-in does not come from ${quote(server.issuer)}, where it was begun. It was refused.`,
    );
  if (error === 'access_denied') return fail('denied', 'The sign-in was declined there.');
  if (error !== undefined) {
    const said = /^[a-z_]{1,64}$/.test(error) ? ` (${error})` : '';
    return fail('refused', `${new URL(server.issuer).host} refused the sign-in${said}.`);
  }
  return code === undefined || code === ''
    ? fail('refused', 'The answer to the sign-in has no code in it. Begin again.')
    : ok(code);
}

/** MCP, scope selection: what was challenged, else everything that the server names, else nothing. */
function scopesFor(
  { server, scopes }: Discovered,
  challenge: Challenge | undefined,
  kind: Grant['kind'],
  before: StoredSignIn | undefined,
  wanted: readonly string[],
): string[] {
  const challenged = challenge?.scopes ?? [];
  const had = before?.grant?.issuer === server.issuer ? before.grant.scopes : [];
  const granted = had.length === 0 ? [] : (before?.tokens?.scopes ?? []);
  const chosen =
    wanted.length > 0 ? [...had, ...granted, ...wanted] : challenged.length > 0 ? challenged : (scopes ?? []);
  const lasting =
    kind === 'person' && chosen.length > 0 && server.scopes.includes('offline_access')
      ? ['offline_access']
      : [];
  return [...new Set([...chosen, ...lasting])];
}

/** Asks the server something small without a token, for what it says of signing in. */
async function askFor(rules: WebRules, web: Web): Promise<Challenge | undefined> {
  const question = {
    json: ASK,
    headers: { accept: 'application/json, text/event-stream' },
    headOnly: true,
  };
  const answer = await web.send(rules, rules.server, question).catch((error: unknown) => {
    // A redirect, say. What it would have said stands at the usual places, too.
    if (error instanceof WebFailure && error.kind === 'refused') return undefined;
    throw error;
  });
  if (answer === undefined) return undefined;
  return answer.status === 401 || answer.status === 403
    ? bearerChallenge(answer.headers['www-authenticate'])
    : undefined;
}

function portOf(redirectUri: string | undefined): number | undefined {
  const port = redirectUri !== undefined && URL.canParse(redirectUri) ? new URL(redirectUri).port : '';
  return port === '' ? undefined : Number(port);
}

/** Loaded with the first sign-in: it is large, and most never need it. */
async function sdk() {
  const { buildDiscoveryUrls, startAuthorization } = await import('@modelcontextprotocol/client');
  return {
    metadataUrls: (issuer: string) => buildDiscoveryUrls(issuer).map(({ url }) => url),
    startAuthorization: (
      { server, resource }: Discovered,
      page: URL,
      { clientId, redirectUri, state, scope }: Record<'clientId' | 'redirectUri' | 'state' | 'scope', string>,
    ) =>
      startAuthorization(server.issuer, {
        metadata: {
          issuer: server.issuer,
          authorization_endpoint: page.href,
          token_endpoint: server.tokenEndpoint.href,
          response_types_supported: ['code'],
          code_challenge_methods_supported: ['S256'],
        },
        clientInformation: { client_id: clientId },
        redirectUrl: redirectUri,
        state,
        resource,
        ...(scope === '' ? {} : { scope }),
      }),
  };
}
