import type { Era } from '../../../shared/model/server.ts';
import type { ConnectionEvents, ProbeResult, SendFailure, UpstreamConnection } from '../connection.ts';
import type { Clock } from './ports.ts';

/** Opens a disposable process of the server in question. */
export type OpenSibling = (events: ConnectionEvents) => UpstreamConnection;

export interface ProbePorts {
  readonly serverId: string;
  readonly open: OpenSibling;
  readonly clock: Clock;
  /** Version of Doorward, for `clientInfo`. */
  readonly version: string;
  readonly limits?: ProbeLimits;
}

/** Milliseconds. */
export interface ProbeLimits {
  /** How long `server/discover` is alone before `initialize` follows it. */
  readonly discoverMs: number;
  /** When an undecided process is replaced by one that is asked `initialize` only. */
  readonly replaceMs: number;
  readonly overallMs: number;
}

/** `npx` and `uvx` may download a whole server first, so silence means little for a long time. */
const defaultProbeLimits: ProbeLimits = {
  discoverMs: 5_000,
  replaceMs: 60_000,
  overallMs: 120_000,
};

const STATELESS = '2026-07-28';
const SESSION = '2025-11-25';
const DISCOVER = 1;
const INITIALIZE = 2;

/**
 * Finds out which generation a stdio server speaks, in processes of its own, because some servers end on a request
 * before `initialize`. Asks `server/discover` (2026-07-28); an error, the exit or five seconds of silence let
 * `initialize` follow, in a fresh process when the first one has ended. The first answer that says something
 * decides; no particular error code is relied on. Resolves, never rejects, when no process of it is left.
 */
export async function probeStdio(ports: ProbePorts): Promise<ProbeResult> {
  const probe = new Probe(ports);
  const result = await probe.run();
  await probe.close();
  return result;
}

class Probe {
  readonly #ports: ProbePorts;
  readonly #limits: ProbeLimits;
  #decide: (result: ProbeResult) => void = () => undefined;
  #current: UpstreamConnection | undefined;
  /** Counts processes, so that the last words of a replaced one are not taken for the new one's. */
  #round = 0;
  #discoverFailed = false;
  #initializeAsked = false;
  #initializeFailed = false;
  #over = false;
  #timers: (() => void)[] = [];

  constructor(ports: ProbePorts) {
    this.#ports = ports;
    this.#limits = ports.limits ?? defaultProbeLimits;
  }

  run(): Promise<ProbeResult> {
    return new Promise((resolve) => {
      this.#decide = (result) => {
        this.#over = true;
        resolve(result);
      };
      this.#timer(this.#limits.discoverMs, () => this.#askInitialize());
      this.#timer(this.#limits.replaceMs, () => this.#replace());
      this.#timer(this.#limits.overallMs, () => this.#fail('timeout', 'did not answer in time'));
      this.#open();
      this.#ask('server/discover', DISCOVER, {
        _meta: {
          'io.modelcontextprotocol/protocolVersion': STATELESS,
          'io.modelcontextprotocol/clientInfo': this.#clientInfo(),
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      });
    });
  }

  async close(): Promise<void> {
    for (const cancel of this.#timers) cancel();
    await this.#current?.close();
  }

  #timer(ms: number, run: () => void): void {
    this.#timers.push(
      this.#ports.clock.after(ms, () => {
        if (!this.#over) run();
      }),
    );
  }

  #open(): void {
    this.#round += 1;
    const round = this.#round;
    const mine = () => round === this.#round && !this.#over;
    this.#current = this.#ports.open({
      message: (bytes) => {
        if (mine()) this.#heard(bytes);
      },
      closed: (failure) => {
        if (mine()) this.#ended(failure);
      },
      failed: () => undefined,
      detached: () => undefined,
    });
  }

  #heard(bytes: Buffer): void {
    const answer = asAnswer(bytes);
    if (answer?.id === DISCOVER && this.#round === 1) {
      if (answer.versions.includes(STATELESS)) {
        this.#decided('stateless');
        return;
      }
      this.#discoverFailed = true;
      if (this.#initializeFailed) this.#refusedBoth();
      else this.#askInitialize();
    } else if (answer?.id === INITIALIZE && this.#initializeAsked) {
      if (answer.isResult) {
        this.#decided('session');
        return;
      }
      this.#initializeFailed = true;
      if (this.#discoverFailed || this.#round > 1) this.#refusedBoth();
    }
  }

  #ended(failure: SendFailure): void {
    // What could not be started at all will not start a second time either.
    if (this.#round > 1 || failure.code === 'unreachable') this.#decide({ ok: false, failure });
    else this.#replace();
  }

  #replace(): void {
    if (this.#round > 1) return;
    const old = this.#current;
    // A round of its own while the old process ends: two copies of a server may exclude one another.
    this.#round += 1;
    void old?.close().then(() => {
      if (this.#over) return;
      this.#open();
      this.#initializeAsked = false;
      this.#initializeFailed = false;
      this.#askInitialize();
    });
  }

  #askInitialize(): void {
    if (this.#initializeAsked) return;
    this.#initializeAsked = true;
    this.#ask('initialize', INITIALIZE, {
      protocolVersion: SESSION,
      capabilities: {},
      clientInfo: this.#clientInfo(),
    });
  }

  #ask(method: string, id: number, params: object): void {
    const bytes = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    this.#current?.send({ bytes, id, method });
  }

  #clientInfo(): object {
    return { name: 'doorward', version: this.#ports.version };
  }

  #decided(era: Era): void {
    this.#decide({ ok: true, era, transport: 'stdio' });
  }

  #refusedBoth(): void {
    this.#fail('protocol', 'answered with an error to both ways of beginning');
  }

  #fail(code: SendFailure['code'], what: string): void {
    const id = this.#ports.serverId;
    const message = `The server "${id}" ${what}, so it does not seem to be an MCP server that speaks on its standard output. Check its command; what it wrote is in its log.`;
    this.#decide({ ok: false, failure: { code, message } });
  }
}

interface Answer {
  readonly id: number;
  readonly isResult: boolean;
  readonly versions: readonly unknown[];
}

/** A response out of a line; undefined for everything else, broken JSON included. */
function asAnswer(line: Buffer): Answer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value['id'] !== 'number') return undefined;
  const { id, result, error } = value;
  if (!isObject(result)) return isObject(error) ? { id, isResult: false, versions: [] } : undefined;
  const versions: unknown = result['supportedVersions'];
  return { id, isResult: true, versions: Array.isArray(versions) ? versions : [] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
