import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Transport } from '@modelcontextprotocol/client';
import {
  ASKED,
  ASKING,
  DOCUMENT,
  ECHO,
  ECHOED,
  expectIn,
  expectProgress,
  MESSAGE,
  PROMPT,
  PROMPTED,
  RESOURCE,
  SLOW,
  type Target,
  type Trial,
} from './target.ts';

async function exercise(
  { url, token }: Target,
  mode: 'legacy' | 'auto',
  revision: string,
): Promise<string[]> {
  const client = new Client(
    { name: 'sdk-two', version: '1.0.0' },
    { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode } },
  );
  client.setRequestHandler('elicitation/create', () => ({ action: 'accept', content: { name: 'Dora' } }));
  const transport: Transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  try {
    await client.connect(transport);
    const spoken = client.getNegotiatedProtocolVersion();
    if (spoken !== revision) throw new Error(`revision: ${revision} expected, ${spoken} negotiated`);
    const { tools } = await client.listTools();
    expectIn(
      tools.map(({ name }) => name),
      ECHO,
      'tools',
    );
    expectIn(await client.callTool({ name: ECHO, arguments: { message: MESSAGE } }), ECHOED, 'call');
    expectIn(await client.readResource({ uri: RESOURCE }), DOCUMENT, 'resource');
    expectIn(await client.getPrompt({ name: PROMPT }), PROMPTED, 'prompt');
    const steps: number[] = [];
    await client.callTool(
      { name: SLOW, arguments: { duration: 0.3, steps: 3 } },
      { onprogress: ({ progress }) => steps.push(progress) },
    );
    expectProgress(steps);
    expectIn(await client.callTool({ name: ASKING }), ASKED, 'question');
    return [revision, 'tools', 'call', 'resource', 'prompt', 'progress', 'question'];
  } finally {
    await client.close();
  }
}

/** The SDK that speaks both generations of the protocol. */
export const sdkTwoTrials: readonly Trial[] = [
  {
    client: '@modelcontextprotocol/client 2.4.0, sessions',
    run: (target) => exercise(target, 'legacy', '2025-11-25'),
  },
  {
    client: '@modelcontextprotocol/client 2.4.0, stateless',
    run: (target) => exercise(target, 'auto', '2026-07-28'),
  },
];
