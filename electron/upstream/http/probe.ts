import { bytesAt, elementsOf, membersOf, type Span, stringAt } from '../../relay/framing/json-scan.ts';
import { type Message, scanMessage } from '../../relay/message.ts';
import type {
  ConnectionEvents,
  ProbeResult,
  SendFailure,
  ServerTarget,
  UpstreamConnection,
} from '../connection.ts';
import type { HttpPorts } from './connection.ts';
import { plainExcerpt } from './failures.ts';
import { PROBE_TIMEOUT_MS } from './limits.ts';
import { openHttp, openRemote } from './open.ts';

export interface ProbePorts extends HttpPorts {
  /** What we say of ourselves to servers. */
  readonly clientInfo: { readonly name: string; readonly version: string };
}

const STATELESS_VERSION = '2026-07-28';
const SESSION_VERSION = '2025-11-25';
const HEADER_MISMATCH = -32020;
const MISSING_CAPABILITY = -32021;
const UNSUPPORTED_VERSION = -32022;
const MAX_VERSIONS = 100;
const PROBE_ID = 1;

/** What came back for one request on a connection of its own. */
type Reply =
  | { readonly kind: 'response'; readonly message: Message }
  | { readonly kind: 'failure'; readonly failure: SendFailure };

type Verdict =
  | { readonly kind: 'stateless' }
  | { readonly kind: 'ask-older' }
  | { readonly kind: 'failure'; readonly failure: SendFailure };

/**
 * Finds out which generation a remote server speaks (2026-07-28, versioning, "Era negotiation"): `server/discover`
 * first; when that is refused in a way that says nothing of 2026-07-28, `initialize`; when that gets 400, 404 or 405,
 * HTTP+SSE. A verdict needs a positive answer: 401, 403, 5xx, a broken network or silence only give a failure with
 * its sentence. The session that is opened for it is deleted again.
 */
export async function probeHttp(server: Omit<ServerTarget, 'era'>, ports: ProbePorts): Promise<ProbeResult> {
  // A person looks at this server now: an earlier wish to be left alone is put to the test.
  ports.client.pause(server.id).end();
  const modern = await askOnce(
    server.id,
    (events) => openHttp({ ...server, era: 'stateless' }, events, ports),
    discover(ports),
  );
  const verdict = judgeDiscover(modern.reply);
  await modern.connection.close();
  if (verdict.kind === 'stateless') return { ok: true, era: 'stateless', transport: 'http' };
  if (verdict.kind === 'failure') return { ok: false, failure: verdict.failure };

  const older = await askOnce(
    server.id,
    (events) => openRemote({ ...server, era: 'session' }, events, ports),
    initialize(ports),
  );
  const { transport } = older.connection;
  await older.connection.close();
  if (older.reply.kind === 'failure') return { ok: false, failure: older.reply.failure };
  if (older.reply.message.resultSpan === undefined) {
    const said = errorOf(older.reply.message).text;
    return {
      ok: false,
      failure: { code: 'protocol', message: `"${server.id}" refused the connection: ${said}` },
    };
  }
  return { ok: true, era: 'session', transport };
}

function judgeDiscover(reply: Reply): Verdict {
  if (reply.kind === 'failure') {
    const { code, httpStatus = 0 } = reply.failure;
    // Not MCP, or not this MCP: the older question decides. Everything else says nothing about the era.
    const refused = code === 'http-status' && httpStatus < 500 && httpStatus !== 429;
    return refused || (code === 'protocol' && httpStatus !== 0) ? { kind: 'ask-older' } : reply;
  }
  const { bytes, resultSpan } = reply.message;
  if (resultSpan !== undefined) {
    const versions = strings(bytes, membersOf(bytes, resultSpan)?.get('supportedVersions'));
    return versions.includes(STATELESS_VERSION) ? { kind: 'stateless' } : { kind: 'ask-older' };
  }
  const error = errorOf(reply.message);
  if (error.code === HEADER_MISMATCH || error.code === MISSING_CAPABILITY) return { kind: 'stateless' };
  const stateless = error.code === UNSUPPORTED_VERSION && error.supported.includes(STATELESS_VERSION);
  return stateless ? { kind: 'stateless' } : { kind: 'ask-older' };
}

async function askOnce(
  server: string,
  open: (events: ConnectionEvents) => UpstreamConnection,
  request: { readonly bytes: Buffer; readonly method: string },
): Promise<{ reply: Reply; connection: UpstreamConnection }> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const connection = open({
    message(bytes) {
      const message = scanMessage(bytes);
      if (message.ok && message.value.kind === 'response')
        resolve({ kind: 'response', message: message.value });
    },
    failed: (_id, failure) => resolve({ kind: 'failure', failure }),
    detached: () => undefined,
    closed: (failure) => resolve({ kind: 'failure', failure }),
  });
  const timer = setTimeout(() => {
    const message = `"${server}" did not answer in time. Check its address, and try again later.`;
    resolve({ kind: 'failure', failure: { code: 'timeout', message } });
  }, PROBE_TIMEOUT_MS);
  connection.send({ ...request, id: PROBE_ID, protocolVersion: STATELESS_VERSION });
  const reply = await promise;
  clearTimeout(timer);
  return { reply, connection };
}

function discover(ports: ProbePorts): { bytes: Buffer; method: string } {
  return request('server/discover', {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': STATELESS_VERSION,
      'io.modelcontextprotocol/clientInfo': ports.clientInfo,
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  });
}

function initialize(ports: ProbePorts): { bytes: Buffer; method: string } {
  return request('initialize', {
    protocolVersion: SESSION_VERSION,
    capabilities: {},
    clientInfo: ports.clientInfo,
  });
}

function request(method: string, params: object): { bytes: Buffer; method: string } {
  const bytes = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: PROBE_ID, method, params }));
  return { bytes, method };
}

interface RpcError {
  readonly code: number;
  readonly text: string;
  readonly supported: readonly string[];
}

function errorOf(message: Message): RpcError {
  const { bytes, errorSpan } = message;
  const members = errorSpan === undefined ? undefined : membersOf(bytes, errorSpan);
  const codeSpan = members?.get('code');
  const data = members?.get('data');
  const supported = data === undefined ? undefined : membersOf(bytes, data)?.get('supported');
  return {
    code: codeSpan === undefined ? Number.NaN : Number(bytesAt(bytes, codeSpan).toString('latin1')),
    text: plainExcerpt(Buffer.from(stringAt(bytes, members?.get('message')) ?? ''), []),
    supported: strings(bytes, supported),
  };
}

function strings(bytes: Buffer, span: Span | undefined): string[] {
  const elements = span === undefined ? [] : (elementsOf(bytes, span, MAX_VERSIONS) ?? []);
  return elements.flatMap((element) => stringAt(bytes, element) ?? []);
}
