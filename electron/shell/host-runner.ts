import type { HostPatch, Phase, Way } from '../../shared/ipc/window.ts';
import { fail, missingCase, ok, type Result } from '../../shared/result.ts';
import type { Host } from '../host/host.ts';
import type { Logger } from '../log/logger.ts';
import { errorFacts } from './error-facts.ts';
import { plainName } from './menu-text.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

export interface StartOptions {
  /** Every app gets a new key before the endpoint opens: another program may have received the old ones. */
  readonly replaceKeys: boolean;
}

/** What starts a host and what its ways on lead to. */
export interface RunnerPorts {
  create(options: StartOptions): Promise<Result<Host>>;
  /** The program that listens on a port, where the system tells. */
  whoListens(port: number): Promise<{ readonly pid: number; readonly name: string } | undefined>;
  relaunch(): void;
  openFolder(): void;
  quit(): void;
  readonly texts: () => ShellTexts;
  readonly logger: Logger;
}

export interface HostRunner {
  phase(): Phase;
  host(): Host | undefined;
  /** Calls `listener` after each change of the phase. */
  onPhase(listener: (phase: Phase) => void): void;
  /** Calls `listener` for each patch of whichever host runs. */
  onPatch(listener: (patch: HostPatch) => void): void;
  start(options?: StartOptions): Promise<void>;
  take(way: Way): Promise<Result<Record<string, never>>>;
  /** A bug was seen: refuses everything from now on. Resolves once nothing is served any more. */
  crash(): Promise<void>;
  /** Refuses calls in flight, ends everything, for good. */
  stop(): Promise<void>;
}

/** Said to the log and to `--self-test`; the window says what it knows of a phase in its own language. */
const SAID = {
  bug: 'There was an error in Doorward itself. The log in the profile folder says more.',
  crashed:
    'There was an error in Doorward itself, so no call passes. The log in the profile folder says more.',
};
const USUAL: StartOptions = { replaceKeys: false };
/** Ways that are open in any phase; the others only where the phase offers them. */
const ALWAYS: readonly Way[] = ['open-folder', 'relaunch', 'quit'];

/**
 * Runs at most one host at a time and says how that is going. A failed start is a phase like any other: the window
 * opens without a host and shows what is wrong and what to do.
 */
export function hostRunner(ports: RunnerPorts): HostRunner {
  let phase: Phase = { kind: 'starting' };
  let host: Host | undefined;
  let starting: Promise<void> | undefined;
  let unsubscribe = (): void => {};
  /** Set by `crash` and `stop`: a start under way must not open the endpoint after all. */
  let ended = false;
  const phaseListeners: ((phase: Phase) => void)[] = [];
  const patchListeners: ((patch: HostPatch) => void)[] = [];

  function enter(next: Phase): void {
    phase = next;
    for (const listener of phaseListeners) listener(next);
  }

  async function attempt(options: StartOptions): Promise<void> {
    enter({ kind: 'starting' });
    const created = await ports.create(options).catch((error: unknown) => {
      ports.logger.error('The host could not be started', errorFacts(error));
      return fail('bug', SAID.bug);
    });
    if (ended) {
      if (created.ok) await created.value.close();
      return;
    }
    if (created.ok) {
      host = created.value;
      unsubscribe = host.state.subscribe((patch) => {
        for (const listener of patchListeners) listener(patch);
      });
      enter({ kind: 'running' });
      return;
    }
    ports.logger.warn('The host did not start', { code: created.code, why: created.message });
    const failed = await failedPhase(created, ports);
    if (!ended) enter(failed);
  }

  function start(options: StartOptions = USUAL): Promise<void> {
    if (ended || host !== undefined) return Promise.resolve();
    starting ??= attempt(options).finally(() => {
      starting = undefined;
    });
    return starting;
  }

  async function end(): Promise<void> {
    ended = true;
    unsubscribe();
    const running = host;
    host = undefined;
    await starting;
    await running?.close();
  }

  return {
    phase: () => phase,
    host: () => host,
    onPhase: (listener) => void phaseListeners.push(listener),
    onPatch: (listener) => void patchListeners.push(listener),
    start,
    async take(way) {
      const offered = 'ways' in phase ? phase.ways : [];
      if (!offered.includes(way) && !ALWAYS.includes(way))
        return fail('refused', ports.texts().gate.notOffered);
      switch (way) {
        case 'retry':
          void start();
          break;
        case 'replace-keys':
          void start({ replaceKeys: true });
          break;
        case 'open-folder':
          ports.openFolder();
          break;
        case 'relaunch':
          ports.relaunch();
          break;
        case 'quit':
          ports.quit();
          break;
        default:
          return missingCase(way);
      }
      return Promise.resolve(ok({}));
    },
    async crash() {
      enter({ kind: 'crashed', sentence: SAID.crashed, ways: ['relaunch', 'open-folder', 'quit'] });
      await end();
    },
    async stop() {
      // What crashed stays crashed: the window goes on saying why until it closes.
      if (phase.kind !== 'crashed') enter({ kind: 'stopping' });
      await end();
    },
  };
}

/** What a person is told when no host could be started, and the ways on from there. */
async function failedPhase(
  { code, message }: { readonly code: string; readonly message: string },
  ports: Pick<RunnerPorts, 'whoListens'>,
): Promise<Phase> {
  if (code === 'port-taken') {
    // The refusal names the port: the one of the settings, or the one that was chosen at the first start.
    const port = numberIn(/\bport (\d{1,5})\b/i, message);
    const found = port === undefined ? undefined : await ports.whoListens(port).catch(() => undefined);
    // The program chose its name itself.
    const name = found === undefined ? '' : plainName(found.name);
    return {
      kind: 'failed',
      problem: 'port-taken',
      sentence: message,
      ...(name === '' ? {} : { process: name }),
      ways: ['replace-keys', 'retry', 'quit'],
    };
  }
  if (code === 'taken') {
    const pid = numberIn(/\bprocess (\d{1,10})\b/, message);
    return {
      kind: 'failed',
      problem: 'profile-locked',
      sentence: message,
      ...(pid === undefined ? {} : { pid }),
      ways: ['retry', 'quit'],
    };
  }
  if (code === 'malformed')
    return {
      kind: 'failed',
      problem: 'settings',
      sentence: message,
      ways: ['open-folder', 'retry', 'quit'],
    };
  if (code === 'bug' || code === 'no-node' || code === 'no-node-in-clone')
    return { kind: 'failed', problem: code, sentence: message, ways: ['retry', 'open-folder', 'quit'] };
  return { kind: 'failed', problem: 'other', sentence: message, ways: ['retry', 'open-folder', 'quit'] };
}

function numberIn(pattern: RegExp, sentence: string): number | undefined {
  const found = pattern.exec(sentence)?.[1];
  return found === undefined ? undefined : Number(found);
}
