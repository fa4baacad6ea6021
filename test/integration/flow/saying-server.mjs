// A stdio server that offers the tools of a file and answers what stands there. It writes down every call, one on a line.
import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [script, record] = process.argv.slice(2);
const { tools } = JSON.parse(readFileSync(script, 'utf8'));
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === 'initialize')
    send({
      id,
      result: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'saying', version: '1' },
      },
    });
  else if (method === 'tools/list') send({ id, result: { tools } });
  else if (method === 'tools/call') {
    appendFileSync(record, `${line}\n`);
    const { answers } = JSON.parse(readFileSync(script, 'utf8'));
    send({ id, result: { content: [{ type: 'text', text: answers[params.name] ?? 'done' }] } });
  } else if (id !== undefined) send({ id, result: {} });
});
