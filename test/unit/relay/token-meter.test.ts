import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../electron/relay/ledger.ts';
import { rescan } from '../../../electron/relay/message.ts';
import type { TokenMeter } from '../../../electron/relay/token-meter.ts';

const message = (body: object) => rescan(Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, ...body })));

function scene() {
  const told: string[] = [];
  const meter: TokenMeter = {
    listed: () => told.push('listed'),
    listedOne: (client, result) => told.push(`one ${client} ${result.toString()}`),
    answered: (client, tool, result) => told.push(`answer ${client} ${tool} ${result.toString()}`),
    shaped: () => told.push('shaped'),
  };
  const ledger = new Ledger({
    audit: { append: () => undefined, appendDurable: () => undefined },
    clock: () => 0,
    now: () => 0,
    callId: () => 'c',
    meter,
  });
  const call = (method: string, direction: 'client' | 'server' = 'client') =>
    ledger.open({
      direction,
      client: { id: 'cursor', name: 'Cursor', role: 'default' },
      scope: { kind: 'aggregate' },
      envelope: undefined,
      message: message({ method, params: { name: 'read' } }),
      capabilities: '',
      clientHeaders: undefined,
    });
  return { told, ledger, call };
}

describe('what is counted of what AI apps are given', () => {
  it('is what tools answered, and the lists of single servers', () => {
    const { told, ledger, call } = scene();
    ledger.answered(call('tools/call'), message({ result: { content: [] } }));
    ledger.answered(call('tools/list'), message({ result: { tools: [] } }));
    expect(told).toEqual(['answer cursor  read {"content":[]}', 'one cursor {"tools":[]}']);
  });

  it('is nothing that was kept back, no error, and nothing that goes to servers or is no tool', () => {
    const { told, ledger, call } = scene();
    ledger.answered(call('tools/call'), message({ result: { content: [] } }), 'It was kept back.');
    ledger.answered(call('tools/call'), message({ error: { code: 1, message: 'no' } }));
    ledger.answered(call('sampling/createMessage', 'server'), message({ result: {} }));
    ledger.answered(call('resources/read'), message({ result: { contents: [] } }));
    ledger.refused(call('tools/call'), 'No.');
    expect(told).toEqual([]);
  });
});
