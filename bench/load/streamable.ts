import type { Connection } from './connection.ts';
import { createPool, post } from './http-calls.ts';

/** A Streamable HTTP session: each answer is the body of its own POST, as JSON or as an event stream. */
export function openStreamable(url: string, given: Readonly<Record<string, string>>): Connection {
  const { origin, pathname } = new URL(url);
  const pool = createPool(origin);
  const headers: Record<string, string> = {
    ...given,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  async function send(body: string): Promise<Buffer> {
    const answer = await post(pool, pathname, headers, body);
    if (answer.status >= 300) {
      throw new Error(`answered HTTP ${answer.status}: ${answer.body.toString('utf8', 0, 200)}`);
    }
    if (answer.session !== undefined) headers['mcp-session-id'] = answer.session;
    return answer.body;
  }
  return {
    request: (_id, body) => send(body),
    async notify(body) {
      await send(body);
    },
    speak(version) {
      headers['mcp-protocol-version'] = version;
    },
    close: () => pool.destroy(),
  };
}
