import type { Connection } from './connection.ts';
import type { Listed } from './orders.ts';

let lastId = 0;

/** A request id that this process has not used yet. */
export function nextId(): number {
  lastId += 1;
  return lastId;
}

interface Answer {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message?: string };
}

/** The JSON-RPC answer to `id` within a body that is JSON or an event stream. */
function parseAnswer(body: Buffer, id: number): Answer {
  const text = body.toString();
  const messages = text.startsWith('{')
    ? [text]
    : text
        .split(/\r?\n/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .filter((data) => data.startsWith('{'));
  const answer = messages
    .map((message) => JSON.parse(message) as Answer)
    .find((message) => message.id === id);
  if (answer === undefined) throw new Error(`The answer to request ${id} did not come.`);
  return answer;
}

async function ask(connection: Connection, method: string, params: object): Promise<Record<string, unknown>> {
  const id = nextId();
  const body = await connection.request(id, JSON.stringify({ jsonrpc: '2.0', id, method, params }));
  const { result, error } = parseAnswer(body, id);
  if (result === undefined) throw new Error(`${method} was refused: ${error?.message ?? 'no reason given'}`);
  return result;
}

/** Begins a session of revision 2025-11-25, or of the one that the other side chooses. */
export async function handshake(connection: Connection): Promise<void> {
  const result = await ask(connection, 'initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1.0.0' },
  });
  connection.speak(String(result['protocolVersion']));
  await connection.notify(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }));
}

/** Lists the tools, page after page, and says how long that took. Stops after 100 pages. */
export async function listTools(connection: Connection): Promise<Listed> {
  const start = performance.now();
  const first = await ask(connection, 'tools/list', {});
  const pages = [first];
  for (let cursor = first['nextCursor']; typeof cursor === 'string' && pages.length < 100;) {
    const page = await ask(connection, 'tools/list', { cursor });
    pages.push(page);
    cursor = page['nextCursor'];
  }
  const ms = performance.now() - start;
  const tools = pages.flatMap((page) => page['tools'] as { name: string }[]).map(({ name }) => name);
  return { ms, tools, result: JSON.stringify(first) };
}
