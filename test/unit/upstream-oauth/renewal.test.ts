import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OAuthServer, startOAuthServer } from '../../fixtures/oauth-server.ts';
import { ID, memoryStore, signInScene } from '../../fixtures/oauth-scene.ts';

let oauth: OAuthServer;
let scene: ReturnType<typeof signInScene>;
let clock = 0;
const now = (): number => Date.now() + clock;

beforeEach(async () => {
  clock = 0;
  oauth = await startOAuthServer();
  scene = signInScene(oauth.url, { now });
  expect((await scene.signIn()).ok).toBe(true);
});
afterEach(async () => {
  await scene.close();
  await oauth.close();
});

const renewals = () =>
  oauth.asked('/token').filter(({ body }) => new URLSearchParams(body).get('grant_type') === 'refresh_token');
const stored = () => scene.store.records.get(ID);
const many = (n: number) => Promise.all(Array.from({ length: n }, () => scene.ask('tools/call')));

describe('a token that has run out', () => {
  it('is renewed once for a hundred calls that are refused with it, and all succeed', async () => {
    oauth.expireAll();
    const outcomes = await many(100);
    expect(outcomes.filter((outcome) => !('answer' in outcome))).toEqual([]);
    expect(renewals()).toHaveLength(1);
  });

  it('is renewed once before a hundred calls are sent', async () => {
    clock = 3600_000;
    const before = oauth.asked('/mcp').length;
    const outcomes = await many(100);
    expect(outcomes.filter((outcome) => !('answer' in outcome))).toEqual([]);
    expect(renewals()).toHaveLength(1);
    expect(oauth.asked('/mcp').length - before).toBe(100);
  });

  it('is renewed shortly before its end', async () => {
    clock = 3600_000 - 10_000;
    expect(await scene.ask()).toHaveProperty('answer');
    expect(renewals()).toHaveLength(1);
  });

  it('is used no more once the new one is there, whenever the refusal arrives', async () => {
    oauth.expireAll();
    await scene.ask();
    const [first, second] = oauth.access.keys();
    oauth.access.set(first ?? '', { scopes: [], until: 0 });
    await many(5);
    expect(renewals()).toHaveLength(1);
    expect(oauth.asked('/mcp').at(-1)?.headers.authorization).toBe(`Bearer ${second ?? ''}`);
  });
});

describe('a renewed token', () => {
  it('is on disk, with its new refresh token, before it is used', async () => {
    oauth.expireAll();
    let savedAtUse: string | undefined;
    oauth.traps.answer = ({ path, headers }) => {
      const [fresh, token] = [...oauth.access].at(-1) ?? [];
      if (path === '/mcp' && token?.until !== 0 && headers.authorization === `Bearer ${fresh}`)
        savedAtUse ??= stored()?.tokens?.access;
      return false;
    };
    await scene.ask();
    const fresh = [...oauth.access.keys()].at(-1);
    expect(savedAtUse).toBe(fresh);
    expect(stored()?.tokens?.refresh).toBe([...oauth.refresh.keys()].at(-1));
  });

  it('serves after a kill between its rotation and its use', async () => {
    oauth.expireAll();
    // Everything after the write is lost: the process is gone, and what is on disk is all there is.
    const { promise: written, resolve } = Promise.withResolvers<void>();
    const { store } = scene;
    const save = store.save.bind(store);
    store.save = (id, record) => {
      const done = save(id, record);
      resolve();
      return done;
    };
    const call = scene.ask();
    await written;
    const survivor = signInScene(oauth.url, { now, store: memoryStore(structuredClone(store.records)) });
    oauth.expireAll();
    expect(await survivor.ask()).toHaveProperty('answer');
    expect(renewals()).toHaveLength(2);
    await call;
    await survivor.close();
  });

  it('is not used while it cannot be written, and not lost either', async () => {
    oauth.expireAll();
    scene.store.full = true;
    const used = () =>
      oauth.asked('/mcp').filter(({ headers }) => headers.authorization?.includes(fresh() ?? '-'));
    const fresh = () => [...oauth.access.keys()].at(-1);
    expect(await scene.ask()).toMatchObject({
      failure: { message: expect.stringContaining('could not be saved') as string },
    });
    expect(await scene.ask()).toHaveProperty('failure');
    expect(used()).toEqual([]);
    scene.store.full = false;
    expect(await scene.ask()).toHaveProperty('answer');
    expect(renewals()).toHaveLength(1);
    expect(stored()?.tokens?.access).toBe(fresh());
  });

  it('that is refused too is not renewed again and again', async () => {
    oauth.expireAll();
    oauth.traps.answer = ({ path }, response) => {
      if (path === '/mcp') response.writeHead(401).end();
      return path === '/mcp';
    };
    for (let i = 0; i < 5; i++)
      expect(await scene.ask()).toMatchObject({
        failure: { message: expect.stringContaining('does not accept the present sign-in') as string },
      });
    expect(renewals()).toHaveLength(1);
    expect(scene.view()).toMatchObject({ state: 'needed' });
    delete oauth.traps.answer;
    expect(await scene.ask()).toHaveProperty('answer');
    expect(scene.view()).toMatchObject({ state: 'signed-in' });
  });
});

