// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { dialogIsOpen, popupIsOpen } from '../../../renderer/ui/open-dialog.ts';

afterEach(() => document.body.replaceChildren());

function put(role: string, parent: Element): Element {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  parent.append(element);
  return element;
}

describe('whether a dialog has the keys', () => {
  it('is so for dialogs and not for toasts, which screen readers know as dialogs too', () => {
    const toasts = document.createElement('div');
    toasts.setAttribute('data-toasts', '');
    document.body.append(toasts);
    put('dialog', toasts);
    expect(dialogIsOpen()).toBe(false);
    put('dialog', document.body);
    expect(dialogIsOpen()).toBe(true);
  });

  it('is so for a list of choices while it is open, not when it only waits in the page', () => {
    const list = put('listbox', document.body);
    expect([dialogIsOpen(), popupIsOpen()]).toEqual([false, true]);
    list.setAttribute('data-closed', '');
    expect(popupIsOpen()).toBe(false);
  });
});
