// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { dialogIsOpen } from '../../../renderer/ui/open-dialog.ts';

afterEach(() => document.body.replaceChildren());

function put(role: string, parent: Element): void {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  parent.append(element);
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
});
