import { expect, test } from 'vitest';
import { Aggregates } from '../../../electron/catalog/aggregate.ts';
import { Catalog } from '../../../electron/catalog/catalog.ts';
import { withheld } from '../../../electron/catalog/withheld.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { resolve } from '../../../electron/stages/resolve.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { trusting } from '../../fixtures/trusting.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const record = (id: string, more: Partial<ServerRecord>): ServerRecord => ({
  id,
  launch: { transport: 'stdio', command: 'x', args: [], env: {} },
  state: 'approved',
  enabled: true,
  sharing: 'client',
  addedAt: 0,
  ...more,
});

test('a name of a server that clients may not use goes no further than this stage, whatever comes after it', () => {
  const servers = [
    record('blocked', { state: 'blocked' }),
    record('off', { enabled: false }),
    record('seen', { state: 'inspected' }),
  ];
  // There for others, and not for this app: by its role, or by a profile.
  const others = record('others', {});
  const store = { load: () => new Map(), save: () => undefined, remove: () => undefined };
  const catalog = new Catalog(store, trusting);
  const stage = resolve({
    directory: { get: (id) => [...servers, others].find((server) => server.id === id), visible: () => [] },
    aggregates: new Aggregates(catalog),
    uriServer: () => undefined,
    capabilities: () => '',
    taskServer: () => undefined,
    hold: () => ({ kind: 'refused', sentence: 'held' }),
  });
  const ask = (method: string, name: string) => {
    const call: Call = {
      id: 'c',
      at: 0,
      startedAt: 0,
      direction: 'client',
      client: { id: 'one', name: 'One', role: 'default' },
      scope: { kind: 'aggregate' },
      envelope: undefined,
      message: aMessage({ jsonrpc: '2.0', id: 1, method, params: { name } }),
      capabilities: '',
      clientHeaders: undefined,
      server: undefined,
      name,
      rewrites: [],
      paramHeaders: undefined,
      cancelled: false,
    };
    return stage.request(call);
  };
  for (const method of ['tools/call', 'prompts/get'])
    for (const server of servers) {
      expect(ask(method, `${server.id}__x`)).toEqual(withheld(server));
      expect(withheld(server)).toMatchObject({
        kind: 'refused',
        sentence: expect.stringContaining(`"${server.id}" is`) as unknown,
      });
    }
  // It is told nothing of these, not even that they are.
  for (const id of ['nobody', 'others'])
    expect(ask('tools/call', `${id}__x`)).toEqual({ kind: 'hidden', sentence: `Unknown tool: ${id}__x` });
});
