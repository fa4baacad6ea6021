import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { openRaw } from '../fixtures/raw-client.ts';

// Attacks 4 and 24: what was approved is exchanged on the disk. An approval is of the program and the script that a
// person looked at; another one is not started, and its server is unreviewed again.

const SCRIPT = `
import { createInterface } from 'node:readline';
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  const say = (result) => console.log(JSON.stringify({ jsonrpc: '2.0', id, result }));
  if (params?._meta?.['io.modelcontextprotocol/protocolVersion'])
    return console.log(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32601, message: 'no' } }));
  if (method === 'initialize')
    return say({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } });
  if (method === 'tools/list')
    return say({ tools: [{ name: 'read_file', description: 'Reads a file.', inputSchema: { type: 'object' } }] });
  say({ content: [{ type: 'text', text: 'VERSION' }] });
});
process.stdin.once('end', () => process.exit(0));
`;

let folder: string;
let host: TestHost;
let token: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-identity-'));
  host = await startHost();
  token = ((await host.must(['client', 'add', 'first'])) as { token: string }).token;
});
afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function add(...command: readonly string[]): Promise<void> {
  await host.must(['server', 'add', 'files', '--', ...command]);
  await host.must(['server', 'inspect', 'files']);
  await host.must(['server', 'approve', 'files']);
}

let sessions = 0;
/** A call in a session of its own, which has a process of its own. */
async function call(): Promise<string> {
  const capabilities = { experimental: { [`x${sessions++}`]: {} } };
  const client = await openRaw({ url: `${host.url}/mcp`, token, capabilities });
  try {
    return (await client.request('tools/call', { name: 'files__read_file', arguments: {} })).text;
  } finally {
    client.close();
  }
}
const show = async () => (await host.must(['server', 'show', 'files'])) as { state: string; note?: string };

test('a script that was exchanged is not run, and looking again is what helps', async () => {
  const script = join(folder, 'server.mjs');
  writeFileSync(script, SCRIPT.replace('VERSION', 'first'));
  await add(process.execPath, script);
  expect(await call()).toContain('"first"');
  writeFileSync(script, SCRIPT.replace('VERSION', 'second'));
  const refused = await call();
  expect(refused).not.toContain('second');
  expect(refused).toContain('is not what was approved any more');
  expect(await show()).toMatchObject({
    state: 'unreviewed',
    note: expect.stringContaining('A file of it has changed') as string,
  });
  expect(await call()).not.toContain('second');
  expect((await host.cli(['server', 'approve', 'files'])).code).toBe(4);
  await host.must(['server', 'inspect', 'files']);
  await host.must(['server', 'approve', 'files']);
  expect(await call()).toContain('"second"');
  expect((await show()).note).toBeUndefined();
});

test.skipIf(process.platform === 'win32')(
  'a program that was exchanged, at once or between looking and approving',
  async () => {
    const script = join(folder, 'server.mjs');
    const program = join(folder, 'my-server');
    writeFileSync(script, SCRIPT.replace('VERSION', 'first'));
    const write = (extra: string): void => {
      writeFileSync(`${program}.next`, `#!/bin/sh\n${extra}exec "${process.execPath}" "${script}"\n`);
      copyFileSync(`${program}.next`, program);
      chmodSync(program, 0o755);
    };
    write('');
    await host.must(['server', 'add', 'files', '--', program]);
    await host.must(['server', 'inspect', 'files']);
    write('# changed\n');
    const early = await host.cli(['server', 'approve', 'files'], { json: true });
    expect(early.code).toBe(1);
    expect(early.stdout).toContain('is not what you looked at');
    await host.must(['server', 'inspect', 'files']);
    await host.must(['server', 'approve', 'files']);
    expect(await call()).toContain('"first"');
    write('# changed again\n');
    expect(await call()).not.toContain('"first"');
    expect((await show()).state).toBe('unreviewed');
  },
);
