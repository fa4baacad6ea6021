import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { answers } from './answers.ts';
import { catalogue } from './catalogue.ts';

// A stdio server for the measurement of tokens: `node scripted.ts NAME` has the tools of that name in the catalogue, and
// `node scripted.ts NAME FILE` those of that name in a file of lines `{"server","tool"}`.

const [name = '', file] = process.argv.slice(2);
const tools = file === undefined ? catalogue[name] : fromFile(file);

function fromFile(path: string): object[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { server: string; tool: object })
    .filter(({ server }) => server === name)
    .map(({ tool }) => tool);
}

interface Request {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: {
    readonly name?: string;
    readonly arguments?: Record<string, unknown>;
    readonly protocolVersion?: string;
  };
}

const send = (id: number | string | undefined, result: object): void => {
  if (id !== undefined) process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line) as Request;
  if (method === 'initialize')
    send(id, {
      protocolVersion: params?.protocolVersion ?? '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name, version: '1.0.0' },
    });
  else if (method === 'tools/list') send(id, { tools: tools ?? [] });
  else if (method === 'tools/call') {
    const answer = answers[`${name} ${params?.name ?? ''}`];
    send(id, { content: [{ type: 'text', text: answer?.(params?.arguments ?? {}) ?? 'Done.' }] });
  } else send(id, {});
});
