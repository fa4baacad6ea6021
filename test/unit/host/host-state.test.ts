import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallFeed } from '../../../electron/host/live/call-feed.ts';
import { createHostState, type OpenState } from '../../../electron/host/state/host-state.ts';
import { createRedactor, type KnownSecrets } from '../../../electron/log/redact.ts';
import { hostPatch, type HostPatch, hostSnapshot, type HostState } from '../../../shared/ipc/window.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import { type FakeTimers, fakeTimers, type LiveDriver, liveDriver } from '../../fixtures/live-calls.ts';

const NO_REVIEWS: HostState['reviews'] & object = [];
let reviews = NO_REVIEWS;
const UNMANAGED: HostState['managed'] = {
  kind: 'unmanaged',
  said: [],
  sentence: 's',
  limits: [],
  limitWords: [],
  locked: [],
};
const NO_LISTS: Pick<HostState, 'pending' | 'missed' | 'rules' | 'roles'> = {
  pending: [],
  missed: [],
  rules: [],
  roles: [],
};
let lists = NO_LISTS;

let timers: FakeTimers;
let secrets: KnownSecrets;
let feed: CallFeed;
let calls: LiveDriver;
let host: Pick<HostState, 'status' | 'servers' | 'clients' | 'managed'>;
let looks: number;
let faults: unknown[];
let state: OpenState;

const status = (guard: 'usual' | 'block' = 'usual'): HostState['status'] => ({
  version: '1',
  pid: 1,
  home: '/h',
  url: 'u',
  port: 1,
  startedAt: 1,
  seals: { state: 'sealed', sentence: 's' },
  operatorKey: false,
  servers: { total: 0, approved: 0, waiting: 0, running: 0 },
  clients: 0,
  guard,
  preset: 'guarded',
  questions: { pending: 0, missed: 0 },
  managed: 'unmanaged',
  notices: [],
});

function begin(limits?: { calls: number; textBytes: number }): void {
  timers = fakeTimers();
  secrets = createRedactor();
  feed = new CallFeed(secrets, limits);
  calls = liveDriver(feed);
  host = { status: status(), servers: [], clients: [], managed: UNMANAGED };
  lists = NO_LISTS;
  looks = 0;
  faults = [];
  state = createHostState({
    run: 'r',
    status: () => {
      looks++;
      return host.status;
    },
    servers: () => host.servers,
    clients: () => host.clients,
    managed: () => host.managed,
    reviews: () => reviews,
    pending: () => lists.pending,
    missed: () => lists.missed,
    rules: () => lists.rules,
    roles: () => lists.roles,
    calls: feed,
    now: timers.now,
    after: timers.after,
    fault: (error) => faults.push(error),
  });
}
beforeEach(() => begin());

/** What a window does: one snapshot, then patches; a gap, and it asks anew. */
function window() {
  let seq = -1;
  let run = '';
  let gaps = 0;
  let shown: Omit<HostState, 'calls'> = { ...host, ...lists };
  const rows = new Map<string, LiveCall>();
  const patches: HostPatch[] = [];
  const ask = (): void => {
    const snapshot = hostSnapshot.parse(state.snapshot());
    ({ seq, run } = snapshot);
    shown = snapshot.state;
    for (const call of snapshot.state.calls) rows.set(call.call, call);
  };
  return {
    patches,
    gaps: () => gaps,
    ask,
    take(patch: HostPatch) {
      patches.push(hostPatch.strict().parse(patch));
      const order = patch.calls?.map(({ n }) => n) ?? [];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      if (patch.run !== run || patch.seq !== seq + 1) {
        gaps++;
        ask();
        return;
      }
      seq = patch.seq;
      shown = { ...shown, ...(patch.status && { status: patch.status }) };
      if (patch.servers) shown = { ...shown, servers: patch.servers };
      if (patch.clients) shown = { ...shown, clients: patch.clients };
      for (const call of patch.calls ?? []) rows.set(call.call, call);
    },
    state: (): HostState => ({
      status: shown.status,
      servers: shown.servers,
      clients: shown.clients,
      ...NO_LISTS,
      managed: UNMANAGED,
      reviews: [],
      calls: [...rows.values()].toSorted((a, b) => a.n - b.n),
    }),
  };
}

