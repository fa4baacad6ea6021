import { BrowserWindow, globalShortcut, nativeTheme, screen } from 'electron';
import type { PushOf } from '../../shared/ipc/window.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Logger } from '../log/logger.ts';
import type { HostRunner } from './host-runner.ts';
import type { Answer, IpcGate } from './ipc-gate.ts';
import { popupAnswers } from './popup-answers.ts';
import { popupConduct } from './popup-conduct.ts';
import { popupWindow, type PopupWindow } from './popup-window.ts';
import { waitingShortcut } from './shortcut.ts';
import { touchedCalls } from './touched-calls.ts';
import type { ShellTexts } from './texts/shell-texts.ts';
import type { WaitingCalls } from './waiting-calls.ts';

export interface PopupFrontPorts {
  readonly runner: HostRunner;
  readonly waiting: WaitingCalls;
  readonly preload: string;
  readonly icon: string | undefined;
  readonly devTools: boolean;
  readonly logger: Logger;
  readonly gate: () => IpcGate;
  /** The language of the windows, as it is chosen now. */
  readonly language: () => Language;
  readonly texts: () => ShellTexts;
  quitting(): boolean;
  readonly navigate: (to: PushOf<'navigate'>) => void;
}

/** The approval window and all that goes between it and the app. */
export interface PopupFront {
  readonly window: Pick<PopupWindow, 'current'>;
  readonly answer: Answer;
  /** Leads the person to what waits. */
  focus(): void;
  /** Nobody looks at it any more. */
  letGo(): void;
  /** Gives back what it took of the desktop. */
  end(): void;
}

export function openPopup(ports: PopupFrontPorts): PopupFront {
  const { runner, waiting, logger, navigate } = ports;
  const { platform } = process;
  const touched = touchedCalls((id) => leaveCall(runner, id));
  const window = popupWindow({
    create: (options) => new BrowserWindow(options),
    preload: ports.preload,
    icon: ports.icon,
    devTools: ports.devTools,
    platform,
    area: () => screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea,
    dark: () => nativeTheme.shouldUseDarkColors,
    quitting: () => ports.quitting(),
    onMake(made) {
      const { id } = made.webContents;
      ports.gate().trust(id, 'popup');
      made.on('closed', () => ports.gate().distrust(id));
      made.webContents.on('preload-error', (_event, _path, { name }) =>
        logger.error('The preload of the approval window failed', { error: name }),
      );
      made.webContents.on('unresponsive', () => logger.warn('The approval window does not respond'));
    },
    onUnseen: () => touched.letGo(),
    onBroken: () => navigate({ screen: 'needs-you' }),
    log: (message, facts) => logger.error(message, facts),
  });
  const shortcut = waitingShortcut({
    register: (keys, pressed) => globalShortcut.register(keys, pressed),
    unregister: (keys) => globalShortcut.unregister(keys),
    pressed: () => conduct.focus(),
    log: (message) => logger.warn(message),
  });
  const conduct = popupConduct({
    window,
    tell: (pending) =>
      void ports.gate().push(window.current()?.webContents, 'pending', { pending: [...pending] }),
    shortcut: (wanted) => shortcut.want(wanted),
    elsewhere: () => navigate({ screen: 'needs-you' }),
  });
  /** What its page was told that it speaks. */
  let spoken: Language | undefined;
  waiting.onChange(() => {
    const pending = waiting.pending();
    // A page keeps its language while it is read; the next question finds a new one.
    if (pending.length > 0 && spoken !== undefined && spoken !== ports.language()) window.renew();
    touched.waiting(pending.map(({ id }) => id));
    conduct.pending(pending);
  });
  const answer = popupAnswers({
    runner,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    language: () => (spoken = ports.language()),
    texts: ports.texts,
    pending: () => waiting.pending(),
    size: (height) => window.size(height),
    hide: () => conduct.hide(),
    open: navigate,
    onSnapshot: () => window.alive(),
  });
  return {
    window,
    answer: touched.watch(answer),
    focus: () => conduct.focus(),
    letGo: () => touched.letGo(),
    end: () => shortcut.want(false),
  };
}

/** Lets the clock of a call go on; one that is answered meanwhile needs nothing. */
export function leaveCall(runner: Pick<HostRunner, 'host'>, id: string): void {
  void runner.host()?.run('approval.leave', { id }, { kind: 'window', onProgress: () => {} });
}
