import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Limit, LimitMost, LimitUse } from '../../../../shared/model/limits.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { useFormat, useHost } from '../../../store/app-context.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from '../permissions.module.css';

type T = TFunction<['limits', 'permissions']>;

/** How much at most, in words. */
export function mostWords(t: T, most: LimitMost): string {
  if (most.kind === 'at-once') return t('limits:most.atOnce', { count: most.calls });
  if (most.kind === 'rate') {
    const rate = t(`limits:most.rate.${most.per}`, { count: most.calls });
    return most.burst === undefined || most.burst === most.calls
      ? rate
      : t('limits:most.burst', { rate, burst: most.burst });
  }
  const calls = most.calls === undefined ? undefined : t('limits:most.dailyCalls', { count: most.calls });
  const amount =
    most.amount === undefined ? undefined : t('limits:most.dailyAmount', { amount: most.amount });
  return calls !== undefined && amount !== undefined
    ? t('limits:most.both', { calls, amount })
    : (calls ?? amount ?? '');
}

/** Which calls a limit is about: each of its conditions by itself, or all calls. */
export function AboutWords({ limit: { about, each } }: { readonly limit: Limit }) {
  const { t } = useTranslation(['limits', 'permissions']);
  const { either } = useFormat();
  const clients = useHost((host) => host.clients);
  const roles = useHost((host) => host.roles);
  const { client, role, server, tool, effects } = about;
  const named = (key: 'client' | 'role' | 'server' | 'tool', name: string): ReactNode => (
    <Sentence
      text={t(`limits:about.${key}`, slots(key))}
      parts={{ [key]: <HostileText text={name} max={80} /> }}
    />
  );
  const parts: ReactNode[] = [
    client !== undefined && named('client', clients.find(({ id }) => id === client)?.name ?? client),
    role !== undefined && named('role', roles.find(({ id }) => id === role)?.name ?? role),
    server !== undefined && named('server', server),
    tool !== undefined && named('tool', tool),
    effects !== undefined &&
      t('limits:about.effects', {
        effects: either(effects.map((effect) => t(`permissions:does.${effect}`))),
      }),
  ].filter((part) => part !== false);
  return (
    <p className={styles.facts}>
      {parts.length === 0 && <span>{t('limits:about.all')}</span>}
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
      {each !== undefined && <span>{t(`limits:about.each.${each}`)}</span>}
    </p>
  );
}

const SHOWN = 5;

/** What is used up of a limit now. */
export function UseWords({ use, each }: { readonly use: readonly LimitUse[]; readonly each: Limit['each'] }) {
  const { t } = useTranslation(['limits', 'permissions']);
  const clients = useHost((host) => host.clients);
  if (use.length === 0) return <p className={styles.quiet}>{t('limits:use.none')}</p>;
  return (
    <ul className={styles.quiet} aria-label={t('limits:use.heading')}>
      {use.slice(0, SHOWN).map((one) => {
        const { of, used, most, what, freeInMs } = one;
        const words = t(`limits:use.${what}`, { used: String(used), most: String(most) });
        const name = each === 'client' ? (clients.find(({ id }) => id === of)?.name ?? of) : of;
        return (
          <li key={`${of} ${what}`} className={styles.number}>
            {of === '' ? (
              words
            ) : (
              <Sentence
                text={t('limits:use.of', slots('what', 'use'))}
                parts={{ what: <HostileText text={name} max={80} />, use: words }}
              />
            )}
            {freeInMs === undefined && <> · {t('limits:use.ends')}</>}
            {freeInMs !== undefined && freeInMs > 0 && (
              <> · {t('limits:use.free', { time: timeWords(t, freeInMs) })}</>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function timeWords(t: T, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds <= 120) return t('limits:use.seconds', { count: seconds });
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 120
    ? t('limits:use.minutes', { count: minutes })
    : t('limits:use.hours', { count: Math.ceil(minutes / 60) });
}
