import type { ElectronApplication } from 'playwright';
import type { DialogAnswer, NotificationView, OsSurface, SystemTheme } from './os.ts';
import type { ShownDialog, ShownItem } from './os-surfaces/records.ts';

/** What the patches below keep in the main process of a real Electron. */
interface Kept {
  dialogs: ShownDialog[];
  answers: unknown[];
  openedExternally: string[];
  openedPaths: string[];
  shownInFolder: string[];
  notifications: { notification: Electron.Notification; actions: string[] }[];
  tray?: Electron.Tray;
  trayMenu?: Electron.Menu;
  trayTooltip?: string;
}

function unobservable(what: string): never {
  throw new Error(`${what} cannot be observed on a real Electron.`);
}

/** Runs in the main process: replaces what would leave the app, and keeps what was asked for. */
function patchMain(electron: typeof Electron.CrossProcessExports): void {
  const { dialog, shell, Tray, Notification } = electron;
  const key = Symbol.for('doorward.os');
  const holder = globalThis as unknown as Record<symbol, Kept>;
  if (holder[key]) return;
  const kept: Kept = {
    dialogs: [],
    answers: [],
    openedExternally: [],
    openedPaths: [],
    shownInFolder: [],
    notifications: [],
  };
  holder[key] = kept;
  const ask = (
    kind: ShownDialog['kind'],
    args: unknown[],
  ): { given: Electron.MessageBoxOptions; answer: unknown } => {
    const given = (args.length > 1 ? args[1] : args[0]) as Electron.MessageBoxOptions;
    if (kept.answers.length === 0) throw new Error(`A dialog opened that no test answers: ${given.message}`);
    const answer = kept.answers.shift();
    const { title = '', message, detail = '', buttons = [] } = given;
    kept.dialogs.push({ kind, title, message, detail, buttons, answer });
    return { given, answer };
  };
  Object.assign(dialog, {
    showMessageBox: async (...args: unknown[]) => {
      const { given, answer } = ask('message', args);
      const response =
        typeof answer === 'string' ? (given.buttons ?? ['OK']).indexOf(answer) : Number(answer);
      return { response, checkboxChecked: given.checkboxChecked ?? false };
    },
    showOpenDialog: async (...args: unknown[]) => {
      const { answer } = ask('open', args);
      return { canceled: !Array.isArray(answer), filePaths: Array.isArray(answer) ? answer : [] };
    },
    showSaveDialog: async (...args: unknown[]) => {
      const { answer } = ask('save', args);
      return { canceled: typeof answer !== 'string', filePath: typeof answer === 'string' ? answer : '' };
    },
    showErrorBox: (title: string, message: string) => {
      kept.dialogs.push({ kind: 'error', title, message, detail: '', buttons: ['OK'], answer: 0 });
    },
  });
  Object.assign(shell, {
    openExternal: async (url: string) => {
      kept.openedExternally.push(url);
    },
    openPath: async (path: string) => {
      kept.openedPaths.push(path);
      return '';
    },
    showItemInFolder: (path: string) => {
      kept.shownInFolder.push(path);
    },
  });
  const after = <T extends object>(
    prototype: T,
    method: string,
    note: (object: T, args: never[]) => void,
  ): void => {
    const methods = prototype as Record<string, (...args: never[]) => unknown>;
    const plain = methods[method];
    methods[method] = function noted(this: T, ...args: never[]) {
      note(this, args);
      return plain?.apply(this, args);
    };
  };
  after(Tray.prototype, 'setContextMenu', (tray, [menu]) => Object.assign(kept, { tray, trayMenu: menu }));
  after(Tray.prototype, 'setToolTip', (tray, [tooltip]) =>
    Object.assign(kept, { tray, trayTooltip: tooltip }),
  );
  after(Notification.prototype, 'show', (notification) => {
    kept.notifications.push({
      notification,
      actions: notification.actions.map((action) => action.text ?? ''),
    });
  });
}

/** Runs in the main process: what a menu shows, or pressing one of its items. */
function useMenu(
  electron: typeof Electron.CrossProcessExports,
  use: { of: 'tray' | 'app'; press?: string[] },
): ShownItem[] | undefined {
  const kept = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')];
  const menu = use.of === 'tray' ? kept?.trayMenu : electron.Menu.getApplicationMenu();
  if (!menu) return undefined;
  const show = (items: Electron.MenuItem[]): ShownItem[] =>
    items
      .filter((item) => item.visible)
      .map((item) => ({
        id: item.id ?? '',
        label: item.label,
        type: item.type,
        enabled: item.enabled,
        visible: item.visible,
        checked: item.checked,
        accelerator: String(item.accelerator ?? ''),
        role: item.role ?? '',
        ...(item.submenu ? { submenu: show(item.submenu.items) } : {}),
      }));
  if (use.press) {
    let items = menu.items;
    let found: Electron.MenuItem | undefined;
    for (const label of use.press) {
      found = items.find((item) => item.label === label);
      items = found?.submenu?.items ?? [];
    }
    if (!found?.enabled) throw new Error(`There is no enabled menu item "${use.press.join(' > ')}".`);
    found.click();
  }
  return show(menu.items);
}

