import { stat } from 'node:fs/promises';
import { defaultCaps } from '../../../shared/model/caps.ts';
import type { StdioLaunch } from '../../../shared/model/server.ts';
import { systemReason } from '../../../shared/system-reason.ts';
import type { ConnectionEvents, Outbound, SendFailure, UpstreamConnection } from '../connection.ts';
import { type LaunchPorts, prepareLaunch } from './launch.ts';
import { pumpMessages } from './message-pump.ts';
import type { Pump, TurnBudget } from './message-pump.ts';
import { within } from './ports.ts';
import { startTree } from './process-tree.ts';
import type { Ending, ProcessTree, TreePorts } from './process-tree.ts';
import type { ServerJournal } from './server-journal.ts';
import type { StderrLine } from './stderr-ring.ts';
import { StdinWriter } from './stdin-writer.ts';

const ADVICE = 'What it wrote is in its log.';

/** A server that is started as a local process. */
export interface StdioTarget {
  readonly id: string;
  readonly launch: StdioLaunch;
}

export interface StdioPorts extends TreePorts, LaunchPorts {
  /** Where a server starts that has no folder of its own. */
  readonly home: string;
  /** Outlasts the connection; one for each server. */
  readonly journal: ServerJournal;
  /** Longest line in bytes that a server may print; 32 MiB unless set. */
  readonly lineCap?: number;
  /** Most bytes that may wait for a server that does not read; 64 MiB unless set. */
  readonly backlogCap?: number;
  readonly turnBudget?: TurnBudget;
}

export interface StdioConnection extends UpstreamConnection {
  /** Process id of the server, once it has been started. */
  readonly pid: number | undefined;
  /** The last lines that this server wrote to stderr, at most 64 KiB; for people, as text only. */
  stderrTail(): readonly StderrLine[];
}

const defaultBacklogCap = 32 * 1024 * 1024;

/** After the exit of a server: how long what it has printed is still read, while something holds its output open. */
const DRAIN_MS = 300;
const DRAIN_ROUNDS = 10;
/** After the end of one of its pipes: how long is waited for the exit, which gives the better explanation. */
const EXIT_MS = 300;

/**
 * Starts a server and moves messages. Throws nothing and answers at once; what is sent before the process runs
 * waits. `events.closed` fires exactly once, whatever ends the connection, also after `close()`; `events.failed`
 * fires only for a request that `send` could not take, never in the same turn. Requests that are under way when
 * `closed` fires are over with it. stdio has no way to give up one request (the relay sends
 * `notifications/cancelled`), so `abort` does nothing.
 */
export function openStdio(target: StdioTarget, events: ConnectionEvents, ports: StdioPorts): StdioConnection {
  const connection = new StdioProcess(target, events, ports);
  connection.start();
  return connection;
}

class StdioProcess implements StdioConnection {
  readonly transport = 'stdio';
  readonly #target: StdioTarget;
  readonly #events: ConnectionEvents;
  readonly #ports: StdioPorts;
  readonly #writer: StdinWriter;
  #tree: ProcessTree | undefined;
  #starting: Promise<void> = Promise.resolve();
  #failure: SendFailure | undefined;
  #ended: Promise<void> | undefined;
  #pump: Pump | undefined;

  constructor(target: StdioTarget, events: ConnectionEvents, ports: StdioPorts) {
    this.#target = target;
    this.#events = events;
    this.#ports = ports;
    this.#writer = new StdinWriter(ports.backlogCap ?? defaultBacklogCap);
  }

  get pid(): number | undefined {
    return this.#tree?.pid;
  }

  get backlog(): number {
    return this.#writer.backlog;
  }

  stderrTail(): readonly StderrLine[] {
    return this.#ports.journal.stderrTail();
  }

