import { FirstCome } from '../catalog/first-come.ts';
import { elementsOf, membersOf, stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';

const URI = Buffer.from('"uri"');
const TASK = Buffer.from('"taskId"');
/** Of one server, for one client. */
const MAX_URIS = 500;
const MAX_TASKS = 500;
const MAX_CONTENT = 200;

/**
 * Notes what results on `/mcp` mention that a client may come back for: links to resources that stand in no list,
 * and tasks. Only so can they be routed to the server that spoke of them, and to the first one that did.
 */
export class ResultWatch {
  readonly #uris = new FirstCome(MAX_URIS);
  readonly #tasks = new FirstCome(MAX_TASKS);

  see(client: string, server: string, response: Message): void {
    const { bytes, resultSpan } = response;
    if (resultSpan === undefined) return;
    const links = bytes.includes(URI);
    const tasks = bytes.includes(TASK);
    if (!links && !tasks) return;
    const result = membersOf(bytes, resultSpan);
    if (result === undefined) return;
    if (links) {
      const content = result.get('content') ?? result.get('contents');
      for (const span of (content && elementsOf(bytes, content, MAX_CONTENT)) ?? []) {
        const block = membersOf(bytes, span);
        const inner = block?.get('resource');
        const uri = stringAt(bytes, block?.get('uri') ?? (inner && membersOf(bytes, inner)?.get('uri')));
        if (uri !== undefined && uri.length <= 2048) this.#uris.claim(client, uri, server);
      }
    }
    if (tasks) {
      const task = result.get('task');
      const id = stringAt(bytes, (task && membersOf(bytes, task)?.get('taskId')) ?? result.get('taskId'));
      if (id !== undefined && id.length <= 512) this.#tasks.claim(client, id, server);
    }
  }

  server(client: string, uri: string): string | undefined {
    return this.#uris.get(client, uri);
  }

  taskServer(client: string, taskId: string): string | undefined {
    return this.#tasks.get(client, taskId);
  }

  /** A server was removed. */
  forgetServer(server: string): void {
    this.#uris.forgetServer(server);
    this.#tasks.forgetServer(server);
  }

  /** A client was removed, or its token replaced. */
  forgetClient(client: string): void {
    this.#uris.forgetClient(client);
    this.#tasks.forgetClient(client);
  }
}
