import { expect, test } from 'vitest';
import type { CallWatcher } from '../../../electron/relay/call-watcher.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

test('whoever watches sees a call before it is sent, its legs as the log gets them, and its texts', async () => {
  const seen: string[] = [];
  const watcher: CallWatcher = {
    opened: (call, args) =>
      seen.push(`opened ${call.message.method} ${call.name} ${args?.toString() ?? '-'}`),
    leg: (row, text) => seen.push(`${row.leg} ${row.server} ${row.outcome} ${text?.toString() ?? '-'}`),
  };
  const kit = aRelay({ watcher });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  seen.length = 0;
  kit.audit.hold = true;
  session.call(1, 'a', { n: 1 });
  expect(seen).toEqual(['opened tools/call a {"n":1}', 'sent alpha open {"n":1}']);
  kit.audit.release();
  await settle();
  const server = kit.server('alpha').now;
  server.say({ jsonrpc: '2.0', id: server.last('tools/call').id, result: { content: [], isError: true } });
  await settle();
  expect(seen.at(-1)).toBe('answered alpha tool-error {"content":[],"isError":true}');
  kit.unknownClients.add('one');
  session.call(2, 'b');
  await settle();
  expect(seen.slice(-2)).toEqual(['opened tools/call b {}', 'refused  refused -']);
});

test('a watcher that throws changes nothing for the call', async () => {
  const watcher: CallWatcher = {
    opened: () => {
      throw new Error('broken');
    },
    leg: () => {
      throw new Error('broken');
    },
  };
  const kit = aRelay({ watcher });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const call = session.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  server.say({ jsonrpc: '2.0', id: server.last('tools/call').id, result: { content: [] } });
  await settle();
  expect(call.result).toEqual({ content: [] });
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'answered']);
  expect(kit.faults[0]).toContain('broken');
});