describe('a renewal that fails', () => {
  it('signs out when the grant counts no more, and says so after a restart, too', async () => {
    oauth.revokeAll();
    const sentence =
      '"notes" signed you out. Its calls are refused until you sign in (in a terminal: doorward server login notes).';
    expect(await scene.ask()).toMatchObject({ failure: { code: 'unauthorized', message: sentence } });
    expect(scene.view()).toEqual({ state: 'needed', sentence });
    const asked = oauth.seen.length;
    expect(await scene.ask()).toMatchObject({ failure: { message: sentence } });
    // Refused here; the server hears nothing of it.
    expect(oauth.seen).toHaveLength(asked);
    expect(stored()).toMatchObject({ ended: true });
    expect(stored()).not.toHaveProperty('tokens');

    const again = signInScene(oauth.url, { now, store: memoryStore(scene.store.records) });
    expect(again.view()).toEqual({ state: 'needed', sentence });
    expect((await again.signIn()).ok).toBe(true);
    expect(await again.ask()).toHaveProperty('answer');
    // The registration still counts.
    expect(oauth.asked('/register')).toHaveLength(1);
    await again.close();
  });

  it('keeps the tokens while the network is broken', async () => {
    oauth.expireAll();
    oauth.traps.answer = ({ path }, response) => {
      if (path === '/token') response.destroy();
      return path === '/token';
    };
    const before = stored();
    expect(await scene.ask()).toMatchObject({
      failure: { message: expect.stringContaining('could not be renewed') as string },
    });
    expect(stored()).toEqual(before);
    expect(scene.view().state).toBe('signed-in');
    delete oauth.traps.answer;
    clock += 6000;
    expect(await scene.ask()).toHaveProperty('answer');
  });

  it.each([
    [500, 'server_error'],
    [503, 'temporarily_unavailable'],
    [429, 'slow_down'],
  ])('keeps the tokens after HTTP %d', async (status, error) => {
    oauth.expireAll();
    oauth.traps.tokenError = { status, error };
    expect(await scene.ask()).toHaveProperty('failure');
    expect(stored()?.tokens).toBeDefined();
  });

  it('is not repeated for every call of a crowd', async () => {
    clock = 3600_000;
    oauth.traps.tokenError = { status: 500, error: 'server_error' };
    await many(20);
    await many(20);
    expect(renewals()).toHaveLength(1);
  });

  it('lets a token serve on that has not run out yet', async () => {
    clock = 3600_000 - 10_000;
    oauth.traps.tokenError = { status: 500, error: 'server_error' };
    expect(await scene.ask()).toHaveProperty('answer');
  });

  it('forgets a registration that counts no more', async () => {
    oauth.expireAll();
    oauth.traps.tokenError = { status: 401, error: 'invalid_client' };
    expect(await scene.ask()).toHaveProperty('failure');
    delete oauth.traps.tokenError;
    expect((await scene.signIn()).ok).toBe(true);
    expect(oauth.asked('/register')).toHaveLength(2);
  });
});

describe('signing out', () => {
  it('forgets everything here and tells the other side', async () => {
    const refresh = stored()?.tokens?.refresh;
    expect(await scene.signIns.signOut(ID, scene.launch)).toEqual({ ok: true, value: { state: 'none' } });
    expect(scene.store.records.size).toBe(0);
    expect(new URLSearchParams(oauth.asked('/revoke')[0]?.body).get('token')).toBe(refresh);
    expect(await scene.ask()).toHaveProperty('failure');
    expect(oauth.asked('/mcp').at(-1)?.headers.authorization).toBeUndefined();
  });

  it('is not undone by a renewal that was on its way', async () => {
    oauth.expireAll();
    const { promise: asked, resolve: begin } = Promise.withResolvers<void>();
    const { promise: go, resolve: answer } = Promise.withResolvers<void>();
    oauth.traps.answer = ({ path }, response) => {
      if (path !== '/token') return false;
      begin();
      void go.then(() =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ access_token: 'late', token_type: 'Bearer', refresh_token: 'later' })),
      );
      return true;
    };
    const call = scene.ask();
    await asked;
    await scene.signIns.signOut(ID, scene.launch);
    answer();
    expect(await call).toHaveProperty('failure');
    expect(scene.store.records.size).toBe(0);
    expect(oauth.seen.map(({ headers }) => headers.authorization)).not.toContain('Bearer late');
  });

  it('ends a sign-in that is on its way', async () => {
    scene.setBrowser(async (page) => {
      await scene.signIns.signOut(ID, scene.launch);
      return fetch(page).catch(() => undefined);
    });
    expect(await scene.signIn()).toMatchObject({ ok: false, code: 'stopped' });
    expect(scene.store.records.get(ID)?.tokens).toBeUndefined();
  });

  it('keeps it while the vault is shut, and says so', async () => {
    scene.store.shut = 'The vault is locked.';
    expect(await scene.signIns.signOut(ID, scene.launch)).toMatchObject({ ok: false, code: 'locked' });
    scene.store.shut = undefined;
    expect(await scene.ask()).toHaveProperty('answer');
  });
});

it('gives the tokens of one address to no other server of the same name', async () => {
  const other = await startOAuthServer();
  const elsewhere = signInScene(other.url, { now, store: scene.store });
  expect(elsewhere.view()).toEqual({ state: 'none' });
  await elsewhere.ask();
  expect(other.asked('/mcp')[0]?.headers.authorization).toBeUndefined();
  await elsewhere.close();
  await other.close();
});
