import type { Launch } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import type { KnownSecrets } from '../../log/redact.ts';
import type {
  ConnectionEvents,
  Connector,
  SendFailure,
  UpstreamConnection,
} from '../../upstream/connection.ts';
import { secretsOf } from '../servers/server-view.ts';

/** Puts the secrets of the vault into a launch; the same object when it refers to none. */
export type FillIn = (id: string, launch: Launch) => Result<Launch>;

/**
 * The one place where references become values: the moment before a process or a connection is made. Everything before
 * it (records, identities, reviews, logs) has references, and what is made here is kept nowhere. A secret that is not
 * at hand fails the start with a sentence.
 */
export function vaultConnector(connector: Connector, fillIn: FillIn): Connector {
  return {
    connect(server, events) {
      const launch = fillIn(server.id, server.launch);
      return launch.ok
        ? connector.connect({ ...server, launch: launch.value }, events)
        : refused(server.launch.transport, launch.message, events);
    },
    async probe(server) {
      const launch = fillIn(server.id, server.launch);
      return launch.ok
        ? connector.probe({ ...server, launch: launch.value })
        : { ok: false, failure: { code: 'unreachable', message: launch.message } };
    },
    close: () => connector.close(),
  };
}

/** Also hides what a secret was made into: a header with the word before it, the password of a Basic login. */
export function knownWhenFilled(fillIn: FillIn, secrets: Pick<KnownSecrets, 'know'>): FillIn {
  const told = new Map<string, string>();
  return (id, launch) => {
    const filled = fillIn(id, launch);
    if (filled.ok && filled.value !== launch) {
      const values = secretsOf(filled.value);
      const now = JSON.stringify(values);
      if (told.get(id) !== now) secrets.know(`vault:${id}`, values);
      told.set(id, now);
    }
    return filled;
  };
}

function refused(
  transport: UpstreamConnection['transport'],
  message: string,
  events: ConnectionEvents,
): UpstreamConnection {
  const failure: SendFailure = { code: 'unreachable', message };
  let closed = false;
  queueMicrotask(() => {
    if (!closed) events.closed(failure);
  });
  return {
    transport,
    backlog: 0,
    send: () => undefined,
    abort: () => undefined,
    initialized: () => undefined,
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}
