import { get } from 'node:http';
import { eachLine } from '../wire/lines.ts';
import { createWaiting, type Connection } from './connection.ts';
import { createPool, post } from './http-calls.ts';

const DATA = Buffer.from('data: ');

/** The older HTTP+SSE transport: one event stream, whose first event names the address for messages. */
export async function openSse(url: string, headers: Readonly<Record<string, string>>): Promise<Connection> {
  const { origin } = new URL(url);
  const pool = createPool(origin);
  const waiting = createWaiting();
  const address = Promise.withResolvers<string>();
  const stream = get(url, { headers: { ...headers, accept: 'text/event-stream' } }, (response) => {
    let named = false;
    eachLine(response, (line) => {
      if (line.compare(DATA, 0, DATA.length, 0, DATA.length) !== 0) return;
      const data = line.subarray(DATA.length, line.at(-1) === 13 ? -1 : undefined);
      if (named) waiting.settle(data);
      else address.resolve(data.toString());
      named = true;
    });
    response.on('close', () => waiting.fail(new Error('the event stream ended')));
  });
  stream.on('error', (error) => {
    address.reject(error);
    waiting.fail(error);
  });
  const { pathname, search } = new URL(await address.promise, origin);

  async function send(body: string): Promise<void> {
    const answer = await post(
      pool,
      pathname + search,
      { ...headers, 'content-type': 'application/json' },
      body,
    );
    if (answer.status >= 300) throw new Error(`answered HTTP ${answer.status}`);
  }
  return {
    async request(id, body) {
      const answer = waiting.add(id);
      await Promise.all([send(body), answer]);
      return answer;
    },
    notify: send,
    speak: () => undefined,
    async close() {
      stream.destroy();
      await pool.destroy();
    },
  };
}
