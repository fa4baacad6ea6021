import type { CallerProcess } from '../../../shared/model/approval.ts';
import type { Call } from '../../relay/call.ts';
import type { CallerConnection } from '../../relay/exchange.ts';
import type { Redact } from '../../log/redact.ts';
import type { Ends } from './caller-tables.ts';

/** What keeping them works on. */
export interface CallerProcessPorts {
  /** Asks the system who holds the other end; see `whoConnects`. */
  readonly find: (ends: Ends) => Promise<CallerProcess | undefined>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Runs something once what the system has reported meanwhile was heard. */
  readonly afterEvents: (run: () => void) => void;
  /** What is shown of a call that waits may be other than it was. */
  readonly told: () => void;
}

/** The processes behind calls that a person is asked about. */
export interface CallerProcesses {
  /** What is known by now, redacted; asks nobody. */
  of(call: Call, redact: Redact): CallerProcess | undefined;
  /** Has the system asked, unless it was for this connection. Later, and nobody waits for it. */
  look(call: Call): void;
}

/** How long what was found of a connection counts; a process may hand it on. */
const KEPT_MS = 5 * 60_000;
/** Connections that may wait to be looked for; of more, nothing is shown. */
const MAX_WAITING = 64;
const LOOPBACK = '127.0.0.1';

/**
 * Keeps what was found by the connection itself and not by its numbers: a port is given anew, and a program that gets
 * the one of another must not be shown as that one. One look after the other, so that an app that asks much costs the
 * computer little. What fails is silent.
 */
export function createCallerProcesses(ports: CallerProcessPorts): CallerProcesses {
  const { now } = ports;
  const found = new WeakMap<CallerConnection, { readonly process?: CallerProcess; readonly until: number }>();
  /** A question that was shown with its process keeps it. */
  const shown = new WeakMap<Call, CallerProcess>();
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  function fresh(connection: CallerConnection): { readonly process?: CallerProcess } | undefined {
    const known = found.get(connection);
    return known !== undefined && known.until > now() ? known : undefined;
  }

  async function find(connection: CallerConnection): Promise<CallerProcess | undefined> {
    const ends = endsOf(connection);
    if (ends === undefined) return undefined;
    const process = await ports.find(ends);
    // Once it is closed, its port may be another's; that it was closed may have come in with what was read.
    await new Promise<void>((resolve) => ports.afterEvents(resolve));
    return connection.destroyed ? undefined : process;
  }

  async function lookFor(connection: CallerConnection): Promise<void> {
    const process = await find(connection).catch(() => undefined);
    waiting--;
    found.set(connection, { ...(process === undefined ? {} : { process }), until: now() + KEPT_MS });
    if (process !== undefined) ports.told();
  }

  return {
    of(call, redact) {
      const { connection } = call;
      if (connection === undefined) return undefined;
      const process = shown.get(call) ?? fresh(connection)?.process;
      if (process === undefined) return undefined;
      shown.set(call, process);
      const { pid, path, signer } = process;
      return {
        pid,
        ...(path === undefined ? {} : { path: redact(path) }),
        ...(signer === undefined ? {} : { signer: redact(signer) }),
      };
    },
    look({ connection }) {
      if (connection === undefined || fresh(connection) !== undefined || waiting >= MAX_WAITING) return;
      waiting++;
      found.set(connection, { until: Infinity });
      // Whatever became of one, the next has its turn.
      last = last.then(() => lookFor(connection)).catch(() => undefined);
    },
  };
}

/** Both ends, where they are what a table of the system can be asked for; undefined for any other address. */
function endsOf({ destroyed, remoteAddress, remotePort, localPort }: CallerConnection): Ends | undefined {
  // Another address of this computer may have the same port, and another process.
  if (destroyed || remoteAddress !== LOOPBACK || remotePort === undefined || localPort === undefined)
    return undefined;
  return { theirs: remotePort, ours: localPort };
}
