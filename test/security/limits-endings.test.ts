import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../electron/relay/call.ts';
import { rateLimit, type RoadLimits } from '../../electron/stages/rate-limit.ts';
import type { RecordedExchange, SessionKit } from '../fixtures/relay-client.ts';
import { settle } from '../fixtures/relay-kit.ts';
import { ALL, elicit, HARMLESS, refuse } from '../unit/relay/asking.ts';
import { HoldingStage, RoadKit } from '../unit/relay/road-kit.ts';

// A place that is never freed is an attack on the person's own use: nothing passes any more, and they cannot mend it.

const WHATS = [
  'session',
  'stateless',
  'answer',
  'error',
  'asks',
  'retry',
  'let',
  'refuse',
  'cancel',
  'lost',
  'hold',
  'release',
  'fail',
  'wait',
  'close',
  'die',
] as const;

interface Step {
  readonly what: (typeof WHATS)[number];
  readonly which: number;
  /** Calls that come now are held by a stage, as those that a person is asked about. */
  readonly holds: boolean;
}

/** Runs a road with every way in which a call can end, and one that counts which of them are over. */
class Road {
  readonly open = new Set<Call>();
  taken = 0;
  readonly wrong: string[] = [];
  readonly kit: RoadKit;
  readonly #holder = new HoldingStage();
  readonly #exchanges: RecordedExchange[] = [];
  #session: SessionKit | undefined;
  #id = 0;
  readonly #era: 'session' | 'stateless';

