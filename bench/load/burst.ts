import type { Connection } from './connection.ts';
import type { Burst, Order } from './orders.ts';
import { nextId } from './session.ts';

type Run = Extract<Order, { op: 'run' }>;

/** One call whose answer must hold the message that this call, and no other, has sent. */
async function call(connection: Connection, toolName: string, atLeastBytes: number): Promise<number> {
  const id = nextId();
  const body =
    `{"jsonrpc":"2.0","id":${id},"method":"tools/call",` +
    `"params":{"name":${toolName},"arguments":{"message":"call ${id};"}}}`;
  const start = performance.now();
  const answer = await connection.request(id, body);
  const took = performance.now() - start;
  if (answer.length < atLeastBytes || !answer.includes(`Echo: call ${id};`)) {
    throw new Error(`Call ${id} was answered with ${answer.toString('utf8', 0, 300)}`);
  }
  return took;
}

/** Makes `calls` calls, `atOnce` of them open at any moment, and returns their latencies in milliseconds. */
async function make(connection: Connection, run: Run, calls: number): Promise<Float64Array> {
  const toolName = JSON.stringify(run.tool);
  const latencies = new Float64Array(calls);
  let next = 0;
  async function one(): Promise<void> {
    while (next < calls) {
      const index = next;
      next += 1;
      latencies[index] = await call(connection, toolName, run.atLeastBytes);
    }
  }
  await Promise.all(Array.from({ length: Math.min(run.atOnce, calls) }, one));
  return latencies;
}

/** One measured burst after its warm-up. Rejects when any call is answered wrongly: a wrong answer has no speed. */
export async function runBurst(connection: Connection, run: Run): Promise<Burst> {
  await make(connection, run, run.warm);
  // Garbage of the system before this one must not be collected at the expense of this one.
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const latencies = await make(connection, run, run.calls);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  latencies.sort();
  const at = (share: number) => latencies[Math.min(run.calls - 1, Math.floor(run.calls * share))] ?? 0;
  return {
    callsPerSecond: run.calls / seconds,
    p50: at(0.5),
    p99: at(0.99),
    clientCpu: (used.user + used.system) / run.calls,
  };
}
