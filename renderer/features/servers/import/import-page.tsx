import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostSentence } from '../../../i18n/host-sentence.ts';
import { Screen } from '../../../app/screen.tsx';
import { useUi } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProgressLine } from '../../../ui/command-note.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { tally } from '../../review/effects/tally.ts';
import { hasValues } from '../server-words.ts';
import { ImportCard } from './import-card.tsx';
import styles from './import.module.css';
import { useImport, type Import } from './use-import.ts';

/**
 * All new servers on one page, as they come with a pasted configuration. They are started one after the other, only
 * those that were chosen; then what they offer is allowed together, each thing in exactly the version that is shown.
 */
export function ImportPage({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('servers');
  const all = useImport();
  const { servers } = all;
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (target instanceof Element && currentTarget.contains(target)) onClose();
  };
  return (
    <Screen
      title={t('imported.title')}
      note={servers.length > 0 ? t('count', { count: servers.length }) : undefined}
      back={{ label: t('imported.back'), onBack: onClose }}
      fill
    >
      {servers.length === 0 ? (
        <EmptyState icon="check" actions={<Button onClick={onClose}>{t('imported.back')}</Button>}>
          {t('imported.done')}
        </EmptyState>
      ) : (
        // Escape goes back, wherever in it the focus is.
        <div className={styles.room} onKeyDown={onKey}>
          <div className={styles.scroll}>
            <p className={styles.lead}>
              {t('imported.lead')} <strong>{t('imported.power')}</strong>
            </p>
            <ul aria-label={t('imported.list')} className={styles.cards}>
              {servers.map((imported) => (
                <li key={imported.server.id}>
                  <ImportCard imported={imported} all={all} />
                </li>
              ))}
            </ul>
          </div>
          <Footer all={all} />
        </div>
      )}
    </Screen>
  );
}

/** What is chosen now, what goes on, and the two steps. */
function Footer({ all }: { all: Import }) {
  const { t } = useTranslation(['servers', 'review']);
  const { t: tReview } = useTranslation('review');
  const toast = useToast();
  const english = useHostSentence();
  const say = useUi((ui) => ui.say);
  const [withSecrets, setWithSecrets] = useState(false);
  const { servers, under } = all;
  const starting = servers.filter((each) => each.starting).map(({ server }) => server);
  const allowing = servers.filter(({ chosen }) => chosen.length > 0);
  const tools = allowing.flatMap(({ chosen }) => chosen.filter(({ kind }) => kind === 'tool'));
  const says = tally(tReview, tools);
  const busy = under !== undefined;
  const allow = async (): Promise<void> => {
    const { done, failed } = await all.allow(allowing);
    if (done > 0) toast({ sentence: t('servers:imported.allowed', { count: done }) });
    if (failed > 0) say(t('servers:imported.failed', { count: failed }));
  };
  return (
    <footer className={styles.footer}>
      <ProgressLine>
        {under &&
          t('servers:imported.at', {
            number: under.number,
            count: under.count,
            id: under.id,
            sentence:
              under.act === 'allow'
                ? ''
                : under.sentence === undefined
                  ? t('servers:imported.starting')
                  : english(under.sentence),
          })}
      </ProgressLine>
      {says !== undefined && !busy && (
        <p>
          {t('servers:imported.chosen', { tally: says })}{' '}
          <span className={styles.quiet}>{t('servers:trial.unseen')}</span>
        </p>
      )}
      <div className={styles.decide}>
        {starting.some(hasValues) && (
          <Checkbox
            label={t('servers:imported.withSecrets')}
            checked={withSecrets}
            disabled={busy}
            onChange={setWithSecrets}
          />
        )}
        {under?.act === 'look' && under.number < under.count && (
          <Button onClick={all.stop}>{t('servers:imported.stop')}</Button>
        )}
        {starting.length > 0 && (
          <Button
            variant={allowing.length === 0 ? 'primary' : 'neutral'}
            busy={busy}
            onClick={() => void all.lookAt(starting, withSecrets)}
          >
            {t('servers:imported.start', { count: starting.length })}
          </Button>
        )}
        {allowing.length > 0 && (
          <Button variant="primary" busy={busy} onClick={() => void allow()}>
            {t('servers:imported.allow', {
              tools: t('servers:imported.tools', { count: tools.length }),
              servers: t('servers:imported.servers', { count: allowing.length }),
            })}
          </Button>
        )}
      </div>
    </footer>
  );
}
