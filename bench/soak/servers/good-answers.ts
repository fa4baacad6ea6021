/** What the well-behaved servers of the soak answer; no library, so that they cost little. */

/** The part of a request that they look at. */
export interface SoakRequest {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: {
    readonly name?: string;
    readonly arguments?: { readonly mark?: unknown };
  };
}

const READS = 45;
const WRITES = 5;

/** Names of the tools that every server offers: most read, some change something. */
export const TOOL_NAMES: readonly string[] = [
  ...Array.from({ length: READS }, (_, i) => `read_page_${i}`),
  ...Array.from({ length: WRITES }, (_, i) => `update_page_${i}`),
];

/** What a call has to be answered with: where it went, and the mark that no other call has. */
export const answerText = (server: string, tool: string, mark: unknown): string =>
  `${server}/${tool}/${String(mark)};`;

/** Text that follows, so that there is something to look through as in real answers. */
const PAGE =
  ' The page lists the open points of the last meeting and who takes care of them until Friday.'.repeat(8);

const tools = (names: readonly string[]): string =>
  JSON.stringify(
    names.map((name) => ({
      name,
      description: name.startsWith('read')
        ? 'Reads a page of the handbook.'
        : 'Updates a page of the handbook.',
      inputSchema: {
        type: 'object',
        properties: { mark: { type: 'string', description: 'Comes back with the answer.' } },
        required: ['mark'],
      },
    })),
  );

export type Era = 'session' | 'stateless';

/** Answers of one server: the result as JSON text; undefined for what it does not know. */
export function soakAnswers(
  server: string,
  era: Era,
  names: readonly string[] = TOOL_NAMES,
): (request: SoakRequest) => string | undefined {
  const complete = era === 'stateless' ? '"resultType":"complete",' : '';
  const cached = era === 'stateless' ? '"resultType":"complete","ttlMs":0,"cacheScope":"private",' : '';
  const list = `{${cached}"tools":${tools(names)}}`;
  const info = { name: server, version: '1.0.0' };
  return ({ method, params }) => {
    switch (method) {
      case 'tools/call': {
        const text = answerText(server, params?.name ?? '', params?.arguments?.mark) + PAGE;
        return `{${complete}"content":[{"type":"text","text":${JSON.stringify(text)}}]}`;
      }
      case 'tools/list':
        return list;
      case 'initialize':
        if (era === 'stateless') return undefined;
        return JSON.stringify({
          protocolVersion: '2025-11-25',
          capabilities: { tools: { listChanged: true } },
          serverInfo: info,
        });
      case 'server/discover':
        if (era === 'session') return undefined;
        return `{${cached}"supportedVersions":["2026-07-28"],"capabilities":{"tools":{}},"serverInfo":${JSON.stringify(info)}}`;
      case 'ping':
      case 'logging/setLevel':
        return '{}';
      default:
        return undefined;
    }
  };
}

/** The whole response to a request. */
export function responseTo(request: SoakRequest, result: string | undefined): string {
  const head = `{"jsonrpc":"2.0","id":${JSON.stringify(request.id)},`;
  return result === undefined
    ? `${head}"error":{"code":-32601,"message":"Method not found"}}`
    : `${head}"result":${result}}`;
}
