import type { Bridge, Wire } from '../../shared/ipc/window.ts';
import type { DestinationView, SendingView } from '../../shared/model/sending.ts';

const ok = <T>(value: T): Promise<Wire<T>> => Promise.resolve({ ok: true, value });
const no = <T>(code: string, message: string): Promise<Wire<T>> =>
  Promise.resolve({ ok: false, code, message });

type Commands = Pick<Bridge['commands'], Extract<keyof Bridge['commands'], `send.${string}`>>;

const quiet = { headers: [] as string[], includeTexts: false, lost: 0, refused: 0 };

/** Destinations in every state. */
export function sampleSending(now: number): SendingView {
  return {
    destinations: [
      {
        ...quiet,
        name: 'organisation',
        kind: 'otlp',
        to: 'https://collector.example.com:4318',
        what: 'all',
        managed: true,
        state: 'done',
        sent: 18_204,
        waiting: 0,
        lastAt: now - 20_000,
      },
      {
        ...quiet,
        name: 'siem',
        kind: 'syslog',
        to: 'tls://logs.example.com:6514',
        what: 'notable',
        managed: false,
        state: 'waiting',
        sent: 40,
        waiting: 312,
        lost: 7,
        lastAt: now - 7_200_000,
        retryAt: now + 60_000,
        trouble: 'The syslog server did not take the records: nothing listens there.',
      },
    ],
  };
}

/** The part of the fake bridge that is about sending the log. */
export function fakeSending(): Commands {
  let view = sampleSending(Date.now());
  return {
    'send.list': () => ok(view),
    'send.add': ({ destination }) => {
      const one: DestinationView = {
        ...quiet,
        name: destination.name,
        kind: destination.kind,
        to: destination.kind === 'file' ? destination.path : destination.url,
        what: destination.what ?? 'all',
        managed: false,
        headers: destination.kind === 'otlp' ? Object.keys(destination.headers ?? {}) : [],
        state: 'sending',
        sent: 0,
        waiting: 0,
      };
      if (view.destinations.some(({ name }) => name === one.name))
        return no('usage', `There is a destination "${one.name}" already.`);
      view = { destinations: [...view.destinations, one] };
      return ok(one);
    },
    'send.remove': ({ name }) => {
      view = { destinations: view.destinations.filter((one) => one.name !== name) };
      return ok({ name });
    },
    'send.test': ({ name }) =>
      ok(
        name === 'siem'
          ? { ok: false, sentence: 'The syslog server did not take the records: nothing listens there.' }
          : { ok: true, sentence: 'The test record was taken.' },
      ),
  };
}
