import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { appChecks, endpointCheck, tryEndpoint } from '../../../electron/host/doctor/chain-checks.ts';
import { type AppState, type AppView, appState } from '../../../shared/model/ai-app.ts';

const app = (state: AppState, more: Partial<AppView> = {}): AppView => ({
  id: 'cursor',
  title: 'Cursor',
  state,
  servers: [],
  bypasses: [],
  canConnect: true,
  canUndo: false,
  modes: ['one'],
  ways: ['bridge'],
  ...more,
});
const words = (view: AppView, clients: string[] = []) =>
  appChecks(view, new Set(clients)).map(({ state, sentence, todo }) => [state, sentence, todo ?? '']);

describe('an AI app in the chain', () => {
  it('says at every state what is wrong and what to do, and nothing of one that is not there', () => {
    for (const state of appState.options) {
      const found = words(app(state));
      if (state === 'absent' || state === 'found') expect(found).toEqual([]);
      else
        for (const [is, sentence, todo] of found) {
          expect(sentence).toContain('Cursor');
          expect(todo === '').toBe(is === 'ok');
        }
    }
  });

  it('counts what goes past Doorward', () => {
    const server = { key: 'a', name: 'a', words: 'npx a', state: 'direct' as const };
    expect(words(app('connected', { servers: [server, { ...server, key: 'b' }] }))).toEqual([
      ['ok', 'Cursor is connected.', ''],
      ['warn', 'Cursor reaches 2 servers past Doorward.', 'Run: doorward app connect cursor'],
    ]);
  });

  it('with a key that was taken back is broken, whatever its file says', () => {
    expect(words(app('connected', { client: 'gone' }), ['other'])).toEqual([
      ['bad', expect.stringContaining('does not count'), expect.stringContaining('app undo')],
    ]);
    expect(words(app('connected', { client: 'here' }), ['here'])[0]?.[0]).toBe('ok');
  });
});

describe('the endpoint in the chain', () => {
  async function answering(statuses: Readonly<Record<string, number>>) {
    const server = createServer((request, response) => {
      response.statusCode = statuses[request.url ?? ''] ?? 404;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/mcp`;
    const tried = await tryEndpoint(url);
    await new Promise((resolve) => server.close(resolve));
    return { tried, url };
  }

  it('is tried, and must let nobody in without a key', async () => {
    expect((await answering({ '/healthz': 200, '/mcp': 401 })).tried.ok).toBe(true);
    expect((await answering({ '/healthz': 200, '/mcp': 200 })).tried).toMatchObject({ code: 'open' });
    expect((await answering({ '/healthz': 503, '/mcp': 401 })).tried).toMatchObject({ code: 'unreachable' });
    const { url } = await answering({});
    const gone = await tryEndpoint(url);
    expect(gone).toMatchObject({ ok: false, code: 'unreachable' });
    expect(endpointCheck(url, gone)).toMatchObject({
      state: 'bad',
      todo: expect.stringContaining('Quit') as string,
    });
  });
});