describe('the patches of a host', () => {
  it('applied to a snapshot are the same as a new snapshot, whatever happens', () => {
    const event = fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('open'), id: fc.nat(40) }) },
      {
        weight: 6,
        arbitrary: fc.record({ do: fc.constantFrom('sent', 'answered', 'refused'), id: fc.nat(40) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constantFrom('guard', 'servers', 'clients'), id: fc.nat(3) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constantFrom('secret', 'snapshot', 'leave', 'come'), id: fc.nat(9) }),
      },
      { weight: 5, arbitrary: fc.record({ do: fc.constant('wait'), id: fc.nat(300) }) },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 120 }), (events) => {
        begin();
        const opened = new Set<number>();
        const one = window();
        const late = window();
        let leave: (() => void) | undefined = state.subscribe((patch) => one.take(patch));
        one.ask();
        let leaveLate: (() => void) | undefined;
        for (const { do: what, id } of events) {
          const name = `c${id}`;
          if (what === 'wait') timers.advance(id);
          else if (what === 'guard') {
            host = { ...host, status: status(id % 2 === 0 ? 'block' : 'usual') };
            state.changed();
          } else if (what === 'servers' || what === 'clients') {
            host = {
              ...host,
              clients: Array.from({ length: id }, (_, i) => ({
                id: `${i}`,
                name: 'n',
                role: 'r',
                addedAt: i,
              })),
            };
          } else if (what === 'secret') secrets.know(`s${id}`, [`echo-${id}`]);
          else if (what === 'snapshot') one.ask();
          else if (what === 'come') {
            leaveLate ??= state.subscribe((patch) => late.take(patch));
            late.ask();
          } else if (what === 'leave') {
            leave?.();
            leaveLate?.();
            leaveLate = undefined;
            leave = state.subscribe((patch) => one.take(patch));
            one.ask();
          } else if (what === 'open') {
            if (opened.has(id)) continue;
            opened.add(id);
            calls.open(name, `{"text":"echo-${id}"}`);
          } else if (what === 'sent' || what === 'answered' || what === 'refused')
            calls.leg(name, what, { name: `echo-${id}` }, '{}');
        }
        // A row tells of itself when it changes; what became secret meanwhile is not a change of the row.
        for (const id of opened) calls.leg(`c${id}`, 'answered', {}, '{}');
        state.changed();
        timers.advance(5000);
        const fresh = state.snapshot();
        expect(one.gaps()).toBe(0);
        expect(one.state()).toEqual(fresh.state);
        if (leaveLate !== undefined) expect(late.state()).toEqual(fresh.state);
        expect(faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('show a gap to whoever took a snapshot before anybody had subscribed', () => {
    const shown = window();
    shown.ask();
    calls.open('a', '{}');
    state.subscribe((patch) => shown.take(patch));
    calls.open('b', '{}');
    timers.advance(50);
    expect(shown.gaps()).toBe(1);
    expect(shown.state().calls.map(({ call }) => call)).toEqual(['a', 'b']);
  });

  it('bring back what a snapshot saw between two patches and is gone again', () => {
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    host = { ...host, status: status('block') };
    shown.ask();
    host = { ...host, status: status('usual') };
    timers.advance(2000);
    expect(shown.state().status.guard).toBe('usual');
  });

  it('come soon after quiet, then about ten a second, and carry a row that changed twice once', () => {
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    shown.ask();
    calls.open('a', '{}');
    timers.advance(49);
    expect(shown.patches.length).toBe(1);
    for (let i = 0; i < 100; i++) {
      calls.open(`b${i}`, '{}');
      calls.leg(`b${i}`, 'sent');
      calls.leg(`b${i}`, 'answered');
      timers.advance(10);
    }
    timers.advance(200);
    expect(shown.patches.length).toBeGreaterThan(8);
    expect(shown.patches.length).toBeLessThan(14);
    const told = shown.patches.flatMap((patch) => patch.calls ?? []);
    expect(told.length).toBe(101);
    expect(told.filter(({ outcome }) => outcome === 'ok').length).toBe(100);
    expect(shown.patches.map(({ seq }) => seq)).toEqual(
      shown.patches.map((_, i) => (shown.patches[0]?.seq ?? 0) + i),
    );
  });

  it('tell servers, apps and status only when they are other than before', () => {
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    timers.advance(10_000);
    state.changed();
    timers.advance(1000);
    expect(shown.patches).toEqual([]);
    host = { ...host, status: status('block') };
    timers.advance(1100);
    expect(shown.patches.map((patch) => Object.keys(patch))).toEqual([['run', 'seq', 'status']]);
  });

  it('cost nothing while nobody listens', () => {
    const end = state.subscribe(() => undefined);
    end();
    const before = looks;
    for (let i = 0; i < 100; i++) calls.open(`c${i}`, '{}');
    state.changed();
    timers.advance(60_000);
    expect(looks).toBe(before);
  });

  it('look at what is compared by value once a second, however many calls there are', () => {
    state.subscribe(() => undefined);
    const before = looks;
    for (let i = 0; i < 500; i++) {
      calls.open(`c${i}`, '{}');
      timers.advance(10);
    }
    expect(looks - before).toBeLessThanOrEqual(5);
  });

  it('have calls in the order in which they came, also when an earlier one changed last', () => {
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    calls.open('a', '{}');
    timers.advance(500);
    calls.open('b', '{}');
    calls.leg('a', 'sent');
    timers.advance(500);
    expect(shown.patches.at(-1)?.calls?.map(({ call }) => call)).toEqual(['a', 'b']);
  });

  it('go on when a listener throws, and end with the host', () => {
    const shown = window();
    state.subscribe(() => {
      throw new Error('broken');
    });
    state.subscribe((patch) => shown.take(patch));
    calls.open('a', '{}');
    timers.advance(100);
    expect([shown.patches.length, faults.length]).toEqual([1, 1]);
    state.close();
    calls.open('b', '{}');
    timers.advance(5000);
    expect(shown.patches.length).toBe(1);
  });

  it('carry a thousand calls at most; more wait, and what is dropped meanwhile is counted', () => {
    begin({ calls: 3000, textBytes: 1024 * 1024 });
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    shown.ask();
    for (let i = 0; i < 10_000; i++) {
      calls.open(`c${i}`, '{}');
      calls.leg(`c${i}`, 'answered');
    }
    timers.advance(1000);
    const sizes = shown.patches.map((patch) => patch.calls?.length ?? 0);
    expect(sizes).toEqual([1000, 1000, 1000]);
    expect(shown.patches.reduce((sum, { skipped = 0 }) => sum + skipped, 0)).toBe(7000);
    expect(shown.state().calls.at(-1)).toMatchObject({ call: 'c9999', outcome: 'ok' });
  });

  it('tell the end of a call that newer ones have pushed out', () => {
    begin({ calls: 100, textBytes: 1024 * 1024 });
    const shown = window();
    state.subscribe((patch) => shown.take(patch));
    shown.ask();
    calls.open('long', '{}');
    timers.advance(1000);
    for (let i = 0; i < 500; i++) {
      calls.open(`c${i}`, '{}');
      calls.leg(`c${i}`, 'answered');
    }
    timers.advance(1000);
    calls.leg('long', 'answered', {}, '{}');
    timers.advance(1000);
    expect(shown.state().calls.find(({ call }) => call === 'long')?.outcome).toBe('ok');
    expect(feed.row('long')).toBeUndefined();
  });
});

