import { BrowserWindow, ipcMain, nativeTheme, screen } from 'electron';
import type { PushOf } from '../../shared/ipc/window.ts';
import type { Logger } from '../log/logger.ts';
import { VERSION } from '../version.ts';
import { bridgeAnswers } from './bridge-answers.ts';
import { askAfterCrash } from './dialogs.ts';
import type { HostRunner } from './host-runner.ts';
import { openGate } from './ipc-gate.ts';
import { mainWindow, type MainWindow } from './main-window.ts';
import { pageLink } from './page-link.ts';
import { rendererCrash } from './renderer-crash.ts';
import { boundsFile } from './window-bounds.ts';
import { windowFeed } from './window-feed.ts';

export interface FrontPorts {
  readonly runner: HostRunner;
  readonly preload: string;
  readonly icon: string | undefined;
  readonly windowFile: string;
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
}

/** The window and all that goes between it and the app. */
export interface Front {
  readonly window: MainWindow;
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
  const answer = bridgeAnswers({
    runner,
    version: VERSION,
    platform: process.platform,
    onSnapshot() {
      link.alive();
      ports.onSnapshot();
    },
  });
  const gate = openGate(ipcMain, answer, logger);
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
    ask: askAfterCrash,
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
      if (made === undefined) return;
      const { id } = made.webContents;
      gate.trust(id);
      made.on('closed', () => gate.distrust(id));
      made.on('session-end', () => ports.sessionEnds());
      made.webContents.on('did-navigate', () => link.gone());
      made.webContents.on('render-process-gone', (_event, { reason }) => {
        link.gone();
        void crashed(reason);
      });
      made.webContents.on('preload-error', (_event, _path, { name }) =>
        logger.error('The preload failed', { error: name }),
      );
      made.webContents.on('unresponsive', () => logger.warn('The window does not respond'));
    },
    onVisible: () => feed.visibilityChanged(),
    log: (message) => logger.error(message),
  });
  const resync = (): void => void gate.push(contents(), 'phase', runner.phase());
  runner.onPhase(resync);
  runner.onPatch((patch) => feed.patch(patch));
  return { window, navigate: (to) => link.navigate(to), resync };
}
