import { app, Menu, nativeTheme, Notification, powerMonitor, Tray } from 'electron';
import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { Settings } from '../../shared/model/settings.ts';
import type { SettingsStore } from '../host/settings.ts';
import type { Logger } from '../log/logger.ts';
import { appMenu } from './app-menu.ts';
import { desktopNotices } from './desktop-notices.ts';
import type { Front } from './front.ts';
import type { HostRunner } from './host-runner.ts';
import { type LoginPorts, setStartAtLogin } from './login-item.ts';
import { followTheme } from './theme.ts';
import { type AppTray, appTray } from './tray.ts';
import type { TrayAction } from './tray-menu.ts';

export interface DesktopPorts {
  readonly front: Front;
  readonly runner: HostRunner;
  readonly settings: SettingsStore;
  readonly trayIcon: string;
  readonly devTools: boolean;
  readonly login: Omit<LoginPorts, 'app' | 'log'>;
  readonly logger: Logger;
  quit(): void;
}

const RECENT = 3;

/** Everything of the desktop around the window: menu, tray, theme, start with the session, power. */
export function openDesktop(ports: DesktopPorts): AppTray {
  const { front, runner, settings, logger, devTools } = ports;
  const { platform } = ports.login;
  const openSettings = (): void => front.navigate({ screen: 'settings' });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu({
        platform,
        devTools,
        open: () => front.window.show(),
        settings: openSettings,
        quit: () => ports.quit(),
      }),
    ),
  );

  let status: StatusReport | undefined;
  async function guard(block: boolean): Promise<void> {
    const done = await runner
      .host()
      ?.run(block ? 'guard.block' : 'guard.usual', {}, { kind: 'window', onProgress: () => {} });
    if (done?.ok === false) logger.warn('The guard was not changed', { code: done.code });
    // The desktop has ticked the box by itself; it shall show what is.
    tray.redraw();
  }
  function act(action: TrayAction): void {
    if (action.do === 'open') front.window.show();
    else if (action.do === 'quit') ports.quit();
    else if (action.do === 'navigate') front.navigate(action.to);
    else void guard(action.block);
  }
  const tray = appTray({
    create: () => new Tray(ports.trayIcon),
    build: (template) => Menu.buildFromTemplate(template),
    platform,
    view: () => ({
      phase: runner.phase().kind,
      status,
      recent: runner.host()?.state.recent(RECENT).toReversed() ?? [],
    }),
    act,
    log: (message) => logger.warn(message),
  });
  const notices = desktopNotices({
    make: (title, body) =>
      Notification.isSupported() ? new Notification({ title, body, silent: true }) : undefined,
    looking: () => front.window.current()?.isFocused() === true,
    open: () => front.navigate({ screen: 'needs-you' }),
    log: (message) => logger.warn(message),
  });
  // A host that is started anew is another one.
  const heard = new WeakSet<object>();
  runner.onPhase((phase) => {
    const host = phase.kind === 'running' ? runner.host() : undefined;
    if (host !== undefined && !heard.has(host)) {
      heard.add(host);
      host.onServerAdded(({ id }) => notices.added(id));
    }
    status = phase.kind === 'running' ? runner.host()?.state.snapshot().state.status : undefined;
    tray.changed();
  });
  runner.onPatch((patch) => {
    status = patch.status ?? status;
    tray.changed();
    notices.alarms(patch);
  });

  const theme = followTheme({
    native: nativeTheme,
    paint: (background) => front.window.current()?.setBackgroundColor(background),
  });
  const login: LoginPorts = { ...ports.login, app, log: (message) => logger.warn(message) };
  const now = settings.read();
  if (now.ok) {
    theme(now.value);
    // Written again at each start, because the program may have moved. What is off stays as the person has it.
    if (now.value.startAtLogin) setStartAtLogin(login, true);
  }
  let startAtLogin = now.ok && now.value.startAtLogin;
  settings.watch((after: Settings) => {
    theme(after);
    if (after.startAtLogin !== startAtLogin) setStartAtLogin(login, after.startAtLogin);
    startAtLogin = after.startAtLogin;
  });

  powerMonitor.on('suspend', () => logger.info('The computer goes to sleep'));
  powerMonitor.on('lock-screen', () => logger.info('The screen is locked'));
  powerMonitor.on('resume', () => {
    logger.info('The computer is awake again');
    front.resync();
  });
  powerMonitor.on('shutdown', () => ports.quit());
  return tray;
}
