import { connect } from 'node:net';
import type { TestHost } from '../fixtures/host.ts';
import type { Judgement, Row } from './row.ts';

/** What the rows of the http-* classes need: the endpoint, a token, and a session of somebody else. */
export interface Doors {
  readonly port: number;
  readonly token: string;
  readonly foreignSession: string;
}

interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'vectors', version: '1' } },
});
const PING = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'ping' });

/** Adds two AI apps and opens a session as one of them. */
export async function openDoors(host: TestHost): Promise<Doors> {
  const token = async (name: string): Promise<string> => {
    const added = await host.must(['client', 'add', name]);
    return (added as { token: string }).token;
  };
  const mine = await token('vectors');
  const theirs = await token('somebody');
  const answer = await send(
    host.port,
    headersFor({}, { port: host.port, token: theirs, foreignSession: '' }),
    INITIALIZE,
  );
  return { port: host.port, token: mine, foreignSession: answer.headers.get('mcp-session-id') ?? '' };
}

/** Sends a request that is in order but for the row's headers, and holds the answer against the row's `want`. */
export async function judgeHttp(row: Row, doors: Doors): Promise<Judgement> {
  const body = 'Mcp-Session-Id' in row.input ? PING : INITIALIZE;
  const answer = await send(doors.port, headersFor(row.input, doors), body);
  const preflight =
    row.want.absentHeader === undefined
      ? undefined
      : await send(doors.port, headersFor(row.input, doors), '', 'OPTIONS');
  const { accept, status, absentHeader } = row.want;
  const statusFits = accept === true ? answer.status === 200 : (status ?? []).includes(answer.status);
  const shown = [answer, preflight].some(
    (one) => absentHeader !== undefined && one?.headers.has(absentHeader),
  );
  return { got: `${answer.status}${shown ? ` with ${absentHeader}` : ''}`, ok: statusFits && !shown };
}

function headersFor(input: Row['input'], doors: Doors): string[][] {
  const headers = new Map<string, string | null>([
    ['Host', `127.0.0.1:${doors.port}`],
    ['Content-Type', 'application/json'],
    ['Accept', 'application/json, text/event-stream'],
    ['Authorization', `Bearer ${doors.token}`],
  ]);
  for (const [name, value] of Object.entries(input))
    headers.set(name, value === '<id of another client>' ? doors.foreignSession : value);
  return [...headers].flatMap(([name, value]) =>
    value === null ? [] : [[name, value.replaceAll('{P}', String(doors.port))]],
  );
}

/** By hand on a socket, because an HTTP library would mend or refuse the very headers that are to be tried. */
function send(port: number, headers: readonly string[][], body: string, method = 'POST'): Promise<Answer> {
  const names = new Set(headers.map(([name]) => name?.toLowerCase()));
  const length = names.has('content-length') ? [] : [['Content-Length', String(Buffer.byteLength(body))]];
  const head = [...headers, ...length, ['Connection', 'close']]
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${method} /mcp HTTP/1.1\r\n${head}\r\n${body}`),
    );
    let text = '';
    const settle = (): void => {
      socket.destroy();
      const [lines = ''] = text.split('\r\n\r\n');
      const [first = '', ...rest] = lines.split('\r\n');
      resolve({
        status: Number(first.split(' ')[1] ?? 0),
        headers: new Map(
          rest.map((line) => [
            line.slice(0, line.indexOf(':')).toLowerCase(),
            line.slice(line.indexOf(':') + 1).trim(),
          ]),
        ),
      });
    };
    socket.setTimeout(5_000, settle);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n\r\n')) settle();
    });
    socket.on('end', settle);
    socket.on('error', reject);
  });
}
