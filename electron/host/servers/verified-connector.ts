import { systemReason } from '../../../shared/system-reason.ts';
import type { Connector, SendFailure, UpstreamConnection } from '../../upstream/connection.ts';

/**
 * Why a server must not be started, in a sentence; undefined when it is what was approved. A test may also start one
 * that is what a person has looked at.
 */
export type Verify = (server: string, use?: 'call' | 'test') => Promise<string | undefined>;

/**
 * Starts a local server only when it still is what was approved: program, arguments, settings, files (attack 24, and a
 * program that was exchanged behind Doorward's back). What is sent meanwhile waits. Remote servers are reached at once.
 */
export function verifiedConnector(connector: Connector, verify: Verify): Pick<Connector, 'connect'> {
  return {
    connect(server, events) {
      if (server.launch.transport !== 'stdio') return connector.connect(server, events);
      let inner: UpstreamConnection | undefined;
      let closed = false;
      const queue: ((connection: UpstreamConnection) => void)[] = [];
      const withInner = (act: (connection: UpstreamConnection) => void): void => {
        if (inner !== undefined) act(inner);
        else if (!closed) queue.push(act);
      };
      const refuse = (message: string): void => {
        if (closed) return;
        closed = true;
        const failure: SendFailure = { code: 'unreachable', message };
        events.closed(failure);
      };
      verify(server.id).then(
        (refusal) => {
          if (closed) return;
          if (refusal !== undefined) return refuse(refusal);
          inner = connector.connect(server, events);
          for (const act of queue.splice(0)) act(inner);
        },
        (error: unknown) =>
          refuse(`"${server.id}" could not be checked before its start: ${systemReason(error)}`),
      );
      return {
        transport: 'stdio',
        get backlog() {
          return inner?.backlog ?? 0;
        },
        send: (out) => withInner((connection) => connection.send(out)),
        abort: (id) => withInner((connection) => connection.abort(id)),
        initialized: (version) => withInner((connection) => connection.initialized(version)),
        close() {
          closed = true;
          return inner?.close() ?? Promise.resolve();
        },
      };
    },
  };
}
