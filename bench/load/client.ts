// The process that makes the calls: one for all systems, so that what it costs is the same for each of them.
import { openConnection } from './open.ts';
import type { Connection } from './connection.ts';
import { runBurst } from './burst.ts';
import { handshake, listTools } from './session.ts';
import type { Opened, Order, Reply } from './orders.ts';

const open = new Map<string, Connection>();

function connection(name: string): Connection {
  const found = open.get(name);
  if (found === undefined) throw new Error(`"${name}" is not open.`);
  return found;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.op) {
    case 'open': {
      const made = await openConnection(order.connect);
      open.set(order.name, made);
      await handshake(made);
      return (made.pid === undefined ? {} : { pid: made.pid }) satisfies Opened;
    }
    case 'list':
      return listTools(connection(order.name));
    case 'run':
      return runBurst(connection(order.name), order);
    case 'close': {
      await connection(order.name).close();
      open.delete(order.name);
      return null;
    }
  }
}

process.on('message', (message) => {
  const { number, order } = message as { number: number; order: Order };
  const reply = (answer: Reply): void => void process.send?.(answer);
  obey(order).then(
    (value) => reply({ order: number, ok: true, value }),
    (error: unknown) =>
      reply({ order: number, ok: false, message: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
