import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { allowedPlaces } from '../../electron/upstream/oauth/addresses.ts';
import { createWeb } from '../../electron/upstream/oauth/web.ts';
import { browse, type OAuthServer, type OAuthTraps, startOAuthServer } from '../fixtures/oauth-server.ts';
import { ID, signInScene } from '../fixtures/oauth-scene.ts';

// Attacks 26 and 27, and those of the OAuth security BCP on clients: everything a server says of its sign-in is hostile.

let oauth!: OAuthServer;
let scene!: ReturnType<typeof signInScene>;

/** Where nobody comes back in a way that counts: long enough for a busy machine to bring them there. */
const BRIEFLY = { patienceMs: 1500 };

async function open(traps: OAuthTraps, over: Parameters<typeof signInScene>[1] = {}): Promise<void> {
  oauth = await startOAuthServer(traps);
  scene = signInScene(oauth.url, { patienceMs: 60_000, ...over });
}

afterEach(async () => {
  await scene?.close();
  await oauth?.close();
});

const tokenRequests = () => oauth.asked('/token');
const refused = (pattern: RegExp) => ({ ok: false, message: expect.stringMatching(pattern) as string });

describe('the answer to a sign-in', () => {
  it.each([
    ['of another issuer (mix-up)', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    [
      'of the issuer written otherwise',
      (url: URL) => url.searchParams.set('iss', `${url.searchParams.get('iss') ?? ''}/`),
    ],
    ['without the issuer that was announced', (url: URL) => url.searchParams.delete('iss')],
    ['with two issuers', (url: URL) => url.searchParams.append('iss', 'https://evil.example')],
  ])('%s is refused before its code is shown to anybody', async (_name, redirect) => {
    await open({ redirect });
    expect(await scene.signIn()).toMatchObject(refused(/does not come from/));
    expect(tokenRequests()).toEqual([]);
    expect(scene.store.records.get(ID)?.tokens).toBeUndefined();
  });

  it('with an error of another issuer tells nothing of that error', async () => {
    await open({
      redirect(url) {
        url.search = new URLSearchParams({
          state: url.searchParams.get('state') ?? '',
          iss: 'https://evil.example',
          error: 'visit_evil_example_to_mend_this',
        }).toString();
      },
    });
    const result = await scene.signIn();
    expect(JSON.stringify(result)).not.toContain('visit_evil');
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'x')],
  ])('with %s does not count, and does not end the sign-in of the person', async (_name, redirect) => {
    await open({ redirect }, BRIEFLY);
    let page = '';
    scene.setBrowser(async (url) => {
      page = (await browse(url)).text;
    });
    expect(await scene.signIn()).toMatchObject({ ok: false, code: 'timeout' });
    expect(page).toContain('does not wait for this answer');
    expect(tokenRequests()).toEqual([]);
  });

  it('counts once: a code that comes again, or a second one, is not taken', async () => {
    await open({});
    const pages: string[] = [];
    scene.setBrowser(async (url) => {
      const first = await browse(url);
      pages.push(first.text);
      const again = await fetch(first.at).then(
        (answer) => answer.text(),
        () => 'nobody listens',
      );
      pages.push(again);
    });
    expect((await scene.signIn()).ok).toBe(true);
    expect(pages[0]).toContain('Doorward has the answer');
    expect(pages[1]).not.toContain('Doorward has the answer');
    expect(tokenRequests()).toHaveLength(1);
  });

  it('that another program slips in first, without the state, changes nothing', async () => {
    await open({});
    scene.setBrowser(async (url) => {
      const back = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
      for (const query of [
        '',
        '?code=evil',
        '?code=evil&state=',
        `?error=access_denied&state=${'A'.repeat(43)}`,
      ])
        expect((await fetch(`${back.href}${query}`)).status).toBe(400);
      expect((await fetch(new URL('/elsewhere', back))).status).toBe(404);
      expect((await fetch(back, { method: 'POST' })).status).toBe(404);
      await browse(url);
    });
    expect((await scene.signIn()).ok).toBe(true);
    expect(new URLSearchParams(tokenRequests()[0]?.body).get('code')).not.toBe('evil');
  });
});

