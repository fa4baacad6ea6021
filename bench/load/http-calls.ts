import { Pool, type Dispatcher } from 'undici';

export interface HttpAnswer {
  readonly status: number;
  readonly session: string | undefined;
  readonly body: Buffer;
}

/** Opens at most 32 kept connections, one call on each at a time. */
export const createPool = (origin: string): Pool =>
  new Pool(origin, {
    connections: 32,
    pipelining: 1,
    keepAliveTimeout: 600_000,
    keepAliveMaxTimeout: 600_000,
  });

/** Posts a body and resolves with the whole answer. Uses `dispatch`, the cheapest way that undici has. */
export function post(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const chunks: Buffer[] = [];
  let status = 0;
  let session: string | undefined;
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: () => undefined,
    onResponseStart(_controller, code, answered) {
      status = code;
      const id = answered['mcp-session-id'];
      if (typeof id === 'string') session = id;
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk);
    },
    onResponseEnd() {
      const [first] = chunks;
      resolve({ status, session, body: chunks.length === 1 && first ? first : Buffer.concat(chunks) });
    },
    onResponseError(_controller, error) {
      reject(error);
    },
  };
  pool.dispatch({ path, method: 'POST', headers, body }, handler);
  return promise;
}
