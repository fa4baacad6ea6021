import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ReadyChild, startChild } from '../fixtures/child.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { until } from '../fixtures/process-facts.ts';

// Clients of both protocol generations reach servers of both, over either transport, through one URL: real SDK on
// both sides. What a server asks the person or the model comes to the client in its own way and back.

const file = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/everything/${name}`, import.meta.url));
const serverEras = ['legacy', 'modern', 'both'] as const;
const transports = ['pipe', 'web'] as const;
const clientModes = { legacy: 'legacy', modern: { pin: '2026-07-28' } } as const;
type Mode = keyof typeof clientModes;

let host: TestHost;
let token: string;
const fixtures: ReadyChild[] = [];
const clients: Client[] = [];

beforeAll(async () => {
  host = await startHost();
  token = ((await host.must(['client', 'add', 'sdk'])) as { token: string }).token;
  for (const eras of serverEras) {
    await host.must([
      'server',
      'add',
      `pipe-${eras}`,
      '--',
      process.execPath,
      file('stdio.ts'),
      '--eras',
      eras,
    ]);
    const web = await startChild(file('start.ts'), ['--eras', eras]);
    fixtures.push(web);
    await host.must(['server', 'add', `web-${eras}`, '--url', (web.ready as { url: string }).url]);
    for (const transport of transports) {
      const report = await host.must(['server', 'inspect', `${transport}-${eras}`]);
      expect(report).toMatchObject({
        era: eras === 'legacy' ? 'session' : 'stateless',
        dual: eras === 'both',
      });
      await host.must(['server', 'approve', `${transport}-${eras}`]);
    }
  }
}, 240_000);
afterEach(() => Promise.allSettled(clients.splice(0).map((client) => client.close())));
afterAll(async () => {
  await host.stop();
  for (const fixture of fixtures) await fixture.stop();
});

interface Connected {
  readonly client: Client;
  /** What the client was asked, oldest first. */
  readonly asked: string[];
  /** List changes that it heard of. */
  readonly changes: string[];
}

async function connect(path: string, mode: Mode): Promise<Connected> {
  const client = new Client(
    { name: 'pairing', version: '1' },
    {
      capabilities: { elicitation: {}, sampling: {}, roots: {} },
      versionNegotiation: { mode: clientModes[mode] },
    },
  );
  const asked: string[] = [];
  const changes: string[] = [];
  client.setRequestHandler('elicitation/create', ({ params }) => {
    asked.push(params.message);
    return {
      action: 'accept',
      content: { username: 'ada', email: 'ada@example.org', name: 'Ada', color: 'green', ok: true },
    };
  });
  client.setRequestHandler('sampling/createMessage', ({ params }) => {
    asked.push(JSON.stringify(params.messages));
    return { model: 'none', role: 'assistant', content: { type: 'text', text: 'Paris' } };
  });
  client.setRequestHandler('roots/list', () => ({ roots: [{ uri: 'file:///work', name: 'work' }] }));
  client.setNotificationHandler('notifications/tools/list_changed', () => void changes.push('tools'));
  client.setNotificationHandler('notifications/prompts/list_changed', () => void changes.push('prompts'));
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${host.url}${path}`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  clients.push(client);
  return { client, asked, changes };
}

const textOf = (result: { content: readonly { type: string; text?: string }[] }): string | undefined =>
  result.content[0]?.text;

const pairs = transports.flatMap((transport) =>
  serverEras.flatMap((eras) =>
    (['legacy', 'modern'] as const).map((mode) => [mode, transport, eras] as const),
  ),
);

describe.each(pairs)('a %s client at a %s server that speaks %s', (mode, transport, eras) => {
  const server = `${transport}-${eras}`;

  test.each([
    ['its own endpoint', `/mcp/s/${server}`, ''],
    ['the endpoint of all', '/mcp', `${server}__`],
  ])('plain calls, questions to the person and to the model at %s', async (_which, path, prefix) => {
    const { client, asked } = await connect(path, mode);
    const call = async (name: string, args: Record<string, unknown> = {}): Promise<string | undefined> =>
      textOf(
        (await client.callTool({ name: `${prefix}${name}`, arguments: args })) as Parameters<
          typeof textOf
        >[0],
      );

    expect(await call('test_simple_text')).toContain('simple text');
    expect(await call('test_elicitation', { message: 'Who are you?' })).toMatch(/accept.*ada@example\.org/);
    expect(asked).toEqual(['Who are you?']);
    expect(await call('test_sampling', { prompt: 'Capital of France?' })).toContain('Paris');
    expect(asked[1]).toContain('Capital of France?');
    // Several calls that ask at the same time: each gets the answer to its own question.
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, i) => call('test_elicitation', { message: `Question ${i}` })),
    );
    // Session-era stdio does not say which call a question is about, and a client without sessions can be asked
    // about nothing else: of calls at the same time only those are answered that were alone when they asked.
    const untold = mode === 'modern' && server === 'pipe-legacy';
    if (untold) for (const text of many) expect(text).toMatch(/ada@example\.org|cannot tell/);
    else {
      expect(many.every((text) => text?.includes('ada@example.org'))).toBe(true);
      expect(asked.slice(2).toSorted()).toEqual([
        'Question 0',
        'Question 1',
        'Question 2',
        'Question 3',
        'Question 4',
      ]);
    }
    await expect(call('test_error_handling')).resolves.toContain('intentionally returns an error');
    const resources = await client.listResources();
    expect(resources.resources.map((resource) => resource.name.length)).not.toContain(0);
  });

  test('questions one after the other, with state that comes back', async () => {
    // Rounds with state exist in the newer generation only; the older one asks again and again in one call.
    const { client, asked } = await connect(`/mcp/s/${server}`, mode);
    const result = await client.callTool({ name: 'test_input_required_result_multi_round', arguments: {} });
    expect(textOf(result as Parameters<typeof textOf>[0])).toBe('Done: green');
    expect(asked).toHaveLength(2);
  });

  test('a changed list reaches the client', async () => {
    const { client, changes } = await connect(`/mcp/s/${server}`, mode);
    const names = async (): Promise<string[]> => (await client.listTools()).tools.map((tool) => tool.name);
    const before = (await names()).includes('test_changing_tool');
    if (mode === 'modern') await client.listen({ toolsListChanged: true });
    await client.callTool({ name: 'test_trigger_tool_change', arguments: {} });
    await until('the client hears of the change', () => changes.includes('tools'));
    await until(
      'the list has changed',
      async () => (await names()).includes('test_changing_tool') !== before,
    );
  });
});
