import { hash } from 'node:crypto';
import type { LegRecord, Outcome } from '../../shared/model/log.ts';
import type { AuditLog } from '../audit/log.ts';
import type { Call } from './call.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';

export interface LedgerPorts {
  readonly audit: Pick<AuditLog, 'append' | 'appendDurable'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly callId: () => string;
}

/** What is known of a call when it comes in. */
export type CallStart = Pick<
  Call,
  'direction' | 'client' | 'scope' | 'envelope' | 'message' | 'capabilities' | 'clientHeaders'
>;

const IS_ERROR = Buffer.from('"isError"');

/** Opens calls and writes their legs. Arguments and results leave only digests and sizes here, never their text. */
export class Ledger {
  readonly #ports: LedgerPorts;

  constructor(ports: LedgerPorts) {
    this.#ports = ports;
  }

  open(about: CallStart): Call {
    return {
      ...about,
      id: this.#ports.callId(),
      at: this.#ports.clock(),
      startedAt: this.#ports.now(),
      server: undefined,
      // Until a stage knows better: what was asked for, so that a refusal can be told from others in the log.
      name:
        stringAt(
          about.message.bytes,
          about.message.params?.get('name') ?? about.message.params?.get('uri'),
        ) ?? '',
      rewrites: [],
      paramHeaders: undefined,
      cancelled: false,
    };
  }

  /** Calls `then` once the row is on disk; only after that may a byte of the call go to `server`. */
  sent(call: Call, server: string, then: (error?: Error) => void): void {
    const { message } = call;
    const args = message.params?.get('arguments') ?? message.paramsSpan;
    const bytes = args === undefined ? undefined : bytesAt(message.bytes, args);
    this.#ports.audit.appendDurable(
      {
        ...this.#row(call, 'sent', 'open'),
        server,
        ...(bytes === undefined ? {} : { argsDigest: hash('sha256', bytes), argsBytes: bytes.length }),
      },
      then,
    );
  }

  answered(call: Call, response: Message): void {
    const { bytes, resultSpan, errorSpan } = response;
    const span = resultSpan ?? errorSpan;
    if (span === undefined) return;
    const text = bytesAt(bytes, span);
    this.#ports.audit.append({
      ...this.#row(call, 'answered', outcomeOf(call, response)),
      resultDigest: hash('sha256', text),
      resultBytes: text.length,
      durationMs: this.#elapsed(call),
    });
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
    this.#ports.audit.append({
      ...this.#row(call, leg, leg),
      durationMs: this.#elapsed(call),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  #elapsed(call: Call): number {
    return Math.round((this.#ports.now() - call.startedAt) * 1000) / 1000;
  }

  #row(call: Call, leg: LegRecord['leg'], outcome: Outcome): LegRecord {
    return {
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
  }
}

function outcomeOf(call: Call, response: Message): Outcome {
  const { bytes, resultSpan } = response;
  if (resultSpan === undefined) return 'error';
  if (call.message.method !== 'tools/call' || !bytes.includes(IS_ERROR)) return 'ok';
  const flag = membersOf(bytes, resultSpan)?.get('isError');
  return flag !== undefined && bytes[flag.start] === 0x74 ? 'tool-error' : 'ok';
}
