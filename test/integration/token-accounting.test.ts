import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineFactory } from '../../electron/host/engine.ts';
import type { Host } from '../../electron/host/host.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { BridgeInput, BridgeOutput, HostCommand } from '../../shared/ipc/window.ts';
import type { TokenReport } from '../../shared/model/tokens.ts';
import { testProfile, WINDOW } from '../fixtures/host-in-process.ts';

// What an AI app is given on a real host stands in the Report, in tokens: lists on both addresses, answers, and what was
// left out of lists. It is there after a restart, and nothing but ids, days and numbers is kept of it.

const SERVER = fileURLToPath(new URL('../fixtures/listed-server.mjs', import.meta.url));
const TOOLS = Array.from({ length: 45 }, (_, i) => ({
  name: `report_part_${i}`,
  description: `Gives part ${i} of the quarterly report as plain text, with its tables and without its pictures.`,
  inputSchema: { type: 'object', properties: { year: { type: 'integer' }, quarter: { type: 'integer' } } },
}));

describe('what AI apps are given, in tokens', () => {
  const profile = testProfile();
  let host: Host;
  let token: string;
  const open = async (): Promise<void> => {
    const started = await profile.start({
      engine: engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env }),
    });
    if (!started.ok) throw new Error(started.message);
    host = started.value;
  };
  const must = async <N extends HostCommand>(name: N, input: BridgeInput<N>): Promise<BridgeOutput<N>> => {
    const result = await host.run(name, input, WINDOW);
    if (!result.ok) throw new Error(`${name}: ${result.message}`);
    return result.value as BridgeOutput<N>;
  };
  const connected = async (path = ''): Promise<Client> => {
    const client = new Client({ name: 'app', version: '1' });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${host.url}${path}`), {
        requestInit: { headers: { authorization: `Bearer ${token}` } },
      }),
    );
    return client;
  };
  const tokens = async (): Promise<TokenReport> => (await must('log.report', {})).tokens;

  beforeAll(async () => {
    await open();
    const list = join(profile.home, 'reports.json');
    writeFileSync(list, JSON.stringify(TOOLS));
    await must('server.add', {
      id: 'reports',
      launch: {
        transport: 'stdio',
        command: process.execPath,
        args: [SERVER, list, join(profile.home, 'calls')],
        env: {},
      },
    });
    await must('server.inspect', { id: 'reports' });
    await must('server.approve', { id: 'reports', all: true });
    await must('rule.add', { action: 'allow', server: 'reports', kind: 'tool' });
    ({ token } = await must('client.add', { name: 'Cursor' }));
  });
  afterAll(() => profile.remove());

  it('counts lists and answers, and what is left out of lists', async () => {
    const client = await connected();
    const listed = await client.listTools();
    const first = await tokens();
    const counted = countTokens(JSON.stringify(listed.tools));
    expect(Math.abs(first.now.lists / counted - 1)).toBeLessThan(0.2);
    expect(first.now).toMatchObject({ answers: 0, savedLists: 0 });
    expect(first.apps).toMatchObject([{ name: 'Cursor', lists: first.now.lists, before: 0 }]);

    await client.callTool({ name: 'reports__report_part_7', arguments: { year: 2026 } });
    const called = await tokens();
    expect(called.now.answers).toBeGreaterThan(5);
    expect(called.now.lists).toBe(first.now.lists);

    expect(await must('client.listed', { client: 'Cursor' })).toMatchObject([
      { app: 'cursor', listed: 45, callable: 45, warnings: [{ kind: 'tools', most: 40, given: 45 }] },
    ]);
    const { checks } = await must('doctor', {});
    expect(checks.find(({ name }) => name === 'app cursor')).toMatchObject({
      state: 'warn',
      todo: expect.stringContaining('doorward client tools "Cursor" on-demand'),
    });

    await must('client.tools', { client: 'Cursor', mode: 'on-demand', tools: [] });
    expect((await client.listTools()).tools).toHaveLength(3);
    const lean = await tokens();
    expect(lean.now.savedLists).toBeGreaterThan(counted / 2);
    expect(lean.now.lists - called.now.lists).toBeLessThan(counted / 3);
    await client.callTool({ name: 'find_tools', arguments: { query: 'quarterly report' } });
    const found = await tokens();
    expect(found.now.answers).toBeGreaterThan(called.now.answers + 50);
    await client.close();
    expect(await must('client.listed', {})).toMatchObject([
      { name: 'Cursor', listed: 3, callable: 45, warnings: [] },
    ]);

    const one = await connected('/s/reports');
    await one.listTools();
    expect((await tokens()).now.lists).toBeGreaterThan(found.now.lists + counted / 2);
    await one.close();
  });

  it('is in the files of the report, as what it is: about', async () => {
    const { text = '' } = await must('log.report', { format: 'csv' });
    expect(text).toContain('What it cost in tokens, about');
    expect(text).toMatch(/Cursor,\d+,0,\d+,\d+,\d+/);
  });

  it('is still there after a restart; ids, days and numbers are all that is kept', async () => {
    const before = await tokens();
    await host.close();
    const db = new DatabaseSync(profilePaths(profile.home, systemSurroundings(profile.home)).state);
    const rows = db.prepare('SELECT * FROM tokens').all();
    db.close();
    for (const row of rows)
      expect(Object.keys(row)).toEqual(['day', 'client', 'lists', 'answers', 'saved_lists', 'saved_answers']);
    expect(rows[0]?.['client']).toBe(before.apps[0]?.id);
    await open();
    expect(await tokens()).toEqual(before);
  });
});
