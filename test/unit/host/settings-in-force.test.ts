import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsLoosen } from '../../../electron/host/settings/settings-looser.ts';
import { settingsInForce } from '../../../electron/host/settings/settings-in-force.ts';
import { fileSettings } from '../../../electron/host/settings/settings.ts';
import { settingsWith } from '../../../electron/policy/managed/apply.ts';
import { policyDigest } from '../../../electron/policy/managed/parse.ts';
import { type ManagedPolicy, managedPolicy } from '../../../shared/model/managed.ts';
import { type Settings, settings } from '../../../shared/model/settings.ts';
import { testProfile } from '../../fixtures/host-in-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-in-force-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A policy that can be exchanged while a host runs. */
function changingPolicy(first?: ManagedPolicy) {
  let policy = first;
  const listeners: (() => void)[] = [];
  return {
    managed: {
      current: () => policy,
      settings: (own: Settings) => settingsWith(policy, own),
      policy: { onChange: (listener: () => void) => void listeners.push(listener) },
    },
    set: (next: ManagedPolicy | undefined): void => {
      policy = next;
      listeners.forEach((listener) => listener());
    },
  };
}
const policyOf = (text: Record<string, unknown>): ManagedPolicy =>
  managedPolicy.parse({ version: 1, ...text });

function follow(own: Record<string, unknown>, policy?: ManagedPolicy) {
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(own));
  const store = fileSettings(file);
  const changing = changingPolicy(policy);
  const levels: string[] = [];
  const told: Settings[] = [];
  const undo: (() => void | Promise<void>)[] = [];
  const inForce = settingsInForce(
    store,
    { settings: settings.parse(own), logLevel: (level) => void levels.push(level) },
    changing.managed,
    undo,
  );
  inForce.onChange((after) => void told.push(after));
  return { file, store, set: changing.set, levels, told, undo, inForce };
}

describe('the settings that hold', () => {
  it("are the organisation's in place of the person's, from the start", () => {
    const { inForce, levels } = follow(
      { logLevel: 'debug', theme: 'dark' },
      policyOf({ startAtLogin: true, settings: { logLevel: 'error', theme: 'light', startAtLogin: false } }),
    );
    expect(inForce.now()).toMatchObject({ logLevel: 'error', theme: 'light', startAtLogin: true });
    expect(levels).toEqual(['error']);
    expect(inForce.isManaged('startAtLogin')).toBe(true);
  });

  it('change with the policy while it runs, and go back to what the person has', () => {
    const { inForce, levels, told, set } = follow({ logLevel: 'debug', theme: 'dark' });
    expect(inForce.isManaged('startAtLogin')).toBe(false);
    set(policyOf({ settings: { logLevel: 'error', startAtLogin: true } }));
    expect(inForce.isManaged('startAtLogin')).toBe(true);
    set(undefined);
    expect(told.map(({ logLevel, startAtLogin }) => [logLevel, startAtLogin])).toEqual([
      ['error', true],
      ['debug', false],
    ]);
    expect(levels).toEqual(['debug', 'error', 'debug']);
  });

  it('do not fall back to what the person chose when they change something else', () => {
    const { levels, told, store } = follow(
      { logLevel: 'debug' },
      policyOf({ settings: { logLevel: 'error' } }),
    );
    store.change({ theme: 'dark' });
    store.change({ logLevel: 'info' });
    expect(told.map(({ logLevel, theme }) => [logLevel, theme])).toEqual([['error', 'dark']]);
    expect(levels.every((level) => level === 'error')).toBe(true);
  });

  it('are the last ones that could be read when the file is damaged', () => {
    const { file, inForce, store } = follow({ theme: 'dark' });
    store.change({ lockVault: true });
    writeFileSync(file, '{');
    expect(inForce.now()).toMatchObject({ theme: 'dark', lockVault: true });
  });

  it('are not followed after the host has closed', () => {
    const { store, told, undo } = follow({});
    undo.forEach((step) => void step());
    store.change({ theme: 'dark' });
    expect(told).toEqual([]);
  });

  it("decide how much a host writes into its own log, whatever the person's say", async () => {
    const profile = testProfile();
    const policy = policyOf({ settings: { logLevel: 'error' } });
    try {
      const host = await profile.open({
        readManaged: () =>
          Promise.resolve({ kind: 'valid', policy, digest: policyDigest(policy), source: 'x' }),
      });
      await host.must('settings.change', { theme: 'dark' });
      expect(host.settings.now()).toMatchObject({ logLevel: 'error', theme: 'dark' });
      host.context.logger.info('chatter');
      host.context.logger.error('trouble');
      await host.close();
      const logs = join(profile.home, 'logs');
      const written = readdirSync(logs, { withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => readFileSync(join(logs, name), 'utf8'))
        .join('');
      expect([written.includes('chatter'), written.includes('trouble')]).toEqual([false, true]);
    } finally {
      await profile.remove();
    }
  });
});

it('a change of settings loosens when pages, an open vault or fewer records come of it', () => {
  const own = settings.parse({
    allowedOrigins: ['https://a.example', 'https://b.example'],
    lockVault: true,
    log: { keepDays: 30 },
  });
  for (const looser of [
    { allowedOrigins: ['https://a.example', 'https://evil.example'] },
    { lockVault: false },
    { log: { keepDays: 29 } },
    { log: { keepDays: 30, maxMegabytes: 16 } },
  ])
    expect(settingsLoosen(own, looser), JSON.stringify(looser)).toBe(true);
  for (const same of [
    {},
    { allowedOrigins: ['https://a.example'] },
    { lockVault: true },
    { log: {} },
    { log: { keepDays: 31 } },
    { port: 1, theme: 'dark', logLevel: 'error', startAtLogin: false } as const,
  ])
    expect(settingsLoosen(own, same), JSON.stringify(same)).toBe(false);
});