describe('what a server says of where one signs in', () => {
  it.each<readonly [string, OAuthTraps, RegExp]>([
    [
      'another resource',
      { resource: { resource: 'https://evil.example/mcp' } },
      /another address than its own/,
    ],
    [
      'a resource beside its path',
      { resource: { resource: 'ORIGIN/mcp-evil' } },
      /another address than its own/,
    ],
    [
      'an issuer that calls itself another',
      { metadata: { issuer: 'https://evil.example' } },
      /may not be the one/,
    ],
    ['no PKCE', { metadata: { code_challenge_methods_supported: undefined } }, /stolen codes/],
    ['weak PKCE', { metadata: { code_challenge_methods_supported: ['plain'] } }, /stolen codes/],
    ['no codes', { metadata: { response_types_supported: ['token'] } }, /no sign-in that a program/],
    ['javascript:', { metadata: { authorization_endpoint: 'javascript:alert(1)' } }, /no web address/],
    ['file:', { metadata: { authorization_endpoint: 'file:///etc/passwd' } }, /no web address/],
    ['a program of the system', { metadata: { authorization_endpoint: 'ms-calc:' } }, /no web address/],
    [
      'user info',
      { metadata: { authorization_endpoint: 'https://good.example@evil.example/' } },
      /name before its host/,
    ],
    [
      'an unencrypted page',
      { metadata: { authorization_endpoint: 'http://login.example/' } },
      /not encrypted/,
    ],
    [
      'an unencrypted token endpoint',
      { metadata: { token_endpoint: 'http://login.example/token' } },
      /not encrypted/,
    ],
    [
      'a private token endpoint',
      { metadata: { token_endpoint: 'https://10.0.0.1/token' } },
      /private network/,
    ],
    [
      'a private address in disguise',
      { metadata: { token_endpoint: 'https://0xa000001/' } },
      /private network/,
    ],
    [
      'a mapped private address',
      { metadata: { token_endpoint: 'https://[::ffff:10.0.0.1]/' } },
      /private network/,
    ],
    [
      'the metadata of a cloud',
      { metadata: { registration_endpoint: 'https://169.254.169.254/' } },
      /surroundings/,
    ],
    [
      'a private authorization server',
      { resource: { authorization_servers: ['https://192.168.1.1'] } },
      /private network/,
    ],
    ['no address at all', { resource: { authorization_servers: ['not a url'] } }, /no address to sign in at/],
    ['nothing of use', { resource: { authorization_servers: 'x' } }, /not as it must be/],
    [
      'a challenge with a private address',
      { challenge: () => 'Bearer resource_metadata="https://10.1.2.3/x"' },
      /private network/,
    ],
    [
      'a challenge with no address',
      { challenge: () => 'Bearer resource_metadata="nonsense"' },
      /no address for its sign-in/,
    ],
  ])('%s is refused', async (_name, traps, pattern) => {
    await open(traps);
    if (traps.resource?.['resource'] === 'ORIGIN/mcp-evil')
      oauth.traps.resource = { resource: `${oauth.mcp}/mcp-evil` };
    expect(await scene.signIn()).toMatchObject(refused(pattern));
    expect(scene.pages).toEqual([]);
    expect(tokenRequests()).toEqual([]);
  });

  it('is asked at the endpoints of the issuer, and a code goes nowhere else', async () => {
    const thief = await startOAuthServer();
    await open({ metadata: { token_endpoint: `${thief.issuer}/token` } });
    // The metadata is the issuer's own word: it is followed, with the code bound to its page by PKCE and `iss`.
    await scene.signIn();
    expect(
      thief.asked('/token').map(({ body }) => new URLSearchParams(body).get('code_verifier')),
    ).toHaveLength(1);
    await thief.close();
    // A server that names that issuer, and adds an endpoint of its own in its resource metadata, adds nothing.
    oauth.traps.resource = { token_endpoint: 'https://evil.example/token' };
    delete oauth.traps.metadata;
    expect((await scene.signIn()).ok).toBe(true);
  });

  it.each([
    ['metadata of the server', '/.well-known/oauth-protected-resource/mcp'],
    ['metadata of the issuer', '/.well-known/oauth-authorization-server'],
    ['a registration', '/register'],
    ['tokens', '/token'],
  ])('%s: an endless answer is cut', async (_name, path) => {
    await open({
      answer(seen, response) {
        if (seen.path !== path) return false;
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
        return true;
      },
    });
    expect(await scene.signIn()).toMatchObject(refused(/more than 262144 bytes/));
  });

  it.each([
    ['metadata of the server', '/.well-known/oauth-protected-resource/mcp'],
    ['tokens', '/token'],
  ])('%s: an answer that never ends is given up', async (_name, path) => {
    await open(
      {
        answer(seen, response) {
          if (seen.path !== path) return false;
          response.writeHead(200, { 'content-type': 'application/json' }).write('{');
          return true;
        },
      },
      { timeoutMs: 50 },
    );
    expect(await scene.signIn()).toMatchObject(refused(/did not answer the sign-in in time/));
  });

  it.each([
    ['/.well-known/oauth-protected-resource/mcp', 302],
    ['/.well-known/oauth-authorization-server', 301],
    ['/register', 307],
    ['/token', 308],
  ])('%s: a redirect elsewhere is not followed', async (path, status) => {
    let visited = 0;
    const elsewhere = createServer((_request, response) => {
      visited++;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    await open({
      answer(seen, response) {
        if (seen.path !== path) return false;
        response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end();
        return true;
      },
    });
    expect(await scene.signIn()).toMatchObject(refused(/redirects the sign-in.*not followed/));
    expect(visited).toBe(0);
    elsewhere.close();
  });

  it('within its origin a page of metadata may be elsewhere', async () => {
    await open({
      answer({ path }, response) {
        if (path !== '/.well-known/oauth-authorization-server') return false;
        response.writeHead(302, { location: '/meta' }).end();
        return true;
      },
    });
    expect(await scene.signIn()).toMatchObject(refused(/does not say how one signs in/));
    expect(oauth.asked('/meta')).toHaveLength(1);
  });

  it.each([
    ['a token that ends the header', { access_token: 'x\r\nevil: 1', token_type: 'Bearer' }],
    ['a token with spaces', { access_token: 'a b', token_type: 'Bearer' }],
    ['no token', { token_type: 'Bearer' }],
    ['another kind of token', { access_token: 'x', token_type: 'DPoP' }],
    ['a list', []],
  ])('%s is no sign-in', async (_name, body) => {
    await open({
      answer(seen, response) {
        if (seen.path !== '/token') return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        return true;
      },
    });
    expect((await scene.signIn()).ok).toBe(false);
    expect(scene.store.records.get(ID)?.tokens).toBeUndefined();
  });

  it('its words reach a person only plain and short', async () => {
    const nasty = '\u001b[2J\u202e<b>' + 'x'.repeat(5000);
    await open({ metadata: { issuer: nasty.slice(0, 2000) } });
    const result = await scene.signIn();
    expect(!result.ok && result.message).not.toMatch(/[\p{Cc}\p{Cf}<]/u);
    expect(!result.ok && result.message.length).toBeLessThan(600);
  });
});

describe('names that resolve to places they should not', () => {
  const lookup = (address: string) => async () => [
    { address, family: address.includes(':') ? 6 : 4 } as const,
  ];

  it.each([
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    'fe80::1',
    '100.100.100.200',
    '::ffff:192.168.0.1',
    '64:ff9b::a00:1',
  ])('are not asked: %s', async (address) => {
    const web = createWeb({ env: {}, userAgent: 't', lookup: lookup(address) });
    const rules = { server: new URL('https://mcp.example/mcp'), allowed: allowedPlaces([]) };
    const asking = web.send(rules, new URL('https://login.example/token'));
    await expect(asking).rejects.toMatchObject({ kind: 'refused' });
    await expect(web.check(rules, new URL('https://login.example/authorize'))).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  it('are asked at the address that was judged, not at one that the name has a moment later', async () => {
    let asked = 0;
    const hits: string[] = [];
    const victim = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(victim, 'listening');
    const { port } = victim.address() as AddressInfo;
    // The first answers are public; then the name is this computer.
    const web = createWeb({
      env: {},
      userAgent: 't',
      timeoutMs: 500,
      lookup: async () => [{ address: ++asked < 2 ? '192.0.2.1' : '127.0.0.1', family: 4 }],
    });
    const rules = { server: new URL('https://mcp.example/mcp'), allowed: allowedPlaces([]) };
    await expect(web.send(rules, new URL(`https://login.example:${port}/`))).rejects.toBeInstanceOf(Error);
    expect(hits).toEqual([]);
    victim.close();
  });
});
