import type { MenuItemConstructorOptions, Tray } from 'electron';
import { describe, expect, it } from 'vitest';
import { appTray, type TrayPorts } from '../../../electron/shell/tray.ts';
import {
  type TrayAction,
  trayMenu,
  trayTip,
  trayTitle,
  type TrayView,
} from '../../../electron/shell/tray-menu.ts';
import { trayPresence } from '../../../electron/shell/tray-presence.ts';
import { aCall, aStatus, english, handTimers } from './support.ts';

const view = (change: Partial<TrayView> = {}): TrayView => ({
  texts: english(),
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
    const status = aStatus({
      servers: { total: 10, approved: 8, waiting: 2, running: 0 },
      questions: { pending: 2, missed: 1 },
      reviews: { servers: 1, items: 1, alarms: 0 },
    });
    expect(labels(view({ status, recent }))).toEqual([
      'Guarding 3 apps, 8 servers',
      '2 calls waiting…',
      '2 new servers to review…',
      '1 change to review…',
      '—',
      'Cursor: “send_mail” on mail (refused)',
      'Cursor: “read_file” on files (running)',
      'Cursor: “resources/list”',
      '—',
      'Ask about everything',
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
      'Ask about everything',
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
    const status = aStatus({
      guard: 'block',
      servers: { total: 1, approved: 0, waiting: 1, running: 0 },
      questions: { pending: 1, missed: 0 },
    });
    const actions = trayMenu(view({ status, recent: [aCall({ call: 'abc' })] })).flatMap((item) =>
      'action' in item ? [item.action] : [],
    );
    expect(actions).toEqual([
      { do: 'waiting' },
      { do: 'navigate', to: { screen: 'needs-you' } },
      { do: 'navigate', to: { screen: 'activity', item: 'abc' } },
      { do: 'guard', to: 'ask' },
      { do: 'guard', to: 'usual' },
      { do: 'open' },
      { do: 'navigate', to: { screen: 'settings' } },
      { do: 'quit' },
    ]);
  });

  it.each([
    ['usual', [false, false], ['ask', 'block']],
    ['ask', [true, false], ['usual', 'block']],
    ['block', [false, true], ['ask', 'usual']],
  ] as const)('ticks what the guard does, and takes it back: %s', (guard, ticks, to) => {
    const menu = trayMenu(view({ status: aStatus({ guard }) }));
    const checks = menu.flatMap((item) => (item.kind === 'check' ? [item] : []));
    expect(checks.map(({ label }) => label)).toEqual(['Ask about everything', 'Block everything']);
    expect(checks.map(({ checked }) => checked)).toEqual(ticks);
    expect(checks.map(({ action }) => action)).toEqual(to.map((next) => ({ do: 'guard', to: next })));
    expect(menu[0]).toEqual({
      kind: 'text',
      label: guard === 'block' ? 'Everything is blocked' : 'Guarding 3 apps, 8 servers',
    });
  });

  it('says first that managed settings cannot be read', () => {
    for (const guard of ['usual', 'block'] as const)
      expect(labels(view({ status: aStatus({ guard, managed: 'locked-down' }) }))[0]).toBe(
        'Locked down: managed settings cannot be read',
      );
    expect(labels(view({ status: aStatus({ managed: 'managed' }) }))[0]).toBe('Guarding 3 apps, 8 servers');
  });

  it('calls for attention while a call waits, and no longer', () => {
    const pending = (n: number) => view({ status: aStatus({ questions: { pending: n, missed: 5 } }) });
    expect([trayTip(pending(2)), trayTitle(pending(2))]).toEqual(['Doorward: 2 calls waiting for you', '2']);
    expect(labels(pending(1))[1]).toBe('1 call waiting…');
    expect([trayTip(pending(0)), trayTitle(pending(0))]).toEqual([
      'Doorward: Guarding 3 apps, 8 servers',
      '',
    ]);
    const stopping: TrayView = { ...pending(2), phase: 'stopping' };
    expect(labels(stopping).join()).not.toContain('waiting');
    expect(trayTitle(stopping)).toBe('');
  });
});

function trayKit(create?: () => Tray | undefined, platform: NodeJS.Platform = 'linux') {
  const timers = handTimers();
  const menus: MenuItemConstructorOptions[][] = [];
  const did: TrayAction[] = [];
  const said: string[] = [];
  const titles: string[] = [];
  let click = (): void => {};
  let now = view();
  const icon = {
    isDestroyed: () => false,
    destroy: () => {},
    setToolTip: () => {},
    setContextMenu: (menu: unknown) => void menus.push(menu as MenuItemConstructorOptions[]),
    setTitle: (title: string) => void titles.push(title),
    on(_event: string, listener: () => void) {
      click = listener;
      return icon;
    },
  };
  const ports: TrayPorts = {
    create: create ?? (() => icon as unknown as Tray),
    build: (template) => template as never,
    platform,
    view: () => now,
    act: (action) => void did.push(action),
    log: (message) => void said.push(message),
    timers,
  };
  return {
    tray: appTray(ports),
    timers,
    menus,
    did,
    said,
    titles,
    click: () => click(),
    show: (next: TrayView) => void (now = next),
  };
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
    expect(did).toEqual([{ do: 'guard', to: 'block' }]);
  });

  it('leads to the question when it is clicked, or to the window when there is none', () => {
    const { did, click, show } = trayKit();
    click();
    show(view({ status: aStatus({ questions: { pending: 1, missed: 0 } }) }));
    click();
    expect(did).toEqual([{ do: 'open' }, { do: 'waiting' }]);
  });

  it('has the number beside it on macOS', () => {
    const mac = trayKit(undefined, 'darwin');
    mac.show(view({ status: aStatus({ questions: { pending: 3, missed: 0 } }) }));
    mac.tray.changed();
    mac.timers.pass(1000);
    expect(mac.titles).toEqual(['', '3']);
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
