import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { LimitsView } from '../../shared/model/limits.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<Bridge['commands'], Extract<keyof Bridge['commands'], `limit.${string}`>>;

/** Limits of every kind. */
export function sampleLimits(): LimitsView {
  return {
    loops: 'ask',
    limits: [
      {
        limit: {
          id: 'a1',
          about: { server: 'mail' },
          most: { kind: 'rate', calls: 30, per: 'minute', burst: 5 },
        },
        use: [{ of: '', used: 5, most: 5, what: 'calls', freeInMs: 1400 }],
      },
      {
        limit: { id: 'a2', about: {}, each: 'server', most: { kind: 'at-once', calls: 4 } },
        use: [
          { of: 'files', used: 4, most: 4, what: 'calls' },
          { of: 'mail', used: 1, most: 4, what: 'calls', freeInMs: 0 },
        ],
      },
      {
        limit: {
          id: 'a3',
          about: { tool: 'order_*', effects: ['spend'] },
          most: { kind: 'budget', calls: 5, amount: 200 },
        },
        use: [{ of: '', used: 149.5, most: 200, what: 'amount', freeInMs: 0 }],
      },
    ],
  };
}

/** The part of the fake bridge that is about limits. */
export function fakeLimits(): Commands {
  let view = sampleLimits();
  let made = 0;
  return {
    'limit.list': () => ok(view),
    'limit.put': ({ id = `new-${(made += 1)}`, ...given }) => {
      const one = { limit: { id, ...given }, use: [] };
      const at = view.limits.findIndex(({ limit }) => limit.id === id);
      view = { ...view, limits: at === -1 ? [...view.limits, one] : view.limits.with(at, one) };
      return ok(one);
    },
    'limit.remove': ({ id }) => {
      const limits = view.limits.filter(({ limit }) => limit.id !== id);
      if (limits.length === view.limits.length) return no('unknown', `There is no limit "${id}".`);
      view = { ...view, limits };
      return ok({ id });
    },
    'limit.loops': ({ loops }) => {
      view = { ...view, loops };
      return ok(view);
    },
  };
}
