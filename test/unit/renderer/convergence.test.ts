import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bridge, HostPatch, HostSnapshot, PushOf } from '../../../shared/ipc/window.ts';
import type { LiveCall } from '../../../shared/model/live.ts';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { itemOf, reviewOf } from '../../../renderer/dev/sample-reviews.ts';
import { sampleCall } from '../../../renderer/dev/sample-calls.ts';
import { noPolicy, sampleMissed, samplePending, sampleRules } from '../../../renderer/dev/sample-policy.ts';
import { sampleClients, sampleServers, sampleStatus } from '../../../renderer/dev/sample-servers.ts';
import { CallList } from '../../../renderer/store/call-list.ts';
import { connect } from '../../../renderer/store/connection.ts';
import { createStores } from '../../../renderer/store/stores.ts';

const BOUND = 20;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A host of which every patch can be lost, doubled or delivered late. */
class Model {
  run = 1;
  seq = 0;
  n = 0;
  calls: LiveCall[] = [];
  reviews: ServerReview[] = [];
  policy = noPolicy;
  port = 1;
  asked = 0;
  asking = 0;
  most = 0;
  failNext = false;
  frames: (() => void)[] = [];
  waits: (() => void)[] = [];
  answers: (() => void)[] = [];
  patchTo: (patch: HostPatch) => void = () => undefined;
  phaseTo: (phase: PushOf<'phase'>) => void = () => undefined;

  snapshot(): HostSnapshot {
    const status = { ...sampleStatus, port: this.port };
    return {
      run: `run-${this.run}`,
      seq: this.seq,
      state: {
        status,
        servers: sampleServers,
        clients: sampleClients,
        reviews: this.reviews,
        ...this.policy,
        calls: [...this.calls],
      },
    };
  }

  step(fresh: number, change: number): HostPatch {
    const rows: LiveCall[] = [];
    const old = this.calls[change % Math.max(1, this.calls.length)];
    if (old !== undefined) rows.push({ ...old, outcome: 'ok', durationMs: change });
    for (let index = 0; index < fresh; index += 1) rows.push(sampleCall((this.n += 1), 0, true));
    const byId = new Map(this.calls.map((row) => [row.call, row]));
    for (const row of rows) byId.set(row.call, row);
    this.calls = [...byId.values()].toSorted((a, b) => a.n - b.n).slice(-BOUND);
    this.port += 1;
    this.seq += 1;
    // Every third patch has the whole list of what is on hold: another item, or nothing any more.
    const told = change % 3 === 0;
    if (told) {
      const items = Array.from({ length: fresh }, (_, index) =>
        itemOf({ key: `tool-${index}`, text: { after: `text ${index === 0 ? change : 0}` } }),
      );
      this.reviews = items.length === 0 ? [] : [reviewOf('mail', items)];
    }
    // Every fourth has other rules and questions, or none any more.
    const asked = change % 4 === 0;
    if (asked) {
      this.policy = {
        ...this.policy,
        rules: sampleRules().slice(fresh),
        missed: sampleMissed().slice(fresh),
        pending: samplePending().slice(fresh),
        managed: { ...this.policy.managed, limits: [`limit ${fresh}`] },
      };
    }
    return {
      run: `run-${this.run}`,
      seq: this.seq,
      calls: rows,
      ...(asked && this.policy),
      ...(told && { reviews: this.reviews }),
      status: { ...sampleStatus, port: this.port },
    };
  }

  readonly bridge = {
    commands: {
      'app.snapshot': async () => {
        this.asked += 1;
        this.asking += 1;
        this.most = Math.max(this.most, this.asking);
        await new Promise<void>((resolve) => this.answers.push(resolve));
        this.asking -= 1;
        if (this.failNext) {
          this.failNext = false;
          return { ok: false as const, code: 'x', message: 'No.' };
        }
        const phase = { kind: 'running' as const };
        return {
          ok: true as const,
          value: { version: '1', platform: 'linux' as const, phase, host: this.snapshot() },
        };
      },
    } as unknown as Bridge['commands'],
    on: {
      patch: (listener: (patch: HostPatch) => void) => {
        this.patchTo = listener;
        return () => undefined;
      },
      phase: (listener: (phase: PushOf<'phase'>) => void) => {
        this.phaseTo = listener;
        return () => undefined;
      },
      progress: () => () => undefined,
      navigate: () => () => undefined,
      pending: () => () => undefined,
    },
  } satisfies Bridge;
}

type Act =
  | {
      readonly kind: 'step';
      readonly fresh: number;
      readonly change: number;
      readonly fate: 'now' | 'lost' | 'twice' | 'late';
    }
  | { readonly kind: 'frame' | 'answer' | 'restart' | 'wait' | 'fail' | 'deliver' };
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      fresh: fc.nat(6),
      change: fc.nat(40),
      fate: fc.constantFrom('now', 'now', 'now', 'lost', 'twice', 'late'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('frame', 'answer', 'wait', 'deliver', 'restart', 'fail') }),
  },
);

