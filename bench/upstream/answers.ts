/** What the two upstream servers of the benchmark answer; no library, so that their own cost stays small and equal. */

/** The part of a JSON-RPC request that the upstream servers look at. */
export interface UpstreamRequest {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: {
    readonly protocolVersion?: string;
    readonly name?: string;
    readonly arguments?: { readonly message?: string };
  };
}

const VERSIONS = new Set(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25']);
const NEWEST = '2025-11-25';

/**
 * Text of `bytes` bytes once it is inside a JSON string: lines of a program with quotes and line ends, because
 * escapes are what real results have and what a relay pays for.
 */
function filler(bytes: number): string {
  const line = JSON.stringify('  const entry = lookup(table, "name"); // 0123456789 abcdefghij\n').slice(
    1,
    -1,
  );
  const whole = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes);
  return whole.endsWith('\\') ? `${whole.slice(0, -1)}.` : whole;
}

/** The tools by name, each with the text that follows the echoed message, as bytes of a JSON string. */
const TAILS = new Map([
  ['echo', ''],
  ['kb', filler(1024)],
  ['big', filler(100 * 1024)],
]);

/** A `tools` array with `count` further tools of a usual size (about 600 bytes), for the cost of a long list. */
function toolList(count: number): string {
  const own = [...TAILS.keys()].map((name) => ({
    name,
    description: 'Answers with the message that it was given.',
    inputSchema: {
      type: 'object',
      properties: { message: { type: 'string', description: 'The text to answer with.' } },
      required: ['message'],
    },
  }));
  const more = Array.from({ length: count }, (_, index) => ({
    name: `list_items_${index}`,
    title: `List items ${index}`,
    description:
      'Lists the items of a folder, newest first. Give a folder and, when the answer is long, the cursor that the ' +
      'previous answer ended with. Items that the account may not read are left out without a notice.',
    inputSchema: {
      type: 'object',
      properties: {
        folder: { type: 'string', description: 'Folder to list, as an absolute path.' },
        limit: { type: 'integer', minimum: 1, maximum: 500, description: 'How many items at most.' },
        cursor: { type: 'string', description: 'Where the previous answer ended.' },
      },
      required: ['folder'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }));
  return JSON.stringify([...own, ...more]);
}

/** How one upstream process answers. */
export interface Answers {
  /** The answer's bytes, or `undefined` for a notification. */
  answer(request: UpstreamRequest): string | undefined;
}

/**
 * Answers of a server of the session era (2024-11-05 to 2025-11-25) with `extraTools` tools beside its own three.
 * With `listResult` given, `tools/list` answers with exactly that text as its `result`.
 */
export function createAnswers(options: { extraTools?: number; listResult?: string }): Answers {
  const list = options.listResult ?? `{"tools":${toolList(options.extraTools ?? 0)}}`;
  const empty = new Map([
    ['ping', '{}'],
    ['logging/setLevel', '{}'],
    ['resources/list', '{"resources":[]}'],
    ['resources/templates/list', '{"resourceTemplates":[]}'],
    ['prompts/list', '{"prompts":[]}'],
    ['tools/list', list],
  ]);

  function result({ method, params }: UpstreamRequest): string | undefined {
    if (method === 'tools/call') {
      const tail = TAILS.get(params?.name ?? '');
      if (tail === undefined) return undefined;
      const message = JSON.stringify(String(params?.arguments?.message)).slice(1, -1);
      return `{"content":[{"type":"text","text":"Echo: ${message}${tail}"}]}`;
    }
    if (method === 'initialize') {
      const asked = params?.protocolVersion ?? '';
      return JSON.stringify({
        protocolVersion: VERSIONS.has(asked) ? asked : NEWEST,
        capabilities: { tools: {} },
        serverInfo: { name: 'bench-upstream', version: '1.0.0' },
      });
    }
    return empty.get(method);
  }

  return {
    answer(request) {
      if (request.id === undefined) return undefined;
      const id = JSON.stringify(request.id);
      const body = result(request);
      if (body === undefined)
        return `{"jsonrpc":"2.0","id":${id},"error":{"code":-32601,"message":"No such method or tool."}}`;
      return `{"jsonrpc":"2.0","id":${id},"result":${body}}`;
    },
  };
}
