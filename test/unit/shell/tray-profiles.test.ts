import type { MenuItemConstructorOptions, Tray } from 'electron';
import { describe, expect, it } from 'vitest';
import { appTray } from '../../../electron/shell/tray.ts';
import { type TrayAction, trayMenu, type TrayView } from '../../../electron/shell/tray-menu.ts';
import type { ToolProfileState } from '../../../shared/model/tool-profile.ts';
import { aStatus, english, handTimers } from './support.ts';

const profile = (name: string) => ({ name, tools: ['files__*'], folders: [] });
const view = (profiles: ToolProfileState | undefined): TrayView => ({
  texts: english(),
  phase: 'running',
  status: aStatus(),
  recent: [],
  profiles,
});
const choicesOf = (profiles: ToolProfileState | undefined) =>
  trayMenu(view(profiles)).find((item) => item.kind === 'choices');

describe('profiles in the tray', () => {
  it('are not there while there are none', () => {
    expect(choicesOf(undefined)).toBeUndefined();
    expect(choicesOf({ profiles: [], roles: [] })).toBeUndefined();
    expect(
      trayMenu({ ...view({ profiles: [profile('Work')], roles: [] }), phase: 'starting' }),
    ).not.toContainEqual(expect.objectContaining({ kind: 'choices' }));
  });

  it('stand in a menu of their own, with a mark at the one that counts', () => {
    const profiles = [profile('Work'), profile('Home')];
    const found = choicesOf({ profiles, inUse: 'Home', roles: [] });
    expect(found?.label).toBe('Profile: “Home”');
    expect(found?.items.map(({ label, checked }) => [label, checked])).toEqual([
      ['No profile', false],
      ['“Work”', false],
      ['“Home”', true],
    ]);
    expect(choicesOf({ profiles, roles: [] })?.items[0]?.checked).toBe(true);
    expect(choicesOf({ profiles, lost: true, roles: [] })?.items.some(({ checked }) => checked)).toBe(false);
  });

  it('are chosen by their whole name, and shown without what would pass for something else', () => {
    const name = `Quit\u202e&${'x'.repeat(30)}`;
    const found = choicesOf({ profiles: [profile(name)], roles: [] });
    expect(found?.items[1]?.label).toBe(`“Quit&&${'x'.repeat(18)}…”`);
    expect(found?.items[1]?.action).toEqual({ do: 'profile', name });
  });

  it('become entries of which one is marked, and each does what it says', () => {
    let template: MenuItemConstructorOptions[] = [];
    const acts: TrayAction[] = [];
    const timers = handTimers();
    const tray = { isDestroyed: () => false, setToolTip() {}, setContextMenu() {}, on() {}, destroy() {} };
    appTray({
      create: () => tray as unknown as Tray,
      build(made) {
        template = made;
        return {} as never;
      },
      platform: 'linux',
      view: () => view({ profiles: [profile('Work')], roles: [] }),
      act: (action) => acts.push(action),
      log: () => undefined,
      timers,
    });
    timers.pass(1000);
    const { submenu } = template.find(({ label }) => label === 'Profile') ?? {};
    const entries = submenu as MenuItemConstructorOptions[];
    expect(entries.map(({ type, checked }) => [type, checked])).toEqual([
      ['radio', true],
      ['radio', false],
    ]);
    for (const { click } of entries) (click as () => void)();
    expect(acts).toEqual([
      { do: 'profile', name: undefined },
      { do: 'profile', name: 'Work' },
    ]);
  });
});
