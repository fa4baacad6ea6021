import type { MenuItemConstructorOptions, Tray } from 'electron';
import { describe, expect, it } from 'vitest';
import { appTray, type TrayPorts } from '../../../electron/shell/tray.ts';
import { type TrayAction, trayMenu, type TrayView } from '../../../electron/shell/tray-menu.ts';
import { trayPresence } from '../../../electron/shell/tray-presence.ts';
import { aCall, aStatus, handTimers } from './support.ts';

const view = (change: Partial<TrayView> = {}): TrayView => ({
  phase: 'running',
  status: aStatus(),
  recent: [],
  ...change,
});
const labels = (one: TrayView): string[] =>
  trayMenu(one).map((item) => (item.kind === 'line' ? '—' : item.label));

describe('the menu of the tray', () => {
  it('has everything in order', () => {
    const recent = [
      aCall({ call: 'c4', name: 'send_mail', server: 'mail', outcome: 'refused' }),
      aCall({ call: 'c3', outcome: 'open' }),
      aCall({ call: 'c2', name: '', method: 'resources/list', server: '' }),
      aCall({ call: 'c1' }),
    ];
    const status = aStatus({ servers: { total: 10, approved: 8, waiting: 2, running: 0 } });
    expect(labels(view({ status, recent }))).toEqual([
      'Guarding 3 apps, 8 servers',
      '2 new servers to review…',
      '—',
      'Cursor: “send_mail” on mail (refused)',
      'Cursor: “read_file” on files (running)',
      'Cursor: “resources/list”',
      '—',
      'Block everything',
      '—',
      'Open',
      'Settings',
      'Quit (3 apps will have no tools)',
    ]);
  });

  it('leads to changes that wait', () => {
    const changed = (items: number): string[] =>
      labels(view({ status: aStatus({ reviews: { servers: 1, items, alarms: 0 } }) }));
    expect(changed(1)).toContain('1 change to review…');
    expect(changed(3)).toContain('3 changes to review…');
    expect(changed(0).join()).not.toContain('review');
  });

  it('speaks of one as of one, and of none not at all', () => {
    const status = aStatus({ clients: 1, servers: { total: 1, approved: 1, waiting: 1, running: 0 } });
    expect(labels(view({ status }))).toEqual([
      'Guarding 1 app, 1 server',
      '1 new server to review…',
      '—',
      'Block everything',
      '—',
      'Open',
      'Settings',
      'Quit (1 app will have no tools)',
    ]);
    expect(labels(view({ status: aStatus({ clients: 0 }) })).at(-1)).toBe('Quit');
  });

  it.each(['starting', 'failed', 'crashed', 'stopping'] as const)(
    'offers the way in and out while %s',
    (phase) => {
      const all = labels(view({ phase, status: undefined }));
      expect(all.slice(1)).toEqual(['—', 'Open', 'Settings', 'Quit']);
    },
  );

  it('leads to what it names', () => {
    const status = aStatus({ guard: 'block', servers: { total: 1, approved: 0, waiting: 1, running: 0 } });
    const actions = trayMenu(view({ status, recent: [aCall({ call: 'abc' })] })).flatMap((item) =>
      'action' in item ? [item.action] : [],
    );
    expect(actions).toEqual([
      { do: 'navigate', to: { screen: 'needs-you' } },
      { do: 'navigate', to: { screen: 'activity', item: 'abc' } },
      { do: 'guard', block: false },
      { do: 'open' },
      { do: 'navigate', to: { screen: 'settings' } },
      { do: 'quit' },
    ]);
  });

  it('says that everything is blocked, with a tick', () => {
    const blocked = trayMenu(view({ status: aStatus({ guard: 'block' }) }));
    expect(blocked[0]).toEqual({ kind: 'text', label: 'Everything is blocked' });
    expect(blocked.find((item) => item.kind === 'check')).toMatchObject({ checked: true });
  });
});

function trayKit(create?: () => Tray | undefined) {
  const timers = handTimers();
  const menus: MenuItemConstructorOptions[][] = [];
  const did: TrayAction[] = [];
  const said: string[] = [];
  let now = view();
  const icon = {
    isDestroyed: () => false,
    destroy: () => {},
    setToolTip: () => {},
    setContextMenu: (menu: unknown) => void menus.push(menu as MenuItemConstructorOptions[]),
    on: () => icon,
  };
  const ports: TrayPorts = {
    create: create ?? (() => icon as unknown as Tray),
    build: (template) => template as never,
    platform: 'linux',
    view: () => now,
    act: (action) => void did.push(action),
    log: (message) => void said.push(message),
    timers,
  };
  return { tray: appTray(ports), timers, menus, did, said, show: (next: TrayView) => void (now = next) };
}

describe('the icon in the tray', () => {
  it('is made anew at most once a second', () => {
    const { tray, timers, menus, show } = trayKit();
    expect(menus).toHaveLength(1);
    for (let clients = 10; clients < 60; clients++) {
      show(view({ status: aStatus({ clients }) }));
      tray.changed();
      timers.pass(10);
    }
    expect(menus).toHaveLength(1);
    timers.pass(1000);
    expect(menus).toHaveLength(2);
    expect(menus.at(-1)?.[0]?.label).toBe('Guarding 59 apps, 8 servers');
  });

  it('is left alone when nothing differs, unless the desktop has changed a tick', () => {
    const { tray, timers, menus } = trayKit();
    timers.pass(2000);
    tray.changed();
    expect(menus).toHaveLength(1);
    tray.redraw();
    timers.pass(2000);
    expect(menus).toHaveLength(2);
  });

  it('does what an entry says', () => {
    const { menus, did } = trayKit();
    const entry = menus[0]?.find(({ label }) => label === 'Block everything');
    (entry?.click as (() => void) | undefined)?.();
    expect(did).toEqual([{ do: 'guard', block: true }]);
  });

  it.each([
    () => {
      throw new Error('no tray here');
    },
    () => undefined,
  ])('may be absent', (create) => {
    const { tray } = trayKit(create);
    expect(tray.there).toBe(false);
    expect(() => {
      tray.changed();
      tray.redraw();
      tray.end();
    }).not.toThrow();
  });
});

describe('whether this desktop shows icons', () => {
  const saying = (answers: Record<string, string>) => (file: string) =>
    answers[file] === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(answers[file]);

  it.each([
    ['linux', { gdbus: '(true,)\n' }, 'present'],
    ['linux', { gdbus: '(false,)\n' }, 'absent'],
    ['linux', { busctl: 'b true\n' }, 'present'],
    ['linux', { gdbus: 'nonsense', busctl: 'b false\n' }, 'absent'],
    ['linux', {}, 'unknown'],
    ['darwin', {}, 'present'],
    ['win32', {}, 'present'],
  ] as const)('%s, %j: %s', async (platform, answers, presence) => {
    expect(await trayPresence(platform, saying(answers))).toBe(presence);
  });
});
