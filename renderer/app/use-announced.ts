import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost, useUi } from '../store/app-context.tsx';
import { visible } from '../ui/hostile-text/segments.ts';

/** Sentences for screen readers; `count` tells one from the same said again. */
export interface Announced {
  readonly sentence: string;
  readonly count: number;
}

/**
 * Says, in the window that the person is in, that a call waits (politely), and that a server changed in a dangerous way or
 * that everything was blocked (at once). Each is said one time only. While another window has the keys nothing is said
 * here: the approval window reads a call out itself, and twice would drown the rest. What came meanwhile is said when the
 * person comes back, if it is there still.
 */
export function useAnnounced(): Announced {
  const { t } = useTranslation();
  const { pending, reviews, servers, blocked } = useHost((host) => ({
    pending: host.pending,
    reviews: host.reviews,
    servers: host.servers,
    blocked: host.status?.guard === 'block',
  }));
  const say = useUi((ui) => ui.say);
  const [urgent, setUrgent] = useState<Announced>({ sentence: '', count: 0 });
  const heard = useRef(new Set<string>());

  useEffect(() => {
    const alert = (sentence: string): void => setUrgent(({ count }) => ({ sentence, count: count + 1 }));
    const tell = (): void => {
      if (!document.hasFocus()) return;
      // What a new server offers is no change; whoever looks at it is told there.
      const known = new Set(servers.filter(({ state }) => state === 'approved').map(({ id }) => id));
      const alarms = reviews.flatMap(({ server, items }) =>
        (known.has(server) ? items : [])
          .filter(({ risk }) => risk === 'alarm')
          .map(({ kind, key, digest }) => [`alarm ${server} ${kind} ${key} ${digest}`, server] as const),
      );
      const keys = new Map([
        ...pending.map(({ id }) => [`call ${id}`, id] as const),
        ...alarms,
        ...(blocked ? [['blocked', ''] as const] : []),
      ]);
      const fresh = [...keys].filter(([key]) => !heard.current.has(key));
      // What is over and comes again is news again.
      heard.current = new Set(keys.keys());
      // What was said stays readable in the page, so it may not outlive what it is about.
      if (alarms.length === 0 && !blocked)
        setUrgent((last) => (last.sentence === '' ? last : { ...last, sentence: '' }));
      if (fresh.some(([key]) => key === 'blocked')) alert(t('blocked'));
      const changed = new Set(fresh.filter(([key]) => key.startsWith('alarm ')).map(([, server]) => server));
      const [server] = changed;
      if (server !== undefined)
        alert(changed.size === 1 ? t('live.alarm', { server }) : t('live.alarms', { count: changed.size }));
      const calls = pending.filter(({ id }) => fresh.some(([key]) => key === `call ${id}`));
      const [call] = calls;
      if (call !== undefined)
        say(
          calls.length === 1
            ? t('live.call', { app: visible(call.clientName), server: call.server })
            : t('live.calls', { count: calls.length }),
        );
    };
    tell();
    window.addEventListener('focus', tell);
    return () => window.removeEventListener('focus', tell);
  }, [pending, reviews, servers, blocked, say, t]);
  return urgent;
}
