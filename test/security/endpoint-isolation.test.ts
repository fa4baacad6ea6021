import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../electron/relay/exchange.ts';
import {
  call,
  modern,
  openSession,
  OTHER_TOKEN,
  reply,
  send,
  start,
  stream,
  TOKEN,
} from '../unit/gateway/harness.ts';

interface Seen {
  readonly id: number;
  readonly result: { readonly client: string; readonly nonce: string };
}

describe('two clients', () => {
  it('with the same ids, sessions of both eras and answers in any order never see each other', async () => {
    const rig = await start();
    const clients = [
      { name: 'alice', token: TOKEN, session: await openSession(rig) },
      { name: 'bob', token: OTHER_TOKEN, session: await openSession(rig, { token: OTHER_TOKEN }) },
    ];
    const pending: Exchange[] = [];
    const finish = (): void => {
      // Out of order, and half of them after a message that makes a stream of the answer.
      for (const [i, exchange] of pending.splice(0).toReversed().entries()) {
        const nonce = /nonce-[a-z]+-[a-z]+-\d+/.exec(exchange.message.bytes.toString())?.[0];
        if (i % 2 === 0) exchange.interim(Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: nonce })));
        exchange.answer(reply(exchange, JSON.stringify({ client: exchange.client.id, nonce })));
      }
    };
    rig.relay.onRequest = (exchange) => {
      pending.push(exchange);
      if (pending.length === 16) finish();
    };
    const asked = Array.from({ length: 400 }, async (_, i) => {
      const client = clients[i % 2] as (typeof clients)[number];
      const era = i % 4 < 2 ? 'session' : 'stateless';
      const nonce = `nonce-${client.name}-${era}-${i}`;
      const ask =
        era === 'session'
          ? { body: call('tools/call', { nonce }, 7), headers: { 'mcp-session-id': client.session } }
          : { ...modern('tools/list', { nonce }), token: client.token };
      const answer = await send(rig.port, { ...ask, token: client.token });
      const bodies = answer.headers['content-type']?.startsWith('text/event-stream')
        ? [...answer.text.matchAll(/^data: (.+)$/gm)].map((m) => m[1] ?? '')
        : [answer.text];
      for (const body of bodies) expect(body).toContain(nonce);
      const last = JSON.parse(bodies.at(-1) ?? '') as Seen;
      expect(last.result).toEqual({ client: client.name, nonce });
      if (era === 'session') expect(last.id).toBe(7);
    });
    await Promise.all(asked);
    expect(rig.gateway.stats()).toMatchObject({ callsInFlight: 0, heldBytes: 0 });
  });

  it('cannot read or resume the streams of each other', async () => {
    const rig = await start();
    const alice = await openSession(rig);
    const bob = await openSession(rig, { token: OTHER_TOKEN });
    const [ofAlice, ofBob] = await Promise.all([
      stream(rig.port, { headers: { 'mcp-session-id': alice } }),
      stream(rig.port, { headers: { 'mcp-session-id': bob }, token: OTHER_TOKEN }),
    ]);
    for (const session of rig.relay.opened)
      session.send(Buffer.from(`{"jsonrpc":"2.0","method":"for","params":"${session.client.id}"}`));
    await Promise.all([ofAlice.until(2), ofBob.until(2)]);
    expect(ofAlice.messages).toMatchObject([{ params: 'alice' }]);
    expect(ofBob.messages).toMatchObject([{ params: 'bob' }]);
    const stolen = { 'mcp-session-id': alice, 'last-event-id': ofAlice.events[0]?.id };
    expect((await send(rig.port, { headers: stolen, token: OTHER_TOKEN })).status).toBe(404);
    // The same event id in the own session gives only what is one's own.
    const again = await stream(rig.port, {
      headers: { 'mcp-session-id': bob, 'last-event-id': ofAlice.events[0]?.id },
      token: OTHER_TOKEN,
    });
    await again.until(1);
    expect(again.messages).toMatchObject([{ params: 'bob' }]);
  });
});
