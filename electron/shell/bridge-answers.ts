import type { BridgeCommand, BridgeInput, BridgeOutput, Way, Wire } from '../../shared/ipc/window.ts';
import type { Language } from '../../shared/model/language.ts';
import type { OpenedBundle, UpdateView } from '../../shared/ipc/desktop-contract.ts';
import type { BundleView } from '../../shared/model/registry.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HostRunner } from './host-runner.ts';
import type { Answer } from './ipc-gate.ts';
import type { ReadByHost } from './opened-bundles.ts';
import type { ShellTexts } from './texts/shell-texts.ts';
import type { UsedLast } from './used-last.ts';

export interface AnswerPorts {
  readonly runner: Pick<HostRunner, 'phase' | 'host' | 'take'>;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  /** The language of the windows, as it is chosen now. */
  readonly language: () => Language;
  readonly texts: () => ShellTexts;
  /** Writes a text where the person says. */
  readonly save: (file: BridgeInput<'app.save'>) => Promise<Result<BridgeOutput<'app.save'>>>;
  /** Reads a bundle that the system had Doorward open. */
  readonly bundle: (ticket: string, byHost: ReadByHost) => Promise<Wire<OpenedBundle>>;
  /** What is known of new versions, after doing what the page's button says. */
  readonly update: (act: BridgeInput<'app.update'>['act']) => Promise<UpdateView>;
  /** What was used last from the search; remembers what is given. */
  readonly used: UsedLast;
  /** The page has asked for everything: it is alive and listens from now on. */
  readonly onSnapshot: () => void;
}

/** Commands that the command line gives a path. */
const FILED: ReadonlySet<BridgeCommand> = new Set(['bundle.read', 'bundle.install']);

/** Answers the window: some commands by the app itself, all others by the host that runs. */
export function bridgeAnswers(ports: AnswerPorts): Answer {
  const { runner, version, platform, onSnapshot, save } = ports;
  const byHost = async (
    name: BridgeCommand,
    input: unknown,
    onProgress: (sentence: string) => void,
  ): Promise<Wire<unknown>> => {
    const host = runner.host();
    if (host === undefined) return { ok: false, code: 'no-host', message: ports.texts().gate.noHost };
    return host.run(name, input, { kind: 'window', onProgress });
  };
  const own: { readonly [name in BridgeCommand]?: (input: unknown) => ReturnType<Answer> } = {
    async 'app.snapshot'() {
      const host = runner.host();
      const value: BridgeOutput<'app.snapshot'> = {
        version,
        platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
        phase: runner.phase(),
        ...(host === undefined ? {} : { host: host.state.snapshot() }),
      };
      // What waits for the page goes out after this answer.
      setImmediate(onSnapshot);
      return Promise.resolve({ ok: true, value });
    },
    'app.language': () => Promise.resolve(ok({ language: ports.language() })),
    'app.save': (input) => save(input as BridgeInput<'app.save'>),
    'app.bundle': (input) =>
      ports.bundle(
        (input as BridgeInput<'app.bundle'>).ticket,
        (path) => byHost('bundle.read', { path }, () => {}) as Promise<Wire<BundleView>>,
      ),
    'app.update': async (input) => ok(await ports.update((input as BridgeInput<'app.update'>).act)),
    'app.used': (input) => Promise.resolve(ok({ used: ports.used((input as BridgeInput<'app.used'>).used) })),
    'app.way': (input) => runner.take((input as { readonly way: Way }).way),
  };
  return async (name, input, onProgress) => {
    const answer = own[name];
    if (answer !== undefined) return answer(input);
    // A page has no paths: it sends bytes, or has a ticket. One with a path was taken over.
    if (FILED.has(name) && typeof input === 'object' && input !== null && 'path' in input)
      return { ok: false, code: 'refused', message: ports.texts().gate.refused };
    return byHost(name, input, onProgress);
  };
}
