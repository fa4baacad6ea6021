import type { BridgeInput, BridgeOutput } from '../../shared/ipc/window.ts';
import type { HeldCall } from '../../shared/model/approval.ts';
import type { Language } from '../../shared/model/language.ts';
import { fail, ok } from '../../shared/result.ts';
import type { HostRunner } from './host-runner.ts';
import type { Answer } from './ipc-gate.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

export interface PopupAnswerPorts {
  readonly runner: Pick<HostRunner, 'host'>;
  readonly platform: BridgeOutput<'popup.snapshot'>['platform'];
  /** The language of the windows, as it is chosen now. */
  readonly language: () => Language;
  readonly texts: () => ShellTexts;
  readonly pending: () => readonly HeldCall[];
  readonly size: (height: number) => void;
  readonly hide: () => void;
  readonly open: (to: BridgeInput<'popup.open'>) => void;
  /** The page has asked for what it shows, and listens from now on. */
  readonly onSnapshot: () => void;
}

/** Commands of the host that the approval window has. The gate knows them too; none other is passed on from here. */
const HOST: ReadonlySet<string> = new Set([
  'approval.allow',
  'approval.deny',
  'approval.touch',
  'approval.leave',
]);

/** Answers the approval window: its own commands by the app, and those on a waiting call by the host that runs. */
export function popupAnswers(ports: PopupAnswerPorts): Answer {
  const { runner, platform } = ports;
  const own = new Map<string, (input: unknown) => unknown>([
    [
      'popup.snapshot',
      (): BridgeOutput<'popup.snapshot'> => {
        setImmediate(() => ports.onSnapshot());
        return { platform, pending: [...ports.pending()] };
      },
    ],
    ['app.language', (): BridgeOutput<'app.language'> => ({ language: ports.language() })],
    ['popup.size', (input) => ports.size((input as BridgeInput<'popup.size'>).height)],
    ['popup.hide', () => ports.hide()],
    ['popup.open', (input) => ports.open(input as BridgeInput<'popup.open'>)],
  ]);
  return async (name, input, onProgress) => {
    const answer = own.get(name);
    if (answer !== undefined) return ok(answer(input) ?? {});
    if (!HOST.has(name)) return fail('refused', ports.texts().gate.refused);
    const host = runner.host();
    if (host === undefined) return fail('no-host', ports.texts().gate.noHost);
    return host.run(name, input, { kind: 'window', onProgress });
  };
}
