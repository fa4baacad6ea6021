import type { LogCareView } from '../../shared/ipc/log-care-contract.ts';
import type { Bridge, Wire } from '../../shared/ipc/window.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });

type Commands = Pick<Bridge['commands'], Extract<keyof Bridge['commands'], `log-care.${string}`>>;

/** The part of the fake bridge that is about a log that is not well. */
export function fakeLogCare(
  begin: LogCareView = { unwritable: 'refuse', fixed: false, passed: 0 },
): Commands {
  let view = begin;
  return {
    'log-care.show': () => ok(view),
    'log-care.unwritable': ({ unwritable }) => {
      view = { ...view, unwritable };
      return ok(view);
    },
    'log-care.accept': () => {
      const { noticed = 'Nothing was noticed.', ...rest } = view;
      view = rest;
      return ok({ noticed, sentence: 'That it was noticed, and that it was accepted, stays on record.' });
    },
  };
}
