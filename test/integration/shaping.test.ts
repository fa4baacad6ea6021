import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '@modelcontextprotocol/client';
import { NO_SHAPING } from '../../shared/model/shaping.ts';
import { handleIn, readAll, shapingScene, type ShapingScene, texts } from '../fixtures/shaping-scene.ts';
import { WINDOW } from '../fixtures/host-in-process.ts';
import { until } from '../fixtures/process-facts.ts';

// Smaller answers on a real host with a real server on standard input and output.

const ROWS = Array.from({ length: 40 }, (_, id) => ({ id, name: `file ${id}.txt`, owner: null, tags: [] }));
const PAGE = `<html><head><style>p{}</style><script>let a = 1</script></head><body><h1>Prices</h1>${'<p class="text text-sm" data-id="a1b2c3">A <b>good</b> one &amp; cheap.</p>'.repeat(30)}</body></html>`;
const LONG = Array.from({ length: 900 }, (_, n) => `Line ${n} of a long report, with — some 😀 words.`).join(
  '\n',
);
const BIG_NUMBER = `{"content":[{"type":"text","text":${JSON.stringify(JSON.stringify(ROWS))}}],"structuredContent":{"rows":[123456789012345678901234567890, null,  1.0]}}`;

describe('smaller answers', () => {
  let scene: ShapingScene;
  let client: Client;
  let token: string;
  const names = async (): Promise<string[]> => (await client.listTools()).tools.map(({ name }) => name);

  beforeAll(async () => {
    scene = await shapingScene();
    await scene.server('pages');
    scene.answer('rows', texts(JSON.stringify(ROWS)));
    scene.answer('page', texts(PAGE));
    scene.answer('long', texts(LONG));
    scene.answer('failed', { ...texts(PAGE), isError: true });
    scene.answer('typed', BIG_NUMBER);
    token = await scene.app('Claude');
    client = await scene.client(token);
  });
  afterAll(() => scene.remove());

  it('are off until a person chooses them', async () => {
    expect(await scene.must('server.shaping', { server: 'pages' })).toEqual({ server: 'pages', tools: [] });
    for (const [name, text] of [
      ['rows', JSON.stringify(ROWS)],
      ['page', PAGE],
      ['long', LONG],
    ] as const)
      expect(await scene.say(client, 'pages__get', { name })).toEqual(texts(text));
    expect(await names()).toEqual(['pages__get', 'pages__typed', 'pages__read_more']);
  });

  it('are chosen for a server and for a tool, and shown', async () => {
    let told = 0;
    client.setNotificationHandler('notifications/tools/list_changed', () => {
      told += 1;
    });
    await scene.must('server.shape', { server: 'pages', shaping: 'good' });
    await until('the app is told that its list is another', () => Promise.resolve(told > 0));
    await scene.must('server.shape', { server: 'pages', tool: 'read_more', shaping: 'off' });
    const view = await scene.must('server.shaping', { server: 'pages' });
    expect(view.usual).toMatchObject({ nulls: true, tables: true, budget: 10_000 });
    expect(view.tools).toEqual([
      { tool: 'read_more', shaping: expect.objectContaining({ nulls: false }) as unknown },
    ]);
    await scene.must('server.shape', { server: 'pages', tool: 'read_more', shaping: 'usual' });
    expect((await scene.must('server.shaping', { server: 'pages' })).tools).toEqual([]);
    expect(await scene.host.run('server.shape', { server: 'gone', shaping: 'good' }, WINDOW)).toMatchObject({
      ok: false,
      code: 'unknown',
    });
  });

  it('are smaller, and say what was done', async () => {
    const rows = await scene.say(client, 'pages__get', { name: 'rows' });
    const page = await scene.say(client, 'pages__get', { name: 'page' });
    const all = JSON.stringify([rows, page]);
    expect(JSON.stringify(rows).length).toBeLessThan(0.7 * JSON.stringify(ROWS).length);
    expect(JSON.stringify(page).length).toBeLessThan(0.8 * PAGE.length);
    expect(all).toContain('file 39.txt');
    expect(all).toContain('# Prices');
    expect(all).not.toContain('let a = 1');
    await until('the log has it', async () => {
      const [last] = await scene.must('log.list', { limit: 1 });
      if (last?.outcome !== 'ok') return false;
      const legs = await scene.must('log.show', { call: last.call });
      const context = JSON.parse(legs.find(({ leg }) => leg === 'answered')?.context ?? '{}') as {
        shaped?: { from: number; to: number };
      };
      return context.shaped !== undefined && context.shaped.to < context.shaped.from;
    });
  });

  it('leave errors alone, and structured content that has a schema to the byte', async () => {
    expect(await scene.say(client, 'pages__get', { name: 'failed' })).toEqual({
      ...texts(PAGE),
      isError: true,
    });
    const raw = await fetch(`${scene.host.url}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-session-id': (client.transport as { sessionId?: string }).sessionId ?? '',
        'mcp-protocol-version': '2025-11-25',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 77,
        method: 'tools/call',
        params: { name: 'pages__typed', arguments: { name: 'typed' } },
      }),
    });
    const body = await raw.text();
    expect(body).toContain('"structuredContent":{"rows":[123456789012345678901234567890, null,  1.0]}');
  });

  it('are cut for an app that has been listed how to read on, which gives everything back', async () => {
    await scene.must('server.shape', { server: 'pages', shaping: { ...NO_SHAPING, budget: 500 } });
    // Until it has asked for the list again it could not read on, so nothing is cut.
    expect(await scene.say(client, 'pages__get', { name: 'long' })).toEqual(texts(LONG));
    expect(await names()).toEqual(['read_more', 'pages__get', 'pages__typed', 'pages__read_more']);
    const cut = await scene.say(client, 'pages__get', { name: 'long' });
    const text = cut.content[0]?.text ?? '';
    const at = handleIn(cut);
    expect(cut.content).toHaveLength(1);
    expect(text.length).toBeLessThan(3000);
    expect(text.slice(0, at.from)).toBe(LONG.slice(0, at.from));
    expect(text.slice(0, at.from) + (await readAll(scene, client, at))).toBe(LONG);
    expect(await readAll(scene, client, { handle: at.handle, from: 0 }, 77)).toBe(LONG);
  });

  it('are on record also where they are read on', async () => {
    const at = handleIn(await scene.say(client, 'pages__get', { name: 'long' }));
    await scene.say(client, 'read_more', at);
    await scene.say(client, 'read_more', { handle: 'AAAAAAAAAAAA' });
    await until('both are in the log', async () => {
      const [guessed, read] = await scene.must('log.list', { limit: 2 });
      return (
        [guessed, read].every((call) => call?.name === 'read_more') &&
        guessed?.outcome === 'tool-error' &&
        read?.outcome === 'ok' &&
        read.server === 'pages'
      );
    });
  });

  it('are not cut on the address of one server, which stays as it is', async () => {
    const one = await scene.client(token, 'pages');
    expect((await one.listTools()).tools.map(({ name }) => name)).toEqual(['get', 'typed', 'read_more']);
    expect(await scene.say(one, 'get', { name: 'long' })).toEqual(texts(LONG));
    // A tool of a server that has the same name is that tool, here and under its own name among all.
    expect(await scene.say(one, 'read_more', { name: 'rows' })).toEqual(texts(JSON.stringify(ROWS)));
    expect(await scene.say(client, 'pages__read_more', { name: 'failed' })).toEqual({
      ...texts(PAGE),
      isError: true,
    });
  });

  it('tell what is wrong with a call in a sentence', async () => {
    const { handle } = handleIn(await scene.say(client, 'pages__get', { name: 'long' }));
    for (const [args, sentence] of [
      [{}, 'Give the handle'],
      [{ handle: 7 }, 'Give the handle'],
      [{ handle: 'AAAAAAAAAAAA' }, 'no text behind this handle'],
      [{ handle, from: -1 }, '"from" is a whole number'],
      [{ handle, from: 1.5 }, '"from" is a whole number'],
      [{ handle, from: LONG.length }, 'There is nothing at'],
      [{ handle, tokens: 0 }, '"tokens" is a whole number'],
      [{ handle, tokens: 1e9 }, '"tokens" is a whole number'],
    ] as const)
      expect(await scene.say(client, 'read_more', args), JSON.stringify(args)).toEqual({
        content: [{ type: 'text', text: expect.stringContaining(sentence) as string }],
        isError: true,
      });
  });

  it('are read on by an app that finds its tools on demand as well', async () => {
    await scene.must('client.tools', { client: 'Claude', mode: 'on-demand', tools: [] });
    expect(await names()).toEqual(['find_tools', 'describe_tool', 'call_tool', 'read_more']);
    const cut = await scene.say(client, 'call_tool', { name: 'pages__get', arguments: { name: 'long' } });
    const at = handleIn(cut);
    const rest = await readAll(scene, client, at);
    expect(LONG.endsWith(rest)).toBe(true);
    const through = await scene.say(client, 'call_tool', { name: 'read_more', arguments: at });
    expect(through.content[0]?.text).toBe(rest.slice(0, through.content[0]?.text.length));
    await scene.must('client.tools', { client: 'Claude', mode: 'all', tools: [] });
  });

  it('come whole again when they are switched off, and what was cut can still be read', async () => {
    const at = handleIn(await scene.say(client, 'pages__get', { name: 'long' }));
    await scene.must('server.shape', { server: 'pages', shaping: 'off' });
    expect(await names()).toEqual(['pages__get', 'pages__typed', 'pages__read_more']);
    expect(await scene.say(client, 'pages__get', { name: 'long' })).toEqual(texts(LONG));
    expect(LONG.endsWith(await readAll(scene, client, at))).toBe(true);
  });
});
