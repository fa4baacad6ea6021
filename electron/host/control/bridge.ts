import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { eraOf } from '../../gateway/era.ts';
import { INVALID_REQUEST, PARSE_ERROR, refusalBody } from '../../gateway/refusal.ts';
import type {
  ClientIdentity,
  DownstreamSession,
  Envelope,
  Exchange,
  RelayPort,
  Scope,
} from '../../relay/exchange.ts';
import { bytesAt, stringAt } from '../../relay/framing/json-scan.ts';
import { type Message, readId, scanMessage, splitBatch } from '../../relay/message.ts';
import { errorReply, REFUSED } from '../../relay/replies.ts';
import type { LineSplitter } from '../../relay/framing/line-splitter.ts';

/** What one bridge works on. */
export interface BridgePorts {
  readonly relay: RelayPort;
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly stream: Duplex;
  /** Cuts what comes into lines; may hold some already. */
  readonly splitter: LineSplitter;
  readonly callsInFlight: number;
  /** Bytes that may wait for an app that does not read; above them it is cut off. */
  readonly waitingBytes: number;
  readonly onClosed: () => void;
}

/** An open bridge. */
export interface Bridge {
  /** Ends it: its session, its calls, its connection. */
  close(): void;
}

const LINES_A_TURN = 32;
/** Above this the app is not read until it has taken what waits for it. */
const HIGH_WATER = 1024 * 1024;
const MAX_BATCH = 100;
/** After the app has closed its side, calls in flight may still be answered for so long. */
const LAST_ANSWERS_MS = 5000;

const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';

/**
 * Speaks MCP's stdio framing (one message a line) with one AI app on a stream, both eras, and hands what comes to
 * the relay as the endpoint does: it is the same road. Who the app is was settled before, not by what it says.
 */
export function runBridge(ports: BridgePorts): Bridge {
  const { relay, client, scope, stream, splitter } = ports;
  const calls = new Map<string, BridgeCall>();
  let session: DownstreamSession | undefined;
  let over = false;
  let draining = false;
  let ending: NodeJS.Timeout | undefined;

  const write = (bytes: Buffer): void => {
    if (over) return;
    stream.write(oneLine(bytes));
    stream.write('\n');
    if (stream.writableLength > ports.waitingBytes) close();
  };

  function close(): void {
    if (over) return;
    over = true;
    clearTimeout(ending);
    for (const call of calls.values()) call.cancel();
    calls.clear();
    if (session !== undefined) relay.sessionClosed(session);
    // An app that closed its side first still gets what was written last.
    if (ending === undefined) stream.destroy();
    else stream.end(() => stream.destroy());
    ports.onClosed();
  }

  function begin(message: Message, envelope: Envelope | undefined): BridgeCall | undefined {
    const { id } = message;
    if (id === undefined) return undefined;
    const refuse = (code: number, sentence: string): undefined => {
      write(errorReply(id.raw, code, sentence));
    };
    if (calls.has(id.key)) return refuse(INVALID_REQUEST, 'A request with this id is in flight already.');
    if (calls.size >= ports.callsInFlight)
      return refuse(REFUSED, 'Too many calls are in flight. Wait for one to be answered.');
    const call = new BridgeCall(
      client,
      scope,
      message,
      envelope ? undefined : session,
      envelope,
      write,
      () => {
        if (calls.get(id.key) === call) calls.delete(id.key);
        if (ending !== undefined && calls.size === 0) close();
      },
    );
    calls.set(id.key, call);
    return call;
  }

  function accept(message: Message, protocolVersion: string): DownstreamSession {
    const params = message.paramsSpan;
    session = {
      id: randomUUID(),
      client,
      scope,
      protocolVersion,
      initializeParams: params === undefined ? Buffer.from('{}') : bytesAt(message.bytes, params),
      send: write,
    };
    return session;
  }

  function initialize(message: Message): void {
    if (session !== undefined || [...calls.values()].some((call) => call.message.method === 'initialize')) {
      write(
        errorReply(message.id?.raw ?? 'null', INVALID_REQUEST, 'This connection is initialized already.'),
      );
      return;
    }
    const call = begin(message, undefined);
    if (call) relay.initialize(call, (version) => (call.session = accept(message, version)));
  }

  function cancelled(message: Message): void {
    const span = message.params?.get('requestId');
    const id = span && readId(message.bytes, span);
    const call = id && calls.get(id.key);
    if (call?.envelope !== undefined) call.cancel();
    else if (session !== undefined) relay.notification(session, message);
  }

  function receive(message: Message): void {
    const era = eraOf(message, headersFor(message));
    if (message.kind === 'notification' && message.method === 'notifications/cancelled') cancelled(message);
    else if (era.era === 'refused') {
      if (message.id !== undefined) write(refusalBody(era.refusal, message.id.raw));
    } else if (era.era === 'stateless') {
      const call = message.kind === 'request' ? begin(message, era.envelope) : undefined;
      if (call) relay.request(call);
    } else if (message.kind === 'request' && message.method === 'initialize') initialize(message);
    else if (session === undefined) {
      if (message.kind === 'request')
        write(errorReply(message.id?.raw ?? 'null', INVALID_REQUEST, 'Send "initialize" first.'));
    } else if (message.kind === 'notification') relay.notification(session, message);
    else if (message.kind === 'response') relay.response(session, message);
    else {
      const call = begin(message, undefined);
      if (call) relay.request(call);
    }
  }

  function line(bytes: Buffer): void {
    if (bytes.length === 0) return;
    // Batches are part of revision 2025-03-26 only; each member is answered on a line of its own.
    const batch = session?.protocolVersion === '2025-03-26' ? splitBatch(bytes, MAX_BATCH) : undefined;
    if (batch?.ok === true) {
      batch.value.forEach(receive);
      return;
    }
    const message = batch ?? scanMessage(bytes);
    if (message.ok) receive(message.value);
    else write(errorReply('null', message.code === 'parse' ? PARSE_ERROR : INVALID_REQUEST, message.message));
  }

  function drain(): void {
    draining = false;
    for (let taken = 0; taken < LINES_A_TURN; taken++) {
      if (over) return;
      if (stream.writableLength > HIGH_WATER) {
        stream.pause();
        stream.once('drain', drainSoon);
        return;
      }
      const bytes = splitter.next();
      if (splitter.overflow) {
        write(errorReply('null', PARSE_ERROR, 'The message is larger than Doorward takes.'));
        ending ??= setTimeout(close, LAST_ANSWERS_MS);
        close();
        return;
      }
      if (bytes === undefined) {
        if (ending !== undefined && calls.size === 0) close();
        else stream.resume();
        return;
      }
      line(bytes);
    }
    // Others have their turn between.
    stream.pause();
    drainSoon();
  }

  function drainSoon(): void {
    if (draining) return;
    draining = true;
    setImmediate(drain);
  }

  stream.on('data', (chunk: Buffer) => {
    splitter.push(chunk);
    if (!draining) drain();
  });
  stream.on('end', () => {
    ending = setTimeout(close, LAST_ANSWERS_MS);
    drainSoon();
  });
  stream.on('close', close);
  stream.on('error', close);
  drainSoon();
  return { close };
}

