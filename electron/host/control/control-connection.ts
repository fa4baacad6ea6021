import type { Socket } from 'node:net';
import {
  CHANNEL_VERSION,
  helloFrame,
  MAX_HELLO,
  MAX_REQUEST,
  requestFrame,
  type ResponseFrame,
} from '../../../shared/ipc/frames.ts';
import type { Result } from '../../../shared/result.ts';
import { LineSplitter } from '../../relay/framing/line-splitter.ts';
import type { RunCommand } from '../commands.ts';
import { proofFits, proofOf } from './handshake.ts';

/** Hands a connection over to MCP messages; the splitter may hold some that have come already. */
export type BridgeOpener = (
  client: string,
  server: string | undefined,
  folder: string | undefined,
) => Opened | Promise<Opened>;
type Opened = Result<(socket: Socket, splitter: LineSplitter) => void>;

/** What one connection works on. */
export interface ConnectionPorts {
  readonly run: RunCommand;
  readonly bridge: BridgeOpener;
  readonly bridgeLine: number;
  /** A connection that has not shown who it is after so many milliseconds is ended. */
  readonly helloMs: number;
}

const IDLE_MS = 10 * 60_000;
const MAX_UNREAD = 128 * 1024 * 1024;

/**
 * Serves one connection: handshake, then commands one after the other, or a bridge. Anything that is not understood
 * ends it; before the handshake nothing is answered at all, so a stranger learns not even what listens here.
 */
export function serveControlConnection(socket: Socket, key: string, ports: ConnectionPorts): void {
  const splitter = new LineSplitter(Math.max(MAX_REQUEST, ports.bridgeLine));
  let known = false;
  let busy = false;
  let ended = false;

  const send = (frame: ResponseFrame | { hello: { v: typeof CHANNEL_VERSION; proof: string } }): void => {
    if (socket.destroyed || socket.writableEnded) return;
    socket.write(`${JSON.stringify(frame)}\n`);
    if (socket.writableLength > MAX_UNREAD) socket.destroy();
  };
  const refuse = (message: string): void => {
    send({ id: 0, ok: false, code: 'protocol', message });
    socket.destroySoon();
  };

  function hello(line: Buffer): void {
    const frame = helloFrame.safeParse(parseJson(line));
    if (!frame.success || !proofFits(key, 'client', frame.data.hello.nonce, frame.data.hello.proof)) {
      socket.destroy();
      return;
    }
    known = true;
    socket.setTimeout(IDLE_MS);
    send({ hello: { v: CHANNEL_VERSION, proof: proofOf(key, 'host', frame.data.hello.nonce) } });
  }

  async function request(line: Buffer): Promise<void> {
    const parsed = requestFrame.safeParse(parseJson(line));
    if (!parsed.success) {
      refuse('The request was not understood. Use a command line of the same version as the host.');
      return;
    }
    const frame = parsed.data;
    if ('bridge' in frame) {
      const { client, server, folder } = frame.bridge;
      const opened = await ports.bridge(client, server, folder);
      if (socket.destroyed) return;
      send({ id: frame.id, ...(opened.ok ? { ok: true, output: {} } : opened) });
      if (!opened.ok) return;
      socket.off('data', onData);
      socket.off('end', onEnd);
      socket.setTimeout(0);
      opened.value(socket, splitter);
      return;
    }
    socket.setTimeout(0);
    const result = await ports.run(frame.command, frame.input, {
      kind: 'socket',
      operatorKey: frame.operatorKey,
      onProgress: (progress) => send({ id: frame.id, progress }),
    });
    send({ id: frame.id, ...(result.ok ? { ok: true, output: result.value ?? null } : result) });
    socket.setTimeout(IDLE_MS);
  }

  /** One request at a time: what comes meanwhile waits in the splitter, and the socket is not read. */
  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    socket.pause();
    for (let line = next(); line !== undefined; line = next()) {
      if (!known) hello(line);
      else await request(line);
      if (socket.listenerCount('data') === 0) return; // A bridge has it now.
    }
    busy = false;
    if (socket.destroyed) return;
    if (ended) socket.end();
    else socket.resume();
  }

  function next(): Buffer | undefined {
    if (socket.destroyed) return undefined;
    const line = splitter.next();
    const limit = known ? MAX_REQUEST : MAX_HELLO;
    if (splitter.overflow || splitter.partial > limit || (line !== undefined && line.length > limit)) {
      if (known) refuse(`A request may have at most ${limit} bytes.`);
      else socket.destroy();
      return undefined;
    }
    return line;
  }

  function onData(chunk: Buffer): void {
    splitter.push(chunk);
    void drain();
  }

  function onEnd(): void {
    ended = true;
    if (!busy) socket.end();
  }

  socket.setTimeout(ports.helloMs, () => socket.destroy());
  socket.on('data', onData);
  socket.on('end', onEnd);
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