  constructor(era: 'session' | 'stateless') {
    this.#era = era;
    const limits: RoadLimits = {
      any: true,
      loops: false,
      take: (call) => {
        this.taken++;
        this.open.add(call);
        return {
          changed: () => undefined,
          over: () => {
            if (!this.open.delete(call)) this.wrong.push(`${call.id} is over twice`);
          },
        };
      },
      seen: () => false,
      repeated: () => undefined,
    };
    this.#holder.which = () => false;
    const more = [rateLimit(limits), this.#holder];
    this.kit = new RoadKit([{ id: 'alpha', era, transport: 'http' }], undefined, more);
    this.kit.stage.which = () => false;
  }

  async step({ what, which, holds }: Step): Promise<void> {
    const { kit } = this;
    const pick = <T>(from: readonly T[]): T | undefined => from[which % Math.max(1, from.length)];
    this.#holder.which = ({ direction }) => holds && direction === 'client';
    const server = this.#server();
    const at = pick(server?.all('tools/call') ?? []);
    const exchange = pick(this.#exchanges);
    switch (what) {
      case 'session':
        return this.#inSession();
      case 'stateless':
        return this.#stateless({});
      case 'retry': {
        const states = this.#exchanges.flatMap(({ answers }) =>
          [...answers.join().matchAll(/"requestState":"([^"]+)"/g)].map(([, state]) => state),
        );
        const requestState = pick(states);
        if (requestState === undefined) return;
        return this.#stateless({ requestState, inputResponses: { question: { action: 'accept' } } });
      }
      case 'answer':
        if (at !== undefined) server?.answerTo(at, { content: [] });
        return;
      case 'error':
        if (at !== undefined) server?.say({ jsonrpc: '2.0', id: at.id, error: { code: 1, message: 'no' } });
        return;
      case 'asks':
        if (at === undefined) return;
        if (this.#era === 'session')
          server?.say({ jsonrpc: '2.0', id: `q${++this.#id}`, ...elicit(HARMLESS) }, at.id as number);
        else
          server?.answerTo(at, {
            resultType: 'input_required',
            inputRequests: { question: elicit(HARMLESS) },
            requestState: `s${++this.#id}`,
          });
        return;
      case 'let':
        return pick(this.#holder.held)?.let();
      case 'refuse':
        return pick(this.#holder.held)?.let(refuse);
      case 'cancel':
        return exchange?.oncancel?.();
      case 'lost':
        return (exchange as { onlost?: () => void } | undefined)?.onlost?.();
      case 'hold':
        kit.audit.hold = true;
        return;
      case 'release':
        return kit.audit.release();
      case 'fail':
        kit.audit.error = kit.audit.error === undefined ? new Error('The log cannot be written.') : undefined;
        return;
      case 'wait':
        return kit.clock.advance(700_000);
      case 'close':
        this.#session?.close();
        this.#session = undefined;
        return;
      case 'die':
        return server?.die({ kind: 'lost', message: 'gone' } as never);
    }
  }

  /** Everybody goes away. */
  async end(): Promise<void> {
    this.#session?.close();
    this.kit.audit.release();
    await settle();
    for (const one of this.#exchanges) one.oncancel?.();
    this.kit.relay.dropClient('one');
    await settle();
  }

  #server() {
    try {
      return this.kit.server().now;
    } catch {
      return undefined;
    }
  }

  async #inSession(): Promise<void> {
    if (this.#session === undefined) {
      const opening = this.kit.client('one').open({ server: 'alpha', capabilities: ALL });
      await settle();
      if (opening.hello.answers.length === 0 || opening.hello.result === undefined) return;
      this.#session = opening.session();
    }
    const params = { name: 'a', arguments: { x: 1 } };
    this.#exchanges.push(
      this.#session.request({ jsonrpc: '2.0', id: ++this.#id, method: 'tools/call', params }),
    );
  }

  #stateless(more: object): void {
    const params = { name: 'a', arguments: { x: 1 }, ...more };
    this.#exchanges.push(
      this.kit
        .client('one')
        .stateless({ id: ++this.#id, method: 'tools/call', params }, { server: 'alpha', capabilities: ALL }),
    );
  }
}

describe('every place is freed, once', () => {
  const doing = (...whats: Step['what'][]): Step[] => whats.map((what) => ({ what, which: 0, holds: false }));

  it('when a call that was parked goes on as that of a retry, which takes no further place', async () => {
    const road = new Road('session');
    for (const step of doing('stateless', 'asks')) {
      await road.step(step);
      await settle();
    }
    expect(road.open.size).toBe(1);
    await road.step({ what: 'retry', which: 0, holds: false });
    await settle();
    expect([road.taken, road.open.size]).toEqual([1, 1]);
    expect(road.kit.server().now.replies).toHaveLength(1);
    await road.step({ what: 'answer', which: 0, holds: false });
    await settle();
    expect([road.open.size, road.wrong]).toEqual([0, []]);
  });

  it('when a parked call expires', async () => {
    const road = new Road('session');
    for (const step of doing('stateless', 'asks', 'wait', 'stateless', 'asks')) {
      await road.step(step);
      await settle();
    }
    await road.end();
    expect([road.open.size, road.wrong]).toEqual([0, []]);
  });

  it('however calls end', { timeout: 60_000 }, async () => {
    const some = fc.record({
      what: fc.constantFrom(...WHATS),
      which: fc.nat({ max: 20 }),
      holds: fc.boolean(),
    });
    // Some of what is rare by chance stands among the rest as a whole.
    const known = fc.constantFrom(
      doing('stateless', 'asks', 'retry'),
      doing('session', 'asks'),
      doing('hold', 'session', 'cancel', 'release'),
      doing('stateless', 'asks', 'retry', 'asks', 'retry'),
    );
    const steps = fc
      .array(fc.oneof({ arbitrary: some.map((one) => [one]), weight: 4 }, known), { maxLength: 30 })
      .map((all) => all.flat());
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom('session', 'stateless'), async (all, era) => {
        const road = new Road(era);
        for (const step of all) {
          await road.step(step);
          if (step.which % 4 === 0) await settle();
        }
        await road.end();
        expect([...road.open].map(({ id }) => id)).toEqual([]);
        expect([road.wrong, road.kit.faults]).toEqual([[], []]);
      }),
      { numRuns: 150 },
    );
  });
});
