import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost, type TestHost } from '../fixtures/host.ts';

// Attack: an AI app reaches what its role does not show it, by a name it knows from elsewhere.

const server = fileURLToPath(
  new URL('../../node_modules/@modelcontextprotocol/server-filesystem/dist/index.js', import.meta.url),
);
let host: TestHost;
let folder: string;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-roles-'));
  mkdirSync(join(folder, 'a'));
  host = await startHost();
  await host.must(['server', 'add', 'files', '--', process.execPath, server, folder]);
  await host.must(['server', 'inspect', 'files']);
  await host.must(['server', 'approve', 'files']);
  const added = await host.must(['client', 'add', 'Research', '--role', 'research-read-only']);
  ({ token } = added as { token: string });
}, 240_000);
afterAll(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(path: string): Promise<Client> {
  const client = new Client({ name: 'research', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${host.url}${path}`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return client;
}

describe.each([
  ['all servers together', '/mcp', 'files__'],
  ['one server', '/mcp/s/files', ''],
])('an app that may only read, at the endpoint of %s', (_what, path, prefix) => {
  it('is listed what reads, and what writes does not exist for it', async () => {
    const client = await connect(path);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain(`${prefix}list_directory`);
    for (const hidden of ['write_file', 'edit_file', 'move_file', 'create_directory']) {
      expect(names).not.toContain(`${prefix}${hidden}`);
      const args = { path: join(folder, 'made'), content: 'x', edits: [], source: 'a', destination: 'b' };
      await expect(client.callTool({ name: `${prefix}${hidden}`, arguments: args })).rejects.toMatchObject({
        code: -32602,
      });
    }
    const read = await client.callTool({ name: `${prefix}list_directory`, arguments: { path: folder } });
    expect(JSON.stringify(read.content)).toContain('a');
    await client.close();
  }, 240_000);
});

it('sees the rest at once when it is given another role', async () => {
  const client = await connect('/mcp');
  expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain('files__write_file');
  await host.must(['client', 'role', 'Research', 'default']);
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('files__write_file');
  await host.must(['client', 'role', 'Research', 'research-read-only']);
  await client.close();
}, 240_000);
