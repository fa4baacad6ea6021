import { expect, it } from 'vitest';
import { CallFeed } from '../../electron/host/live/call-feed.ts';
import { createHostState } from '../../electron/host/state/host-state.ts';
import { createRedactor } from '../../electron/log/redact.ts';
import type { HostPatch, HostState } from '../../shared/ipc/window.ts';
import { fakeTimers, liveDriver } from '../fixtures/live-calls.ts';

const NOTHING: readonly never[] = [];

// Attack: an app floods Doorward with calls, so that the window, or the host behind it, runs out of memory.

it('100,000 calls between two looks at the clock leave a bounded queue and bounded patches', () => {
  const timers = fakeTimers();
  const feed = new CallFeed(createRedactor());
  const calls = liveDriver(feed);
  const nothing = {} as HostState['status'];
  const state = createHostState({
    run: 'r',
    status: () => nothing,
    servers: () => [],
    clients: () => [],
    managed: () => ({ kind: 'unmanaged', said: [], sentence: '', limits: [], limitWords: [], locked: [] }),
    reviews: () => NOTHING,
    pending: () => NOTHING,
    missed: () => NOTHING,
    rules: () => NOTHING,
    roles: () => NOTHING,
    calls: feed,
    now: timers.now,
    after: timers.after,
    fault: (error) => {
      throw error;
    },
  });
  const patches: HostPatch[] = [];
  state.subscribe((patch) => patches.push(patch));
  const args = Buffer.from('{"x":1}');
  for (let i = 0; i < 100_000; i++) {
    calls.open(`c${i}`, args);
    calls.leg(`c${i}`, 'sent', {}, args);
    calls.leg(`c${i}`, 'answered', {}, args);
  }
  timers.advance(60_000);
  const told = patches.flatMap((patch) => patch.calls ?? []);
  expect(Math.max(...patches.map((patch) => patch.calls?.length ?? 0))).toBeLessThanOrEqual(1000);
  expect(told.length).toBe(10_000);
  expect(patches.reduce((sum, { skipped = 0 }) => sum + skipped, 0)).toBe(90_000);
  expect(told.at(-1)).toMatchObject({ call: 'c99999', outcome: 'ok' });
  // Ten a second at most, however much there is to say.
  expect(patches.length).toBeLessThanOrEqual(12);
});
