import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engineFactory } from '../../../electron/host/engine.ts';
import type { Alarm } from '../../../shared/model/trust.ts';
import { testProfile, type TestProfile, WINDOW } from '../../fixtures/host-in-process.ts';
import { filesServer, mailServer, webServer } from '../../unit/inspection/flow/servers.ts';
import type { WorldServer } from '../../unit/inspection/flow/world.ts';
import type { BridgeInput, BridgeOutput, HostCommand } from '../../../shared/ipc/window.ts';

// The whole way: a real host and real server processes, an agent that was talked into it, and a person.

const program = fileURLToPath(new URL('saying-server.mjs', import.meta.url));
const engine = engineFactory({ version: '1.2.3', nodePath: process.execPath, env: process.env });

let folder: string;
let profile: TestProfile;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-flow-'));
  profile = testProfile();
});
afterEach(async () => {
  await profile.remove();
  rmSync(folder, { recursive: true, force: true });
});

function saying(name: string, { tools }: WorldServer) {
  const script = join(folder, `${name}.json`);
  const record = join(folder, `${name}.log`);
  const write = (answers: Record<string, string>): void =>
    writeFileSync(script, JSON.stringify({ tools: tools.map(({ run: _run, ...tool }) => tool), answers }));
  write({});
  return {
    launch: {
      transport: 'stdio' as const,
      command: process.execPath,
      args: [program, script, record],
      env: {},
    },
    says: write,
    told: () => (existsSync(record) ? readFileSync(record, 'utf8') : ''),
  };
}

async function world() {
  const servers = {
    files: saying('files', filesServer({})),
    web: saying('web', webServer({})),
    mail: saying('mail', mailServer({})),
  };
  const started = await profile.start({ engine });
  if (!started.ok) throw new Error(started.message);
  const host = started.value;
  const alarms: Alarm[] = [];
  host.onAlarm((alarm) => alarms.push(alarm));
  const must = async <N extends HostCommand>(name: N, input: BridgeInput<N>): Promise<BridgeOutput<N>> => {
    const done = await host.run(name, input, WINDOW);
    if (!done.ok) throw new Error(`${name}: ${done.message}`);
    return done.value as BridgeOutput<N>;
  };
  for (const [id, { launch }] of Object.entries(servers)) {
    await must('server.add', { id, launch });
    await must('server.inspect', { id });
    await must('server.approve', { id, all: true });
  }
  // So that nothing but the flow of data is asked about.
  await must('rule.add', { action: 'allow' });
  const { token } = await must('client.add', { name: 'Claude Desktop' });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(host.url), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  const use = (tool: string, args: Record<string, unknown>): Promise<string> =>
    client
      .callTool({ name: tool, arguments: args })
      .then(
        ({ content }) => content.map((part) => (part.type === 'text' ? part.text : part.type)).join(),
        String,
      );
  return { servers, host, must, use, alarms, close: () => client.close() };
}

const mail = (to: string, body: string) => ({ to: [to], subject: 'Hello', body });

test('a canary and a flow of data, from the file to the question and the alarm', async () => {
  const { servers, must, use, alarms, host, close } = await world();
  const { value } = await must('canary.add', { name: 'notes' });
  servers.files.says({ read_file: `The plan. ${value}` });
  servers.web.says({ fetch: 'A page, see https://a.example/more.' });

  // The labels are guessed, and nothing is marked yet.
  const before = await must('inspection.show', {});
  const labelled = (id: string) =>
    before.labels
      .find(({ server }) => server === id)
      ?.labels.filter(({ holds }) => holds)
      .map(({ label }) => label);
  expect([labelled('files'), labelled('web'), labelled('mail')]).toEqual([['private'], ['untrusted'], []]);
  expect(before.marks).toEqual([]);

  expect(await use('mail__send_email', mail('bob@example.org', 'first'))).toBe('done');
  expect(await use('files__read_file', { path: '/home/ann/plan.txt' })).toContain('The plan.');
  expect(await use('web__fetch', { url: 'https://a.example/' })).toContain('A page');
  expect(await use('web__fetch', { url: 'https://a.example/more' })).toContain('A page');

  // What would leave waits for a person, who sees why.
  const sending = use('mail__send_email', mail('bob@example.org', 'second'));
  await expect.poll(() => host.approvals.pending().length).toBe(1);
  const [held] = host.approvals.pending();
  expect(held).toMatchObject({
    server: 'mail',
    because: { code: 'finding' },
    flow: {
      private: { server: 'files', name: 'read_file' },
      untrusted: { server: 'web', name: 'fetch' },
    },
  });
  expect(servers.mail.told()).not.toContain('second');
  await must('approval.allow', { id: held!.id });
  expect(await sending).toBe('done');
  expect(await use('mail__send_email', mail('bob@example.org', 'third'))).toBe('done');

  // Denied for somebody else, and stopped with the canary, whatever a person would say.
  const other = use('mail__send_email', mail('eve@evil.example', 'fourth'));
  await expect.poll(() => host.approvals.pending().length).toBe(1);
  await must('approval.deny', { id: host.approvals.pending()[0]!.id });
  expect(await other).not.toBe('done');
  const coded = Buffer.from(`fifth ${value}`).toString('base64');
  expect(await use('mail__send_email', mail('bob@example.org', coded))).toContain(
    'must not leave this computer',
  );
  expect(alarms.map(({ server, sentence }) => [server, sentence.includes('canary "notes"')])).toEqual([
    ['mail', true],
  ]);
  expect(servers.mail.told()).toContain('third');
  expect(servers.mail.told()).not.toMatch(/fourth|fifth/);
  expect(servers.mail.told()).not.toContain(coded);

  const after = await must('inspection.show', {});
  expect(after.marks).toMatchObject([
    {
      clientName: 'Claude Desktop',
      private: [{ server: 'files' }],
      untrusted: [{ server: 'web' }, { server: 'web' }],
    },
  ]);
  expect(after.canaries).toMatchObject([{ name: 'notes', lastSeenAt: expect.any(Number) }]);

  // A person says that the conversation is over.
  await must('flow.reset', { client: 'Claude Desktop' });
  expect((await must('inspection.show', {})).marks).toEqual([]);
  expect(await use('mail__send_email', mail('eve@evil.example', 'sixth'))).toBe('done');

  // The value is nowhere but in the vault, which is sealed.
  await close();
  await host.close();
  for (const name of ['vault.json', 'state.db', 'log.db', 'settings.json'])
    if (existsSync(join(profile.home, name)))
      expect(readFileSync(join(profile.home, name)).includes(value)).toBe(false);
}, 240_000);
