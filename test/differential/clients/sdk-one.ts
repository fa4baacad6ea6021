import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { ownModule } from '../paths.ts';
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

const built = process.env['DOORWARD_TEST_BUILD'] === '1';
const CLI = fileURLToPath(
  new URL(built ? '../../../dist/electron/cli.mjs' : '../../../electron/cli.ts', import.meta.url),
);

async function exercise(transport: Transport, asks: boolean): Promise<string[]> {
  const client = new Client({ name: 'sdk-one', version: '1.0.0' }, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, () => ({ action: 'accept', content: { name: 'Dora' } }));
  try {
    await client.connect(transport);
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
    await client.callTool({ name: SLOW, arguments: { duration: 0.3, steps: 3 } }, undefined, {
      onprogress: ({ progress }) => steps.push(progress),
    });
    expectProgress(steps);
    const worked = ['tools', 'call', 'resource', 'prompt', 'progress'];
    if (!asks) return worked;
    // Offered only to a client that can be asked, once the server has been started for it.
    expectIn(await client.callTool({ name: ASKING }), ASKED, 'question');
    return [...worked, 'question'];
  } finally {
    await client.close();
  }
}

const overHttp = ({ url, token }: Target): Transport =>
  // The SDK's own types disagree about undefined.
  new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  }) as Transport;

/** The SDK that most AI apps are built on, and the programs that are built on it. */
export const sdkOneTrials: readonly Trial[] = [
  {
    client: '@modelcontextprotocol/sdk 1.32.2, Streamable HTTP',
    run: (target) => exercise(overHttp(target), true),
  },
  {
    client: '@modelcontextprotocol/sdk 1.32.2, doorward connect',
    run: ({ host, name }) => {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [CLI, 'connect', '--client', name],
        env: { DOORWARD_HOME: host.home, PATH: process.env['PATH'] ?? '' },
        stderr: 'ignore',
      });
      return exercise(transport, true);
    },
  },
  {
    client: 'mcp-remote 0.15.1 under @modelcontextprotocol/sdk 1.32.2',
    run: ({ url, token, home }) => {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [ownModule('mcp-remote/dist/proxy.js'), url, '--header', 'Authorization:${AUTH_HEADER}'],
        env: { AUTH_HEADER: `Bearer ${token}`, HOME: home, PATH: process.env['PATH'] ?? '' },
        stderr: 'ignore',
      });
      return exercise(transport, true);
    },
  },
];
