import { hash } from 'node:crypto';
import type { LegRecord, Outcome } from '../../shared/model/log.ts';
import type { LogTexts } from '../../shared/model/log-texts.ts';
import type { AuditLog } from '../audit/log.ts';
import { type RawText, rawText } from '../audit/texts/raw-text.ts';
import type { Call } from './call.ts';
import { answerContext, contextOf } from './call-context.ts';
import type { CallWatcher } from './call-watcher.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';
import { argumentsOf } from './replace-arguments.ts';
import type { TokenMeter } from './token-meter.ts';

export interface LedgerPorts {
  readonly audit: Pick<AuditLog, 'append' | 'appendDurable'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly callId: () => string;
  readonly texts?: LedgerTexts | undefined;
  /** Sees every call and every leg; without one nothing is read that the log does not need. */
  readonly watcher?: CallWatcher | undefined;
  /** Counts what AI apps are given. */
  readonly meter?: TokenMeter | undefined;
  /** Hears of a watcher that threw. */
  readonly watcherFault?: ((error: unknown) => void) | undefined;
}

/** What is kept of the texts of calls; without it, only sizes and plain digests. */
export interface LedgerTexts {
  /** How much of the texts of a server's calls; empty: of those that none was chosen for. */
  keep(server: string): LogTexts;
  /** Stands for a text of which nothing is kept, 64 hex characters, the same for the same bytes. */
  digest(bytes: Buffer): string;
}

/** What is known of a call when it comes in. */
export type CallStart = Pick<
  Call,
  | 'direction'
  | 'client'
  | 'scope'
  | 'envelope'
  | 'message'
  | 'capabilities'
  | 'clientHeaders'
  | 'connection'
  | 'session'
  | 'within'
  | 'clientLacks'
>;

/** A row while it is being written. */
type Row = { -readonly [Key in keyof LegRecord]: LegRecord[Key] };

/** Handshakes and lists: what a server offers is kept where it was reviewed, and not with every call for it. */
const SAYS_NOTHING = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
  'logging/setLevel',
]);
const IS_ERROR = Buffer.from('"isError"');

/**
 * Opens calls and writes their legs: digests and sizes of arguments and answers, and beside the row, for the log's thread
 * alone, the text that it makes what may be kept of.
 */
export class Ledger {
  readonly #ports: LedgerPorts;

  constructor(ports: LedgerPorts) {
    this.#ports = ports;
  }

  open(about: CallStart): Call {
    // Every member is there from the start: what reads calls then meets one shape, whatever stages fill in.
    const call: Call = {
      id: this.#ports.callId(),
      at: this.#ports.clock(),
      startedAt: this.#ports.now(),
      direction: about.direction,
      client: about.client,
      scope: about.scope,
      envelope: about.envelope,
      message: about.message,
      capabilities: about.capabilities,
      clientHeaders: about.clientHeaders,
      connection: about.connection,
      session: about.session,
      within: about.within,
      server: undefined,
      name: about.direction === 'server' ? '' : askedFor(about.message),
      rewrites: [],
      paramHeaders: undefined,
      cancelled: false,
      ruling: undefined,
      findings: undefined,
      marks: undefined,
      shaped: undefined,
      doubts: undefined,
      found: undefined,
      flow: undefined,
      decision: undefined,
      clientLacks: about.clientLacks,
      edited: undefined,
      continues: undefined,
      resumes: undefined,
      onAbandoned: undefined,
      onOver: undefined,
      argsOnRecord: false,
    };
    if (this.#ports.watcher !== undefined) this.#watch((watcher) => watcher.opened(call, argsOf(call)));
    return call;
  }

  /** Calls `then` once the row is on disk; only after that may a byte of the call go to `server`. */
  sent(call: Call, server: string, then: (error?: Error) => void): void {
    const bytes = argsOf(call);
    const row = this.#row(call, 'sent', 'open');
    row.server = server;
    this.#noteArgs(row, bytes);
    call.argsOnRecord = true;
    if (this.#ports.watcher !== undefined) this.#watch((watcher) => watcher.leg(row, bytes));
    this.#ports.audit.appendDurable(row, then, this.#raw(row, bytes));
  }

  /** The server answered. `kept`: why Doorward kept the answer back; what the AI app got then is a refusal. */
  answered(call: Call, response: Message, kept?: string): void {
    const { bytes, resultSpan, errorSpan } = response;
    const span = resultSpan ?? errorSpan;
    if (span === undefined) return;
    const text = bytesAt(bytes, span);
    if (kept === undefined && resultSpan !== undefined) this.#count(call, text);
    const context = answerContext(call, response);
    const row = this.#row(call, 'answered', kept === undefined ? outcomeOf(call, response) : 'refused');
    row.resultDigest = this.#digest(text);
    row.resultBytes = text.length;
    row.durationMs = this.#elapsed(call);
    if (kept !== undefined) row.reason = kept;
    if (context !== undefined) row.context = context;
    this.#append(row, text);
  }

  #count({ direction, client, server, name, message: { method } }: Call, result: Buffer): void {
    const { meter } = this.#ports;
    if (meter === undefined || direction !== 'client') return;
    if (method === 'tools/call') meter.answered(client.id, `${server?.id ?? ''} ${name}`, result);
    else if (method === 'tools/list') meter.listedOne(client.id, result);
  }

  /** Answered by Doorward itself; no server saw it. */
  refused(call: Call, reason: string): void {
    this.#end(call, 'refused', reason);
  }

  failed(call: Call, reason: string): void {
    this.#end(call, 'failed', reason);
  }

  cancelled(call: Call): void {
    this.#end(call, 'cancelled', undefined);
  }

  #end(call: Call, leg: 'refused' | 'failed' | 'cancelled', reason: string | undefined): void {
    // What no server was sent is known from here alone.
    const bytes = call.argsOnRecord === true ? undefined : argsOf(call);
    const row = this.#row(call, leg, leg);
    this.#noteArgs(row, bytes);
    row.durationMs = this.#elapsed(call);
    if (reason !== undefined) row.reason = reason;
    this.#append(row, undefined, bytes);
  }

