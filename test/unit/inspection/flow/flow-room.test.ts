import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Approvals, approvedFrom, NO_RECORD } from '../../../../electron/catalog/approvals.ts';
import { pinKey } from '../../../../electron/catalog/pins/pin.ts';
import { openFlowRoom } from '../../../../electron/host/inspection/flow-room.ts';
import { factsOf } from '../../../../electron/host/policy/call-facts.ts';
import type { Launch, ServerRecord } from '../../../../shared/model/server.ts';
import type { Alarm } from '../../../../shared/model/trust.ts';
import { ok } from '../../../../shared/result.ts';
import { aRelay, anOpenSession, settle } from '../../../fixtures/relay-kit.ts';
import { filesServer, mailServer, webServer } from './servers.ts';
import type { WorldServer } from './world.ts';

// The room as the host opens it: what servers are comes from how they are started, what tools do from what was approved.

const stdio = (env: Record<string, string> = {}): Launch => ({
  transport: 'stdio',
  command: 'server',
  args: [],
  env,
});

function room(servers: Readonly<Record<string, { readonly launch: Launch; readonly offers: WorldServer }>>) {
  const approvals = new Approvals({
    load: () => new Map(),
    saveItems: () => undefined,
    saveRecord: () => undefined,
    remove: () => undefined,
  });
  const records = new Map<string, ServerRecord>();
  for (const [id, { launch, offers }] of Object.entries(servers)) {
    records.set(id, { id, launch, state: 'approved', enabled: true, sharing: 'client', addedAt: 0 });
    const items = offers.tools.map(({ run: _run, ...tool }) => {
      const bytes = Buffer.from(JSON.stringify(tool));
      const one = approvedFrom({ kind: 'tool', key: tool.name, bytes }, true);
      if (one === undefined) throw new Error(tool.name);
      return [pinKey('tool', tool.name), [one]] as const;
    });
    approvals.approve(id, { items: new Map(items), record: NO_RECORD });
  }
  const kept = new Map<string, string>();
  const clients = new Map([['one', 'Claude\u0007 Desktop']]);
  const alarms: Alarm[] = [];
  const known: (readonly string[])[] = [];
  const signedIn = new Set<string>();
  const flowRoom = openFlowRoom({
    policy: { act: () => 'block', labels: () => new Map() },
    judge: { facts: (call) => factsOf(call, 'default', approvals) },
    approvals,
    server: (id) => records.get(id),
    signedIn: (id) => signedIn.has(id),
    clients: {
      find: (id: string) => {
        const name = clients.get(id);
        return name === undefined ? undefined : { id, name, role: 'default', tokenDigest: '', addedAt: 0 };
      },
    } as never,
    secrets: {
      know: (_owner, values) => void known.push(values),
      redact: (text) => text.replace('\u0007', ''),
    },
    alarm: (alarm) => alarms.push(alarm),
    vault: {
      state: 'unlocked',
      own: {
        get: (name) => ok(kept.get(name)),
        set: (name, value) => (kept.set(name, value), ok(undefined)),
        remove: (name) => (kept.delete(name), ok(undefined)),
      },
    },
    book: { canaries: () => [], putCanary: () => ok(undefined), removeCanary: () => ok(undefined) },
    random: (bytes) => randomBytes(bytes),
    now: () => 77,
  });
  const kit = aRelay({
    servers: Object.keys(servers).map((id) => ({ id })),
    inspectors: [flowRoom.canaryInspector, flowRoom.flow],
  });
  return { flowRoom, kit, clients, alarms, known, records, signedIn, approvals };
}

const guess = (it: ReturnType<typeof room>, id: string) => Object.fromEntries(it.flowRoom.guess(id));

describe('what Doorward takes servers for', () => {
  const plain: WorldServer = { tools: [] };

  test('comes from how they are started and what their tools name', () => {
    const it = room({
      files: { launch: stdio(), offers: filesServer({}) },
      web: { launch: stdio(), offers: webServer({}) },
      mail: { launch: stdio({ MAIL_PASSWORD: '${secret:mail}' }), offers: mailServer({}) },
      typed: { launch: stdio({ API_TOKEN: 'abc' }), offers: plain },
      harmless: { launch: stdio({ LANG: 'de' }), offers: plain },
      remote: { launch: { transport: 'http', url: 'https://r.example/mcp', headers: {} }, offers: plain },
    });
    expect(guess(it, 'files')).toEqual({ private: true, untrusted: false, public: false });
    expect(guess(it, 'web')).toEqual({ private: false, untrusted: true, public: false });
    expect(guess(it, 'mail')).toMatchObject({ private: true });
    expect(guess(it, 'typed')).toMatchObject({ private: true });
    expect(guess(it, 'harmless')).toMatchObject({ private: false });
    expect(guess(it, 'remote')).toMatchObject({ private: false });
    it.signedIn.add('remote');
    expect(guess(it, 'remote')).toMatchObject({ private: true });
    expect(guess(it, 'nobody')).toEqual({});
  });

  test('changes with what is approved', () => {
    const it = room({ files: { launch: stdio(), offers: filesServer({}) } });
    expect(guess(it, 'files')).toMatchObject({ private: true });
    it.approvals.approve('files', { items: new Map(), record: NO_RECORD });
    expect(guess(it, 'files')).toMatchObject({ private: false });
  });
});

test('a key, a page and a mail: the third is stopped, under the name of the AI app without what is hidden in it', async () => {
  const it = room({
    files: { launch: stdio(), offers: filesServer({}) },
    web: { launch: stdio(), offers: webServer({}) },
    mail: { launch: stdio(), offers: mailServer({}) },
  });
  const use = async (server: string, tool: string, args: unknown) => {
    const session = await anOpenSession(it.kit, 'one', { server });
    const call = session.call(1, tool, args);
    await settle();
    const { now } = it.kit.server(server);
    if (call.answers.length === 0) {
      now.answer('tools/call', { content: [{ type: 'text', text: 'hello' }] });
      await settle();
    }
    return JSON.stringify(call.answered);
  };
  await use('files', 'read_file', { path: '/a' });
  await use('web', 'fetch', { url: 'https://a.example' });
  const mail = { to: ['x@example.org'], subject: 's', body: 'b' };
  expect(await use('mail', 'send_email', mail)).toContain('would send data out');
  expect(it.flowRoom.flow.marks()).toMatchObject([{ clientId: 'one', clientName: 'Claude Desktop' }]);

  const made = it.flowRoom.canaries.add('inbox');
  if (!made.ok) throw new Error(made.message);
  expect(it.known.at(-1)).toEqual([made.value.value]);
  await use('files', 'write_file', { path: '/a', content: made.value.value });
  expect(it.alarms).toEqual([
    {
      server: 'files',
      at: 77,
      sentence: expect.stringContaining('Claude Desktop tried to send the canary "inbox" to "files"'),
    },
  ]);

  // Its marks go with an AI app that is removed, and not before.
  it.clients.delete('one');
  expect(it.flowRoom.flow.marks()).toEqual([]);
  it.clients.set('one', 'Another');
  expect(it.flowRoom.flow.marks()).toEqual([]);
});
