import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Logger } from '../../log/logger.ts';
import { type ConnectionPorts, serveControlConnection } from './control-connection.ts';
import { type ProfilePaths, reasonOf, writeOwnerOnly } from '../profile.ts';

/** The listening control channel. */
export interface ControlServer {
  /** Takes no more connections and ends those that there are. */
  close(): Promise<void>;
}

/** What the control channel works on. */
export interface ControlPorts extends ConnectionPorts {
  readonly paths: ProfilePaths;
  readonly logger: Logger;
}

const MAX_CONNECTIONS = 64;

/**
 * Opens the control channel: a socket that only this user can reach (0600 in a 0700 folder), on Windows a named
 * pipe. Whoever connects has to show first that they can read `control.key`, and the host shows the same before it
 * is told anything; the host never speaks first. Needs the profile's lock to be held: a socket that is left over
 * from a host that was killed is then known to be stale and is replaced.
 */
export async function startControlServer(
  ports: ControlPorts,
): Promise<Result<ControlServer, 'taken' | 'denied'>> {
  const { paths, logger } = ports;
  const unix = process.platform !== 'win32';
  if (unix) {
    const cleared = await clearStale(paths.socket);
    if (!cleared.ok) return cleared;
  }
  const key = randomBytes(32).toString('hex');
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    // Bridges and commands share the bound: beyond it nobody is worse off than with no connection.
    if (sockets.size >= MAX_CONNECTIONS) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', (error) => logger.debug('A control connection broke', { error: error.message }));
    serveControlConnection(socket, key, ports);
  });
  try {
    writeOwnerOnly(paths.controlKey, key);
    await listen(server, paths.socket);
    if (unix) chmodSync(paths.socket, 0o600);
  } catch (error) {
    server.close();
    return fail('denied', `The control channel ${paths.socket} cannot be opened: ${reasonOf(error)}.`);
  }
  return ok({
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroySoon();
      // An answer that was just written still goes out; who does not take it is cut off.
      const late = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, 500);
      await closed;
      clearTimeout(late);
      rmSync(paths.controlKey, { force: true });
    },
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Removes what a killed host left. The lock may have been deleted under a running one, so it is asked first. */
async function clearStale(path: string): Promise<Result<void, 'taken' | 'denied'>> {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (info === undefined) return ok(undefined);
  if (!info.isSocket()) return fail('denied', `${path} is not a socket. Move it elsewhere and start again.`);
  const alive = await new Promise<boolean>((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
  if (alive) return fail('taken', 'Doorward is already running with this profile. Use it, or stop it first.');
  rmSync(path, { force: true });
  return ok(undefined);
}
