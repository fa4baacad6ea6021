import { isDeepStrictEqual } from 'node:util';
import { syslogAddress } from '../../../shared/model/sending.ts';
import { fileSettings, fileTransport } from './file-transport.ts';
import { openPlaces } from './places-file.ts';
import { begun } from './progress.ts';
import { readPage } from './read-rows.ts';
import { type Sender, startSender } from './sender.ts';
import type { FromSender, ReadyDestination, SenderStart, Shown, ToSender } from './sender-messages.ts';
import { type SentRow, testRow } from './sent-row.ts';
import { syslogTransport } from './syslog-transport.ts';
import type { SendResult, Transport } from './transport.ts';

/** What all senders of one profile share. */
export interface SendersPorts {
  readonly start: SenderStart;
  readonly send: (message: FromSender) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
}

/** All senders of one profile. */
export interface Senders {
  receive(message: Exclude<ToSender, { ask: 'close' }>): void;
  close(): Promise<void>;
}

interface Running {
  readonly ready: ReadyDestination;
  readonly sender: Sender;
}

/** The program of the sender's thread, without the thread. */
export function openSenders(ports: SendersPorts): Senders {
  const { start, send } = ports;
  const places = openPlaces({ file: start.places, after: ports.after });
  const running = new Map<string, Running>();
  const hiding = new Map<number, (texts: readonly Shown[]) => void>();
  let asked = 0;
  /** One after the other: a sender that is replaced has ended before the next one begins. */
  let changing: Promise<void> = Promise.resolve();

  const hide = async (rows: readonly SentRow[]): Promise<readonly SentRow[]> => {
    asked += 1;
    const id = asked;
    const texts = rows.map(({ name, reason }) => ({ name, ...(reason === undefined ? {} : { reason }) }));
    const safe = await new Promise<readonly Shown[]>((resolve) => {
      hiding.set(id, resolve);
      send({ tell: 'hide', id, texts });
    });
    return rows.map((row, index) => {
      const one = safe[index] ?? { name: '' };
      return one.name === row.name && one.reason === row.reason ? row : { ...row, ...one, hidden: true };
    });
  };

  const begin = async (ready: ReadyDestination): Promise<Running> => ({
    ready,
    sender: startSender(
      {
        name: ready.destination.name,
        what: ready.destination.what,
        texts: ready.destination.includeTexts,
        transport: await transportOf(ready, ports),
        read: (from, limits) => readPage(start.log, from, limits),
        hide,
        keep: (progress) => places.set(ready.id, progress),
        onState: (state) => send({ tell: 'state', id: ready.id, state }),
        now: ports.now,
        random: ports.random,
        after: ports.after,
      },
      places.get(ready.id) ?? begun({ seq: ready.after }),
    ),
  });

  async function set(destinations: readonly ReadyDestination[], all: readonly string[]): Promise<void> {
    for (const [id, { ready, sender }] of running) {
      if (destinations.some((one) => one.id === id && isDeepStrictEqual(one, ready))) continue;
      running.delete(id);
      await sender.close();
    }
    places.keepOnly(all);
    for (const one of destinations) if (!running.has(one.id)) running.set(one.id, await begin(one));
  }

  async function test(id: number, ready: ReadyDestination): Promise<void> {
    const transport = await transportOf(ready, ports);
    const row = testRow(ports.now(), `test-${ports.now()}-${Math.floor(ports.random() * 1e9)}`);
    const result = await transport.send([row], AbortSignal.timeout(30_000));
    transport.close();
    send({ tell: 'tested', id, ...wordsOf(result) });
  }

  return {
    receive(message) {
      if (message.ask === 'stir') for (const { sender } of running.values()) sender.stir();
      else if (message.ask === 'hidden') {
        hiding.get(message.id)?.(message.texts);
        hiding.delete(message.id);
      } else if (message.ask === 'test') void test(message.id, message.destination);
      else changing = changing.then(() => set(message.destinations, message.all));
    },
    async close() {
      await changing;
      await Promise.all([...running.values()].map(({ sender }) => sender.close()));
      running.clear();
      places.flush();
    },
  };
}

function wordsOf(result: SendResult): { readonly ok: boolean; readonly sentence: string } {
  if (result.kind !== 'taken') return { ok: false, sentence: result.sentence };
  if (result.refused > 0 || result.note !== undefined)
    return { ok: false, sentence: result.note ?? 'The record was not taken.' };
  return { ok: true, sentence: 'The test record was taken.' };
}

async function transportOf(ready: ReadyDestination, { start, now }: SendersPorts): Promise<Transport> {
  const { destination, headers } = ready;
  switch (destination.kind) {
    case 'otlp': {
      // Only who sends by OTLP pays for what makes it.
      const { otlpTransport } = await import('./otlp-transport.ts');
      const { url, encoding, ca } = destination;
      return otlpTransport(
        { url, headers, encoding, ...(ca === undefined ? {} : { ca }) },
        { origin: start.origin, now },
      );
    }
    case 'syslog': {
      const { url, ca } = destination;
      return syslogTransport(
        { address: syslogAddress(url), ...(ca === undefined ? {} : { ca }) },
        { origin: start.origin, pid: start.pid },
      );
    }
    case 'file':
      return fileTransport(fileSettings(destination.path, destination.maxMegabytes, destination.files));
  }
}
