import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OAuthServer, type OAuthTraps, startOAuthServer } from '../../fixtures/oauth-server.ts';
import { ID, memoryStore, signInScene } from '../../fixtures/oauth-scene.ts';

let oauth: OAuthServer;
let scene: ReturnType<typeof signInScene>;

async function open(traps: OAuthTraps = {}, over: Parameters<typeof signInScene>[1] = {}): Promise<void> {
  oauth = await startOAuthServer(traps);
  scene = signInScene(oauth.url, over);
}

beforeEach(() => open());
afterEach(async () => {
  await scene.close();
  await oauth.close();
});

async function reopen(traps: OAuthTraps, over: Parameters<typeof signInScene>[1] = {}): Promise<void> {
  await scene.close();
  await oauth.close();
  await open(traps, over);
}

const form = (path: string) =>
  oauth.asked(path).map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

describe('the whole way', () => {
  it('says that a server needs a sign-in, signs in, and calls it', async () => {
    expect(scene.view()).toEqual({ state: 'none' });
    const before = await scene.ask();
    expect(before).toEqual({
      failure: {
        code: 'unauthorized',
        httpStatus: 401,
        message:
          '"notes" needs you to sign in. Its calls are refused until you do (in a terminal: doorward server login notes).',
      },
    });
    expect(scene.view().state).toBe('needed');

    expect(await scene.signIn()).toMatchObject({ ok: true, value: { state: 'signed-in' } });
    expect(await scene.ask()).toMatchObject({ answer: expect.stringContaining('"look"') as string });
    expect(scene.view()).toMatchObject({ state: 'signed-in', issuer: new URL(oauth.issuer).host });

    const [page = ''] = scene.pages;
    const asked = new URL(page).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      resource: oauth.url,
      code_challenge_method: 'S256',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/callback$/) as string,
    });
    expect((asked.get('state') ?? '').length).toBeGreaterThanOrEqual(43);
    expect(form('/token')).toMatchObject([{ grant_type: 'authorization_code', resource: oauth.url }]);
    expect(JSON.parse(oauth.asked('/register')[0]?.body ?? '')).toMatchObject({
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: [asked.get('redirect_uri')],
    });
  });

  it('tells tokens to those who hide them before it uses them', async () => {
    await scene.signIn();
    for (const token of [...oauth.access.keys(), ...oauth.refresh.keys()])
      expect(scene.known).toContain(token);
  });

  it('goes on after a restart, also when the authorization server cannot be reached', async () => {
    await scene.signIn();
    const { records } = scene.store;
    await scene.close();
    scene = signInScene(oauth.url, { store: memoryStore(records) });
    oauth.traps.answer = ({ server }, response) => {
      if (server === 'auth') response.destroy();
      return server === 'auth';
    };
    expect(scene.view().state).toBe('signed-in');
    expect(await scene.ask()).toHaveProperty('answer');
  });

  it('does not register anew when nobody signed in at first', async () => {
    scene.setBrowser(async () => scene.signIns.close());
    expect(await scene.signIn()).toMatchObject({ ok: false, code: 'stopped' });
    scene.setBrowser((page) => fetch(page));
    expect(await scene.signIn()).toMatchObject({ ok: true });
    expect(oauth.asked('/register')).toHaveLength(1);
  });

  it('ends a sign-in when another one to the same server begins', async () => {
    let second: Promise<unknown> | undefined;
    scene.setBrowser(async () => {
      scene.setBrowser((page) => fetch(page));
      second ??= scene.signIn();
    });
    expect(await scene.signIn()).toMatchObject({ ok: false, code: 'stopped' });
    expect(await second).toMatchObject({ ok: true });
  });

  it('is over when nobody signs in within the time', async () => {
    await reopen({}, { patienceMs: 20 });
    scene.setBrowser(async () => undefined);
    expect(await scene.signIn()).toMatchObject({ ok: false, code: 'timeout' });
    expect(scene.view().state).toBe('none');
  });

  it('says that it was declined there', async () => {
    await reopen({
      redirect(url) {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'access_denied');
      },
    });
    expect(await scene.signIn()).toEqual({
      ok: false,
      code: 'denied',
      message: 'The sign-in was declined there.',
    });
  });

  it('opens the page where somebody can, and shows it in any case', async () => {
    const opened: string[] = [];
    await reopen({}, { openUrl: (url) => opened.push(url) });
    await scene.signIn();
    expect(opened).toEqual(scene.pages);
  });

  it('keeps nothing and asks nobody while the vault is shut', async () => {
    scene.store.shut = 'The vault is locked.';
    expect(await scene.signIn()).toEqual({
      ok: false,
      code: 'locked',
      message: '"notes" needs its sign-in, which is in the vault. The vault is locked.',
    });
    expect(oauth.seen).toEqual([]);
    expect(await scene.ask()).toMatchObject({
      failure: { message: expect.stringContaining('The vault is locked.') as string },
    });
  });

  it('has no sign-in for servers with a header of their own', async () => {
    expect(await scene.ask('tools/list', { Authorization: 'Bearer mine' })).toMatchObject({
      failure: { message: expect.stringContaining('check the token in its settings') as string },
    });
    expect(oauth.asked('/mcp')[0]?.headers.authorization).toBe('Bearer mine');
    expect(scene.view()).toEqual({ state: 'none' });
  });
});

