import type { BridgeCommand, BridgeInput, BridgeOutput, Way } from '../../shared/ipc/window.ts';
import type { Language } from '../../shared/model/language.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HostRunner } from './host-runner.ts';
import type { Answer } from './ipc-gate.ts';
import { texts } from './texts.ts';

export interface AnswerPorts {
  readonly runner: Pick<HostRunner, 'phase' | 'host' | 'take'>;
  readonly version: string;
  readonly platform: NodeJS.Platform;
  /** The language of the windows, as it is chosen now. */
  readonly language: () => Language;
  /** Writes a text where the person says. */
  readonly save: (file: BridgeInput<'app.save'>) => Promise<Result<BridgeOutput<'app.save'>>>;
  /** The page has asked for everything: it is alive and listens from now on. */
  readonly onSnapshot: () => void;
}

/** Answers the window: some commands by the app itself, all others by the host that runs. */
export function bridgeAnswers(ports: AnswerPorts): Answer {
  const { runner, version, platform, onSnapshot, save } = ports;
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
    'app.way': (input) => runner.take((input as { readonly way: Way }).way),
  };
  return async (name, input, onProgress) => {
    const answer = own[name];
    if (answer !== undefined) return answer(input);
    const host = runner.host();
    if (host === undefined) return { ok: false, code: 'no-host', message: texts.gate.noHost };
    return host.run(name, input, { kind: 'window', onProgress });
  };
}