/** One request on the bridge. It is over once: answered, cancelled or abandoned. */
class BridgeCall implements Exchange {
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly message: Message;
  session: DownstreamSession | undefined;
  readonly envelope: Envelope | undefined;
  readonly paramHeaders = undefined;
  oncancel: (() => void) | undefined = undefined;
  readonly #write: (bytes: Buffer) => void;
  readonly #over: () => void;
  #open = true;

  constructor(
    client: ClientIdentity,
    scope: Scope,
    message: Message,
    session: DownstreamSession | undefined,
    envelope: Envelope | undefined,
    write: (bytes: Buffer) => void,
    over: () => void,
  ) {
    this.client = client;
    this.scope = scope;
    this.message = message;
    this.session = session;
    this.envelope = envelope;
    this.#write = write;
    this.#over = over;
  }

  answer(bytes: Buffer): void {
    if (!this.#open) return;
    this.#write(bytes);
    this.abandon();
  }

  interim(bytes: Buffer): void {
    if (this.#open) this.#write(bytes);
  }

  /** There is no stream of its own to end here: the answer comes on the same line as everything. */
  detach(): void {}

  cancel(): void {
    if (!this.#open) return;
    this.abandon();
    this.oncancel?.();
  }

  abandon(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#over();
  }
}

/** A line end is only ever white space between JSON tokens, so a space in its place changes nothing. */
function oneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(0x0a) && !bytes.includes(0x0d)) return bytes;
  const flat = Buffer.from(bytes);
  for (let i = 0; i < flat.length; i++) if (flat[i] === 0x0a || flat[i] === 0x0d) flat[i] = 0x20;
  return flat;
}

const NAMED_BY: ReadonlyMap<string, string> = new Map([
  ['tools/call', 'name'],
  ['prompts/get', 'name'],
  ['resources/read', 'uri'],
  ['tasks/get', 'taskId'],
  ['tasks/update', 'taskId'],
  ['tasks/cancel', 'taskId'],
]);

/** stdio has no headers; those that HTTP would carry are made from the body, so that one rule decides for both. */
function headersFor(message: Message): Record<string, string> {
  const version = stringAt(message.bytes, message.meta?.get(VERSION_KEY));
  if (version === undefined) return {};
  const member = NAMED_BY.get(message.method);
  const name = member === undefined ? undefined : stringAt(message.bytes, message.params?.get(member));
  return {
    'mcp-protocol-version': version,
    'mcp-method': message.method,
    ...(name === undefined ? {} : { 'mcp-name': `=?base64?${Buffer.from(name).toString('base64')}?=` }),
  };
}
