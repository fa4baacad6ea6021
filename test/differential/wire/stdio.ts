import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tail } from '../../fixtures/child.ts';
import { readJson } from '../json/exact.ts';
import {
  type Answer,
  type Channel,
  type Extra,
  type Heard,
  helloOf,
  idKey,
  idMaker,
  initializeParams,
  type Persona,
  readMessage,
  requestText,
  withEnvelope,
} from './channel.ts';
import { OpenRequests } from './open-requests.ts';

const GRACE_MS = 5_000;

/** How a server is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server and shakes hands in the way of its era. Throws with what it wrote on standard error. */
export async function openStdio(
  launch: Launch,
  persona: Persona,
  era: 'session' | 'stateless' = 'session',
): Promise<Channel> {
  const child = spawn(launch.command, launch.args, {
    env: { ...process.env, ...launch.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stderr = tail(child.stderr);
  const open = new OpenRequests();
  const heard: Heard[] = [];
  const nextId = idMaker();
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => open.failAll(error));
  child.on('close', () => open.failAll(new Error(`The server ended.\n${stderr()}`)));

  const send = (text: string): void => {
    // One message on each line; in JSON a line end can only be between tokens.
    child.stdin.write(`${text.replaceAll(/[\r\n]/g, ' ')}\n`);
  };

  function line(bytes: Buffer): void {
    let message;
    try {
      message = readMessage(bytes);
    } catch {
      // Some servers print words of welcome on standard output.
      return;
    }
    if (message.kind === 'answer') {
      open.settle(message.id, message.answer);
      return;
    }
    heard.push(message.heard);
    if (message.kind === 'request') {
      const { method, params } = message.heard;
      send(`{"jsonrpc":"2.0","id":${message.id},"result":${persona.respond(method, params)}}`);
    }
  }

  let rest = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      if (end > 0) line(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
  });

  function request(method: string, params?: string, { meta }: Extra = {}): Promise<Answer> {
    const id = nextId();
    const answer = open.wait(idKey(readJson(Buffer.from(id))), method);
    send(requestText(id, method, withEnvelope(persona, era, params, meta)));
    return answer;
  }

  async function notify(method: string, params: string): Promise<void> {
    send(`{"jsonrpc":"2.0","method":"${method}","params":${params}}`);
  }

  async function close(): Promise<void> {
    if (ended()) return;
    const closed = once(child, 'close');
    child.stdin.end();
    const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await closed;
    clearTimeout(late);
  }

  try {
    const hello = helloOf(
      era === 'session'
        ? await request('initialize', initializeParams(persona))
        : await request('server/discover'),
    );
    if (era === 'session') send('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    return { hello, request, notify, heard, close };
  } catch (error) {
    await close();
    throw error;
  }
}
