import type { MenuItemConstructorOptions } from 'electron';
import { PRODUCT } from './texts/product.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

export interface MenuPorts {
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  readonly texts: ShellTexts;
  open(): void;
  settings(): void;
  /** Opens the search over everything. */
  search(): void;
  quit(): void;
  /** Absent where the app does not update itself. */
  readonly lookForUpdate?: (() => void) | undefined;
}

/**
 * The application's menu: what the keyboard needs (copy and paste, zoom, quit) and little more. Electron would label
 * roles in English, so each has a label of ours.
 */
export function appMenu(ports: MenuPorts): MenuItemConstructorOptions[] {
  const { menu, update: updates } = ports.texts;
  const mac = ports.platform === 'darwin';
  const quit: MenuItemConstructorOptions = {
    label: menu.quit,
    accelerator: 'CommandOrControl+Q',
    click: () => ports.quit(),
  };
  const settings: MenuItemConstructorOptions = {
    label: menu.settings,
    accelerator: 'CommandOrControl+,',
    click: () => ports.settings(),
  };
  const { lookForUpdate } = ports;
  const update: MenuItemConstructorOptions[] =
    lookForUpdate === undefined ? [] : [{ label: updates.look, click: () => lookForUpdate() }];
  const open: MenuItemConstructorOptions = { label: menu.open, click: () => ports.open() };
  const close: MenuItemConstructorOptions = { role: 'close', label: menu.close };
  const first: MenuItemConstructorOptions = mac
    ? {
        label: PRODUCT,
        submenu: [
          { role: 'about', label: menu.about },
          ...update,
          { type: 'separator' },
          settings,
          { type: 'separator' },
          { role: 'hide', label: menu.hide },
          { role: 'hideOthers', label: menu.hideOthers },
          { role: 'unhide', label: menu.unhide },
          { type: 'separator' },
          quit,
        ],
      }
    : { label: menu.file, submenu: [open, settings, ...update, close, { type: 'separator' }, quit] };
  return [
    first,
    {
      label: menu.edit,
      submenu: [
        { role: 'undo', label: menu.undo },
        { role: 'redo', label: menu.redo },
        { type: 'separator' },
        { role: 'cut', label: menu.cut },
        { role: 'copy', label: menu.copy },
        { role: 'paste', label: menu.paste },
        { role: 'selectAll', label: menu.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        {
          label: menu.search,
          accelerator: 'CommandOrControl+K',
          // The page takes this key itself, and closes with it too; here it only stands beside the words.
          registerAccelerator: false,
          click: () => ports.search(),
        },
        { type: 'separator' },
        { role: 'resetZoom', label: menu.resetZoom },
        { role: 'zoomIn', label: menu.zoomIn },
        // The key as it is on keyboards where "+" needs Shift.
        {
          role: 'zoomIn',
          label: menu.zoomIn,
          accelerator: 'CommandOrControl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { role: 'zoomOut', label: menu.zoomOut },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menu.fullScreen },
        ...(ports.devTools ? ([{ role: 'toggleDevTools', label: menu.devTools }] as const) : []),
      ],
    },
    ...(mac
      ? [{ label: menu.window, submenu: [{ role: 'minimize' as const, label: menu.minimize }, close, open] }]
      : []),
  ];
}
