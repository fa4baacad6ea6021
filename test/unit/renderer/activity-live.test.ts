import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBy, scrollFor } from '../../../renderer/features/activity/list/grid-keys.ts';
import { endingOf, keepOf, noFilter } from '../../../renderer/features/activity/live/filter.ts';
import { following, holdAfter, isHeld, type HoldAct } from '../../../renderer/features/activity/live/hold.ts';
import { createLiveList, placeOf } from '../../../renderer/features/activity/live/live-list.ts';
import { LiveView } from '../../../renderer/features/activity/live/live-view.ts';
import { sampleCall } from '../../../renderer/dev/sample-calls.ts';
import { noPolicy } from '../../../renderer/dev/sample-policy.ts';
import { sampleStatus } from '../../../renderer/dev/sample-servers.ts';
import { CallList } from '../../../renderer/store/call-list.ts';
import { createStores } from '../../../renderer/store/stores.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import { anyCall, anyFilter } from './activity-kit.ts';

const BOUND = 20;

describe('the filter', () => {
  it('lets everything pass when nothing is asked for', () => {
    expect(keepOf(noFilter)).toBeUndefined();
    expect(keepOf({ ...noFilter, text: '  ' })).toBeUndefined();
  });

  it('finds words in the tool, the method and the preview, whatever their case', () => {
    const row: LiveCall = { ...sampleCall(3, 0), name: 'read_text_file', preview: '{"path":"Brief.md"}' };
    const finds = (text: string) => keepOf({ ...noFilter, text })?.(row);
    expect([finds('READ brief'), finds('tools/call'), finds('readbrief'), finds('brief write')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('tells a call that an earlier run left open from one that runs', () => {
    expect(endingOf({ outcome: 'open' })).toBe('open');
    expect(endingOf({ outcome: 'open', reason: 'Doorward stopped before this call ended.' })).toBe(
      'unfinished',
    );
  });

  it('kept up to date over random patches is the same as made anew, and looks at nothing twice', () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.array(anyCall, { maxLength: 12 }).map((rows) => ({ rows })) },
      { weight: 1, arbitrary: anyFilter.map((filter) => ({ filter })) },
      { weight: 1, arbitrary: fc.array(anyCall, { maxLength: 30 }).map((whole) => ({ whole })) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const list = new CallList(BOUND);
        const view = new LiveView();
        let keep = keepOf(noFilter);
        let looked: LiveCall[] = [];
        for (const each of steps) {
          looked = [];
          const before = new Set(view.rows);
          if ('filter' in each) {
            const made = keepOf(each.filter);
            keep = made;
            view.refilter(
              made &&
                ((row) => {
                  looked.push(row);
                  return made(row);
                }),
            );
          } else {
            if ('rows' in each) list.apply(each.rows);
            else list.replace(each.whole.toSorted((a, b) => a.n - b.n));
            view.update(list);
            expect(looked.filter((row) => before.has(row))).toEqual([]);
          }
          expect(view.rows).toEqual(list.filter(() => true));
          expect(view.shown).toEqual(list.filter(keep ?? (() => true)));
          view.shown.forEach((row, place) => expect(placeOf(view.shown, row)).toBe(place));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts each call once when it comes to be shown', () => {
    const list = new CallList(BOUND);
    const view = new LiveView();
    view.refilter(keepOf({ ...noFilter, outcome: 'refused' }));
    list.apply([1, 2, 3].map((n) => sampleCall(n, 0, true)));
    view.update(list);
    expect(view.arrived).toBe(0);
    list.apply([{ ...sampleCall(2, 0), outcome: 'refused' }]);
    view.update(list);
    list.apply([{ ...sampleCall(2, 0), outcome: 'refused', reason: 'No.' }]);
    view.update(list);
    expect(view.arrived).toBe(1);
  });
});

describe('the hold', () => {
  it('ends a pause only when the person wants to follow', () => {
    const acts = fc.array(fc.constantFrom<HoldAct>('leave', 'top', 'refilter', 'pause'), { maxLength: 20 });
    fc.assert(
      fc.property(acts, (after) => {
        const paused = after.reduce(holdAfter, holdAfter(following, 'pause'));
        expect(isHeld(paused)).toBe(true);
        expect(holdAfter(paused, 'follow')).toEqual(following);
      }),
    );
  });

  it('follows again at the top, and stays the same object when nothing changes', () => {
    const away = holdAfter(following, 'leave');
    expect(isHeld(away)).toBe(true);
    expect(holdAfter(away, 'leave')).toBe(away);
    expect(isHeld(holdAfter(away, 'top'))).toBe(false);
    expect(holdAfter(following, 'top')).toBe(following);
  });
});

describe('the live list', () => {
  const setUp = (count = 10) => {
    const stores = createStores(50);
    const rows = Array.from({ length: count }, (_, index) => sampleCall(index + 1, 0));
    stores.applySnapshot({ ...noPolicy, status: sampleStatus, servers: [], clients: [], calls: rows });
    const live = createLiveList(stores.calls, noFilter);
    let seq = 0;
    const take = (...calls: LiveCall[]) => stores.applyPatches([{ run: 'r', seq: (seq += 1), calls }]);
    const drawn = () => new Promise((resolve) => setTimeout(resolve, 120));
    const shown = () => live.store.getState().rows.map(({ n }) => n);
    return { stores, live, take, drawn, shown, stop: live.start() };
  };

  it('keeps every row in its place while it stands, counts what comes, and then shows it', async () => {
    const { live, take, drawn, shown, stop } = setUp();
    live.act('leave');
    const before = shown();
    take(sampleCall(11, 0), sampleCall(12, 0, true), { ...sampleCall(5.5, 0), call: 'late' });
    await drawn();
    expect(shown()).toEqual(before);
    expect(live.store.getState().fresh).toBe(3);
    live.act('follow');
    expect(shown()).toEqual([1, 2, 3, 4, 5, 5.5, 6, 7, 8, 9, 10, 11, 12]);
    expect(live.store.getState().fresh).toBe(0);
    stop();
  });

  it('filters what stands, and counts only new calls that match', async () => {
    const { live, take, drawn, stop } = setUp(40);
    live.act('pause');
    take(sampleCall(46, 0), sampleCall(47, 0));
    await drawn();
    expect(live.store.getState().fresh).toBe(2);
    live.setFilter({ ...noFilter, outcome: 'refused' });
    expect(live.store.getState()).toMatchObject({ fresh: 1, total: 40, hold: { paused: true } });
    expect(live.store.getState().rows.map(({ n }) => n)).toEqual([23]);
    take({ ...sampleCall(48, 0), outcome: 'refused' });
    await drawn();
    expect(live.store.getState().fresh).toBe(2);
    live.setFilter(noFilter);
    expect(live.store.getState()).toMatchObject({ fresh: 3, total: 40 });
    stop();
  });

  it('draws a burst a few times a second and misses nothing of it', async () => {
    const { live, take, drawn, shown, stop } = setUp();
    let draws = 0;
    const off = live.store.subscribe(() => (draws += 1));
    for (let n = 11; n <= 40; n += 1) take(sampleCall(n, 0));
    await drawn();
    expect(draws).toBeLessThanOrEqual(2);
    expect(shown().at(-1)).toBe(40);
    off();
    stop();
  });

  it('knows the apps and servers that calls were seen of', () => {
    const { live, stop } = setUp(40);
    const { apps, servers } = live.store.getState();
    expect(apps.map(({ name }) => name).toSorted()).toEqual(['Claude Desktop', 'Cursor', 'My own agent']);
    expect([...servers].toSorted()).toEqual(['files', 'mail', 'tickets']);
    stop();
  });
});

describe('the keys of the list', () => {
  it('never lead out of it', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(key, fc.nat(50), fc.nat(50), fc.nat(30), (pressed, from, count, page) => {
        const next = moveBy(pressed, Math.min(from, count) - 1, count, page);
        if (count === 0) expect(next).toBeUndefined();
        else expect(next).toSatisfy((index: number) => index >= 0 && index < count);
      }),
    );
    expect(moveBy('x', 0, 10, 5)).toBeUndefined();
    expect(moveBy('ArrowDown', -1, 10, 5)).toBe(0);
    expect(moveBy('PageDown', 0, 10, 5)).toBe(4);
  });

  it('scroll no further than a row needs', () => {
    expect(scrollFor(0, 36, 100, 360)).toBe(0);
    expect(scrollFor(5, 36, 100, 360)).toBe(100);
    expect(scrollFor(20, 36, 100, 360)).toBe(21 * 36 - 360);
  });
});
