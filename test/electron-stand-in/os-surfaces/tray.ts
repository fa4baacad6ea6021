import { guard, ImitatedEmitter } from '../core/guard.ts';
import { life, options } from '../core/runtime.ts';
import { type Menu, pressItem, showMenu } from './menu.ts';
import { imageFromPath, type NativeImage } from './native-image.ts';
import { records, type ShownItem, type ShownTray } from './records.ts';

const events = [
  'click',
  'right-click',
  'double-click',
  'middle-click',
  'mouse-enter',
  'mouse-leave',
  'mouse-move',
];

interface TrayState {
  image: NativeImage;
  tooltip: string;
  title: string;
  menu: Menu | null;
  /** Linux shows the menu as it was when it was set. */
  snapshot: ShownItem[];
  destroyed: boolean;
  shown: ShownTray;
}

const state = Symbol('tray state');
const imageOf = (image: NativeImage | string): NativeImage =>
  typeof image === 'string' ? imageFromPath(image) : image;

type Imitated =
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'destroy'
  | 'isDestroyed'
  | 'popUpContextMenu'
  | 'setPressedImage'
  | 'setIgnoreDoubleClickEvents'
  | 'getIgnoreDoubleClickEvents';

/** An icon in the tray that is only recorded. */
export class Tray extends ImitatedEmitter implements Pick<Electron.Tray, Imitated> {
  readonly [state]: TrayState;

  constructor(image: NativeImage | string) {
    super('Tray', events);
    if (!life.ready) throw new Error('Cannot create Tray before app is ready');
    const tray = guard('Tray', this);
    const shown = createShown(tray);
    this[state] = {
      image: imageOf(image),
      tooltip: '',
      title: '',
      menu: null,
      snapshot: [],
      destroyed: false,
      shown,
    };
    records.trays.push(shown);
    return tray;
  }

  setImage(image: NativeImage | string): void {
    alive(this).image = imageOf(image);
  }

  setPressedImage(): void {
    alive(this);
  }

  setToolTip(toolTip: string): void {
    alive(this).tooltip = toolTip;
  }

  setTitle(title: string): void {
    alive(this).title = options.flavour === 'darwin' ? title : '';
  }

  getTitle(): string {
    return alive(this).title;
  }

  setContextMenu(menu: Menu | null): void {
    const own = alive(this);
    own.menu = menu;
    own.snapshot = showMenu(menu);
  }

  popUpContextMenu(): void {
    records.popups.push(showMenu(alive(this).menu));
  }

  setIgnoreDoubleClickEvents(): void {
    alive(this);
  }

  getIgnoreDoubleClickEvents(): boolean {
    return false;
  }

  destroy(): void {
    const own = this[state];
    own.destroyed = true;
    records.trays.splice(records.trays.indexOf(own.shown), 1);
  }

  isDestroyed(): boolean {
    return this[state].destroyed;
  }
}

function alive(tray: Tray): TrayState {
  if (tray[state].destroyed) throw new TypeError('Tray is destroyed');
  return tray[state];
}

function createShown(tray: Tray): ShownTray {
  return {
    get tooltip() {
      return tray[state].tooltip;
    },
    get title() {
      return tray[state].title;
    },
    get menu() {
      return options.flavour === 'linux' ? tray[state].snapshot : showMenu(tray[state].menu);
    },
    press: (path) => pressItem(tray[state].menu, path),
    click(button) {
      // Linux desktops open the menu on any click and tell nobody.
      if (options.flavour === 'linux') throw new Error(`A tray icon on Linux sends no '${button}'.`);
      tray.emit(
        button,
        { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false },
        { x: 0, y: 0, width: 0, height: 0 },
      );
    },
  };
}

export const trayClass = guard('Tray', Tray);