  #noteArgs(row: Row, bytes: Buffer | undefined): void {
    if (bytes === undefined) return;
    row.argsDigest = this.#digest(bytes);
    row.argsBytes = bytes.length;
  }

  #digest(bytes: Buffer): string {
    return this.#ports.texts?.digest(bytes) ?? hash('sha256', bytes);
  }

  #raw({ server, method }: LegRecord, bytes: Buffer | undefined): RawText | undefined {
    const { texts } = this.#ports;
    return texts && rawText(texts.keep(server), SAYS_NOTHING.has(method) ? undefined : bytes);
  }

  #append(row: LegRecord, text: Buffer | undefined, kept = text): void {
    this.#ports.audit.append(row, this.#raw(row, kept));
    if (this.#ports.watcher !== undefined) this.#watch((watcher) => watcher.leg(row, text));
  }

  /** Whatever a watcher does, the call goes its way and its legs are written. */
  #watch(tell: (watcher: CallWatcher) => void): void {
    try {
      if (this.#ports.watcher !== undefined) tell(this.#ports.watcher);
    } catch (error) {
      this.#ports.watcherFault?.(error);
    }
  }

  #elapsed(call: Call): number {
    return Math.round((this.#ports.now() - call.startedAt) * 1000) / 1000;
  }

  #row(call: Call, leg: LegRecord['leg'], outcome: Outcome): Row {
    const row: Row = {
      call: call.id,
      leg,
      at: leg === 'sent' ? call.at : this.#ports.clock(),
      clientId: call.client.id,
      clientName: call.client.name,
      direction: call.direction,
      server: call.server?.id ?? '',
      method: call.message.method,
      name: call.name,
      outcome,
    };
    if (call.findings !== undefined) row.found = JSON.stringify(call.findings);
    if (leg === 'answered') return row;
    if (call.ruling !== undefined) row.ruling = call.ruling.record;
    // Every leg but that one may be the first of its call.
    row.context = contextOf(call);
    return row;
  }
}

/** Until a stage knows better: what was asked for, so that a refusal can be told from others in the log. */
function askedFor({ bytes, params }: Message): string {
  return stringAt(bytes, params?.get('name') ?? params?.get('uri')) ?? '';
}

/** The bytes of the arguments as they are sent; of `params` where a method has none, and of whatever a server asks. */
function argsOf(call: Call): Buffer | undefined {
  const { bytes, paramsSpan } = call.message;
  const args = call.direction === 'server' ? undefined : argumentsOf(call);
  return args ?? (paramsSpan && bytesAt(bytes, paramsSpan));
}

function outcomeOf(call: Call, response: Message): Outcome {
  const { bytes, resultSpan } = response;
  if (resultSpan === undefined) return 'error';
  if (call.message.method !== 'tools/call' || !bytes.includes(IS_ERROR)) return 'ok';
  const flag = membersOf(bytes, resultSpan)?.get('isError');
  return flag !== undefined && bytes[flag.start] === 0x74 ? 'tool-error' : 'ok';
}
