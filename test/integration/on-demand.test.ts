import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineFactory } from '../../electron/host/engine.ts';
import type { Host } from '../../electron/host/host.ts';
import type { BridgeInput, BridgeOutput, HostCommand } from '../../shared/ipc/window.ts';
import { testProfile, WINDOW } from '../fixtures/host-in-process.ts';
import { until } from '../fixtures/process-facts.ts';

// An AI app that finds its tools on demand, on a real host with real servers: it is listed three tools, finds the others,
// calls them through `call_tool`, and everything that holds for a call holds for these.

const SERVER = fileURLToPath(new URL('../fixtures/listed-server.mjs', import.meta.url));
const tool = (name: string, description: string, properties: object = {}) => ({
  name,
  description,
  inputSchema: { type: 'object', properties },
});
const MAIL = [
  tool('send_message', 'Sends an e-mail.', { to: { type: 'string' }, text: { type: 'string' } }),
  tool('search_inbox', 'Finds messages.', { words: { type: 'string' } }),
];
const FILES = [tool('read_file', 'Returns what a file holds.', { path: { type: 'string' } })];

describe('an AI app that finds its tools on demand', () => {
  const profile = testProfile();
  let host: Host;
  let client: Client;
  const must = async <N extends HostCommand>(name: N, input: BridgeInput<N>): Promise<BridgeOutput<N>> => {
    const result = await host.run(name, input, WINDOW);
    if (!result.ok) throw new Error(`${name}: ${result.message}`);
    return result.value as BridgeOutput<N>;
  };
  const record = (id: string): string => join(profile.home, `${id}.calls`);
  const called = (id: string): string[] =>
    existsSync(record(id))
      ? readFileSync(record(id), 'utf8')
          .split('\n')
          .filter((line) => line !== '' && line !== 'started')
      : [];
  const said = async (
    name: string,
    args: Record<string, unknown> = {},
  ): Promise<{ text: string; isError: boolean }> => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    return { text: (content as { text: string }[])[0]?.text ?? '', isError: isError === true };
  };
  const names = async (): Promise<string[]> => (await client.listTools()).tools.map(({ name }) => name);

  beforeAll(async () => {
    const started = await profile.start({
      engine: engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env }),
    });
    if (!started.ok) throw new Error(started.message);
    host = started.value;
    for (const [id, tools] of [
      ['mail', MAIL],
      ['files', FILES],
    ] as const) {
      const list = join(profile.home, `${id}.json`);
      writeFileSync(list, JSON.stringify(tools));
      const launch = {
        transport: 'stdio' as const,
        command: process.execPath,
        args: [SERVER, list, record(id)],
        env: {},
      };
      await must('server.add', { id, launch });
      await must('server.inspect', { id });
      await must('server.approve', { id, all: true });
      await must('rule.add', { action: 'allow', server: id, kind: 'tool' });
    }
    const { token } = await must('client.add', { name: 'Claude' });
    client = new Client({ name: 'app', version: '1' });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(host.url), {
        requestInit: { headers: { authorization: `Bearer ${token}` } },
      }),
    );
    expect(await names()).toHaveLength(3);
    await must('client.tools', { client: 'Claude', mode: 'on-demand', tools: ['files__*'] });
  });
  afterAll(async () => {
    await client.close();
    await profile.remove();
  });

  it('is listed the finders and its favourites', async () => {
    expect(await names()).toEqual(['find_tools', 'describe_tool', 'call_tool', 'files__read_file']);
  });

  it('finds a tool, reads its definition, and calls it under its own name', async () => {
    const found = await said('find_tools', { query: 'write an email' });
    expect(found.text).toMatch(/^- mail__send_message\(to, text\): Sends an e-mail\./);
    const described = await said('describe_tool', { name: 'mail__send_message' });
    expect(JSON.parse(described.text)).toEqual({ ...MAIL[0], name: 'mail__send_message' });
    const before = called('mail').length;
    const { text } = await said('call_tool', {
      name: 'mail__send_message',
      arguments: { to: 'ada', text: 'hi' },
    });
    expect(text).toBe('done');
    expect(called('mail').slice(before)).toEqual(['send_message']);
    await until('the log has it', async () => {
      const [last] = await must('log.list', { limit: 1 });
      return last?.server === 'mail' && last.name === 'send_message';
    });
  });

  it('is told what is wrong in a sentence, and nothing is sent', async () => {
    const before = [...called('mail'), ...called('files')];
    for (const [name, args, text] of [
      ['find_tools', {}, 'Say what you want to do'],
      ['find_tools', { query: 'mail', limit: 0 }, 'whole number'],
      ['find_tools', { query: 7 }, 'Say what you want'],
      ['describe_tool', { name: 'mail__gone' }, 'Unknown tool: mail__gone'],
      ['describe_tool', {}, 'Name the tool'],
      ['call_tool', {}, 'Name the tool'],
      ['call_tool', { name: 'mail__send_message', arguments: 'x' }, '"arguments" is an object'],
      ['call_tool', { name: 'call_tool', arguments: { name: 'mail__send_message' } }, 'not itself'],
    ] as const)
      expect(await said(name, args), name).toEqual({
        text: expect.stringContaining(text) as string,
        isError: true,
      });
    expect([...called('mail'), ...called('files')]).toEqual(before);
    expect((await said('find_tools', { query: 'quantum chromodynamics' })).text).toContain('No tool fits');
  });

  it('is asked about, refused and shown nothing through the finders that it would not be without them', async () => {
    const before = called('mail');
    await must('rule.add', { action: 'block', server: 'mail', tool: 'send_message', kind: 'tool' });
    const refused = await said('call_tool', { name: 'mail__send_message', arguments: {} });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('rule');
    await must('tool.block', { server: 'mail', tool: 'search_inbox' });
    expect((await said('find_tools', { query: 'search the inbox' })).text).not.toContain('search_inbox');
    expect((await said('describe_tool', { name: 'mail__search_inbox' })).isError).toBe(true);
    expect((await said('call_tool', { name: 'mail__search_inbox' })).isError).toBe(true);
    expect(called('mail')).toEqual(before);
  });

  it('calls its favourites and the others directly as well', async () => {
    const before = called('files').length;
    expect((await said('files__read_file', { path: 'a' })).text).toBe('done');
    expect(called('files').length).toBe(before + 1);
  });

  it('of which tools were chosen has these alone, on every address', async () => {
    const before = called('mail');
    await must('client.tools', { client: 'Claude', mode: 'chosen', tools: ['files__read_file'] });
    expect(await names()).toEqual(['files__read_file']);
    await expect(said('mail__send_message')).rejects.toThrow(/Unknown tool/);
    await expect(said('find_tools', { query: 'mail' })).rejects.toThrow(/Unknown tool/);
    const { token } = await must('client.rotate', { client: 'Claude' });
    const direct = new Client({ name: 'app', version: '1' });
    await direct.connect(
      new StreamableHTTPClientTransport(new URL(`${host.url}/s/mail`), {
        requestInit: { headers: { authorization: `Bearer ${token}` } },
      }),
    );
    expect((await direct.listTools()).tools).toEqual([]);
    await expect(direct.callTool({ name: 'send_message', arguments: {} })).rejects.toThrow(/Unknown tool/);
    await direct.close();
    expect(called('mail')).toEqual(before);
  });
});
