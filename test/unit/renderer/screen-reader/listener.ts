import { act, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Heard, Step } from './script.ts';

/** The words of the page for roles. `text` has none: a sentence that has the focus. */
const ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  'text field': 'textbox',
  'search field': 'searchbox',
  choice: 'radio',
  checkbox: 'checkbox',
  switch: 'switch',
  'list box': 'combobox',
  heading: 'heading',
  'main region': 'main',
  region: 'region',
  group: 'group',
  grid: 'grid',
  dialog: 'dialog',
};

/** The words of the page for states, as they stand in the document. */
const STATES: Readonly<Record<string, readonly [attribute: string, value: string]>> = {
  expanded: ['aria-expanded', 'true'],
  collapsed: ['aria-expanded', 'false'],
  on: ['aria-checked', 'true'],
  off: ['aria-checked', 'false'],
  pressed: ['aria-pressed', 'true'],
  'not pressed': ['aria-pressed', 'false'],
  invalid: ['aria-invalid', 'true'],
};

const KEYS: Readonly<Record<string, string>> = {
  Enter: '{Enter}',
  Space: ' ',
  Escape: '{Escape}',
  'Arrow down': '{ArrowDown}',
  'Arrow up': '{ArrowUp}',
};

/** Longer than a control is dead after a change. */
const DEAD_MS = 1500;
const MOST_TABS = 60;
const PATIENCE_MS = 60_000;
const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** A name of the page, in which `…` stands for anything. */
function matches(actual: string, wanted: string): boolean {
  const parts = wanted.split('…');
  // A label may end with such a mark itself.
  if (actual === wanted) return true;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const text = part.trim();
    const found = actual.indexOf(text, at);
    if (found === -1 || (index === 0 && found !== 0)) return false;
    at = found + text.length;
  }
  return parts.at(-1) === '' || at === actual.length;
}

const shown = (element: Element): string =>
  `${element.tagName} “${plain(element.getAttribute('aria-label') ?? element.textContent).slice(0, 120)}”`;

/** Whether something has this role and a name such as this one. */
const isCalled = (element: HTMLElement, role: string, name: string): boolean =>
  within(element.parentElement ?? document.body)
    .queryAllByRole(role, { hidden: true, name: (actual) => matches(plain(actual), name) })
    .includes(element);

function hasFocus({ role, name, states }: Heard): boolean {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return false;
  if (role === 'text') return matches(plain(element.textContent), name);
  const wanted = ROLES[role];
  if (wanted === undefined) throw new Error(`This page has no word for the role “${role}”.`);
  if (role === 'dialog') {
    const dialog = element.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
    return dialog !== null && isCalled(dialog, dialog.getAttribute('role') ?? wanted, name);
  }
  if (!isCalled(element, wanted, name)) return false;
  return states.every((state) => {
    const known = STATES[state];
    if (known === undefined) throw new Error(`This page has no word for the state “${state}”.`);
    return element.getAttribute(known[0]) === known[1];
  });
}

/** What live regions have said since the walk began. */
export function listen(): { readonly said: readonly string[]; readonly end: () => void } {
  const said: string[] = [];
  const take = (): void => {
    for (const region of document.querySelectorAll(LIVE)) {
      const text = plain(region.textContent);
      if (text !== '' && !said.includes(text)) said.push(text);
    }
  };
  const watch = new MutationObserver(take);
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  take();
  return { said, end: () => watch.disconnect() };
}

/** Performs one row, and waits until all of it is heard. */
export async function perform(step: Step, user: UserEvent, said: readonly string[]): Promise<void> {
  const ends = Date.now() + PATIENCE_MS;
  const heard = (): boolean =>
    step.heard.every((each) =>
      each.role === 'says'
        ? said.some((text) => text.includes(text) && anywhere(text, each.name))
        : hasFocus(each),
    );
  if (step.typed !== undefined) await user.keyboard(step.typed.replaceAll(/[[{]/g, '$&$&'));
  const tabs = step.keys[0] === 'Tab';
  const from = document.activeElement;
  for (const key of tabs ? [] : step.keys) await press(key, user);
  let pressed = 0;
  let again = Date.now() + DEAD_MS;
  while (!heard() || (tabs && pressed === 0)) {
    if (Date.now() > ends || pressed > MOST_TABS)
      throw new Error(
        `Not heard: ${step.row}\nThe focus is on ${document.activeElement === null ? 'nothing' : shown(document.activeElement)}.\nSaid: ${said.join(' | ')}`,
      );
    if (tabs) {
      await user.tab();
      pressed += 1;
    }
    // Right after something has changed, keys count for nothing; a person would press once more.
    if (!tabs && Date.now() > again && document.activeElement === from) {
      for (const key of step.keys) await press(key, user);
      again = Date.now() + PATIENCE_MS;
    }
    await act(() => new Promise((resolve) => setTimeout(resolve, tabs ? 0 : 20)));
  }
}

/** Whether a sentence of a live region has these words, at its beginning or behind other sentences. */
function anywhere(text: string, wanted: string): boolean {
  if (wanted.startsWith('…')) return matches(text, wanted);
  for (
    let at = text.indexOf(wanted.split('…')[0] ?? '');
    at !== -1;
    at = text.indexOf(wanted.split('…')[0] ?? '', at + 1)
  )
    if (matches(text.slice(at), wanted.endsWith('…') ? wanted : `${wanted}…`)) return true;
  return false;
}

async function press(key: string, user: UserEvent): Promise<void> {
  const held = /^Ctrl\+(.)$/.exec(key)?.[1];
  const written = held === undefined ? KEYS[key] : `{Control>}${held.toLowerCase()}{/Control}`;
  if (written === undefined) throw new Error(`This page has no word for the key “${key}”.`);
  await user.keyboard(written);
}
