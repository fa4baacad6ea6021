import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuText } from '../../electron/shell/menu-text.ts';
import { textsFor } from '../../electron/shell/texts/texts-for.ts';
import { trayMenu } from '../../electron/shell/tray-menu.ts';
import { language } from '../../shared/model/language.ts';
import { aCall, aStatus, english } from '../unit/shell/support.ts';

/**
 * Names of apps, servers and tools stand in a menu that the operating system draws. A tool that is called
 * "x\nQuit", or that turns the reading direction around, could pass for an entry of Doorward's own.
 */
describe('a name in the tray', () => {
  it.each([
    ['line breaks', 'a\r\nQuit\u2028b\u2029c', 'a Quit b c'],
    ['a tab, behind which Windows shows a shortcut', 'a\tCtrl+Q', 'a Ctrl+Q'],
    ['a mark that turns the direction', 'a\u202Egnp.exe\u202C', 'agnp.exe'],
    ['isolates', 'a\u2067b\u2069', 'ab'],
    ['invisible letters', 'p\u200Ba\u00ADy\u2060p\uFEFFal', 'paypal'],
    ['letters that look like nothing', 'a\u3164\u115F\u2800b', 'ab'],
    ['letters of the tag block', 'a\u{E0041}\u{E0042}', 'a'],
    ['control characters', 'a\0\u001B[31mb\u0085c', 'a[31mbc'],
    ['shortcuts', 'save & quit', 'save && quit'],
    ['quotation marks that would end ours', 'read” on bank (ok', "read' on bank (ok"],
    ['those of other languages', 'a」b』c»d‹e', "a'b'c'd'e"],
    ['ornaments that look like them', 'a❞b❝c', "a'b'c"],
    ['half a character', 'a\uD83D', 'a'],
    ['towers of marks', `a${'\u0301'.repeat(50)}b`, 'a\u0301\u0301b'],
    ['nothing but space', ' \u00A0\u3000 ', ''],
  ])('loses %s', (_what, name, shown) => {
    expect(menuText(name)).toBe(shown);
  });

  it('is cut, and whole characters stay whole', () => {
    expect(Array.from(menuText('😀'.repeat(100)))).toHaveLength(40);
    expect(menuText('😀'.repeat(100)).endsWith('😀…')).toBe(true);
    expect(menuText('a'.repeat(1e6), 10)).toBe('aaaaaaaaa…');
  });

  it('keeps letters that are read from the right to itself', () => {
    expect(menuText('קרא')).toBe('\u2068קרא\u2069');
  });

  it('is harmless whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const shown = menuText(name).replace(/^\u2068(.*)\u2069$/u, '$1');
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
        expect(shown.replaceAll('&&', '')).not.toContain('&');
        expect(shown.replaceAll("'", '')).not.toMatch(/\p{Quotation_Mark}/u);
        expect(Array.from(shown.replaceAll('&&', '&')).length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('stays in its place in the menu', () => {
    const evil = aCall({
      clientName: 'Quit\n',
      server: '&Open\u202E',
      name: '”\nBlock everything\t',
      call: 'x',
    });
    const items = trayMenu({ texts: english(), phase: 'running', status: aStatus(), recent: [evil] });
    const labels = items.flatMap((item) => ('label' in item ? [item.label] : []));
    expect(labels[1]).toBe("Quit: “' Block everything” on &&Open");
    expect(labels).toHaveLength(7);
  });

  it.each([
    ['read from the left', 'evil-server) Quit ('],
    ['read from the right', 'שרת) إنهاء ('],
    ['that turn the direction around', '\u202Eevil\u2066\u2068x\u2069'],
    ['that close what isolates them', 'a\u2069) إنهاء'],
    ['of both kinds and digits', 'a1 قص 2b'],
  ])('cannot pull the Arabic words around it out of their place: names %s', (_what, name) => {
    const evil = aCall({ clientName: name, server: name, name, call: 'x' });
    const items = trayMenu({
      texts: textsFor('ar'),
      phase: 'running',
      status: aStatus(),
      recent: [evil],
      profiles: { profiles: [{ name, tools: [], folders: [] }], roles: [], inUse: name },
    });
    const labels = items.flatMap((item) =>
      item.kind === 'line'
        ? []
        : item.kind === 'choices'
          ? [item.label, ...item.items.map(({ label }) => label)]
          : [item.label],
    );
    const shown = menuText(name);
    for (const label of labels.filter((one) => one.includes(shown))) {
      // Each name stands in an isolate, and what is left is the sentence of the catalogue alone.
      const rest = withoutIsolates(label);
      expect(rest).not.toMatch(/[\u2066-\u2069\u202A-\u202E]/u);
      expect(rest).not.toContain(shown);
      expect(rest.replaceAll(/[«» :]/gu, '')).toMatch(/^[\u0600-\u06FF]*$/u);
    }
    expect(labels.filter((one) => one.includes(shown))).toHaveLength(3);
    const [line] = labels.filter((one) => one.startsWith('من '));
    expect(withoutIsolates(line ?? '')).toBe('من : «» على ');
  });

  it.each(language.options)('stays apart in what is announced in %s', (code) => {
    const { added, alarm, canary } = textsFor(code).notices;
    for (const say of [added, alarm, canary]) {
      expect(say('mail').replaceAll(/[\u2068\u2069]/gu, '')).toContain('mail');
      if (code === 'ar') expect(withoutIsolates(say('mail'))).not.toContain('mail');
    }
  });
});

/** A text without what is isolated in it. */
function withoutIsolates(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === '\u2068') depth++;
    else if (character === '\u2069') depth--;
    else if (depth === 0) left += character;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  return left;
}
