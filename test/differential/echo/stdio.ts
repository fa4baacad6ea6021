import { type Json, member, readable, readJson, textOf } from '../json/exact.ts';
import { answer, type Era, nothingHeard } from './core.ts';

/** Serves one era over standard input and output until the input ends. */
export function serveStdio(era: Era): void {
  const heard = nothingHeard();
  const asked = new Map<string, (said: string) => void>();
  const write = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };

  function line(bytes: Buffer): void {
    const message: Json = readJson(bytes);
    const id = readable(member(message, 'id')?.raw ?? 'null');
    const method = textOf(member(message, 'method'));
    if (method === undefined) {
      const said = member(message, 'result') ?? member(message, 'error');
      asked.get(id)?.(readable(said?.raw ?? 'null'));
      asked.delete(id);
      return;
    }
    if (member(message, 'id') === undefined) {
      if (method.startsWith('notifications/example.org/'))
        heard.notifications.push(readable(member(message, 'params')?.raw ?? 'null'));
      return;
    }
    void answer(era, message, heard, {
      result: (result) => write(`{"jsonrpc":"2.0","id":${id},"result":${result}}`),
      error: (error) => write(`{"jsonrpc":"2.0","id":${id},"error":${error}}`),
      notify: (name, params) => write(`{"jsonrpc":"2.0","method":"${name}","params":${params}}`),
      ask: (name, params) =>
        new Promise((resolve) => {
          const own = `"\\u0071-${id.replaceAll(/\W/g, '')}"`;
          asked.set(own, resolve);
          write(`{"jsonrpc":"2.0","id":${own},"method":"${name}","params":${params}}`);
        }),
      headers: undefined,
      lines: false,
    });
  }

  let rest = Buffer.alloc(0);
  process.stdin.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      line(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
  });
}
