import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleView } from '../../../shared/model/policy.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { PolicySaid, policyText } from '../../popup/parts/policy-said.tsx';
import { useFormat, useHost } from '../../store/app-context.tsx';
import { SECOND, useNow } from '../../store/ticker.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { cx } from '../../ui/cx.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Tag } from '../../ui/state-mark.tsx';
import styles from './permissions.module.css';
import { loosens, useRuleRemoval } from './use-rule-removal.ts';

const HOUR = 3_600_000;

/** One rule: what it says, for whom, until when, how often it was used; and the way to be rid of it. */
export function RuleRow({ rule, chosen }: { rule: RuleView; chosen: boolean }) {
  const { t } = useTranslation(['permissions', 'policy']);
  const { id, words, action, origin, note } = rule;
  const { remove, command } = useRuleRemoval();
  // What an organisation or a role says is changed there, not here.
  const own = origin !== 'managed' && origin !== 'role';
  const loose = loosens(rule);
  const facts: ReactNode[] = [
    <ForWhom rule={rule} />,
    <Until rule={rule} />,
    // Of what an organisation or a role says no uses are counted, and "never used" would not be true.
    ...(own ? [<Uses rule={rule} />] : []),
  ];
  return (
    <div className={cx(styles.rule, chosen && styles.chosen)} data-rule={id} tabIndex={-1}>
      <div className={styles.cardHead}>
        <div className={styles.words}>
          <p className={styles.strong}>
            <PolicySaid words={words} />
          </p>
          <p className={styles.facts}>
            {facts.map((fact, index) => (
              <Fragment key={index}>{fact}</Fragment>
            ))}
            <span>{t(`rules.origin.${origin}`)}</span>
          </p>
          {note !== undefined && note !== '' && (
            <p className={styles.quiet}>
              <Sentence
                text={t('rules.note', slots('note'))}
                parts={{ note: <HostileText text={note} max={300} /> }}
              />
            </p>
          )}
        </div>
        <div className={styles.side}>
          <Tag>{t(`rules.action.${action}`)}</Tag>
          {own ? (
            <Button
              variant="quiet"
              aria-label={t(loose ? 'policy:label.take-back' : 'policy:label.remove', {
                rule: policyText(words),
              })}
              busy={command.busy}
              onClick={() => void remove(rule)}
            >
              {t(loose ? 'rules.takeBack' : 'rules.remove')}
            </Button>
          ) : (
            origin === 'managed' && <Icon name="lock" className={styles.lock} />
          )}
        </div>
      </div>
      <CommandNote command={command} />
    </div>
  );
}

function ForWhom({ rule: { client, role } }: { rule: RuleView }) {
  const { t } = useTranslation('permissions');
  const app = useHost((host) => host.clients.find(({ id }) => id === client)?.name);
  const roleName = useHost((host) => host.roles.find(({ id }) => id === role)?.name);
  if (client === undefined && role === undefined) return <span>{t('rules.forAll')}</span>;
  return (
    <>
      {client !== undefined && (
        <span>{app === undefined ? t('rules.forGone') : <HostileText text={app} max={80} />}</span>
      )}
      {role !== undefined && (
        <span>
          <Sentence
            text={t('rules.forRole', slots('role'))}
            parts={{ role: <HostileText text={roleName ?? role} max={64} /> }}
          />
        </span>
      )}
    </>
  );
}

function Until({ rule: { run, expiresAt } }: { rule: RuleView }) {
  const { t } = useTranslation('permissions');
  if (run !== undefined) return <span>{t('rules.quit')}</span>;
  return expiresAt === undefined ? null : <TimeLeft at={expiresAt} />;
}

/** The last hour is counted down; before that the time at which it ends says more. */
function TimeLeft({ at }: { at: number }) {
  const { t } = useTranslation('permissions');
  const { countdown, date } = useFormat();
  const left = at - useNow(SECOND);
  return (
    <span className={styles.number}>
      {left <= 0
        ? t('rules.ended')
        : left < HOUR
          ? t('rules.left', { time: countdown(left) })
          : t('rules.until', { date: date(at) })}
    </span>
  );
}

function Uses({ rule: { uses, lastUsedAt } }: { rule: RuleView }) {
  const { t } = useTranslation('permissions');
  if (uses === 0) return <span>{t('rules.never')}</span>;
  const count = t('rules.uses', { count: uses });
  return (
    <span>
      {lastUsedAt === undefined ? (
        count
      ) : (
        <Sentence
          text={t('rules.lastUse', { uses: count, ...slots('ago') })}
          parts={{ ago: <Ago at={lastUsedAt} /> }}
        />
      )}
    </span>
  );
}
