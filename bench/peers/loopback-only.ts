// Preloaded into peers that have no option for the address they listen on: they would listen on every network
// interface, and a benchmark must not open a machine to its network.
import { Server } from 'node:net';

const original = Reflect.get(Server.prototype, 'listen') as (...args: unknown[]) => Server;

Server.prototype.listen = new Proxy(original, {
  apply(listen, server: Server, args: unknown[]): unknown {
    const [port, ...rest] = args;
    if (typeof port !== 'number') return Reflect.apply(listen, server, args);
    const callbacks = rest.filter((value) => typeof value === 'function');
    return Reflect.apply(listen, server, [port, '127.0.0.1', ...callbacks]);
  },
});
