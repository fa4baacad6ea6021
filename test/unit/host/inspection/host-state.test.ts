import { beforeEach, expect, it } from 'vitest';
import {
  createHostState,
  type OpenState,
  type StatePorts,
} from '../../../../electron/host/state/host-state.ts';
import { hostPatch, type HostPatch, hostSnapshot } from '../../../../shared/ipc/window.ts';
import type { InspectionView } from '../../../../shared/model/inspection.ts';
import { type FakeTimers, fakeTimers } from '../../../fixtures/live-calls.ts';

const NOTHING: InspectionView = {
  acts: [],
  demanded: [],
  personal: [],
  masks: [],
  canaries: [],
  labels: [],
  marks: [],
};
const BLOCKED: InspectionView = { ...NOTHING, acts: [{ watch: 'secret', act: 'block' }] };
const none: readonly never[] = [];
let inspection: InspectionView;
let timers: FakeTimers;

function begin(more: Partial<StatePorts>): { state: OpenState; patches: HostPatch[] } {
  timers = fakeTimers();
  const state = createHostState({
    run: 'r',
    status: () => ({}) as never,
    servers: () => [],
    clients: () => [],
    managed: () => ({ kind: 'unmanaged', said: [], sentence: 's', limits: [], limitWords: [], locked: [] }),
    reviews: () => none,
    pending: () => none,
    missed: () => none,
    rules: () => none,
    roles: () => none,
    calls: { newest: () => [], row: () => undefined, listen: () => undefined },
    now: timers.now,
    after: timers.after,
    fault: (error) => {
      throw error;
    },
    ...more,
  });
  const patches: HostPatch[] = [];
  state.subscribe((patch) => void patches.push(patch));
  return { state, patches };
}
beforeEach(() => {
  inspection = NOTHING;
});

it('what is looked for is told when it is another object, and not again', () => {
  const { state, patches } = begin({ inspection: () => inspection });
  expect(hostSnapshot.shape.state.shape.inspection.parse(state.snapshot().state.inspection)).toEqual(NOTHING);
  inspection = BLOCKED;
  state.changed();
  timers.advance(5000);
  expect(patches.flatMap((patch) => patch.inspection ?? [])).toEqual([BLOCKED]);
  expect(hostPatch.shape.inspection.parse(patches[0]?.inspection)).toEqual(BLOCKED);
  expect(state.snapshot().state.inspection).toEqual(BLOCKED);
});

it('a host without it says nothing of it', () => {
  const { state, patches } = begin({});
  state.changed();
  timers.advance(5000);
  expect(state.snapshot().state).not.toHaveProperty('inspection');
  for (const patch of patches) expect(patch).not.toHaveProperty('inspection');
});
