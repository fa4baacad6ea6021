/** Marks the place of the toasts, which are dialogs to screen readers but take no keys from what is behind them. */
export const TOASTS = { 'data-toasts': '' } as const;

const some = (selector: string): boolean =>
  [...document.querySelectorAll(selector)].some((found) => found.closest('[data-toasts]') === null);

/** Whether a dialog has the keys of the window for itself. */
export const dialogIsOpen = (): boolean =>
  some('[role="dialog"]:not([data-closed]), [role="alertdialog"]:not([data-closed])');

/** Whether a dialog, a menu or a list of choices has them; a closed list of choices stays in the page. */
export const popupIsOpen = (): boolean =>
  dialogIsOpen() || some('[role="listbox"]:not([data-closed]), [role="menu"]:not([data-closed])');
