import { fail, ok } from '../../../shared/result.ts';
import type { RelayPort, Scope } from '../../relay/exchange.ts';
import { type Bridge, runBridge } from './bridge.ts';
import type { ClientRepo } from '../clients/client-repo.ts';
import type { BridgeOpener } from './control-connection.ts';
import { folderOfBridge } from '../profiles/real-folder.ts';
import type { ServerRepo } from '../servers/server-repo.ts';

/** The bridges that are open. */
export interface Bridges {
  readonly open: BridgeOpener;
  /** This AI app was removed or has a new token: its bridges end. */
  clientGone(id: string): void;
  close(): void;
}

const MAX_PER_CLIENT = 16;

/** Opens bridges for AI apps that a person has added; that the caller is this user, the control channel has made sure. */
export function createBridges(ports: {
  readonly relay: RelayPort;
  readonly clients: ClientRepo;
  readonly servers: ServerRepo;
  readonly callsInFlight: number;
  readonly waitingBytes: number;
  readonly now: () => number;
}): Bridges {
  const { relay, clients, servers, callsInFlight, waitingBytes, now } = ports;
  const bridges = new Map<Bridge, string>();
  return {
    async open(name, server, said) {
      const folder = await folderOfBridge(said);
      const client = clients.find(name);
      if (client === undefined)
        return fail(
          'refused',
          `There is no AI app "${name}" here. Add it with: doorward client add "${name}"`,
        );
      if (server !== undefined && servers.get(server)?.state !== 'approved')
        return fail('refused', `There is no approved server "${server}". "doorward server list" shows all.`);
      if ([...bridges.values()].filter((id) => id === client.id).length >= MAX_PER_CLIENT)
        return fail(
          'refused',
          `"${client.name}" has ${MAX_PER_CLIENT} connections already. Close one first.`,
        );
      const scope: Scope = server === undefined ? { kind: 'aggregate' } : { kind: 'server', server };
      return ok((stream, splitter) => {
        clients.seen(client.id, now());
        const bridge: Bridge = runBridge({
          relay,
          client: {
            id: client.id,
            name: client.name,
            role: client.role,
            ...(folder === undefined ? {} : { folder }),
          },
          scope,
          stream,
          splitter,
          callsInFlight,
          waitingBytes,
          onClosed: () => bridges.delete(bridge),
        });
        bridges.set(bridge, client.id);
      });
    },
    clientGone(id) {
      for (const [bridge, client] of bridges) if (client === id) bridge.close();
    },
    close() {
      for (const bridge of bridges.keys()) bridge.close();
    },
  };
}
