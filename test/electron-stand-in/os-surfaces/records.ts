/** A menu item as a person sees it. */
export interface ShownItem {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly accelerator: string;
  readonly role: string;
  readonly submenu?: ShownItem[];
}

/** A tray icon as a person sees it. */
export interface ShownTray {
  readonly tooltip: string;
  readonly title: string;
  readonly menu: ShownItem[];
  /** Presses the item with this label (or path of labels). */
  press(path: readonly string[]): void;
  click(button: 'click' | 'right-click' | 'double-click'): void;
}

/** A notification that was shown. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly actions: string[];
  readonly silent: boolean;
  closed: boolean;
  click(): void;
  act(index: number): void;
}

/** A dialog that was opened, with what it was answered. */
export interface ShownDialog {
  readonly kind: 'message' | 'error' | 'open' | 'save';
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly answer: unknown;
}

/** Everything that would have left the app for the desktop. */
export const records = {
  trays: [] as ShownTray[],
  notifications: [] as ShownNotification[],
  dialogs: [] as ShownDialog[],
  /** Answers for dialogs to come. */
  answers: [] as unknown[],
  openedExternally: [] as string[],
  openedPaths: [] as string[],
  shownInFolder: [] as string[],
  badgeCount: 0,
  appUserModelId: '',
  popups: [] as ShownItem[][],
};
