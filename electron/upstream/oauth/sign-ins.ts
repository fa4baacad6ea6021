import { randomBytes } from 'node:crypto';
import type { Launch, SignInView } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ServerTarget } from '../connection.ts';
import type { HttpClient } from '../http/client.ts';
import { Account } from './account.ts';
import { allowedPlaces } from './addresses.ts';
import { authorizedClient } from './authorized-client.ts';
import { beginSignIn, type Flow, PATIENCE_MS, type SignInHow } from './sign-in-flow.ts';
import type { SignInStore, StoredSignIn, Tokens } from './stored.ts';
import { authenticate, type NoToken, requestTokens } from './token-request.ts';
import { createWeb, type WebPorts, type WebRules } from './web.ts';
import { vaultShut } from './words.ts';

export type { SignInHow };

/** What sign-ins need from outside. */
export interface SignInPorts extends WebPorts {
  readonly store: SignInStore;
  readonly now: () => number;
  /** Told every token of a server before it is used. */
  readonly know: (server: string, values: readonly string[]) => void;
  /** Opens a page in the person's browser; absent: they open it by hand. */
  readonly openUrl?: ((url: string) => void) | undefined;
  /** Hosts and ranges in the own network at which the organisation lets people sign in. */
  readonly privatePlaces: () => readonly string[];
  /** The address of the public document that stands for this build (CIMD). */
  readonly clientDocument?: string | undefined;
  readonly patienceMs?: number;
}

/** The sign-ins to all remote servers. */
export interface SignIns {
  /** The client for requests to this server: with its token, and nobody else's. */
  client(server: Pick<ServerTarget, 'id' | 'launch'>, base: HttpClient): HttpClient;
  view(id: string, launch: Launch): SignInView;
  /** Resolves when somebody has signed in, has not, or the time is over. Another one for the same server ends it. */
  signIn(
    id: string,
    launch: Launch,
    how: SignInHow,
    onProgress: (sentence: string) => void,
  ): Promise<Result<SignInView>>;
  /** Forgets the tokens, here first and then, where it can be reached, there. */
  signOut(id: string, launch: Launch): Promise<Result<SignInView>>;
  /** The server is gone: nothing of its sign-in stays. */
  forget(id: string): void;
  onChange(listener: () => void): void;
  close(): void;
}

const STATE_BYTES = 32;
const NONE: SignInView = { state: 'none' };

/** Makes the sign-ins of a host. Nothing is read or asked before it is needed. */
export function createSignIns(ports: SignInPorts): SignIns {
  const web = createWeb(ports);
  const accounts = new Map<string, Account>();
  const flows = new Map<string, Flow>();
  const listeners: (() => void)[] = [];

  const rulesFor = (record: StoredSignIn): WebRules => ({
    server: new URL(record.url),
    allowed: allowedPlaces([...ports.privatePlaces(), ...record.privateHosts]),
  });

  const renew = (record: StoredSignIn): Promise<Result<Tokens, NoToken>> => {
    const { grant, tokens } = record;
    const client = record.clients[grant?.issuer ?? ''];
    if (grant === undefined || client === undefined)
      return Promise.resolve(fail('ended', 'There is nothing to renew the sign-in with.'));
    const scope = grant.scopes.join(' ');
    const params =
      grant.kind === 'client'
        ? { grant_type: 'client_credentials', ...(scope === '' ? {} : { scope }) }
        : { grant_type: 'refresh_token', refresh_token: tokens?.refresh ?? '' };
    // What was granted stays what it was when the answer does not say (RFC 6749 §6).
    const scopes = tokens?.scopes ?? grant.scopes;
    return requestTokens(
      { rules: rulesFor(record), grant: { ...grant, scopes }, client, params },
      web,
      ports.now,
    );
  };

  /** Undefined for servers without sign-in: local ones, and those that a person gave a header of their own. */
  const accountOf = (id: string, launch: Launch): Account | undefined => {
    if (launch.transport !== 'http' || !URL.canParse(launch.url)) return undefined;
    if (Object.keys(launch.headers).some((name) => name.toLowerCase() === 'authorization')) return undefined;
    const url = new URL(launch.url);
    url.hash = '';
    const known = accounts.get(id);
    if (known?.url === url.href) return known;
    known?.drop();
    const account = new Account(id, url.href, {
      store: ports.store,
      renew,
      now: ports.now,
      know: (values) => ports.know(id, values),
      changed: () => listeners.forEach((listener) => listener()),
    });
    accounts.set(id, account);
    return account;
  };

  const noSignIn = (id: string, launch: Launch) =>
    fail(
      'usage',
      launch.transport === 'http'
        ? `"${id}" has an Authorization header of its own, so there is no sign-in. Add it without that header first.`
        : `"${id}" runs on this computer, so there is nothing to sign in to.`,
    );

  /** Best effort (RFC 7009): what counts is that nothing of it is kept here. */
  async function revoke(record: StoredSignIn): Promise<void> {
    const { grant, tokens } = record;
    const client = record.clients[grant?.issuer ?? ''];
    const token = tokens?.refresh ?? tokens?.access;
    if (grant?.revocationEndpoint === undefined || client === undefined || token === undefined) return;
    const form = new URLSearchParams({ token });
    const headers = authenticate(client, grant.authMethods, form);
    await web
      .send(rulesFor(record), new URL(grant.revocationEndpoint), { form, headers })
      .catch(() => undefined);
  }

  return {
    client(server, base) {
      const account = accountOf(server.id, server.launch);
      return account === undefined ? base : authorizedClient(base, account);
    },
    view: (id, launch) => accountOf(id, launch)?.view() ?? NONE,
    async signIn(id, launch, how, onProgress) {
      const account = accountOf(id, launch);
      if (account === undefined) return noSignIn(id, launch);
      const stored = ports.store.load(id);
      // Before anybody types a password for nothing.
      if (!stored.ok) return fail(stored.code, vaultShut(id, stored.message));
      flows.get(id)?.stop('Another sign-in to the same server was begun.');
      const flow = beginSignIn(
        account,
        how,
        {
          web,
          now: ports.now,
          random: () => randomBytes(STATE_BYTES).toString('base64url'),
          openUrl: ports.openUrl,
          privatePlaces: ports.privatePlaces,
          clientDocument: ports.clientDocument,
          patienceMs: ports.patienceMs ?? PATIENCE_MS,
        },
        onProgress,
      );
      flows.set(id, flow);
      const done = await flow.result;
      if (flows.get(id) === flow) flows.delete(id);
      return done.ok ? ok(account.view()) : done;
    },
    async signOut(id, launch) {
      const account = accountOf(id, launch);
      if (account === undefined) return noSignIn(id, launch);
      flows.get(id)?.stop('You signed out meanwhile.');
      const { record } = account;
      const forgotten = account.forget();
      if (!forgotten.ok) return fail(forgotten.code, vaultShut(id, forgotten.message));
      if (record !== undefined) await revoke(record);
      return ok(account.view());
    },
    forget(id) {
      flows.get(id)?.stop('The server was removed meanwhile.');
      accounts.get(id)?.drop();
      accounts.delete(id);
      // A locked vault keeps it; it counts for no server of another address.
      ports.store.remove(id);
    },
    onChange: (listener) => void listeners.push(listener),
    close() {
      for (const flow of flows.values()) flow.stop('Doorward is stopping.');
    },
  };
}
