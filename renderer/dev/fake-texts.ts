import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { TextsView } from '../../shared/model/log-texts.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });

type Commands = Pick<Bridge['commands'], Extract<keyof Bridge['commands'], `texts.${string}`>>;

/** What the log keeps, of a few servers. */
export function sampleTexts(): TextsView {
  return {
    usual: 'redacted',
    servers: [
      { server: 'files', keep: 'redacted' },
      { server: 'mail', keep: 'digests', chosen: 'digests' },
      { server: 'shop', keep: 'redacted', most: 'redacted' },
    ],
  };
}

/** The part of the fake bridge that is about what the log keeps of texts. */
export function fakeTexts(): Commands {
  let view = sampleTexts();
  return {
    'texts.show': () => ok(view),
    'texts.set': ({ server, keep }) => {
      if (server === undefined && keep !== 'usual') view = { ...view, usual: keep };
      view = {
        ...view,
        servers: view.servers.map((one) => {
          const chosen = one.server !== server ? one.chosen : keep === 'usual' ? undefined : keep;
          const { chosen: _before, ...rest } = one;
          return { ...rest, keep: chosen ?? view.usual, ...(chosen === undefined ? {} : { chosen }) };
        }),
      };
      return ok(view);
    },
  };
}
