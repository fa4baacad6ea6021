import type { MenuItemConstructorOptions } from 'electron';
import { texts } from './texts.ts';

export interface MenuPorts {
  readonly platform: NodeJS.Platform;
  readonly devTools: boolean;
  open(): void;
  settings(): void;
  quit(): void;
  /** Absent where the app does not update itself. */
  readonly lookForUpdate?: (() => void) | undefined;
}

/** The application's menu: what the keyboard needs (copy and paste, zoom, quit) and little more. */
export function appMenu(ports: MenuPorts): MenuItemConstructorOptions[] {
  const mac = ports.platform === 'darwin';
  const quit: MenuItemConstructorOptions = {
    label: texts.menu.quit,
    accelerator: 'CommandOrControl+Q',
    click: () => ports.quit(),
  };
  const settings: MenuItemConstructorOptions = {
    label: texts.menu.settings,
    accelerator: 'CommandOrControl+,',
    click: () => ports.settings(),
  };
  const { lookForUpdate } = ports;
  const update: MenuItemConstructorOptions[] =
    lookForUpdate === undefined ? [] : [{ label: texts.update.look, click: () => lookForUpdate() }];
  const open: MenuItemConstructorOptions = { label: texts.menu.open, click: () => ports.open() };
  const close: MenuItemConstructorOptions = { role: 'close', label: texts.menu.close };
  const first: MenuItemConstructorOptions = mac
    ? {
        label: texts.product,
        submenu: [
          { role: 'about' },
          ...update,
          { type: 'separator' },
          settings,
          { type: 'separator' },
          { role: 'hide' },
          { role: 'hideOthers' },
          { role: 'unhide' },
          { type: 'separator' },
          quit,
        ],
      }
    : { label: texts.menu.file, submenu: [open, settings, ...update, close, { type: 'separator' }, quit] };
  return [
    first,
    {
      label: texts.menu.edit,
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: texts.menu.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // The key as it is on keyboards where "+" needs Shift.
        {
          role: 'zoomIn',
          accelerator: 'CommandOrControl+=',
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(ports.devTools ? ([{ role: 'toggleDevTools' }] as const) : []),
      ],
    },
    ...(mac ? [{ label: texts.menu.window, submenu: [{ role: 'minimize' as const }, close, open] }] : []),
  ];
}