describe('which client it is', () => {
  it('is the one that a person registered, before any other', async () => {
    await reopen({ clients: { mine: 'a secret: of mine' } });
    expect(
      await scene.signIn({ client: { clientId: 'mine', clientSecret: 'a secret: of mine' } }),
    ).toMatchObject({ ok: true });
    expect(oauth.asked('/register')).toEqual([]);
    expect(oauth.asked('/token')[0]?.headers.authorization).toMatch(/^Basic /);
    // The next sign-in needs neither again.
    expect(await scene.signIn()).toMatchObject({ ok: true });
  });

  it('is the public document where the server takes one, before registering', async () => {
    const document = 'https://doorward.example/client.json';
    await reopen(
      { metadata: { client_id_metadata_document_supported: true }, clients: {} },
      { clientDocument: document },
    );
    expect((await scene.signIn()).ok).toBe(false);
    expect(oauth.asked('/authorize')[0]?.query.get('client_id')).toBe(document);
    expect(oauth.asked('/register')).toEqual([]);
  });

  it('says what to do where programs cannot register', async () => {
    await reopen({ noRegistration: true });
    const result = await scene.signIn();
    expect(result).toMatchObject({ ok: false, code: 'client-needed' });
    expect(!result.ok && result.message).toMatch(
      /Register Doorward there by hand.*127\.0\.0\.1:\d+\/callback.*--client-id/,
    );
  });

  it('never shows one issuer what another one gave', async () => {
    await scene.signIn();
    const other = await startOAuthServer();
    try {
      oauth.traps.resource = { authorization_servers: [other.issuer] };
      expect((await scene.signIn()).ok).toBe(true);
      const first = Object.keys(scene.store.records.get(ID)?.clients ?? {});
      expect(first).toEqual([oauth.issuer, other.issuer]);
      const ids = Object.values(scene.store.records.get(ID)?.clients ?? {}).map(({ clientId }) => clientId);
      expect(JSON.stringify(other.seen.map(({ query, body }) => [query.toString(), body]))).not.toContain(
        ids[0],
      );
    } finally {
      await other.close();
    }
  });

  it('signs in by itself with its own credentials', async () => {
    await reopen({ clients: { robot: 'secret' }, lifetime: 3600 });
    const client = { clientId: 'robot', clientSecret: 'secret' };
    expect(await scene.signIn({ kind: 'client', client })).toMatchObject({ ok: true });
    expect(scene.pages).toEqual([]);
    expect(await scene.ask()).toHaveProperty('answer');
    oauth.expireAll();
    expect(await scene.ask()).toHaveProperty('answer');
    expect(form('/token').map(({ grant_type }) => grant_type)).toEqual([
      'client_credentials',
      'client_credentials',
    ]);
  });
});

describe('which rights it asks for', () => {
  it.each([
    [
      'what was challenged',
      { challenge: () => 'Bearer scope="a b"', resource: { scopes_supported: ['c'] } },
      'a b',
    ],
    ['else what the server names', { resource: { scopes_supported: ['c', 'd'] } }, 'c d'],
    ['else nothing', {}, null],
    [
      'with lasting access where it is offered',
      { resource: { scopes_supported: ['c'] }, metadata: { scopes_supported: ['c', 'offline_access'] } },
      'c offline_access',
    ],
  ] as const)('%s', async (_name, traps, scope) => {
    await reopen(traps as unknown as OAuthTraps);
    await scene.signIn();
    expect(oauth.asked('/authorize')[0]?.query.get('scope')).toBe(scope);
  });

  it('asks a person before it has more rights, with all that it had', async () => {
    await reopen({ challenge: () => 'Bearer scope="read"' });
    await scene.signIn();
    oauth.traps.callScopes = ['read', 'write'];
    const refused = await scene.ask('tools/call');
    expect(refused).toMatchObject({
      failure: {
        code: 'unauthorized',
        httpStatus: 403,
        message: expect.stringContaining('more rights: write') as string,
      },
    });
    expect(scene.view()).toMatchObject({ state: 'more-rights', wanted: ['write'], scopes: ['read'] });
    // Other calls go on, and nothing is asked for by itself.
    expect(await scene.ask()).toHaveProperty('answer');
    expect(oauth.asked('/authorize')).toHaveLength(1);

    expect(await scene.signIn()).toMatchObject({ ok: true, value: { state: 'signed-in' } });
    expect(oauth.asked('/authorize')[1]?.query.get('scope')).toBe('read write');
    expect(await scene.ask('tools/call')).toHaveProperty('answer');
  });

  it('does not ask for rights that it has, and not for ever for new ones', async () => {
    await reopen({ challenge: () => 'Bearer scope="read"' });
    await scene.signIn();
    oauth.traps.answer = ({ body, headers }, response) => {
      if (!body.includes('tools/call') || headers.authorization === undefined) return false;
      response
        .writeHead(403, { 'www-authenticate': `Bearer error="insufficient_scope", scope="${wish}"` })
        .end();
      return true;
    };
    let wish = 'read';
    await scene.ask('tools/call');
    expect(scene.view().state).toBe('signed-in');
    for (let i = 1; i <= 3; i++) {
      wish = `more-${i}`;
      await scene.ask('tools/call');
      expect(scene.view()).toMatchObject({ state: 'more-rights', wanted: [wish] });
      expect((await scene.signIn()).ok).toBe(true);
    }
    wish = 'more-4';
    expect(await scene.ask('tools/call')).toMatchObject({
      failure: { message: expect.stringContaining('again and again') as string },
    });
    expect(scene.view()).not.toMatchObject({ state: 'more-rights' });
  });
});
