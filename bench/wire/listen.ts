import type { Server } from 'node:http';

/**
 * Makes a server of the benchmark listen on a free loopback port, tell it on standard output as {"port":N}, keep
 * idle connections for ten minutes, and end when its parent goes away (standard input closes).
 */
export function listenForParent(server: Server): void {
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') console.log(JSON.stringify({ port: address.port }));
  });
  process.stdin.on('close', () => process.exit(0)).resume();
}
