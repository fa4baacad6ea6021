import type { UpdateView } from '../../shared/ipc/desktop-contract.ts';
import type { Bridge } from '../../shared/ipc/window.ts';
import { sampleBundle } from './sample-registry.ts';

/** Bundles that the system opens, and new versions, without an app behind them. */
export function fakeDesktop(): Pick<Bridge['commands'], 'app.bundle' | 'app.update'> {
  let known: UpdateView = { way: 'self', failed: false };
  return {
    'app.bundle': ({ ticket }) =>
      Promise.resolve({
        ok: true,
        value:
          ticket === 'b1'
            ? { kind: 'read', view: sampleBundle, others: 0 }
            : { kind: 'refused', why: 'gone' },
      }),
    'app.update': ({ act }) => {
      if (act === 'look') known = { way: 'self', offered: '0.2.0', lookedAt: Date.now(), failed: false };
      return Promise.resolve({ ok: true, value: known });
    },
  };
}