/** The desktop around a real Electron: what can be patched is, and the rest throws by name. */
export class RealSurface implements OsSurface {
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** Patches the main process of a running app. */
  static async patch(app: ElectronApplication): Promise<RealSurface> {
    await app.evaluate(patchMain);
    return new RealSurface(app);
  }

  #list(name: 'dialogs' | 'openedExternally' | 'openedPaths' | 'shownInFolder'): Promise<unknown> {
    return this.#app.evaluate((_electron, list) => {
      const kept = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')];
      return kept?.[list];
    }, name);
  }

  async trayMenu(): Promise<ShownItem[]> {
    const items = await this.#app.evaluate(useMenu, { of: 'tray' as const });
    return items ?? unobservable('A tray menu that was set before the test began');
  }
  async clickTray(...labels: string[]): Promise<void> {
    const items = await this.#app.evaluate(useMenu, { of: 'tray' as const, press: labels });
    if (!items) unobservable('A tray menu that was set before the test began');
  }
  async trayTooltip(): Promise<string> {
    const text = await this.#app.evaluate(
      () => (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')]?.trayTooltip,
    );
    return text ?? unobservable('A tooltip that was set before the test began');
  }
  trayCount(): Promise<number> {
    return Promise.reject(new Error('The number of tray icons cannot be observed on a real Electron.'));
  }
  async clickTrayIcon(button: 'click' | 'right-click' | 'double-click' = 'click'): Promise<void> {
    await this.#app.evaluate((_electron, name) => {
      const tray = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')]?.tray;
      tray?.emit(name);
    }, button);
  }
  async appMenu(): Promise<ShownItem[]> {
    return (await this.#app.evaluate(useMenu, { of: 'app' as const })) ?? [];
  }
  async clickAppMenu(...labels: string[]): Promise<void> {
    await this.#app.evaluate(useMenu, { of: 'app' as const, press: labels });
  }
  async popups(): Promise<ShownItem[][]> {
    return unobservable('A context menu');
  }
  notifications(): Promise<NotificationView[]> {
    return this.#app.evaluate(() => {
      const kept = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')];
      return (kept?.notifications ?? []).map(({ notification, actions }) => ({
        title: notification.title,
        body: notification.body,
        actions,
        closed: false,
      }));
    });
  }
  async clickNotification(index: number): Promise<void> {
    await this.#app.evaluate((_electron, at) => {
      const kept = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')];
      kept?.notifications[at]?.notification.emit('click', {});
    }, index);
  }
  async clickNotificationAction(index: number, action: number): Promise<void> {
    await this.#app.evaluate(
      (_electron, [at, number]) => {
        const kept = (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')];
        kept?.notifications[at]?.notification.emit('action', {}, number);
      },
      [index, action] as const,
    );
  }
  async openedExternally(): Promise<string[]> {
    return (await this.#list('openedExternally')) as string[];
  }
  async openedPaths(): Promise<string[]> {
    return (await this.#list('openedPaths')) as string[];
  }
  async shownInFolder(): Promise<string[]> {
    return (await this.#list('shownInFolder')) as string[];
  }
  async answerDialog(answer: DialogAnswer): Promise<void> {
    await this.#app.evaluate((_electron, given) => {
      (globalThis as unknown as Record<symbol, Kept>)[Symbol.for('doorward.os')]?.answers.push(given);
    }, answer as unknown);
  }
  async dialogs(): Promise<ShownDialog[]> {
    return (await this.#list('dialogs')) as ShownDialog[];
  }
  clipboardText(): Promise<string> {
    return this.#app.evaluate(({ clipboard }) => clipboard.readText());
  }
  badgeCount(): Promise<number> {
    return this.#app.evaluate(({ app }) => app.getBadgeCount());
  }
  async setSystemTheme(_theme: SystemTheme): Promise<void> {
    unobservable('The theme of the system');
  }
  async power(event: string): Promise<void> {
    await this.#app.evaluate(({ powerMonitor }, name) => {
      powerMonitor.emit(name);
    }, event);
  }
  async setIdle(): Promise<void> {
    unobservable('The idle time of the system');
  }
  async openUrl(url: string): Promise<void> {
    await this.#app.evaluate(({ app }, address) => {
      app.emit('open-url', { preventDefault: () => {} }, address);
    }, url);
  }
  async pressShortcut(): Promise<void> {
    unobservable('A global shortcut');
  }
  async occupyShortcut(): Promise<void> {
    unobservable('A global shortcut');
  }
}
