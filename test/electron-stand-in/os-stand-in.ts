import type { ElectronApplication } from 'playwright';
import type { DialogAnswer, NotificationView, OsSurface, SystemTheme } from './os.ts';
import type { control } from './os-surfaces/control.ts';
import type { ShownDialog, ShownItem } from './os-surfaces/records.ts';

type Control = typeof control;
type Deed = {
  [K in keyof Control]: Control[K] extends (...args: infer A) => unknown ? { name: K; args: A } : never;
}[keyof Control];

/** The desktop that the stand-in only records. */
export class StandInSurface implements OsSurface {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Calls one of the stand-in's controls in the main process. */
  #call(deed: Deed): Promise<unknown> {
    return this.#app.evaluate((_electron, { name, args }) => {
      const key = Symbol.for('doorward.stand-in');
      const controls = (
        globalThis as unknown as Record<symbol, Record<string, (...given: unknown[]) => unknown>>
      )[key];
      return controls?.[name]?.(...args);
    }, deed);
  }

  async trayMenu(): Promise<ShownItem[]> {
    return (await this.#call({ name: 'trayMenu', args: [] })) as ShownItem[];
  }
  async clickTray(...labels: string[]): Promise<void> {
    await this.#call({ name: 'pressTray', args: [labels] });
  }
  async trayTooltip(): Promise<string> {
    return (await this.#call({ name: 'trayTooltip', args: [] })) as string;
  }
  async trayCount(): Promise<number> {
    return (await this.#call({ name: 'count', args: ['trays'] })) as number;
  }
  async clickTrayIcon(button: 'click' | 'right-click' | 'double-click' = 'click'): Promise<void> {
    await this.#call({ name: 'clickTrayIcon', args: [button] });
  }
  async appMenu(): Promise<ShownItem[]> {
    return (await this.#call({ name: 'applicationMenu', args: [] })) as ShownItem[];
  }
  async clickAppMenu(...labels: string[]): Promise<void> {
    await this.#call({ name: 'pressApplicationMenu', args: [labels] });
  }
  async popups(): Promise<ShownItem[][]> {
    return (await this.#call({ name: 'list', args: ['popups'] })) as ShownItem[][];
  }
  async notifications(): Promise<NotificationView[]> {
    return (await this.#call({ name: 'notifications', args: [] })) as NotificationView[];
  }
  async clickNotification(index: number): Promise<void> {
    await this.#call({ name: 'clickNotification', args: [index] });
  }
  async clickNotificationAction(index: number, action: number): Promise<void> {
    await this.#call({ name: 'clickNotificationAction', args: [index, action] });
  }
  async openedExternally(): Promise<string[]> {
    return (await this.#call({ name: 'list', args: ['openedExternally'] })) as string[];
  }
  async openedPaths(): Promise<string[]> {
    return (await this.#call({ name: 'list', args: ['openedPaths'] })) as string[];
  }
  async shownInFolder(): Promise<string[]> {
    return (await this.#call({ name: 'list', args: ['shownInFolder'] })) as string[];
  }
  async answerDialog(answer: DialogAnswer): Promise<void> {
    await this.#call({ name: 'answerDialog', args: [answer] });
  }
  async dialogs(): Promise<ShownDialog[]> {
    return (await this.#call({ name: 'list', args: ['dialogs'] })) as ShownDialog[];
  }
  clipboardText(): Promise<string> {
    return this.#app.evaluate(({ clipboard }) => clipboard.readText());
  }
  async badgeCount(): Promise<number> {
    return (await this.#call({ name: 'badgeCount', args: [] })) as number;
  }
  async setSystemTheme(theme: SystemTheme): Promise<void> {
    await this.#call({ name: 'setSystemTheme', args: [theme] });
  }
  async power(event: string): Promise<void> {
    await this.#call({ name: 'power', args: [event] });
  }
  async setIdle(idle: { readonly seconds?: number; readonly locked?: boolean }): Promise<void> {
    await this.#call({ name: 'setIdle', args: [idle] });
  }
  async openUrl(url: string): Promise<void> {
    await this.#call({ name: 'openUrl', args: [url] });
  }
  async pressShortcut(accelerator: string): Promise<void> {
    await this.#call({ name: 'pressShortcut', args: [accelerator] });
  }
  async occupyShortcut(accelerator: string): Promise<void> {
    await this.#call({ name: 'occupyShortcut', args: [accelerator] });
  }
}
