import type { Menu, MenuItemConstructorOptions, Tray } from 'electron';
import { atMostEvery, systemTimers, type Timers } from './at-most-every.ts';
import { type TrayAction, type TrayItem, trayMenu, trayTip, trayTitle, type TrayView } from './tray-menu.ts';

export interface TrayPorts {
  /** Throws, or answers undefined, where there is no tray. */
  create(): Tray | undefined;
  build(template: MenuItemConstructorOptions[]): Menu;
  readonly platform: NodeJS.Platform;
  view(): TrayView;
  readonly act: (action: TrayAction) => void;
  log(message: string): void;
  readonly timers?: Timers;
}

export interface AppTray {
  /** Whether there is an icon, as far as one can tell. */
  readonly there: boolean;
  /** Something that the menu shows may have changed. */
  changed(): void;
  /** Shows the menu anew although it is the same: the desktop has changed a tick by itself. */
  redraw(): void;
  end(): void;
}

const REBUILD_MS = 1000;

/**
 * The icon in the tray. Its menu is made anew at most once a second and only when it differs: on Linux every new menu
 * closes the one that is open under the person's pointer. The app works without a tray as well.
 */
export function appTray(ports: TrayPorts): AppTray {
  // Held here: an icon without a reference is collected and disappears.
  const tray = attempt(ports);
  if (tray === undefined) return { there: false, changed: () => {}, redraw: () => {}, end: () => {} };
  let shown = '';
  const rebuild = atMostEvery(
    REBUILD_MS,
    () => {
      const view = ports.view();
      const items = trayMenu(view);
      const tip = trayTip(view);
      const title = trayTitle(view);
      const next = JSON.stringify([tip, title, items]);
      if (next === shown || tray.isDestroyed()) return;
      shown = next;
      tray.setToolTip(tip);
      if (ports.platform === 'darwin') tray.setTitle(title);
      tray.setContextMenu(ports.build(items.map((item) => toTemplate(item, ports.act))));
    },
    ports.timers ?? systemTimers,
  );
  // On macOS a click opens the menu.
  if (ports.platform !== 'darwin')
    tray.on('click', () => ports.act({ do: trayTitle(ports.view()) === '' ? 'open' : 'waiting' }));
  rebuild.ask();
  return {
    there: true,
    changed: () => rebuild.ask(),
    redraw() {
      shown = '';
      rebuild.ask();
    },
    end() {
      rebuild.end();
      if (!tray.isDestroyed()) tray.destroy();
    },
  };
}

function attempt(ports: TrayPorts): Tray | undefined {
  try {
    return ports.create();
  } catch (error) {
    ports.log(`There is no tray (${error instanceof Error ? error.name : typeof error})`);
    return undefined;
  }
}

function toTemplate(item: TrayItem, act: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'text':
      return { label: item.label, enabled: false };
    case 'entry':
      return { label: item.label, click: () => act(item.action) };
    case 'choices':
      return {
        label: item.label,
        submenu: item.items.map(({ label, checked, action }) => ({
          label,
          type: 'radio',
          checked,
          click: () => act(action),
        })),
      };
    case 'check':
      return { label: item.label, type: 'checkbox', checked: item.checked, click: () => act(item.action) };
  }
}
