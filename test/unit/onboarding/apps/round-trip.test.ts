import { describe, expect, it } from 'vitest';
import { appFolders, type AppPlatform } from '../../../../electron/onboarding/apps/app-spec.ts';
import { knownApps } from '../../../../electron/onboarding/apps/known-apps.ts';
import { fixtures, KEY } from '../../../fixtures/apps/configurations.ts';
import { CONTEXT, memoryMachine } from '../../../fixtures/apps/memory-machine.ts';

const platforms: readonly AppPlatform[] = ['darwin', 'win32', 'linux'];
const ENDS: Readonly<Record<string, string>> = { toml: '\n[later]\nx = 1\n', yaml: 'later: 1\n' };
const cases = Object.keys(fixtures).flatMap((app) => platforms.map((platform) => ({ app, platform })));

it('has a fixture for every app that can be connected', () => {
  const connectable = knownApps.filter(({ ways }) => ways.length > 0).map(({ id }) => id);
  expect(Object.keys(fixtures).toSorted()).toEqual(connectable.toSorted());
  expect(connectable.length).toBeGreaterThanOrEqual(15);
});

describe.each(cases)('$app on $platform', ({ app, platform }) => {
  const fixture = fixtures[app];
  if (fixture === undefined) throw new Error('no fixture');
  const path = fixture.paths[platform];

  it('is found, brought in, connected, and put back to the byte', async () => {
    const machine = memoryMachine(platform);
    machine.write(path, fixture.text);
    const { room, must } = machine;
    const before = room.views().find(({ id }) => id === app);
    expect(before).toMatchObject({ state: 'found', canConnect: true, canUndo: false });
    expect(before?.bypasses.length).toBeGreaterThan(0);
    expect(room.behindTheBack()).toEqual([]);
    expect(JSON.stringify(room.views())).not.toContain(KEY);

    const plan = await must(room.preview({ app, bringIn: true }));
    expect(plan.bringsIn.map(({ name }) => name)).toEqual(fixture.servers);
    expect(plan.leaves.map(({ name }) => name)).toEqual(fixture.left ?? []);
    expect(plan.diff).toContain('doorward');
    expect(JSON.stringify(plan)).not.toContain(KEY);
    expect(machine.text(path)).toBe(fixture.text);
    expect(machine.servers).toEqual([]);

    const imported = await must(room.import({ app, seen: plan.seen }, CONTEXT));
    expect(imported.broughtIn).toHaveLength(fixture.servers.length);
    expect(machine.servers).toHaveLength(fixture.servers.length);
    expect(JSON.stringify(machine.servers)).not.toContain(KEY);
    expect([...machine.secrets.values()]).toEqual(fixture.text.includes(KEY) && app !== 'cline' ? [KEY] : []);
    expect(machine.text(path)).toBe(fixture.text);

    const connected = await must(room.connect({ app, bringIn: true, seen: plan.seen }, CONTEXT));
    expect(connected.result).toBe('written');
    expect(connected.app.state).toBe('written');
    expect(connected.broughtIn.every(({ already }) => already)).toBe(true);
    const written = machine.text(path);
    expect(written).toContain('cli.mjs');
    expect(written).toContain('connect');
    expect(written).toContain(fixture.mine);
    expect(written).not.toContain('dw_');
    // The key of an entry that is switched off stays where it is.
    if (app !== 'cline') expect(written).not.toContain(KEY);
    for (const server of connected.app.servers)
      expect(server.state === 'guarded', server.name).toBe(!(fixture.left ?? []).includes(server.name));
    expect(room.behindTheBack()).toEqual([]);

    // Connecting again has nothing to do.
    expect(await must(room.connect({ app, bringIn: true }, CONTEXT))).toMatchObject({ result: 'unchanged' });

    const undone = await must(machine.restart().undo(app));
    expect(undone).toMatchObject({ result: 'restored', app: { state: 'found', canUndo: false } });
    expect(machine.text(path)).toBe(fixture.text);
    expect([machine.clients, machine.backups.size]).toEqual([[], 0]);
    expect(machine.restart().behindTheBack()).toEqual([]);
  });

  it('takes back only its own when the file changed meanwhile', async () => {
    const machine = memoryMachine(platform);
    machine.write(path, fixture.text);
    const { room, must } = machine;
    await must(room.connect({ app, bringIn: true }, CONTEXT));
    const end = ENDS[knownApps.find(({ id }) => id === app)?.format ?? ''];
    const changed =
      end === undefined ? machine.text(path).replace('{', '{"later":1,') : machine.text(path) + end;
    machine.write(path, changed);
    const undone = await must(room.undo(app));
    expect(undone.result).toBe('partly');
    const wanted = end === undefined ? fixture.text.replace('{', '{"later":1,') : fixture.text + end;
    // TOML's tables come back with all their lines, but where the first of them stood.
    expect(machine.text(path)).toBe(wanted);
  });

  it('is connected by one entry when that is asked for, with or without a file', async () => {
    const machine = memoryMachine(platform);
    const { must } = machine;
    const at = appFolders({ platform, home: fixture.paths[platform], env: {} });
    expect(at.platform).toBe(platform);
    machine.write(path, fixture.text);
    const { room } = machine;
    const done = await must(room.connect({ app, mode: 'one', bringIn: true }, CONTEXT));
    expect(done.app).toMatchObject({ state: 'written', mode: 'one' });
    expect(done.app.servers.filter(({ state }) => state === 'guarded').map(({ name }) => name)).toEqual([
      'doorward',
    ]);
    await must(room.undo(app));
    expect(machine.text(path)).toBe(fixture.text);

    const fresh = memoryMachine(platform);
    const first = await fresh.must(fresh.room.connect({ app, bringIn: true }, CONTEXT));
    expect(first.app.servers.map(({ name, state }) => [name, state])).toEqual([['doorward', 'guarded']]);
    await fresh.must(fresh.room.undo(app));
    expect([...fresh.disk.keys()]).toEqual([]);
  });
});
