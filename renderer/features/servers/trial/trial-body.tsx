import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { Ago } from '../../../ui/ago.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { hasValues } from '../server-words.ts';
import { LaunchFacts } from '../launch-facts.tsx';
import { SignInPart } from '../sign-in-part.tsx';
import { CannotStart } from '../cannot-start.tsx';
import { Ended } from '../ended.tsx';
import { ToolList } from '../tool-list.tsx';
import { tally } from '../../review/effects/tally.ts';
import { ChooseList } from './choose-list.tsx';
import { LaunchReasons } from './launch-reasons.tsx';
import { Offer } from './offer.tsx';
import { Withheld } from './withheld.tsx';
import { PackageFacts } from './package-facts.tsx';
import styles from './trial.module.css';
import type { Choice } from './use-choice.ts';
import type { Trial } from './use-trial.ts';

export interface TrialBodyProps {
  readonly server: ServerView;
  readonly trial: Trial;
  readonly choice: Choice;
}

/** A server on hold: exactly what it is, and then what it offers. */
export function TrialBody({ server, trial, choice }: TrialBodyProps) {
  const { t } = useTranslation('servers');
  const { t: tReview } = useTranslation('review');
  const local = server.launch.transport === 'stdio';
  const { inspect, tools, report, start } = trial;
  const first = tools === undefined;
  const says = tools && tally(tReview, tools);
  const { waiting, choosing } = choice;
  return (
    <>
      {server.note !== undefined && (
        <Banner tone="hold">
          <HostileText text={server.note} />
        </Banner>
      )}
      <div className={styles.body}>
        <LaunchFacts server={server} />
        <LaunchReasons server={server} />
        <SignInPart server={server} />
        <p className={styles.power}>{t(local ? 'trial.power' : 'trial.powerRemote')}</p>
        {first && <p className={styles.quiet}>{t(local ? 'trial.localNothing' : 'trial.remoteNothing')}</p>}
        {!server.enabled && <p className={styles.quiet}>{t('trial.off')}</p>}
        <div className={styles.start}>
          <Button
            variant={first ? 'primary' : 'neutral'}
            busy={inspect.busy}
            disabled={!server.enabled}
            onClick={() => void start()}
          >
            {t(!first ? 'trial.startAgain' : local ? 'trial.start' : 'trial.connect')}
          </Button>
          {hasValues(server) && (
            <Checkbox
              label={t('trial.withSecrets')}
              hint={t('trial.withSecretsHint')}
              checked={trial.withSecrets}
              disabled={inspect.busy || !server.enabled}
              onChange={trial.setWithSecrets}
            />
          )}
          {!first && report === undefined && (
            <span className={styles.quiet}>
              <Sentence
                text={t('trial.seenBefore', slots('ago'))}
                parts={{ ago: <Ago at={server.eraAt} /> }}
              />
            </span>
          )}
        </div>
        <CannotStart server={server} message={inspect.error?.message} />
        <CommandNote command={inspect} sayBusy />
        <Ended server={server.id} command={inspect} />
        {report !== undefined && <Withheld names={report.withheldSecrets} />}
        {report?.pinned !== undefined && <PackageFacts pinned={report.pinned} />}
        {report !== undefined && <Offer report={report} />}
        <CommandNote command={trial.listing} />
        {says !== undefined && <p className={styles.power}>{says}</p>}
        {tools !== undefined &&
          (choosing && waiting !== undefined ? (
            <ChooseList waiting={waiting} choice={choice} />
          ) : (
            <ToolList tools={tools} waiting={waiting} />
          ))}
      </div>
    </>
  );
}
