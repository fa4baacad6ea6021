import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import {
  CHANNEL_VERSION,
  helloAnswer,
  MAX_RESPONSE,
  type RequestFrame,
  responseFrame,
} from '../../shared/ipc/frames.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { proofFits, proofOf } from '../host/control/handshake.ts';
import { type ProfilePaths, reasonOf } from '../host/profile.ts';
import { LineSplitter } from '../relay/framing/line-splitter.ts';

/** A connection to the running host. Nothing here throws. */
export interface ControlClient {
  call<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    options?: { readonly operatorKey?: string | undefined; readonly onProgress?: (sentence: string) => void },
  ): Promise<Result<CommandOutput<N>>>;
  /** Turns the connection into a bridge; the host has said yes when this resolves. */
  bridge(client: string, server: string | undefined, folder?: string): Promise<Result<Socket>>;
  close(): void;
}

const HANDSHAKE_MS = 10_000;
const GONE = new Set(['ENOENT', 'ECONNREFUSED']);

/** Connects to the host of this profile. `no-host`: none runs. Nothing is said to whoever cannot prove that they are it. */
export async function connectControl(
  paths: ProfilePaths,
): Promise<Result<ControlClient, 'no-host' | 'failed'>> {
  const noHost = () => fail('no-host', 'Doorward is not running. Start it with: doorward serve');
  let key: string;
  try {
    key = readFileSync(paths.controlKey, 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? noHost()
      : fail('failed', `${paths.controlKey} cannot be read: ${reasonOf(error)}.`);
  }
  const socket = connect({ path: paths.socket, allowHalfOpen: true });
  const problem = await new Promise<unknown>((resolve) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('error', resolve);
  });
  if (problem !== undefined) {
    socket.destroy();
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
    return GONE.has(code)
      ? noHost()
      : fail('failed', `The running Doorward cannot be reached: ${reasonOf(problem)}.`);
  }
  const lines = incoming(socket);
  const nonce = randomBytes(32).toString('hex');
  socket.write(
    `${JSON.stringify({ hello: { v: CHANNEL_VERSION, nonce, proof: proofOf(key, 'client', nonce) } })}\n`,
  );
  const late = setTimeout(() => socket.destroy(), HANDSHAKE_MS);
  const answer = helloAnswer.safeParse(parse(await lines.next()));
  clearTimeout(late);
  if (!answer.success || !proofFits(key, 'host', nonce, answer.data.hello.proof)) {
    socket.destroy();
    return fail(
      'failed',
      'Something else answers in place of Doorward, or it is of another version. Restart Doorward.',
    );
  }
  return ok(client(socket, lines));
}

interface Lines {
  /** The next line; undefined when the connection is over. */
  next(): Promise<Buffer | undefined>;
  /** Stops reading; what came too early is put back. */
  detach(): void;
}

function incoming(socket: Socket): Lines {
  const splitter = new LineSplitter(MAX_RESPONSE);
  let wake = (): void => {};
  let over = false;
  const onData = (chunk: Buffer): void => {
    splitter.push(chunk);
    wake();
  };
  const onOver = (): void => {
    over = true;
    wake();
  };
  socket.on('data', onData);
  socket.on('end', onOver);
  socket.on('close', onOver);
  socket.on('error', onOver);
  return {
    async next() {
      for (;;) {
        const line = splitter.next();
        if (line !== undefined) return line;
        if (over || splitter.overflow) return undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    detach() {
      socket.off('data', onData);
      socket.off('end', onOver);
      // Messages that came together with the host's yes.
      const early: Buffer[] = [];
      for (let line = splitter.next(); line !== undefined; line = splitter.next())
        early.push(line, Buffer.from('\n'));
      if (early.length > 0) socket.unshift(Buffer.concat(early));
    },
  };
}

function client(socket: Socket, lines: Lines): ControlClient {
  let ids = 0;
  async function ask(frame: RequestFrame, onProgress: (sentence: string) => void): Promise<Result<unknown>> {
    socket.write(`${JSON.stringify(frame)}\n`);
    for (;;) {
      const line = await lines.next();
      if (line === undefined) return fail('failed', 'Doorward stopped before it answered.');
      const answer = responseFrame.safeParse(parse(line));
      if (!answer.success)
        return fail('failed', 'The answer was not understood. Is Doorward of another version?');
      if ('progress' in answer.data) onProgress(answer.data.progress);
      else if (answer.data.ok) return ok(answer.data.output);
      else return fail(answer.data.code, answer.data.message);
    }
  }
  return {
    async call(name, input, { operatorKey, onProgress = () => {} } = {}) {
      const frame = {
        id: ++ids,
        command: name,
        input,
        ...(operatorKey === undefined ? {} : { operatorKey }),
      };
      const answer = await ask(frame, onProgress);
      if (!answer.ok) return answer;
      const output = contract[name].output.safeParse(answer.value);
      return output.success
        ? ok(output.data as CommandOutput<typeof name>)
        : fail('failed', 'The answer was not understood. Is Doorward of another version?');
    },
    async bridge(name, server, folder) {
      const bridge = {
        client: name,
        ...(server === undefined ? {} : { server }),
        ...(folder === undefined ? {} : { folder }),
      };
      const answer = await ask({ id: ++ids, bridge }, () => {});
      if (!answer.ok) return answer;
      lines.detach();
      return ok(socket);
    },
    close: () => socket.end(),
  };
}

function parse(line: Buffer | undefined): unknown {
  try {
    return line === undefined ? undefined : JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