  start(): void {
    this.#starting = this.#run().catch((error: unknown) => {
      // A bug of ours, or a port that breaks its promise: this server is out of reach, the others are not.
      this.#finish('unreachable', `${this.#name} could not be started: ${systemReason(error)}.`);
    });
  }

  send(out: Outbound): void {
    if (this.#failure === undefined && this.#writer.send(out.bytes)) return;
    const { id } = out;
    if (id === undefined) {
      if (this.#failure === undefined) this.#ports.journal.dropped();
      return;
    }
    const failure = this.#failure ?? this.#notReading();
    // Later, so that the caller has written down the request before it hears of its end.
    setImmediate(() => this.#events.failed(id, failure));
  }

  abort(): void {
    // Nothing to close: see `openStdio`.
  }

  initialized(): void {
    // No header and no second stream on stdio.
  }

  close(): Promise<void> {
    this.#finish('closed', `${this.#name} was stopped by Doorward. It is started again when it is needed.`);
    return this.#end();
  }

  get #name(): string {
    return `The server "${this.#target.id}"`;
  }

  async #run(): Promise<void> {
    const { launch } = this.#target;
    const cwd = launch.cwd ?? this.#ports.home;
    const isFolder = await stat(cwd).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      this.#finish('unreachable', `${this.#name} cannot start, because its folder "${cwd}" is not there.`);
      return;
    }
    const prepared = await prepareLaunch(launch, this.#ports);
    if (this.#failure !== undefined) return;
    if (!prepared.ok) {
      this.#finish('unreachable', `${this.#name} cannot start. ${prepared.message}`);
      return;
    }
    const { invocation, env } = prepared.value;
    const started = await startTree(invocation, { cwd, env }, this.#ports);
    if (!started.ok) {
      this.#finish('unreachable', `${this.#name} cannot start. ${started.message}`);
      return;
    }
    this.#tree = started.value;
    // Stopped while it was being started: `#end` waits for this function and ends the tree.
    if (this.#failure === undefined) this.#connect(started.value);
  }

  #connect(tree: ProcessTree): void {
    const { stdin, stdout, stderr } = tree.child;
    const { journal, clock, lineCap = defaultCaps.resultBytes, turnBudget } = this.#ports;
    if (stdin === null || stdout === null || stderr === null) {
      throw new Error('a server was started without its three pipes');
    }
    let partial = 0;
    const outputEnded = new Promise<void>((resolve) => {
      this.#pump = pumpMessages(
        stdout,
        lineCap,
        {
          message: (line) => this.#events.message(line, undefined),
          stray: (kind, line) => journal.stray(kind, line, clock.now()),
          overflow: () => this.#finish('protocol', this.#tooLong(lineCap)),
          ended: (bytes) => {
            partial = bytes;
            resolve();
          },
        },
        turnBudget,
      );
    });
    stderr.on('data', (chunk: Buffer) => {
      journal.stderr(tree.pid, chunk, clock.now());
      // One chunk a turn: a server that floods its stderr waits like one that floods its stdout.
      stderr.pause();
      setImmediate(() => stderr.resume());
    });
    const errorsEnded = new Promise<void>((resolve) => {
      stderr.once('close', () => {
        journal.stderrEnded(tree.pid, clock.now());
        resolve();
      });
    });
    stderr.on('error', () => undefined);
    const inputClosed = new Promise<void>((resolve) => {
      stdin.on('error', () => resolve());
    });
    void tree.exited.then(async (ending) => {
      await this.#drained(Promise.all([outputEnded, errorsEnded]));
      this.#finish('closed', this.#exitSentence(ending, partial));
    });
    void this.#whenPipeCloses(
      inputClosed,
      tree,
      () => `${this.#name} closed its input, so it cannot be asked anything more.`,
    );
    void this.#whenPipeCloses(
      outputEnded,
      tree,
      () => `${this.#name} closed its output${half(partial)}, so it can answer nothing more.`,
    );
    this.#writer.attach(stdin);
  }

  /** Everything that a server printed before it ended is still read; something it left behind may not hold that up. */
  async #drained(ended: Promise<unknown>): Promise<void> {
    for (let round = 0; round < DRAIN_ROUNDS; round += 1) {
      const before = this.#pump?.progress();
      if ((await within(ended, DRAIN_MS, this.#ports.clock)) || this.#pump?.progress() === before) return;
    }
  }

  async #whenPipeCloses(event: Promise<void>, tree: ProcessTree, sentence: () => string): Promise<void> {
    await event;
    // The exit, which is probably next, says more; its own sentence comes within the time of draining.
    if (await within(tree.exited, EXIT_MS, this.#ports.clock)) return;
    this.#finish('closed', `${sentence()} ${ADVICE}`);
  }

  #finish(code: SendFailure['code'], message: string): void {
    if (this.#failure !== undefined) return;
    const failure: SendFailure = { code, message };
    this.#failure = failure;
    this.#writer.end();
    this.#pump?.stop();
    void this.#end();
    setImmediate(() => this.#events.closed(failure));
  }

  #end(): Promise<void> {
    this.#ended ??= this.#starting.then(() => this.#tree?.end());
    return this.#ended;
  }

  #exitSentence(ending: Ending, partial: number): string {
    const how =
      ending.signal === null
        ? `ended with exit code ${String(ending.code)}`
        : `was ended by the signal ${ending.signal}`;
    return `${this.#name} ${how}${half(partial)}. ${ADVICE}`;
  }

  #tooLong(cap: number): string {
    return `${this.#name} sent a message of more than ${cap} bytes and was stopped. Ask it for less at a time.`;
  }

  #notReading(): SendFailure {
    return {
      code: 'too-large',
      message: `${this.#name} does not read what it is sent: ${this.#writer.backlog} bytes are waiting already. Restart it if this goes on.`,
    };
  }
}

function half(partial: number): string {
  return partial === 0 ? '' : ` in the middle of a message (after ${partial} bytes of it)`;
}