describe('the stores', () => {
  it('always come to the state of the host, whatever happens to its patches', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
        const model = new Model();
        const stores = createStores(BOUND);
        const flushAll = (queue: (() => void)[]): void => {
          for (const each of queue.splice(0)) each();
        };
        const end = connect(stores, {
          bridge: model.bridge,
          frame: (run) => {
            model.frames.push(run);
            return () => {
              model.frames = model.frames.filter((each) => each !== run);
            };
          },
          later: (run) => {
            model.waits.push(run);
            return () => {
              model.waits = model.waits.filter((each) => each !== run);
            };
          },
        });
        const late: HostPatch[] = [];
        for (const each of acts) {
          if (each.kind === 'step') {
            const patch = model.step(each.fresh, each.change);
            if (each.fate === 'now' || each.fate === 'twice') model.patchTo(patch);
            if (each.fate === 'twice') model.patchTo(patch);
            if (each.fate === 'late') late.unshift(patch);
          } else if (each.kind === 'frame') flushAll(model.frames);
          else if (each.kind === 'answer') flushAll(model.answers);
          else if (each.kind === 'wait') flushAll(model.waits);
          else if (each.kind === 'fail') model.failNext = true;
          else if (each.kind === 'deliver') for (const patch of late.splice(0)) model.patchTo(patch);
          else {
            model.run += 1;
            model.seq = 0;
            model.phaseTo({ kind: 'running' });
          }
          await settle();
          expect(stores.calls.getState().list.length).toBeLessThanOrEqual(BOUND);
        }
        for (const patch of late) model.patchTo(patch);
        model.failNext = false;
        // One more patch tells of a loss at the end; then everything is answered until nothing is asked.
        model.patchTo(model.step(1, 0));
        for (let turn = 0; turn < 12; turn += 1) {
          flushAll(model.answers);
          flushAll(model.waits);
          await settle();
        }
        flushAll(model.frames);
        const { list } = stores.calls.getState();
        expect(list.filter(() => true)).toEqual(model.calls);
        expect(stores.host.getState().status?.port).toBe(model.port);
        expect(stores.host.getState()).toMatchObject({ reviews: model.reviews, ...model.policy });
        expect(model.most).toBeLessThanOrEqual(1);
        expect(stores.connection.getState()).toEqual({ asking: false, stale: false });
        end();
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is on hold', () => {
  it('keeps the objects of what did not change', () => {
    const stores = createStores();
    const copy = <T>(value: T): T => structuredClone(value);
    const one = itemOf({ key: 'one' });
    const two = itemOf({ key: 'two' });
    const state = {
      ...noPolicy,
      status: sampleStatus,
      servers: sampleServers,
      clients: sampleClients,
      calls: [],
      reviews: [reviewOf('mail', [one, two]), reviewOf('files', [one])],
    };
    stores.applySnapshot(state);
    const before = stores.host.getState().reviews;
    stores.applySnapshot(copy(state));
    expect(stores.host.getState().reviews.map((each, index) => each === before[index])).toEqual([true, true]);
    const changed = [reviewOf('mail', [copy(one), { ...copy(two), calls: 9 }]), copy(state.reviews[1])];
    stores.applyPatches([{ run: 'x', seq: 1, reviews: changed as ServerReview[] }]);
    const after = stores.host.getState().reviews;
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]?.items[0]).toBe(before[0]?.items[0]);
    expect(after[0]?.items[1]?.calls).toBe(9);
  });
});

describe('the list of calls', () => {
  const row = fc.record({ n: fc.nat(60), open: fc.boolean() }).map(({ n, open }) => sampleCall(n, 0, open));

  it('is the newest calls in the order of their numbers, within its bound', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 12 }), (batches) => {
        const list = new CallList(BOUND);
        let model: LiveCall[] = [];
        for (const batch of batches) {
          list.apply(batch);
          const all = list.filter(() => true);
          expect(all.length).toBeLessThanOrEqual(BOUND);
          expect(all.map(({ n }) => n)).toEqual(all.map(({ n }) => n).toSorted((a, b) => a - b));
          expect(new Set(all.map(({ call }) => call)).size).toBe(all.length);
          all.forEach((each, index) => {
            expect(list.at(index)).toBe(each);
            expect(list.get(each.call)).toBe(each);
            expect(list.indexOf(each.call)).toBe(index);
          });
          for (const each of model) {
            const held = list.get(each.call);
            if (held !== undefined && batch.every(({ call }) => call !== each.call)) expect(held).toBe(each);
          }
          model = all;
        }
      }),
    );
  });

  it('takes 1,000 calls a second for a minute in a small part of it', () => {
    const list = new CallList(10_000);
    const started = performance.now();
    for (let batch = 0; batch < 60; batch += 1) {
      const rows = Array.from({ length: 1000 }, (_, index) => sampleCall(batch * 1000 + index, 0, true));
      list.apply(rows);
      list.apply(rows.map((each) => ({ ...each, outcome: 'ok' as const })));
    }
    expect(list.length).toBe(10_000);
    expect(list.at(0)?.n).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