describe('what is on hold', () => {
  const one = {
    server: 'files',
    state: 'approved' as const,
    risk: 'alarm' as const,
    at: 1,
    items: [],
    more: 0,
  };
  const alarm = { server: 'files', sentence: "'read_file' changed.", at: 1 };

  it('is told whole when it is other than before, and not again', () => {
    const seen = window();
    state.subscribe((patch) => seen.take(patch));
    seen.ask();
    reviews = [one];
    state.changed();
    timers.advance(200);
    state.changed();
    timers.advance(5000);
    expect(seen.patches.flatMap((patch) => (patch.reviews ? [patch.reviews] : []))).toEqual([[one]]);
    expect(hostSnapshot.parse(state.snapshot()).state.reviews).toEqual([one]);
    reviews = NO_REVIEWS;
  });

  it('tells a list that waits once for every new one of it', () => {
    const seen = window();
    state.subscribe((patch) => seen.take(patch));
    seen.ask();
    const everybody = [{ id: 'r', name: 'R', rules: [] }];
    lists = { ...NO_LISTS, roles: everybody };
    state.changed();
    timers.advance(5000);
    state.changed();
    timers.advance(5000);
    expect(seen.patches.flatMap((patch) => (patch.roles ? [patch.roles] : []))).toEqual([everybody]);
    expect(hostSnapshot.parse(state.snapshot()).state.roles).toEqual(everybody);
    lists = NO_LISTS;
    state.changed();
    timers.advance(5000);
    expect(seen.patches.at(-1)?.roles).toEqual([]);
  });

  it('raises an alarm once, and only for those who listen', () => {
    state.alarm(alarm);
    const seen = window();
    state.subscribe((patch) => seen.take(patch));
    seen.ask();
    timers.advance(5000);
    expect(seen.patches.flatMap((patch) => patch.alarms ?? [])).toEqual([]);
    state.alarm(alarm);
    timers.advance(5000);
    expect(seen.patches.flatMap((patch) => patch.alarms ?? [])).toEqual([alarm]);
  });
});
