import { createEvent } from '../core/guard.ts';
import { app } from '../main/app.ts';
import { theme, themeChanged } from '../main/theme-state.ts';
import { occupyShortcut, pressShortcut } from './global-shortcut.ts';
import { Menu, pressItem, showMenu } from './menu.ts';
import { idle, powerMonitor } from './power-monitor.ts';
import { records, type ShownNotification, type ShownTray } from './records.ts';

type Lists = 'trays' | 'openedExternally' | 'openedPaths' | 'shownInFolder' | 'dialogs' | 'popups';

function tray(): ShownTray {
  const [first] = records.trays;
  if (!first) throw new Error('There is no tray icon.');
  return first;
}

function notification(index: number): ShownNotification {
  const found = records.notifications.at(index);
  if (!found) throw new Error(`There is no notification ${index}.`);
  return found;
}

/** What `os.ts` reaches from a test through `app.evaluate`: everything here can cross as JSON. */
export const control = {
  count: (list: Lists): number => records[list].length,
  list: (list: Exclude<Lists, 'trays'>): unknown[] => records[list],
  badgeCount: () => records.badgeCount,
  trayMenu: () => tray().menu,
  trayTooltip: () => tray().tooltip,
  pressTray: (path: string[]) => tray().press(path),
  clickTrayIcon: (button: 'click' | 'right-click' | 'double-click') => tray().click(button),
  applicationMenu: () => showMenu(Menu.getApplicationMenu()),
  pressApplicationMenu: (path: string[]) => pressItem(Menu.getApplicationMenu(), path),
  notifications: () =>
    records.notifications.map(({ title, body, actions, closed }) => ({ title, body, actions, closed })),
  clickNotification: (index: number) => notification(index).click(),
  clickNotificationAction: (index: number, action: number) => notification(index).act(action),
  answerDialog: (answer: unknown) => {
    records.answers.push(answer);
  },
  pressShortcut,
  occupyShortcut,
  setSystemTheme(change: Partial<typeof theme.system>): void {
    Object.assign(theme.system, change);
    themeChanged();
  },
  setIdle(change: Partial<typeof idle>): void {
    Object.assign(idle, change);
  },
  power(event: string): void {
    if (powerMonitor.listenerCount(event) === 0)
      throw new Error(`Nobody listens for '${event}' of powerMonitor.`);
    powerMonitor.emit(event);
  },
  openUrl(url: string): void {
    app.emit('open-url', createEvent(), url);
  },
};

/** The key under which the controls are found in the main process. */
const controlKey = Symbol.for('doorward.stand-in');

/** Makes the controls reachable for tests. */
export function publishControl(): void {
  Object.defineProperty(globalThis, controlKey, { value: control });
}
