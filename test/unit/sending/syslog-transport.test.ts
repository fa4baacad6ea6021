import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { syslogTransport } from '../../../electron/audit/sending/syslog-transport.ts';
import { syslogAddress } from '../../../shared/model/sending.ts';
import {
  parseSyslog,
  type SyslogCollector,
  syslogCollector,
} from '../../fixtures/collectors/syslog-collector.ts';
import { selfSigned } from '../../fixtures/self-signed.ts';
import { origin, sent } from './support.ts';

let collector: SyslogCollector;
const never = new AbortController().signal;
const rows = [sent(1), sent(2, { name: 'a ] "b" \\ \n c' })];
const open = ({ url = collector.url, ca = collector.ca, patienceMs = 20_000, settleMs = 10 } = {}) =>
  syslogTransport({ address: syslogAddress(url), ca }, { origin, pid: 9, patienceMs, settleMs });
const seqs = () => collector.messages.map(({ data }) => data['call@32473']?.['seq']);

describe('over TLS', () => {
  beforeEach(async () => {
    collector = await syslogCollector();
  });
  afterEach(() => collector.close());

  it('a server gets every row, read by the grammar', async () => {
    expect(await open().send(rows, never)).toEqual({ kind: 'taken', refused: 0 });
    expect(collector.problems).toEqual([]);
    expect(seqs()).toEqual(['1', '2']);
    expect(JSON.parse(collector.messages[1]?.text ?? '')).toEqual(rows[1]);
  });

  it('a server with a certificate that nobody vouches for gets nothing', async () => {
    for (const ca of [selfSigned('localhost').cert, selfSigned('elsewhere').cert])
      expect(await open({ ca }).send(rows, never)).toMatchObject({
        kind: 'failed',
        sentence: expect.stringContaining('certificate') as string,
      });
    expect(collector.messages).toEqual([]);
  });

  it('a server of another name gets nothing', async () => {
    const url = `tls://127.0.0.1:${collector.port}`;
    expect(await open({ url }).send(rows, never)).toMatchObject({ kind: 'failed' });
    expect(collector.messages).toEqual([]);
  });

  it('a server that goes away, hangs or cuts the connection has not taken them', async () => {
    for (const meet of [
      // Gone before it read anything.
      (socket: { destroy(): void }) => socket.destroy(),
      // Closes in order, and too early.
      (socket: { end(): void }) => socket.end(),
    ]) {
      collector.meet = (socket) => {
        meet(socket);
        return true;
      };
      expect(await open({ settleMs: 10_000 }).send(rows, never)).toMatchObject({ kind: 'failed' });
    }
    // Reads, and never closes.
    collector.meet = (socket) => {
      socket.resume();
      socket.allowHalfOpen = true;
      return true;
    };
    expect(await open({ patienceMs: 300 }).send(rows, never)).toMatchObject({
      kind: 'failed',
      sentence: 'The syslog server did not take the records: it did not answer in time.',
    });
    collector.meet = undefined;
    expect(await open().send(rows, never)).toMatchObject({ kind: 'taken' });
  });

  it('gives up at once when it is told to', async () => {
    expect(await open().send(rows, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
  });
});

describe('in the open', () => {
  afterEach(() => collector.close());

  it('a server gets every row over TCP', async () => {
    collector = await syslogCollector({ tls: false });
    expect(await open().send(rows, never)).toMatchObject({ kind: 'taken' });
    expect([collector.problems, seqs()]).toEqual([[], ['1', '2']]);
    const { url } = collector;
    await collector.close();
    expect(await open({ url }).send(rows, never)).toMatchObject({
      sentence: 'The syslog server did not take the records: nothing listens there.',
    });
    collector = await syslogCollector({ tls: false });
  });

  it('a server gets every row as a datagram', async () => {
    collector = await syslogCollector({ tls: false });
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const got: Buffer[] = [];
    socket.on('message', (message) => got.push(message));
    const url = `udp://127.0.0.1:${socket.address().port}`;
    expect(await open({ url }).send(rows, never)).toMatchObject({ kind: 'taken' });
    while (got.length < 2) await once(socket, 'message');
    expect(got.map((one) => parseSyslog(one).data['call@32473']?.['seq'])).toEqual(['1', '2']);
    socket.close();
  });
});
