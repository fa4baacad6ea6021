import { fork } from 'node:child_process';
import { once } from 'node:events';
import { LOAD_CLIENT } from '../systems/paths.ts';
import type { Burst, Connect, Listed, Opened, Order, Reply } from './orders.ts';

/** The load client as the benchmark sees it. Every order rejects with the client's reason, or after two minutes. */
export interface LoadClient {
  readonly pid: number;
  open(name: string, connect: Connect): Promise<Opened>;
  run(order: Omit<Extract<Order, { op: 'run' }>, 'op'>): Promise<Burst>;
  list(name: string): Promise<Listed>;
  close(name: string): Promise<void>;
  /** Ends the process and with it every connection. */
  end(): Promise<void>;
}

const PATIENCE_MS = 120_000;

/** Starts the process that makes the calls. */
export function startLoadClient(): LoadClient {
  const child = fork(LOAD_CLIENT, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let orders = 0;

  child.on('message', (message) => {
    const reply = message as Reply;
    waiting.get(reply.order)?.(reply);
  });
  child.on('exit', () => {
    for (const [order, settle] of waiting)
      settle({ order, ok: false, message: 'The load client has ended.' });
  });

  async function give<T>(order: Order): Promise<T> {
    orders += 1;
    const number = orders;
    const answer = Promise.withResolvers<Reply>();
    const late = { order: number, ok: false, message: 'It was not done within two minutes.' } as const;
    const timer = setTimeout(() => answer.resolve(late), PATIENCE_MS);
    waiting.set(number, answer.resolve);
    child.send({ number, order });
    const reply = await answer.promise;
    clearTimeout(timer);
    waiting.delete(number);
    if (!reply.ok) throw new Error(reply.message);
    return reply.value as T;
  }
  return {
    pid: child.pid ?? 0,
    open: (name, connect) => give({ op: 'open', name, connect }),
    run: (order) => give({ op: 'run', ...order }),
    list: (name) => give({ op: 'list', name }),
    async close(name) {
      await give({ op: 'close', name });
    },
    async end() {
      if (child.exitCode !== null || !child.connected) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
