import { EventEmitter } from 'node:events';
import { guard } from '../core/guard.ts';
import { type ShownItem, records } from './records.ts';

type Template = Electron.MenuItemConstructorOptions;

/** The labels that Electron gives items which have only a role. */
const roleLabels: Readonly<Record<string, string>> = {
  about: 'About',
  quit: 'Quit',
  close: 'Close Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  togglefullscreen: 'Toggle Full Screen',
  reload: 'Reload',
  forcereload: 'Force Reload',
  toggledevtools: 'Toggle Developer Tools',
  resetzoom: 'Actual Size',
  zoomin: 'Zoom In',
  zoomout: 'Zoom Out',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteandmatchstyle: 'Paste and Match Style',
  delete: 'Delete',
  selectall: 'Select All',
  help: 'Help',
  window: 'Window',
  front: 'Bring All to Front',
  hide: 'Hide',
  hideothers: 'Hide Others',
  unhide: 'Show All',
  services: 'Services',
  editmenu: 'Edit',
  filemenu: 'File',
  viewmenu: 'View',
  windowmenu: 'Window',
  appmenu: 'App',
};

let command = 0;
let applicationMenu: Menu | null = null;
const roleActions = new Map<string, () => void>();

/** Says what an item with a role does; parts that `Menu` must not import register here. */
export function onRole(role: string, action: () => void): void {
  roleActions.set(role.toLowerCase(), action);
}

/** One item of a menu. */
export class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Template['type']>;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly sublabel: string;
  readonly toolTip: string;
  readonly icon: unknown;
  readonly commandId: number;
  readonly click: (event?: object, window?: object, contents?: object) => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: Menu | undefined;

  constructor(template: Template) {
    const { role, submenu, click } = template;
    this.role = role?.toLowerCase();
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : (submenu as unknown as Menu | undefined);
    this.type = template.type ?? (this.submenu ? 'submenu' : 'normal');
    this.id = template.id ?? '';
    this.label = template.label ?? roleLabels[this.role ?? ''] ?? '';
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.accelerator = template.accelerator as string | undefined;
    this.sublabel = template.sublabel ?? '';
    this.toolTip = template.toolTip ?? '';
    this.icon = template.icon;
    this.commandId = ++command;
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    const item = guard('MenuItem', this);
    this.click = (event = {}, window) => {
      if (this.type === 'checkbox') item.checked = !item.checked;
      if (this.type === 'radio') item.menu?.choose(item);
      const action = this.role === undefined ? undefined : roleActions.get(this.role);
      if (action) action();
      else
        click?.(
          item as unknown as Electron.MenuItem,
          window as Electron.BaseWindow,
          event as Electron.KeyboardEvent,
        );
    };
    return item;
  }
}

/** A menu: what it would show, and what pressing its items does. */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  constructor() {
    super();
    return guard('Menu', this);
  }

  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this;
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(given: Electron.PopupOptions = {}): void {
    records.popups.push(showMenu(this));
    this.emit('menu-will-show', {});
    this.emit('menu-will-close', {});
    given.callback?.();
  }

  closePopup(): void {}

  /** Checks one item of its radio group. */
  choose(chosen: MenuItem): void {
    for (const item of this.items) if (item.type === 'radio') item.checked = item === chosen;
  }
}

/** What a person would see of a menu. */
export function showMenu(menu: Menu | null): ShownItem[] {
  return (menu?.items ?? [])
    .filter((item) => item.visible)
    .map((item) => ({
      id: item.id,
      label: item.label,
      type: item.type,
      enabled: item.enabled,
      visible: item.visible,
      checked: item.checked,
      accelerator: item.accelerator ?? '',
      role: item.role ?? '',
      ...(item.submenu ? { submenu: showMenu(item.submenu) } : {}),
    }));
}

/** Presses an item the way a person does: by the labels on the way to it. */
export function pressItem(menu: Menu | null, path: readonly string[]): void {
  const [label, ...rest] = path;
  const item = menu?.items.find((entry) => entry.visible && entry.label === label);
  if (!item) throw new Error(`There is no menu item "${label}".`);
  if (!item.enabled) throw new Error(`The menu item "${label}" is disabled.`);
  if (rest.length > 0) pressItem(item.submenu ?? null, rest);
  else item.click({ triggeredByAccelerator: false });
}

export const menu = guard('Menu', Menu);
export const menuItem = guard('MenuItem', MenuItem);
