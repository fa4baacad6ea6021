import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuText } from '../../electron/shell/menu-text.ts';
import { trayMenu } from '../../electron/shell/tray-menu.ts';
import { aCall, aStatus } from '../unit/shell/support.ts';

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
        expect(shown).not.toMatch(/["“”]/u);
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
    const items = trayMenu({ phase: 'running', status: aStatus(), recent: [evil] });
    const labels = items.flatMap((item) => ('label' in item ? [item.label] : []));
    expect(labels[1]).toBe("Quit: “' Block everything” on &&Open");
    expect(labels).toHaveLength(7);
  });
});
