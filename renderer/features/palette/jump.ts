/** What a person reads of a setting. */
const WORDS = 'p, span, label, legend, h2, h3';
/** Lists hold names that servers and persons chose, and one of them may read like a setting. */
const NAMES = 'ul, ol, table, [role="listbox"], [role="dialog"]';
const CONTROLS = 'button, input, select, textarea, [role="switch"], [role="radio"], [role="combobox"]';
/** As long as a screen may take to have what was looked for. */
const WAIT_MS = 10_000;
const MARK_MS = 2500;

/** Marks where a jump went, for the eye. */
export const MARK = 'data-jumped';

const wordsOf = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

/** The words of a setting of the page: those that are its label, or begin with it and a remark in brackets. */
function labelled(page: ParentNode, label: string): HTMLElement | undefined {
  const all = [...page.querySelectorAll<HTMLElement>(WORDS)].filter((each) => each.closest(NAMES) === null);
  return (
    all.findLast((each) => wordsOf(each) === label) ??
    all.findLast(
      (each) => /^\s*[(（]/u.test(wordsOf(each).slice(label.length)) && wordsOf(each).startsWith(label),
    )
  );
}

/** Where the focus goes for a setting, and what is marked. */
export interface Place {
  readonly focus: HTMLElement;
  readonly mark: HTMLElement;
}

const canFocus = (each: HTMLElement): boolean =>
  each.tabIndex >= 0 && !each.matches(':disabled, [aria-disabled="true"], [aria-hidden="true"]');

/** A setting by its label: its first control, or, where it has none, its group. Undefined while it is not there. */
export function settingOf(page: ParentNode, label: string): Place | undefined {
  const words = labelled(page, label);
  if (words === undefined) return undefined;
  const section = words.closest<HTMLElement>('section[tabindex="-1"], [role="tabpanel"]');
  const item = words.closest<HTMLElement>('[data-setting]');
  const end = item?.parentElement ?? section;
  for (let box = words.parentElement; box !== null && box !== end; box = box.parentElement) {
    const control = [...box.querySelectorAll<HTMLElement>(CONTROLS)].find(canFocus);
    if (control !== undefined) return { focus: control, mark: box };
  }
  return { focus: section ?? words, mark: item ?? words };
}

/** One thing of the page, by a selector. */
export function placeOf(page: ParentNode, selector: string): Place | undefined {
  const found = page.querySelector<HTMLElement>(selector);
  return found === null ? undefined : { focus: found, mark: found };
}

let giveUp: (() => void) | undefined;

/**
 * Goes to a place as soon as the page has it: scrolls there, focuses it and marks it for a moment. Given up when the
 * person does something else first, when another jump begins, and after ten seconds.
 */
export function jump(find: (page: ParentNode) => Place | undefined): void {
  giveUp?.();
  const look = (): boolean => {
    const page = document.querySelector('main');
    const place = page === null ? undefined : find(page);
    if (place === undefined) return false;
    giveUp?.();
    place.mark.scrollIntoView?.({ block: 'center' });
    place.focus.focus({ preventScroll: true });
    place.mark.setAttribute(MARK, '');
    setTimeout(() => place.mark.removeAttribute(MARK), MARK_MS);
    return true;
  };
  const watch = new MutationObserver(look);
  const end = (): void => giveUp?.();
  const timer = setTimeout(end, WAIT_MS);
  giveUp = () => {
    giveUp = undefined;
    watch.disconnect();
    clearTimeout(timer);
    document.removeEventListener('keydown', end, true);
    document.removeEventListener('pointerdown', end, true);
  };
  if (look()) return;
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  document.addEventListener('keydown', end, true);
  document.addEventListener('pointerdown', end, true);
}
