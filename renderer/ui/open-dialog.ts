/** Marks the place of the toasts, which are dialogs to screen readers but take no keys from what is behind them. */
export const TOASTS = { 'data-toasts': '' } as const;

/** Whether a dialog has the keys of the window for itself. */
export function dialogIsOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].some(
    (dialog) => dialog.closest('[data-toasts]') === null,
  );
}
