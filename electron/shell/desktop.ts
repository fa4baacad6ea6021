import { app, Menu, nativeImage, nativeTheme, Notification, powerMonitor, Tray } from 'electron';
import type { StatusReport } from '../../shared/ipc/shapes.ts';
import type { ToolProfileState } from '../../shared/model/tool-profile.ts';
import type { SettingsStore } from '../host/settings/settings.ts';
import type { Logger } from '../log/logger.ts';
import { appMenu } from './app-menu.ts';
import { waitingBadge } from './badge.ts';
import { callNotices } from './call-notices.ts';
import { desktopNotices } from './desktop-notices.ts';
import { desktopSettings } from './desktop-settings.ts';
import type { Front } from './front.ts';
import type { HostRunner } from './host-runner.ts';
import { type LoginPorts, setStartAtLogin } from './login-item.ts';
import { noticeBoard } from './notice-board.ts';
import type { PersonPresence } from './presence.ts';
import type { ShellVoice } from './shell-voice.ts';
import { followTheme } from './theme.ts';
import { type AppTray, appTray } from './tray.ts';
import type { TrayAction } from './tray-menu.ts';
import type { WaitingCalls } from './waiting-calls.ts';

export interface DesktopPorts {
  readonly front: Front;
  readonly runner: HostRunner;
  readonly waiting: WaitingCalls;
  readonly presence: PersonPresence;
  readonly settings: SettingsStore;
  readonly voice: ShellVoice;
  readonly trayIcon: string;
  /** The sign in the task bar of Windows. */
  readonly overlayIcon: string;
  readonly devTools: boolean;
  readonly login: Omit<LoginPorts, 'app' | 'log'>;
  readonly logger: Logger;
  /** Absent where the app does not update itself. */
  readonly lookForUpdate: (() => void) | undefined;
  quit(): void;
}

const RECENT = 3;

/** Everything of the desktop around the windows: menu, tray, notifications, theme, start with the session, power. */
export function openDesktop(ports: DesktopPorts): AppTray {
  const { front, runner, waiting, presence, settings, voice, logger, devTools } = ports;
  const { texts } = voice;
  const { platform } = ports.login;
  const openSettings = (): void => front.navigate({ screen: 'settings' });
  const setMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        appMenu({
          platform,
          devTools,
          texts: texts(),
          open: () => front.window.show(),
          settings: openSettings,
          search: () => front.navigate({ search: true }),
          quit: () => ports.quit(),
          lookForUpdate: ports.lookForUpdate,
        }),
      ),
    );
  setMenu();

  let status: StatusReport | undefined;
  let profiles: ToolProfileState | undefined;
  async function run(command: string, input: object): Promise<void> {
    const done = await runner.host()?.run(command, input, { kind: 'window', onProgress: () => {} });
    if (done?.ok === false) logger.warn('A choice in the tray was not taken', { command, code: done.code });
    // The desktop has ticked the box by itself; it shall show what is.
    tray.redraw();
  }
  function act(action: TrayAction): void {
    if (action.do === 'open') front.window.show();
    else if (action.do === 'waiting') front.popup.focus();
    else if (action.do === 'quit') ports.quit();
    else if (action.do === 'navigate') front.navigate(action.to);
    else if (action.do === 'profile')
      void run('profile.use', action.name === undefined ? {} : { name: action.name });
    else void run(`guard.${action.to}`, {});
  }
  const tray = appTray({
    create: () => new Tray(ports.trayIcon),
    build: (template) => Menu.buildFromTemplate(template),
    platform,
    view: () => ({
      texts: texts(),
      phase: runner.phase().kind,
      status,
      profiles,
      recent: runner.host()?.state.recent(RECENT).toReversed() ?? [],
    }),
    act,
    log: (message) => logger.warn(message),
  });
  const announce = noticeBoard({
    make: (title, body) =>
      Notification.isSupported() ? new Notification({ title, body, silent: true }) : undefined,
    log: (message) => logger.warn(message),
  });
  const needsYou = (): void => front.navigate({ screen: 'needs-you' });
  const looking = (): boolean => front.looking();
  const notices = desktopNotices({ announce, texts, looking, open: needsYou });
  const calls = callNotices({
    announce,
    texts,
    looking,
    here: () => presence.state() === 'here',
    openWaiting: () => front.popup.focus(),
    openMissed: needsYou,
  });
  const badge = waitingBadge({
    platform,
    texts,
    setCount: (calls) => app.setBadgeCount(calls),
    window: () => front.window.current(),
    overlay: () => nativeImage.createFromPath(ports.overlayIcon),
  });
  // The front knows its new window only once it has been made.
  app.on('browser-window-created', () => void setImmediate(() => badge.redraw()));
  waiting.onChange(() => {
    calls.changed(waiting.pending(), waiting.missed());
    badge.show(waiting.pending().length);
  });
  presence.onState((state) => {
    if (state === 'here') calls.back();
    else front.letGo();
  });
  const login: LoginPorts = { ...ports.login, app, log: (message) => logger.warn(message) };
  const follow = desktopSettings({
    own: settings,
    theme: followTheme({ native: nativeTheme, paint: (background) => front.paint(background) }),
    language: () => void voice.look(),
    startAtLogin: (wanted) => setStartAtLogin(login, wanted),
  });
  voice.onChange(() => {
    setMenu();
    tray.changed();
    badge.redraw();
  });
  // A host that is started anew is another one.
  const heard = new WeakSet<object>();
  runner.onPhase((phase) => {
    const host = phase.kind === 'running' ? runner.host() : undefined;
    if (host !== undefined && !heard.has(host)) {
      heard.add(host);
      host.onServerAdded(({ id }) => notices.added(id));
      follow(host.settings);
    }
    const state = phase.kind === 'running' ? runner.host()?.state.snapshot().state : undefined;
    status = state?.status;
    profiles = state?.profiles;
    tray.changed();
  });
  runner.onPatch((patch) => {
    status = patch.status ?? status;
    profiles = patch.profiles ?? profiles;
    tray.changed();
    notices.alarms(patch);
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
