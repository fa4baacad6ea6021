import { beforeEach, describe, expect, test } from 'vitest';
import { Approvals, type ServerTrust } from '../../../electron/catalog/approvals.ts';
import type { PackageFacts } from '../../../electron/catalog/identity/registry.ts';
import { createNewVersions, type NewVersions } from '../../../electron/host/servers/new-versions.ts';
import { registryOf } from '../../../electron/host/registry/package-registry.ts';
import type { ServerRecord } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const integrity = `sha512-${'a'.repeat(86)}==`;
const facts = (version: string, more: Partial<PackageFacts> = {}): PackageFacts => ({
  name: 'notes',
  version,
  integrity,
  versions: 2,
  ...more,
});

let now: number;
let kept: Map<string, ServerTrust>;
let servers: ServerRecord[];
let approvals: Approvals;
let asked: string[];
let notes: string[];
let answer: Result<PackageFacts>;
let timers: { ms: number; run: () => void }[];
let versions: NewVersions;

const record = (id: string, arg: string, state: ServerRecord['state'] = 'approved'): ServerRecord => ({
  id,
  launch: { transport: 'stdio', command: 'npx', args: ['-y', arg], env: {} },
  state,
  enabled: true,
  sharing: 'client',
  addedAt: 1,
});

/** What a start of the host makes, on what is kept. */
function open(): void {
  approvals = new Approvals({
    load: () => new Map(kept),
    saveItems: (server, one) => void kept.set(server, one),
    saveRecord: (server, one) =>
      void kept.set(server, { items: new Map(), ...kept.get(server), record: one }),
    remove: (server) => void kept.delete(server),
  });
  timers = [];
  versions = createNewVersions({
    servers: () => servers,
    approvals,
    clock: () => now,
    after(ms, run) {
      const timer = { ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    registryOf: (launch) => registryOf(launch, []),
    newest(registry, name) {
      asked.push(`${registry.base}${name}`);
      return Promise.resolve(answer);
    },
    note: (server, sentence) => notes.push(`${server}: ${sentence}`),
  });
}

beforeEach(() => {
  now = 1000 * DAY;
  kept = new Map();
  servers = [record('notes', 'notes@1.0.0')];
  asked = [];
  notes = [];
  answer = ok(facts('1.1.0', { publishedAt: 5, publisher: 'ann' }));
  open();
});

test('a newer version is offered, with its age and publisher; the launch stays as it was', async () => {
  expect(versions.of(servers[0] as ServerRecord)).toBeUndefined();
  expect(versions.reports()).toEqual([{ id: 'notes', kind: 'npm', name: 'notes', version: '1.0.0' }]);
  await versions.look();
  const newVersion = { name: 'notes', from: '1.0.0', to: '1.1.0', publishedAt: 5, publisher: 'ann' };
  expect(versions.of(servers[0] as ServerRecord)).toEqual(newVersion);
  expect(versions.reports()).toMatchObject([{ newest: '1.1.0', newVersion, askedAt: now }]);
  expect(servers).toEqual([record('notes', 'notes@1.0.0')]);
  expect(versions.factsOf('notes', servers[0]!.launch)).toBeUndefined();
  expect(versions.factsOf('notes', record('notes', 'notes@1.1.0').launch)).toMatchObject({ integrity });
});

describe('a registry is asked once a day at most for a package', () => {
  test('however often and by whomever it is wanted', async () => {
    servers = [...servers, record('more', 'notes@1.0.5'), record('other', 'other@1.0.0')];
    await Promise.all([versions.look(), versions.look()]);
    await versions.look();
    expect(asked).toEqual(['https://registry.npmjs.org/notes', 'https://registry.npmjs.org/other']);
    expect(versions.of(servers[1] as ServerRecord)).toMatchObject({ from: '1.0.5', to: '1.1.0' });
    now += DAY - 1;
    await versions.look();
    expect(asked).toHaveLength(2);
    now += 1;
    await versions.look();
    expect(asked).toHaveLength(4);
  });

  test('also when the host is started again, and when the question failed or was never answered', async () => {
    answer = fail('unreachable', 'it cannot be reached');
    await versions.look();
    open();
    await versions.look();
    expect(asked).toHaveLength(1);
    expect(notes).toEqual([
      'notes: Newer versions of "notes" could not be looked for: it cannot be reached.',
    ]);
    // The moment is kept before the question goes out.
    expect(kept.get('notes')?.record.versions?.at).toBe(now);
    now += DAY;
    answer = ok(facts('1.1.0'));
    await versions.look();
    expect(versions.of(servers[0] as ServerRecord)?.to).toBe('1.1.0');
    now += DAY;
    answer = fail('unreachable', 'it cannot be reached');
    await versions.look();
    // What was known stays known.
    expect(versions.of(servers[0] as ServerRecord)?.to).toBe('1.1.0');
  });

  test('also when its server was removed and is added anew', async () => {
    await versions.look();
    servers = [];
    approvals.forget('notes');
    servers = [record('notes', 'notes@1.0.0')];
    await versions.look();
    expect(asked).toHaveLength(1);
  });

  test('and again when a clock that went wrong was set back', async () => {
    await versions.look();
    now -= 400 * DAY;
    await versions.look();
    expect(asked).toHaveLength(2);
  });
});

test.each([
  ['is not approved', record('notes', 'notes@1.0.0', 'inspected')],
  ['is blocked', record('notes', 'notes@1.0.0', 'blocked')],
  ['takes every version as it comes', record('notes', 'notes')],
  ['names a range', record('notes', 'notes@^1.0.0')],
  ['comes from an address', record('notes', 'https://g.example/notes.tgz')],
])('for a server that %s nobody is asked', async (_what, server) => {
  servers = [server];
  await versions.look();
  expect(asked).toEqual([]);
  expect(versions.reports()).toEqual([]);
});

test.each([
  ['another package', { name: 'notess' }],
  ['an older version', { version: '0.9.0' }],
  ['a preview', { version: '2.0.0-beta.1' }],
  ['no version', { version: '../../evil' }],
  ['no digest', { integrity: '' }],
  ['a version its author warns of', { deprecated: 'stolen' }],
])('a registry that names %s has nothing offered', async (_what, lie) => {
  answer = ok(facts('1.1.0', lie));
  await versions.look();
  expect(asked).toHaveLength(1);
  expect(versions.of(servers[0] as ServerRecord)).toBeUndefined();
});

test('a fault of our own is noted and stops nothing', async () => {
  const throwing = createNewVersions({
    servers: () => servers,
    approvals,
    clock: () => now,
    after: () => () => undefined,
    registryOf: (launch) => registryOf(launch, []),
    newest: () => Promise.reject(new Error('broken')),
    note: (_server, sentence) => notes.push(sentence),
  });
  await throwing.look();
  expect(notes).toEqual(['Newer versions could not be looked for: the system says "broken"']);
});

describe('in the background', () => {
  const tick = async (): Promise<void> => {
    const [timer] = timers.splice(0, 1);
    timer?.run();
    await versions.look();
    await new Promise((resolve) => setImmediate(resolve));
  };

  test('it looks some time after the start and then each hour for what is due', async () => {
    versions.start();
    expect(asked).toEqual([]);
    await tick();
    expect(asked).toHaveLength(1);
    for (let hour = 1; hour <= 48; hour++) {
      now += timers[0]?.ms ?? 0;
      await tick();
    }
    expect(timers.map(({ ms }) => ms)).toEqual([HOUR]);
    expect(asked).toHaveLength(3);
  });

  test('it stops when the host does, and an answer that comes later is not kept', async () => {
    versions.start();
    const looking = versions.look();
    versions.close();
    await looking;
    expect(timers).toEqual([]);
    expect(kept.get('notes')?.record.versions?.newest).toBeUndefined();
  });
});

describe('the registry of a package', () => {
  test('is not the public one where the runner is told another behind the package', () => {
    // Attack: the public registry is asked about a name that is fetched from elsewhere.
    const launch = (...args: string[]) => ({ transport: 'stdio' as const, command: 'npx', args, env: {} });
    expect(registryOf(launch('-p', '@acme/x', '--registry=https://evil.example', 'bin'), [])).toBeUndefined();
    expect(registryOf(launch('-y', '@acme/x'), [])?.base).toBe('https://registry.npmjs.org/');
  });
});
