import type { UpdateView } from '../../shared/ipc/desktop-contract.ts';
import type { Bridge } from '../../shared/ipc/window.ts';
import { sampleBundle } from './sample-registry.ts';

/** Bundles that the system opens, and new versions, without an app behind them. */
export function fakeDesktop(): Pick<Bridge['commands'], 'app.bundle' | 'app.update' | 'app.used'> {
  let known: UpdateView = { way: 'self', failed: false };
  let kept: string[] = [];
  return {
    'app.used': ({ used }) => Promise.resolve({ ok: true, value: { used: (kept = used ?? kept) } }),
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
