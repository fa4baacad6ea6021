import { expect, test } from 'vitest';
import {
  type KeeperPorts,
  type ManagedKeeper,
  type ManagedStore,
  openManaged,
} from '../../../../electron/policy/managed/keeper.ts';
import {
  malformed,
  type ManagedRead,
  readOf,
  wronglyOwned,
} from '../../../../electron/policy/managed/read.ts';
import { watchManaged } from '../../../../electron/policy/managed/watch.ts';
import type { ManagedPolicy } from '../../../../shared/model/managed.ts';
import { managedSentence } from '../../../../shared/texts/managed.ts';

const strict: ManagedPolicy = { version: 1, presets: { minimum: 'strict' } };
const valid = (policy: ManagedPolicy = strict): ManagedRead => readOf('there', { ok: true, value: policy });
const absent: ManagedRead = { kind: 'absent' };
const broken = malformed('there', 'it is not JSON');
const foreign = wronglyOwned('there', 'the file does not belong to root');

function kit(first: ManagedRead, store: Partial<ManagedStore> & { kept?: string | undefined } = {}) {
  let now = 0;
  const box = { read: first, kept: store.kept, reads: 0 };
  const ports: KeeperPorts = {
    read: () => {
      box.reads++;
      return Promise.resolve(box.read);
    },
    store: {
      load: store.load ?? (() => box.kept),
      save: store.save ?? ((text) => void (box.kept = text)),
      remove: store.remove ?? (() => void (box.kept = undefined)),
    },
    now: () => ++now,
  };
  return { box, open: () => openManaged(ports) };
}

function told(keeper: ManagedKeeper): string {
  const state = keeper.state();
  return state.kind === 'unmanaged' ? '' : managedSentence(state.said ?? []);
}

test('no source: unmanaged, and what was kept is forgotten', async () => {
  const { box, open } = kit(valid());
  const keeper = await open();
  expect(keeper.state()).toMatchObject({ kind: 'managed', policy: strict, source: 'there' });
  expect(box.kept).toContain('strict');
  box.read = absent;
  expect(await keeper.refresh()).toMatchObject({ kind: 'unmanaged' });
  expect(box.kept).toBeUndefined();
  // A source that breaks after that finds nothing to fall back on.
  box.read = broken;
  expect(await keeper.refresh()).toMatchObject({ kind: 'locked-down' });
});

test('the last policy that could be used holds over a restart', async () => {
  const { box, open } = kit(valid());
  await open();
  box.read = broken;
  const keeper = await open();
  expect(keeper.state()).toMatchObject({ kind: 'managed', policy: strict });
  expect(told(keeper)).toContain('still hold');
  box.read = valid({ version: 1 });
  expect(await keeper.refresh()).toMatchObject({ kind: 'managed', policy: { version: 1 } });
  expect(keeper.state()).not.toHaveProperty('said');
});

test('a source of somebody else locks also where a policy was kept, and the kept one is not lost', async () => {
  const { box, open } = kit(valid());
  const keeper = await open();
  box.read = foreign;
  expect(await keeper.refresh()).toMatchObject({ kind: 'locked-down' });
  box.read = broken;
  expect(await keeper.refresh()).toMatchObject({ kind: 'managed', policy: strict });
});

test('what is kept counts only as it was written', async () => {
  const good = kit(valid());
  await good.open();
  const kept = good.box.kept ?? '';
  for (const text of [
    '',
    '{',
    'null',
    kept.slice(1),
    kept.replace('strict', 'observe'),
    kept.replace('"version":1', '"version":2'),
    kept.replace('}', ',"more":1}'),
    kept.replace('"minimum"', '"minimum":"observe","minimum"'),
  ]) {
    const keeper = await kit(broken, { kept: text }).open();
    expect(keeper.state().kind, text).toBe('locked-down');
  }
  expect((await kit(broken, { kept }).open()).state().kind).toBe('managed');
});

test('a store that fails makes nothing looser', async () => {
  const throws = (): never => {
    throw new Error('disk full');
  };
  const saving = await kit(valid(), { save: throws }).open();
  expect(saving.state()).toMatchObject({ kind: 'managed', policy: strict });
  expect(told(saving)).toContain('could not be kept');
  expect((await kit(broken, { load: throws }).open()).state().kind).toBe('locked-down');
  expect((await kit(absent, { kept: 'x', remove: throws }).open()).state().kind).toBe('unmanaged');
});

test('a reader that throws is one that cannot be read', async () => {
  const keeper = await openManaged({
    read: () => Promise.reject(new Error('no memory')),
    store: { load: () => undefined, save: () => {}, remove: () => {} },
    now: () => 1,
  });
  expect(keeper.state()).toMatchObject({ kind: 'locked-down' });
  expect(told(keeper)).toMatch(/no memory.*every call is refused\. Ask whoever/);
});

test('listeners hear what changes, and only that', async () => {
  const { box, open } = kit(valid());
  const keeper = await open();
  const heard: string[] = [];
  const end = keeper.onChange((state) => heard.push(state.kind));
  await keeper.refresh();
  expect(heard).toEqual([]);
  const before = keeper.state();
  box.read = valid({ version: 1, startAtLogin: true });
  await keeper.refresh();
  box.read = broken;
  await keeper.refresh();
  await keeper.refresh();
  box.read = foreign;
  await keeper.refresh();
  expect(heard).toEqual(['managed', 'managed', 'locked-down']);
  expect(keeper.state().since).toBeGreaterThan(before.since);
  end();
  box.read = absent;
  await keeper.refresh();
  expect(heard).toHaveLength(3);
});

test('a change while it reads is read again', async () => {
  const { box, open } = kit(valid());
  const keeper = await open();
  const before = box.reads;
  const [first, second] = [keeper.refresh(), keeper.refresh()];
  box.read = valid({ version: 1 });
  await Promise.all([first, second]);
  expect(box.reads).toBe(before + 2);
  expect(keeper.state()).toMatchObject({ policy: { version: 1 } });
});

test('watching follows the folder when there is one, and the clock in any case', () => {
  let tick = (): void => {};
  let touch = (): void => {};
  let there = false;
  let watched = 0;
  const ended: string[] = [];
  let heard = 0;
  const ports = {
    watchFolder: (folder: string, onEvent: () => void) => {
      if (!there) throw new Error('ENOENT');
      expect(folder).toBe('/etc/doorward');
      watched++;
      touch = onEvent;
      return () => void ended.push('folder');
    },
    every: (ms: number, run: () => void) => {
      expect(ms).toBe(60_000);
      tick = run;
      return () => void ended.push('clock');
    },
  };
  const end = watchManaged('linux', ports, () => heard++);
  tick();
  expect(heard).toBe(1);
  there = true;
  tick();
  tick();
  expect([heard, watched]).toEqual([3, 1]);
  touch();
  expect(heard).toBe(4);
  end();
  expect(ended).toEqual(['clock', 'folder']);
  const onWindows = watchManaged(
    'win32',
    { ...ports, watchFolder: () => expect.unreachable() },
    () => heard++,
  );
  tick();
  expect(heard).toBe(5);
  onWindows();
});
