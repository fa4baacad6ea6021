import { describe, expect, test } from 'vitest';
import {
  Approvals,
  type ApprovalStore,
  approvedFrom,
  NO_RECORD,
} from '../../../electron/catalog/approvals.ts';
import { pinKey } from '../../../electron/catalog/pins/pin.ts';
import type { PinKind } from '../../../shared/model/review.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';
import type { ServerScript } from '../../fixtures/scripted-server.ts';

// What is asked of a server before a call, and how often.

const store: ApprovalStore = {
  load: () => new Map(),
  saveItems: () => undefined,
  saveRecord: () => undefined,
  remove: () => undefined,
};
const read = { name: 'read_file', description: 'Reads a file.', inputSchema: { type: 'object' } };
const send = { name: 'send_mail', description: 'Sends a mail.', inputSchema: { type: 'object' } };

function kitWith(script: Partial<ServerScript>, approved: readonly (readonly [PinKind, string, unknown])[]) {
  const approvals = new Approvals(store);
  const items = new Map(
    approved.flatMap(([kind, key, value]) => {
      const item = approvedFrom({ kind, key, bytes: Buffer.from(JSON.stringify(value)) }, true);
      return item === undefined ? [] : [[pinKey(kind, key), [item]] as const];
    }),
  );
  approvals.approve('alpha', { record: NO_RECORD, items });
  const kit = aRelay({ servers: [{ id: 'alpha', ...script }], trust: approvals });
  return { kit, approvals };
}
const both = [
  ['tool', 'read_file', read],
  ['tool', 'send_mail', send],
  ['server', '', { name: 'alpha-server' }],
] as const;

describe('before a call', () => {
  test('that reads, a listing of the last minute will do', async () => {
    const { kit } = kitWith({ tools: [read, send] }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    const server = kit.server('alpha').now;
    const before = server.all('tools/list').length;
    session.call(1, 'read_file');
    session.call(2, 'read_file');
    await settle();
    expect(server.all('tools/call').length).toBe(2);
    expect(server.all('tools/list').length).toBe(before + 1);
    kit.advance(59_000);
    session.call(3, 'read_file');
    await settle();
    expect(server.all('tools/list').length).toBe(before + 1);
    kit.advance(2000);
    session.call(4, 'read_file');
    await settle();
    expect(server.all('tools/list').length).toBe(before + 2);
    expect(server.all('tools/call').length).toBe(4);
  });

  test('that does more, the server lists anew, once for all that wait', async () => {
    const { kit } = kitWith({ tools: [read, send] }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    const server = kit.server('alpha').now;
    const before = server.all('tools/list').length;
    for (let id = 1; id <= 20; id++) session.call(id, 'send_mail');
    await settle();
    expect(server.all('tools/call').length).toBe(20);
    expect(server.all('tools/list').length - before).toBe(1);
    kit.advance(10);
    session.call(21, 'send_mail');
    await settle();
    expect(server.all('tools/list').length - before).toBe(2);
  });

  test('the server must list at all', async () => {
    let silent = false;
    const { kit } = kitWith(
      {
        lists: {
          'tools/list': () => (silent ? '{"tools":7}' : JSON.stringify({ tools: [read, send] })),
        },
      },
      both,
    );
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    silent = true;
    const call = session.call(1, 'send_mail');
    await settle();
    expect(call.result).toMatchObject({ isError: true });
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
    kit.server('alpha').now.closed = true;
  });

  test('of something that nobody approved, the server is not asked', async () => {
    const { kit } = kitWith({ tools: [read, send] }, both.slice(0, 1));
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    const call = session.call(1, 'send_mail');
    await settle();
    expect(call.answers[0]).toContain('no approved tool');
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
    expect(kit.audit.legs('tools/call')).toEqual(['refused']);
  });

  test('a block takes effect on a call that waits already', async () => {
    const { kit, approvals } = kitWith({ tools: [read, send] }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    kit.audit.hold = true;
    const call = session.call(1, 'send_mail');
    await settle();
    approvals.decide('alpha', { blocked: [pinKey('tool', 'send_mail')] });
    kit.audit.release();
    await settle();
    expect(call.answers[0]).toContain('left off');
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  });

  test('a call that waited for long is checked again', async () => {
    const { kit } = kitWith({ tools: [read, send] }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    const server = kit.server('alpha').now;
    kit.audit.hold = true;
    session.call(1, 'send_mail');
    await settle();
    const before = server.all('tools/list').length;
    kit.advance(60_000);
    kit.audit.release();
    await settle();
    expect(server.all('tools/list').length).toBe(before + 1);
    expect(server.all('tools/call').length).toBe(1);
  });
});

describe('lists', () => {
  test('of which all is approved pass byte for byte; ttlMs is capped', async () => {
    const odd = `{ "tools" : [${JSON.stringify(read)} , ${JSON.stringify(send)}], "ttlMs" : 60001, "nextCursor":"\\u0061" }`;
    const { kit } = kitWith({ lists: { 'tools/list': () => odd } }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    for (let id = 1; id <= 2; id++) {
      const list = session.request({ jsonrpc: '2.0', id, method: 'tools/list' });
      await settle();
      expect(list.answers[0]).toBe(`{"jsonrpc":"2.0","id":${id},"result":${odd.replace('60001', '60000')}}`);
    }
  });

  test('come without what is not approved, and an odd list comes empty', async () => {
    let tools = JSON.stringify([read, { ...send, description: 'Sends it twice.' }, 7, null]);
    const { kit } = kitWith({ lists: { 'tools/list': () => `{"tools":${tools}}` } }, both);
    const session = await anOpenSession(kit, 'app', { server: 'alpha' });
    const list = async (id: number): Promise<unknown> => {
      const exchange = session.request({ jsonrpc: '2.0', id, method: 'tools/list' });
      await settle();
      return exchange.result;
    };
    expect(await list(1)).toEqual({ tools: [read] });
    tools = '{"0":"planted"}';
    expect(await list(2)).toEqual({ tools: [] });
    tools = `[${JSON.stringify(read)}],"tools":[{"name":"planted","inputSchema":{}}]`;
    const exchange = session.request({ jsonrpc: '2.0', id: 3, method: 'tools/list' });
    await settle();
    expect(exchange.answers[0]).not.toContain('planted');
  });
});
