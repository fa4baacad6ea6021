import type { ElectronApplication } from 'playwright';
import type { ShownDialog, ShownItem } from './os-surfaces/records.ts';
import { RealSurface } from './os-real.ts';
import { StandInSurface } from './os-stand-in.ts';

export type { ShownDialog, ShownItem } from './os-surfaces/records.ts';

/** A notification as a person sees it. */
export interface NotificationView {
  readonly title: string;
  readonly body: string;
  readonly actions: string[];
  readonly closed: boolean;
}

/** What a person has set in the system. */
export interface SystemTheme {
  readonly dark?: boolean;
  readonly highContrast?: boolean;
  readonly reducedTransparency?: boolean;
  readonly reducedMotion?: boolean;
}

/** How a dialog is answered: the index or label of a button, the chosen paths, or `null` to cancel. */
export type DialogAnswer = number | string | readonly string[] | null;

/** The desktop around the app, as far as a test can see and touch it. */
export interface OsSurface {
  /** The menu of the tray icon. */
  trayMenu(): Promise<ShownItem[]>;
  /** Presses an item of the tray menu, named by the labels on the way to it. */
  clickTray(...labels: string[]): Promise<void>;
  trayTooltip(): Promise<string>;
  /** How many tray icons there are. */
  trayCount(): Promise<number>;
  /** Clicks the icon itself, which does nothing on Linux. */
  clickTrayIcon(button?: 'click' | 'right-click' | 'double-click'): Promise<void>;
  appMenu(): Promise<ShownItem[]>;
  clickAppMenu(...labels: string[]): Promise<void>;
  /** The context menus that popped up. */
  popups(): Promise<ShownItem[][]>;
  notifications(): Promise<NotificationView[]>;
  clickNotification(index: number): Promise<void>;
  clickNotificationAction(index: number, action: number): Promise<void>;
  openedExternally(): Promise<string[]>;
  openedPaths(): Promise<string[]>;
  shownInFolder(): Promise<string[]>;
  /** Answers the next dialog that opens. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<ShownDialog[]>;
  clipboardText(): Promise<string>;
  badgeCount(): Promise<number>;
  setSystemTheme(theme: SystemTheme): Promise<void>;
  /** Makes `powerMonitor` emit an event such as `suspend` or `lock-screen`. */
  power(event: string): Promise<void>;
  setIdle(idle: { readonly seconds?: number; readonly locked?: boolean }): Promise<void>;
  /** Lets the system hand a deep link to the running app. */
  openUrl(url: string): Promise<void>;
  pressShortcut(accelerator: string): Promise<void>;
  /** Lets another program have these keys. */
  occupyShortcut(accelerator: string): Promise<void>;
}

/** Whether the running binary is the stand-in. */
export function isStandIn(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(() => Symbol.for('doorward.stand-in') in globalThis);
}

/** The desktop around a running app, on the stand-in and on a real Electron alike. */
export async function osSurface(app: ElectronApplication): Promise<OsSurface> {
  if (await isStandIn(app)) return new StandInSurface(app);
  return RealSurface.patch(app);
}
