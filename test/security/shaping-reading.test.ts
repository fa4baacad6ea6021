import { randomBytes } from 'node:crypto';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Spool } from '../../electron/context/spool/spool.ts';
import { NO_SHAPING } from '../../shared/model/shaping.ts';
import { openRaw } from '../fixtures/raw-client.ts';
import { handleIn, readAll, shapingScene, type ShapingScene, texts } from '../fixtures/shaping-scene.ts';

// Attacks on what is kept to read on: by a handle of somebody else, after the server may not be used any more, and with so
// much of it that memory ends.

const LONG = Array.from({ length: 400 }, (_, n) => `Entry ${n} of the list.`).join('\n');
const UNKNOWN = expect.stringContaining('no text behind this handle') as string;
const refused = { content: [{ type: 'text', text: UNKNOWN }], isError: true };

describe('reading on', () => {
  let scene: ShapingScene;
  let mine: Client;
  let token: string;
  const cut = async (client: Client, server = 'pages') =>
    handleIn(await scene.say(client, `${server}__get`, { name: 'long' }));

  beforeAll(async () => {
    scene = await shapingScene();
    scene.answer('long', texts(LONG));
    for (const id of ['pages', 'other']) {
      await scene.server(id);
      await scene.must('server.shape', { server: id, shaping: { ...NO_SHAPING, budget: 200 } });
    }
    token = await scene.app('Claude');
    mine = await scene.client(token);
    await mine.listTools();
  });
  afterAll(() => scene.remove());

  it('is for the session that was given the handle, not for another app or another session of the same app', async () => {
    const at = await cut(mine);
    const stranger = await scene.client(await scene.app('Stranger'));
    const sibling = await scene.client(token);
    for (const client of [stranger, sibling]) {
      await client.listTools();
      expect(await scene.say(client, 'read_more', at)).toEqual(refused);
    }
    expect(LONG.endsWith(await readAll(scene, mine, at))).toBe(true);
  });

  it('is for the app that was given the handle where there are no sessions', async () => {
    const clients = await Promise.all(
      ['One', 'Two'].map(async (name) =>
        openRaw({ url: scene.host.url, token: await scene.app(name), era: 'stateless' }),
      ),
    );
    const [one, two] = clients;
    if (one === undefined || two === undefined) throw new Error('two clients');
    // Nothing is cut before it was listed how to read on.
    expect(await one.tool('pages__get', { name: 'long' })).toBe(LONG);
    for (const client of clients) expect((await client.request('tools/list')).text).toContain('"read_more"');
    const given = await one.tool('pages__get', { name: 'long' });
    const at = handleIn(texts(given));
    expect((await two.request('tools/call', { name: 'read_more', arguments: at })).result).toMatchObject(
      refused,
    );
    expect((await one.request('tools/call', { name: 'read_more', arguments: at })).result).toMatchObject({
      resultType: 'complete',
      content: [{ text: LONG.slice(at.from).slice(0, 20) }, {}].map(({ text }) =>
        text === undefined
          ? expect.anything()
          : { type: 'text', text: expect.stringContaining(text) as string },
      ),
    });
    for (const client of clients) client.close();
  });

  it('ends with the right to use the tool, the server, and the session', async () => {
    const from = { other: await cut(mine, 'other'), pages: await cut(mine) };
    await scene.must('client.tools', { client: 'Claude', mode: 'chosen', tools: ['pages__get'] });
    expect(await scene.say(mine, 'read_more', from.other)).toEqual(refused);
    await scene.must('client.tools', { client: 'Claude', mode: 'all', tools: [] });
    expect((await scene.say(mine, 'read_more', from.other)).isError).toBeUndefined();

    await scene.must('tool.block', { server: 'other', tool: 'get' });
    expect(await scene.say(mine, 'read_more', from.other)).toEqual(refused);
    await scene.must('server.disable', { id: 'pages' });
    await scene.must('server.enable', { id: 'pages' });
    // Switched on again, it begins anew.
    expect(await scene.say(mine, 'read_more', from.pages)).toEqual(refused);
    const at = await cut(mine);
    await scene.must('server.remove', { id: 'pages' });
    expect(await scene.say(mine, 'read_more', at)).toEqual(refused);
    await scene.server('pages');
    // Another server of the same name has nothing of what was chosen for the one before, nor of what that said.
    expect((await scene.must('server.shaping', { server: 'pages' })).usual).toBeUndefined();
    expect(await scene.say(mine, 'read_more', at)).toEqual(refused);
  });

  it('gives nothing while everything is blocked', async () => {
    await scene.must('server.shape', { server: 'pages', shaping: { ...NO_SHAPING, budget: 200 } });
    await mine.listTools();
    const at = await cut(mine);
    await scene.must('guard.block', {});
    expect((await scene.say(mine, 'read_more', at)).isError).toBe(true);
    await scene.must('guard.usual', {});
    expect((await scene.say(mine, 'read_more', at)).isError).toBeUndefined();
  });

  it('keeps structured content to the byte that a tool promises a form for, whatever was chosen', async () => {
    const structured = '{ "rows" : [ {"a":null,"n":123456789012345678901234567890,"u":"\\u0041"} , null ] }';
    scene.answer(
      'typed',
      `{"content":[{"type":"text","text":${JSON.stringify(LONG)}}],"structuredContent":${structured}}`,
    );
    await scene.must('server.shape', { server: 'pages', shaping: 'good' });
    const raw = await openRaw({ url: scene.host.url, token });
    const { text } = await raw.request('tools/call', { name: 'pages__typed', arguments: { name: 'typed' } });
    expect(text).toContain(`"structuredContent":${structured}`);
    raw.close();
  });
});

describe('what is kept to read on', () => {
  it('stays within 64 MiB when a thousand large answers are cut, and within 8 MiB for each session', () => {
    const spool = new Spool({ now: () => 0, random: randomBytes, after: () => () => undefined });
    const sessions = Array.from({ length: 40 }, () => ({}));
    const text = 'x'.repeat(512 * 1024);
    for (let n = 0; n < 1000; n++) {
      const owner = sessions[n % sessions.length] ?? {};
      spool.put(owner, { server: 'pages', tool: 'get', text, budget: 200, orders: false });
      expect(spool.bytes).toBeLessThanOrEqual(64 * 1024 ** 2);
    }
    const greedy = {};
    for (let n = 0; n < 100; n++)
      spool.put(greedy, { server: 'pages', tool: 'get', text, budget: 200, orders: false });
    // What one session has costs the others no more than its own 8 MiB.
    expect(spool.size).toBeLessThanOrEqual(128);
    expect(sessions.filter((session) => spool.has(session)).length).toBeGreaterThan(30);
    spool.forget(greedy);
    expect(spool.bytes).toBeLessThanOrEqual(57 * 1024 ** 2);
  });
});
