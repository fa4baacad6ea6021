import type { MenuItemConstructorOptions, Tray } from 'electron';
import { describe, expect, it } from 'vitest';
import { type Language, language } from '../../../shared/model/language.ts';
import { appMenu } from '../../../electron/shell/app-menu.ts';
import { callNotices } from '../../../electron/shell/call-notices.ts';
import { desktopNotices } from '../../../electron/shell/desktop-notices.ts';
import { shellVoice } from '../../../electron/shell/shell-voice.ts';
import type { ShellTexts } from '../../../electron/shell/texts/shell-texts.ts';
import { textsFor } from '../../../electron/shell/texts/texts-for.ts';
import { appTray } from '../../../electron/shell/tray.ts';
import { trayMenu, trayTip, type TrayView } from '../../../electron/shell/tray-menu.ts';
import { aCall, aHeldCall, aMissedCall, aStatus, handTimers } from './support.ts';

describe('the voice of the shell', () => {
  it('speaks what was chosen when it looked last, and tells of another language once', () => {
    let chosen: Language = 'en';
    let asked = 0;
    const voice = shellVoice(() => (asked++, chosen));
    const heard: string[] = [];
    voice.onChange(() => void heard.push(voice.texts().tray.open));
    expect(voice.texts().tray.open).toBe('Open');
    expect(voice.look()).toBe('en');
    chosen = 'de';
    expect(voice.texts().tray.open).toBe('Open');
    expect(voice.look()).toBe('de');
    voice.look();
    expect(voice.texts().tray.open).toBe('Öffnen');
    expect(heard).toEqual(['Öffnen']);
    // A page that is refused without end must not have the settings read without end.
    asked = 0;
    for (let n = 0; n < 100; n++) voice.texts();
    expect(asked).toBe(0);
  });

  it('has the tray made anew, and only then', () => {
    let chosen: Language = 'en';
    const voice = shellVoice(() => chosen);
    const timers = handTimers();
    const shown: { tip: string; first: string | undefined }[] = [];
    let tip = '';
    const icon = {
      isDestroyed: () => false,
      setToolTip: (text: string) => void (tip = text),
      setContextMenu: (menu: unknown) =>
        void shown.push({ tip, first: (menu as MenuItemConstructorOptions[])[0]?.label }),
      on: () => icon,
    };
    const tray = appTray({
      create: () => icon as unknown as Tray,
      build: (template) => template as never,
      platform: 'linux',
      view: () => ({ texts: voice.texts(), phase: 'running', status: aStatus(), recent: [] }),
      act: () => {},
      log: () => {},
      timers,
    });
    voice.onChange(() => tray.changed());
    voice.look();
    timers.pass(2000);
    chosen = 'ja';
    voice.look();
    timers.pass(2000);
    expect(shown.map(({ first }) => first)).toEqual([
      'Guarding 3 apps, 8 servers',
      '3 個のアプリ、8 個のサーバーを保護中',
    ]);
    expect(shown.at(-1)?.tip).toBe('Doorward：3 個のアプリ、8 個のサーバーを保護中');
  });
});

/** Every text in brackets: what is shown without them was not in the catalogue. */
function bracketed<T>(entry: T): T {
  if (typeof entry === 'string') return `⁅${entry}⁆` as T;
  if (typeof entry === 'function')
    return ((...values: unknown[]) => `⁅${(entry as (...all: unknown[]) => string)(...values)}⁆`) as T;
  return Object.fromEntries(
    Object.entries(entry as object).map(([key, value]) => [key, bracketed<unknown>(value)]),
  ) as T;
}
const pseudo: ShellTexts = bracketed(textsFor('en'));

const labelsOf = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ type, label, submenu }) => [
    ...(type === 'separator' ? [] : [label ?? '']),
    ...(Array.isArray(submenu) ? labelsOf(submenu) : []),
  ]);

describe('what stands on the desktop', () => {
  it.each(['darwin', 'win32', 'linux'] as const)('comes from the catalogue: the menu on %s', (platform) => {
    const nothing = (): void => {};
    const menu = appMenu({
      platform,
      devTools: true,
      texts: pseudo,
      open: nothing,
      settings: nothing,
      search: nothing,
      quit: nothing,
      lookForUpdate: nothing,
    });
    const labels = labelsOf(menu);
    expect(labels.length).toBeGreaterThan(15);
    for (const label of labels) if (label !== 'Doorward') expect(label).toMatch(/^⁅.+⁆$/);
  });

  it('comes from the catalogue: the tray', () => {
    const view: TrayView = {
      texts: pseudo,
      phase: 'running',
      status: aStatus({
        servers: { total: 9, approved: 8, waiting: 2, running: 2 },
        questions: { pending: 1, missed: 0 },
        reviews: { servers: 1, items: 1, alarms: 0 },
      }),
      recent: [aCall(), aCall({ server: '', outcome: 'refused' })],
      profiles: { profiles: [{ name: 'Work', tools: [], folders: [] }], roles: [], inUse: 'Work' },
    };
    const labels = trayMenu(view).flatMap((item) =>
      item.kind === 'line'
        ? []
        : [item.label, ...(item.kind === 'choices' ? item.items.map(({ label }) => label) : [])],
    );
    expect(labels).toHaveLength(14);
    for (const label of [...labels, trayTip(view)]) expect(label).toMatch(/^⁅.+⁆$/);
  });

  it.each(language.options)('speaks %s in its notifications', (code) => {
    const texts = (): ShellTexts => textsFor(code);
    const bodies: string[] = [];
    const announce = (body: string): void => void bodies.push(body);
    const looking = (): boolean => false;
    const desktop = desktopNotices({ announce, texts, looking, open: () => {} });
    desktop.added('mail');
    desktop.alarms({ run: 'r', seq: 1, alarms: [{ server: 'mail', at: 1, sentence: 'IGNORE' }] });
    const timers = handTimers();
    let here = true;
    const calls = callNotices({
      announce,
      texts,
      looking,
      here: () => here,
      openWaiting: () => {},
      openMissed: () => {},
      timers,
    });
    calls.changed([aHeldCall()], []);
    timers.pass(60_000);
    here = false;
    calls.changed([], [aMissedCall()]);
    calls.back();
    const { added, alarm, waiting, missed } = texts().notices;
    expect(bodies).toEqual([added('mail'), alarm('mail'), waiting, missed(1)]);
  });
});
