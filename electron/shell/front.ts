import { BrowserWindow, ipcMain, nativeTheme, screen } from 'electron';
import type { PushOf } from '../../shared/ipc/window.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Logger } from '../log/logger.ts';
import { VERSION } from '../version.ts';
import { type AnswerPorts, bridgeAnswers } from './bridge-answers.ts';
import { askAfterCrash, saveText } from './dialogs.ts';
import type { HostRunner } from './host-runner.ts';
import { openGate } from './ipc-gate.ts';
import { mainWindow, type MainWindow } from './main-window.ts';
import { pageLink } from './page-link.ts';
import { leaveCall, openPopup, type PopupFront } from './popup-front.ts';
import { rendererCrash } from './renderer-crash.ts';
import type { ShellTexts } from './texts/shell-texts.ts';
import { touchedCalls } from './touched-calls.ts';
import type { WaitingCalls } from './waiting-calls.ts';
import { boundsFile } from './window-bounds.ts';
import { windowFeed } from './window-feed.ts';

export interface FrontPorts {
  readonly runner: HostRunner;
  readonly waiting: WaitingCalls;
  readonly preload: string;
  /** The bridge of the approval window, which can do less. */
  readonly popupPreload: string;
  readonly icon: string | undefined;
  readonly windowFile: string;
  /** The language of the windows, as it is chosen now. */
  readonly language: () => Language;
  readonly texts: () => ShellTexts;
  readonly devTools: boolean;
  readonly logger: Logger;
  quitting(): boolean;
  quit(): void;
  /** The session of this computer's user ends (Windows). */
  sessionEnds(): void;
  /** Whether there surely is no tray from which a hidden window could come back. */
  trayless(): boolean;
  /** The page has asked for everything. */
  onSnapshot(): void;
  readonly bundle: AnswerPorts['bundle'];
  readonly update: AnswerPorts['update'];
  readonly used: AnswerPorts['used'];
}

/** The windows and all that goes between them and the app. */
export interface Front {
  readonly window: MainWindow;
  readonly popup: Pick<PopupFront, 'focus' | 'end'>;
  /** Whether the person looks at one of the windows just now. */
  looking(): boolean;
  /** Nobody is there: the clocks of waiting calls go on. */
  letGo(): void;
  /** The colour behind the pages. */
  paint(background: string): void;
  navigate(to: PushOf<'navigate'>): void;
  /** Has the page ask for everything anew. */
  resync(): void;
}

export function openFront(ports: FrontPorts): Front {
  const { runner, logger, devTools } = ports;
  const contents = () => window.current()?.webContents;
  const link = pageLink({
    show: () => window.show(),
    send: (to) => void gate.push(contents(), 'navigate', to),
  });
  const touched = touchedCalls((id) => leaveCall(runner, id));
  const mainAnswer = bridgeAnswers({
    runner,
    version: VERSION,
    platform: process.platform,
    language: ports.language,
    texts: ports.texts,
    save: ({ name, text }) => saveText(window.current(), name, text),
    bundle: (ticket, read) => ports.bundle(ticket, read),
    update: (act) => ports.update(act),
    used: ports.used,
    onSnapshot() {
      link.alive();
      ports.onSnapshot();
    },
  });
  const popup = openPopup({
    runner,
    waiting: ports.waiting,
    preload: ports.popupPreload,
    icon: ports.icon,
    devTools,
    logger,
    gate: () => gate,
    language: ports.language,
    texts: ports.texts,
    quitting: () => ports.quitting(),
    navigate: (to) => link.navigate(to),
  });
  const answers = { main: touched.watch(mainAnswer), popup: popup.answer };
  const gate = openGate(
    ipcMain,
    (name, input, onProgress, from) => answers[from](name, input, onProgress, from),
    logger,
    ports.texts,
  );
  const feed = windowFeed({
    visible: () => window.visible(),
    send: (patch) => void gate.push(contents(), 'patch', patch),
  });
  const reload = (): void => {
    if (window.current() === undefined) window.make();
    else contents()?.reload();
  };
  const crashed = rendererCrash({
    reload,
    ask: () => askAfterCrash(ports.texts()),
    quit: () => ports.quit(),
    now: () => performance.now(),
    logger,
  });
  const window = mainWindow({
    create: (options) => new BrowserWindow(options),
    bounds: boundsFile(ports.windowFile),
    preload: ports.preload,
    icon: ports.icon,
    devTools,
    screens: () => screen.getAllDisplays().map(({ workArea }) => workArea),
    dark: () => nativeTheme.shouldUseDarkColors,
    quitting: () => ports.quitting(),
    hide(shown) {
      if (ports.trayless()) shown.minimize();
      else shown.hide();
    },
    onChange(made) {
      link.gone();
      touched.letGo();
      if (made === undefined) return;
      const { id } = made.webContents;
      gate.trust(id, 'main');
      made.on('closed', () => gate.distrust(id));
      made.on('session-end', () => ports.sessionEnds());
      const gone = (): void => {
        link.gone();
        touched.letGo();
      };
      made.webContents.on('did-navigate', gone);
      made.webContents.on('render-process-gone', (_event, { reason }) => {
        gone();
        void crashed(reason);
      });
      made.webContents.on('preload-error', (_event, _path, { name }) =>
        logger.error('The preload failed', { error: name }),
      );
      made.webContents.on('unresponsive', () => logger.warn('The window does not respond'));
    },
    onVisible(visible) {
      feed.visibilityChanged();
      if (!visible) touched.letGo();
    },
    log: (message) => logger.error(message),
  });
  const resync = (): void => void gate.push(contents(), 'phase', runner.phase());
  runner.onPhase(resync);
  runner.onPatch((patch) => feed.patch(patch));
  ports.waiting.onChange(() => touched.waiting(ports.waiting.pending().map(({ id }) => id)));
  const both = () => [window.current(), popup.window.current()];
  return {
    window,
    popup,
    looking: () => both().some((one) => one?.isFocused() === true),
    letGo() {
      touched.letGo();
      popup.letGo();
    },
    paint: (background) => both().forEach((one) => one?.setBackgroundColor(background)),
    navigate: (to) => link.navigate(to),
    resync,
  };
}
