import type { ChildProcess } from 'node:child_process';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, SpawnPort } from './ports.ts';
import { within } from './ports.ts';
import { MARK, WATCHDOG_SCRIPT } from './watchdog-script.ts';

export interface WatchdogPorts {
  readonly spawn: SpawnPort;
  readonly clock: Clock;
  /** A Node program: `process.execPath`, or the bundled Node where the app itself must not act as Node. */
  readonly nodePath: string;
  /** Environment of the watchdog: the short list that every child gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Random and unique for this host, letters and digits. It is no secret. */
  readonly nonce: string;
}

/** The signals that are sent to a whole process tree; 0 only counts. */
export type TreeSignal = 0 | 'SIGTERM' | 'SIGKILL';

const READY_MS = 20_000;
const ANSWER_MS = 5_000;
/** Deaths after which it is started again only with the next server: then something on this machine kills it. */
const MAX_DEATHS = 5;

interface Running {
  readonly child: ChildProcess;
  readonly ready: Promise<boolean>;
}

/**
 * The host's end of the watchdog: one small process that ends every server when the host is gone, also after
 * SIGKILL (no child outlives the host). It is the leader of its own session, so Ctrl-C in the host's terminal does
 * not reach it, and it keeps no event loop alive. When it dies it is started again and told everything anew.
 */
export class Watchdog {
  readonly #ports: WatchdogPorts;
  readonly #groups = new Map<number, number>();
  readonly #questions = new Map<number, (count: number | undefined) => void>();
  #running: Running | undefined;
  #nextTag = 1;
  #nextQuestion = 1;
  #deaths = 0;
  #retired = false;
  #closed = false;

  constructor(ports: WatchdogPorts) {
    this.#ports = ports;
  }

  /** Process id of the watchdog, while there is one. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  /** Resolves when the watchdog stands guard. Nothing may be started before; refused means: start nothing. */
  async ready(): Promise<Result<void, 'unguarded'>> {
    if (!this.#retired && (await this.#start().ready)) return ok(undefined);
    return fail(
      'unguarded',
      this.#retired
        ? 'Doorward is ending, so no server is started any more.'
        : 'Doorward could not start the small process that ends servers with it, so no server is started. Restart Doorward.',
    );
  }

  /** A new tag, and the one variable that marks every process of it. */
  mark(): { readonly tag: number; readonly env: Readonly<Record<string, string>> } {
    const tag = this.#nextTag;
    this.#nextTag += 1;
    return { tag, env: { [MARK]: `${this.#ports.nonce}.${tag}` } };
  }

  /** To be called in the same turn in which the process was started. */
  register(tag: number, pid: number): void {
    this.#groups.set(tag, pid);
    this.#tell(`+${tag} ${pid}\n`);
  }

  /** Nothing of this tag is left; its process group number may be somebody else's from now on. */
  release(tag: number): void {
    if (this.#groups.delete(tag)) this.#tell(`-${tag}\n`);
  }

  /**
   * Sends a signal to everything that lives of a tag and tells how many processes that were, zombies not counted.
   * Undefined when the watchdog does not answer.
   */
  async strike(tag: number, signal: TreeSignal): Promise<number | undefined> {
    if (this.#closed || !(await this.#start().ready)) return undefined;
    return new Promise((resolve) => {
      const question = this.#nextQuestion;
      this.#nextQuestion += 1;
      const settle = (count: number | undefined) => {
        if (!this.#questions.delete(question)) return;
        cancel();
        resolve(count);
      };
      const cancel = this.#ports.clock.after(ANSWER_MS, () => settle(undefined));
      this.#questions.set(question, settle);
      this.#tell(`?${question} ${signal} ${tag}\n`);
    });
  }

  /** From now on `ready` refuses; what runs is still guarded. */
  retire(): void {
    this.#retired = true;
  }

  /** Lets the watchdog go; it ends whatever is left. Resolves when it is gone. */
  async close(): Promise<void> {
    this.#retired = true;
    this.#closed = true;
    const child = this.#running?.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.ref();
    child.stdin?.end();
    await within(gone, ANSWER_MS, this.#ports.clock);
  }

  #tell(line: string): void {
    const pipe = this.#running?.child.stdin;
    if (pipe?.writable === true) pipe.write(line);
  }

  #start(): Running {
    if (this.#running !== undefined) return this.#running;
    const { spawn, nodePath, env, nonce } = this.#ports;
    const child = spawn(nodePath, ['--max-old-space-size=64', '-e', WATCHDOG_SCRIPT, MARK, nonce], {
      cwd: nodePath.startsWith('/') ? '/' : undefined,
      env: { ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    const running = { child, ready: this.#answering(child) };
    this.#running = running;
    child.once('error', () => this.#died(child));
    child.once('exit', () => this.#died(child));
    child.stdin?.on('error', () => undefined);
    child.unref();
    for (const [tag, pid] of this.#groups) this.#tell(`+${tag} ${pid}\n`);
    return running;
  }

  /** Reads the watchdog's lines: `ready` once, then an answer to each question. */
  #answering(child: ChildProcess): Promise<boolean> {
    const ready = new Promise<void>((resolve, reject) => {
      let rest = '';
      child.stdout?.setEncoding('latin1');
      child.stdout?.on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line === 'ready') resolve();
          const [question, count] = line.split(' ');
          this.#questions.get(Number(question))?.(Number(count));
        }
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error('The watchdog ended.')));
    });
    ready.catch(() => undefined);
    return within(ready, READY_MS, this.#ports.clock).then(async (inTime) => {
      for (const stream of [child.stdin, child.stdout]) unreferenced(stream);
      const stands =
        inTime &&
        (await ready.then(
          () => true,
          () => false,
        ));
      if (!stands) child.kill('SIGKILL');
      return stands;
    });
  }

  #died(child: ChildProcess): void {
    if (this.#running?.child !== child) return;
    this.#running = undefined;
    this.#deaths += 1;
    for (const settle of this.#questions.values()) settle(undefined);
    if (!this.#closed && this.#groups.size > 0 && this.#deaths <= MAX_DEATHS) this.#start();
  }
}

/** The pipes of a child are sockets, which can be told not to keep the process alive. */
function unreferenced(stream: unknown): void {
  if (typeof stream !== 'object' || stream === null || !('unref' in stream)) return;
  if (typeof stream.unref === 'function') stream.unref();
}
