import { createSocket } from 'node:dgram';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Address } from '../../../shared/model/sending.ts';
import type { Origin } from './otlp-rows.ts';
import type { SentRow } from './sent-row.ts';
import { framed, syslogMessage } from './syslog-rows.ts';
import { type SendResult, type Transport, troubleWords } from './transport.ts';

export interface SyslogSettings {
  readonly address: Address;
  /** Certificates of authorities (PEM), in place of the system's. */
  readonly ca?: string;
}

export interface SyslogPorts {
  readonly origin: Origin;
  readonly pid: number;
  /** For one batch, from the connection to the end that the other side makes of it. */
  readonly patienceMs?: number;
  /** So long is listened, after everything was written, for a receiver that goes away by itself. */
  readonly settleMs?: number;
}

/**
 * Sends rows as syslog. Over TCP and TLS, which know no acknowledgement, a batch counts as taken when the receiver has
 * read to the end of the connection and closed it without an error, so each batch has a connection of its own: bytes
 * that a kernel took are not bytes that anybody read. A datagram counts as taken when it has left.
 */
export function syslogTransport(settings: SyslogSettings, ports: SyslogPorts): Transport {
  const { protocol } = settings.address;
  return {
    send: (rows, signal) =>
      protocol === 'udp:'
        ? datagrams(settings, ports, rows, signal)
        : connection(settings, ports, rows, signal),
    close: () => undefined,
  };
}

function connection(
  { address, ca }: SyslogSettings,
  ports: SyslogPorts,
  rows: readonly SentRow[],
  signal: AbortSignal,
): Promise<SendResult> {
  const bytes = framed(rows.map((row) => syslogMessage(row, ports.origin, ports.pid)));
  return new Promise((resolve) => {
    let problem: unknown;
    let asked = false;
    let ended = false;
    let settling: NodeJS.Timeout | undefined;
    const { host, port } = address;
    const tls = address.protocol === 'tls:';
    const begin = (): void => {
      socket.write(bytes, () => {
        settling = setTimeout(() => {
          asked = true;
          socket.end();
        }, ports.settleMs ?? 50);
      });
    };
    const socket: Socket = tls
      ? connectTls(
          {
            host,
            port,
            minVersion: 'TLSv1.2',
            // The name of a host; an address has none.
            ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
            ...(ca === undefined ? {} : { ca }),
          },
          begin,
        )
      : connectTcp({ host, port }, begin);
    const deadline = setTimeout(() => {
      problem ??= Object.assign(new Error('late'), { code: 'ETIMEDOUT' });
      socket.destroy();
    }, ports.patienceMs ?? 30_000);
    const stop = (): void => void socket.destroy();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    // A receiver has nothing to say; what it says is not kept.
    socket.on('data', () => undefined);
    // An end that is not the answer to ours is that of a receiver that goes away.
    socket.on('end', () => (ended = asked));
    socket.on('error', (error) => (problem ??= error));
    socket.on('close', (hadError) => {
      clearTimeout(deadline);
      clearTimeout(settling);
      signal.removeEventListener('abort', stop);
      const read = ended && !hadError && problem === undefined;
      resolve(
        read
          ? { kind: 'taken', refused: 0 }
          : {
              kind: 'failed',
              sentence: `The syslog server did not take the records: ${
                problem === undefined ? 'the connection was cut' : troubleWords(problem)
              }.`,
            },
      );
    });
  });
}

async function datagrams(
  { address }: SyslogSettings,
  ports: SyslogPorts,
  rows: readonly SentRow[],
  signal: AbortSignal,
): Promise<SendResult> {
  const socket = createSocket(address.host.includes(':') ? 'udp6' : 'udp4');
  socket.on('error', () => undefined);
  try {
    for (const row of rows) {
      if (signal.aborted) return { kind: 'failed', sentence: 'It was given up.' };
      await new Promise<void>((resolve, reject) => {
        const message = syslogMessage(row, ports.origin, ports.pid, true);
        socket.send(message, address.port, address.host, (error) =>
          error === null ? resolve() : reject(error),
        );
      });
    }
    return { kind: 'taken', refused: 0 };
  } catch (error) {
    return { kind: 'failed', sentence: `The syslog server was not reached: ${troubleWords(error)}.` };
  } finally {
    socket.close();
  }
}
