import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/ipc/contract.ts';
import {
  bridgeContract,
  channelOf,
  channels,
  popupChannels,
  pushes,
  shellContract,
  windowContract,
} from '../../shared/ipc/window.ts';
import { openGate } from '../../electron/shell/ipc-gate.ts';
import { english, keptLog } from '../unit/shell/support.ts';

const root = join(import.meta.dirname, '../..');

function registered(): string[] {
  const found: string[] = [];
  openGate(
    { handle: (channel) => void found.push(channel) },
    () => Promise.resolve({ ok: false, code: 'x', message: '' }),
    keptLog().logger,
    english,
  );
  return found;
}

interface Exposed {
  readonly commands: Record<string, (input: unknown, request?: string) => unknown>;
  readonly on: Record<string, (listener: (value: unknown) => void) => () => void>;
}

/** Runs a preload as a sandboxed one is run, with an `electron` that notes what it does. */
function runPreload(source: string) {
  const invoked: string[] = [];
  const listened: string[] = [];
  let world: readonly [name: string, api: Exposed] | undefined;
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Exposed) {
        if (world !== undefined) throw new Error('A second bridge');
        world = [name, api];
      },
    },
    ipcRenderer: {
      invoke: (channel: string) => void invoked.push(channel),
      on: (channel: string) => void listened.push(channel),
      off: () => {},
    },
  };
  const required: string[] = [];
  runInNewContext(source, {
    exports: {},
    module: { exports: {} },
    require(name: string) {
      required.push(name);
      return electron;
    },
  });
  const [name, api] = world ?? ['', { commands: {}, on: {} }];
  for (const call of Object.values(api.commands)) call({});
  for (const listen of Object.values(api.on)) listen(() => {});
  return { name, api, invoked, listened, required };
}

describe('the channels between the page and the app', () => {
  const wanted = Object.keys(bridgeContract).map((name) => channelOf(name as never));

  it('are those of the contract in the gate: none is forgotten, none is new', () => {
    expect(registered().toSorted()).toEqual(wanted.toSorted());
    expect(new Set(registered()).size).toBe(registered().length);
  });

  it('have no name twice among the commands of the host, the window and the app', () => {
    const names = [contract, windowContract, shellContract].flatMap((part) => Object.keys(part));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(channels.commands.length);
    expect(channels.commands.filter((name) => Object.hasOwn(pushes, name))).toEqual([]);
  });

  it('are opened nowhere else in the app', () => {
    const shell = readFileSync(join(root, 'electron/shell/ipc-gate.ts'), 'utf8');
    expect(shell).toContain('channels.commands');
    for (const file of ['electron/main.ts', 'electron/shell/front.ts', 'electron/shell/start-app.ts'])
      expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/ipcMain\.(on|handle)|webContents\.send\(/);
  });

  const preloads = [
    ['preload.cjs', channels],
    ['popup-preload.cjs', popupChannels],
  ] as const;
  const isBuilt = existsSync(join(root, 'dist/electron/popup-preload.cjs'));
  it.runIf(isBuilt).each(preloads)(
    'are those of its window in the built %s, behind one bridge',
    (file, own) => {
      const source = readFileSync(join(root, 'dist/electron', file), 'utf8');
      const { name, api, invoked, listened, required } = runPreload(source);
      expect(name).toBe('doorward');
      expect(Object.keys(api)).toEqual(['commands', 'on']);
      expect(invoked.toSorted()).toEqual(own.commands.map(channelOf).toSorted());
      expect(listened.toSorted()).toEqual(own.pushes.map(channelOf).toSorted());
      // A sandboxed preload has no others.
      expect(required.filter((module) => !/^electron(\/(common|renderer))?$/.test(module))).toEqual([]);
    },
  );

  it('give the approval window nothing that changes rules, settings or servers', () => {
    expect(popupChannels.commands.toSorted()).toEqual([
      'app.language',
      'approval.allow',
      'approval.deny',
      'approval.leave',
      'approval.touch',
      'popup.hide',
      'popup.open',
      'popup.size',
      'popup.snapshot',
    ]);
    expect(channels.commands.filter((name) => name.startsWith('popup.'))).toEqual([]);
  });

  it('are derived in the source of the preload, not written down', () => {
    const preload = readFileSync(join(root, 'electron/preload.ts'), 'utf8');
    expect(preload).toContain('__CHANNELS__.commands');
    expect(preload).toContain('__CHANNELS__.pushes');
    expect(preload).toContain('`doorward:${name}`');
    expect(channelOf('status')).toBe('doorward:status');
  });
});
