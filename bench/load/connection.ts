/** One open connection to a system, whatever the transport. */
export interface Connection {
  /** Sends a request that carries `id` and resolves with the bytes that hold its answer. */
  request(id: number, body: string): Promise<Buffer>;
  /** Sends a notification and resolves when the other side has taken it. */
  notify(body: string): Promise<void>;
  /** Every request from now on says that it speaks this revision. */
  speak(version: string): void;
  readonly pid?: number;
  close(): Promise<void>;
}

const ID_AT_HEAD = /"id":(\d+)/;
const ID_AT_TAIL = /"id":(\d+)\}\s*$/;

/**
 * The id of a JSON-RPC answer, found at the head or the tail where every system writes it, so that the client does
 * not parse 100 KB to learn a number; otherwise by parsing.
 */
export function answerId(line: Buffer): number | undefined {
  const edge = 48;
  const head = line.toString('latin1', 0, edge).split('"result"', 1)[0] ?? '';
  const found =
    ID_AT_HEAD.exec(head) ?? ID_AT_TAIL.exec(line.toString('latin1', Math.max(0, line.length - edge)));
  if (found) return Number(found[1]);
  const { id } = JSON.parse(line.toString()) as { id?: unknown };
  return typeof id === 'number' ? id : undefined;
}

/** Answers that are still awaited, by id. */
export interface Waiting {
  add(id: number): Promise<Buffer>;
  settle(line: Buffer): void;
  fail(error: Error): void;
}

export function createWaiting(): Waiting {
  const pending = new Map<number, { resolve: (answer: Buffer) => void; reject: (error: Error) => void }>();
  let broken: Error | undefined;
  return {
    add(id) {
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      if (broken) reject(broken);
      else pending.set(id, { resolve, reject });
      return promise;
    },
    settle(line) {
      const id = answerId(line);
      if (id === undefined) return;
      pending.get(id)?.resolve(line);
      pending.delete(id);
    },
    fail(error) {
      broken = error;
      for (const { reject } of pending.values()) reject(error);
      pending.clear();
    },
  };
}
