import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProfileWorld, type ProfileWorld } from '../fixtures/profile-world.ts';
import { until } from '../fixtures/process-facts.ts';

// Profiles of tools and the choices of roles, on a real host with real servers: what they take away is gone on every road.

let world: ProfileWorld;
let client: Client;
beforeAll(async () => {
  world = await openProfileWorld();
  await world.must('profile.add', { name: 'Work', tools: ['mail__*', 'files__read_file'] });
  await world.must('profile.add', { name: 'Home', tools: ['files__*'] });
  client = await world.connect();
  await until('all tools are listed', async () => (await names()).length === 4);
}, 240_000);
afterAll(() => world.close());

const names = async (from = client): Promise<string[]> =>
  (await from.listTools()).tools.map(({ name }) => name);
const ALL = ['files__read_file', 'files__write_file', 'mail__send_message', 'mail__search_inbox'];

describe('a profile that is in use', () => {
  it('takes away what is not in it at once, tells so, and keeps the order', async () => {
    expect(await names()).toEqual(ALL);
    let told = 0;
    client.setNotificationHandler('notifications/tools/list_changed', () => {
      told += 1;
    });
    await world.must('profile.use', { name: 'work' });
    expect(await names()).toEqual(['files__read_file', 'mail__send_message', 'mail__search_inbox']);
    await until('the app is told', () => told > 0);
    await expect(client.callTool({ name: 'files__write_file', arguments: {} })).rejects.toMatchObject({
      code: -32602,
    });
    expect(world.asked('files')).toEqual([]);
    expect((await client.callTool({ name: 'files__read_file', arguments: {} })).content).toEqual([
      { type: 'text', text: 'done read_file' },
    ]);
  });

  it('of which a server has no tool is without that server: prompts, resources and its own address', async () => {
    const direct = await world.connect('/s/mail');
    await world.must('profile.use', { name: 'Home' });
    expect(await names()).toEqual(['files__read_file', 'files__write_file']);
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual(['files__hello']);
    expect((await client.listResources()).resources.map(({ uri }) => uri)).toEqual(['memo://files/one']);
    const before = world.asked('mail');
    for (const refused of [
      () => client.callTool({ name: 'mail__send_message', arguments: {} }),
      () => client.getPrompt({ name: 'mail__hello' }),
      () => client.readResource({ uri: 'doorward+mail:memo://mail/one' }),
      () => direct.listTools(),
      () => direct.getPrompt({ name: 'hello' }),
      () => direct.readResource({ uri: 'memo://mail/one' }),
      () => world.connect('/s/mail'),
    ])
      await expect(refused()).rejects.toThrow();
    const call = await direct
      .callTool({ name: 'send_message', arguments: {} })
      .catch((error: unknown) => error);
    expect(JSON.stringify(call instanceof Error ? call.message : call)).toContain('There is no server');
    expect(world.asked('mail')).toEqual(before);
  });

  it('bounds single tools on the address of one server as well', async () => {
    await world.must('profile.use', { name: 'Work' });
    const direct = await world.connect('/s/files');
    expect(await names(direct)).toEqual(['read_file']);
    await expect(direct.callTool({ name: 'write_file', arguments: {} })).rejects.toThrow(/Unknown tool/);
    let told = 0;
    direct.setNotificationHandler('notifications/tools/list_changed', () => {
      told += 1;
    });
    await world.must('profile.use', { name: 'Home' });
    await until('the app is told', () => told > 0);
    expect(await names(direct)).toEqual(['read_file', 'write_file']);
    await world.must('profile.use', { name: 'Work' });
  });

  it('counts beside the choice of the app: on demand finds and calls nothing else', async () => {
    await world.must('client.tools', { client: 'Claude', mode: 'on-demand', tools: [] });
    const said = async (name: string, args: Record<string, unknown>): Promise<string> =>
      JSON.stringify(await client.callTool({ name, arguments: args }).catch(String));
    expect(await said('find_tools', { query: 'write a file' })).not.toContain('write_file');
    expect(await said('describe_tool', { name: 'files__write_file' })).toContain('Unknown tool');
    expect(await said('call_tool', { name: 'files__write_file', arguments: {} })).toContain('Unknown tool');
    expect(await said('call_tool', { name: 'files__read_file', arguments: {} })).toContain('done read_file');
    await world.must('client.tools', { client: 'Claude', mode: 'chosen', tools: ['files__*'] });
    expect(await names()).toEqual(['files__read_file']);
    expect(world.asked('files')).not.toContain('write_file');
    await world.must('client.tools', { client: 'Claude', mode: 'role', tools: [] });
  });

  it('gives everything back when none is used', async () => {
    await world.must('profile.use', {});
    expect(await names()).toEqual(ALL);
  });
});

describe('a call that waits', () => {
  it('is not sent when its tool was taken away meanwhile', async () => {
    await world.must('rule.add', { action: 'ask', server: 'mail', tool: 'send_message', kind: 'tool' });
    const call = client.callTool({ name: 'mail__send_message', arguments: {} }).catch(String);
    const pending = async () => (await world.must('approval.list', {})).pending;
    await until('somebody is asked', async () => (await pending()).length > 0);
    await world.must('profile.use', { name: 'Home' });
    await world.must('approval.allow', { id: (await pending())[0]?.id ?? '' });
    expect(JSON.stringify(await call)).toMatch(/not there for this AI app|Unknown tool/);
    await world.must('profile.use', {});
    const other = client.callTool({ name: 'mail__send_message', arguments: {} }).catch(String);
    await until('somebody is asked', async () => (await pending()).length > 0);
    await world.must('profile.tools', { name: 'Work', tools: ['mail__search_inbox'] });
    await world.must('profile.use', { name: 'Work' });
    await world.must('approval.allow', { id: (await pending())[0]?.id ?? '' });
    expect(JSON.stringify(await other)).toContain('Unknown tool');
    expect(world.asked('mail')).not.toContain('send_message');
    await world.must('profile.use', {});
  });
});

describe('what a role is listed', () => {
  it('counts for its apps without a choice of their own, and theirs before it', async () => {
    await world.must('role.tools', { role: 'default', mode: 'chosen', tools: ['mail__*'] });
    expect(await names()).toEqual(['mail__send_message', 'mail__search_inbox']);
    await expect(client.callTool({ name: 'files__read_file', arguments: {} })).rejects.toThrow(
      /Unknown tool/,
    );
    const [seen] = await world.must('client.list', {});
    expect([seen?.tools, seen?.roleTools]).toEqual([undefined, { mode: 'chosen', tools: ['mail__*'] }]);
    await world.must('client.tools', { client: 'Claude', mode: 'chosen', tools: ['files__read_file'] });
    expect(await names()).toEqual(['files__read_file']);
    await world.must('client.tools', { client: 'Claude', mode: 'role', tools: [] });
    await world.must('role.tools', { role: 'default', mode: 'on-demand', tools: [] });
    expect(await names()).toEqual(['find_tools', 'describe_tool', 'call_tool']);
    await world.must('role.tools', { role: 'default', mode: 'all', tools: [] });
    expect(await names()).toEqual(ALL);
  });
});
