import { PSEUDO_OPEN } from '../../../renderer/i18n/pseudo.ts';

/** A letter that the pseudo-locale writes: a text with one comes from the catalogue. */
const FROM_CATALOGUE = /[áƀçđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ⁅⁆]/u;
/** Attributes that people see or hear. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];
/** Units and times, which `Intl` and the formatters make. */
const MADE = [
  /^,? ?(?:and|or)$/u,
  /^[\d.,:\s]*(?:ms|s|min|h|B|kB|MB|GB|%|k|m)$/u,
  /^\d+ (?:sec|min|hr|day|mth|wk)s?\.? ago$/u,
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?\d{1,2} [A-Z][a-z]{2,8}(?: \d{2,4})?(?:, \d\d:\d\d)?$/u,
  /^\d\d:\d\d, \d{1,2} [A-Z][a-z]{2,8}$/u,
];

/** Whether an element holds what somebody else said: a text of a server or an app, code, or what a person typed. */
const isData = (element: Element): boolean => element.closest('bdi, code, kbd, pre, samp, textarea') !== null;

/**
 * Visible and spoken texts under `root` that are neither of the pseudo-locale nor data: those that somebody wrote into
 * a component. `data` are the values of the fake host that are drawn as they are.
 */
export function strayTexts(root: Element, data: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  const look = (text: string, where: string): void => {
    const said = text.trim();
    if (!/\p{L}/u.test(said) || FROM_CATALOGUE.test(said) || data.has(said)) return;
    if (MADE.some((pattern) => pattern.test(said))) return;
    found.add(`${where}: ${said}`);
  };
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || isData(parent) || parent.closest('style, script') !== null) continue;
    look(node.textContent ?? '', parent.tagName.toLowerCase());
  }
  for (const element of root.querySelectorAll('*')) {
    if (isData(element)) continue;
    for (const name of SPOKEN) {
      const value = element.getAttribute(name);
      if (value !== null) look(value, `${element.tagName.toLowerCase()}[${name}]`);
    }
  }
  return [...found];
}

/** Whether anything of the catalogue is on show: a page that drew nothing would have no stray text either. */
export const hasPseudo = (root: Element): boolean => (root.textContent ?? '').includes(PSEUDO_OPEN);
