import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useHost } from '../../../store/app-context.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { ServerTexts } from '../../texts/kept-texts.tsx';
import { ReviewBanner } from '../../review/review-banner.tsx';
import { TrustHistory } from '../../review/trust-history.tsx';
import { ServerLabels } from '../labels/server-labels.tsx';
import { SmallerAnswers } from '../shaping/smaller-answers.tsx';
import { LaunchFacts } from '../launch-facts.tsx';
import { Offer } from '../trial/offer.tsx';
import type { Trial } from '../trial/use-trial.ts';
import { SignInPart } from '../sign-in-part.tsx';
import { NewVersion } from './new-version.tsx';
import { ServerActs } from './server-acts.tsx';
import { ToolsTab } from './tools-tab.tsx';
import { ServerLog } from './server-log.tsx';
import { useWantedTool } from '../use-led.ts';
import styles from './settled-server.module.css';

type Part = 'tools' | 'reached' | 'data' | 'history' | 'log';

export interface SettledServerProps {
  readonly server: ServerView;
  readonly trial: Trial;
  readonly onGone: () => void;
}

/** A server that a person has decided about: how it is, what can be done with it, and what is known of it. */
export function SettledServer({ server, trial, onGone }: SettledServerProps) {
  const { t } = useTranslation(['servers', 'flow']);
  const [part, setPart] = useState<Part>('tools');
  const { tools, report } = trial;
  const { id, state } = server;
  const [wanted] = useWantedTool();
  useEffect(() => {
    if (wanted?.server === id) setPart('tools');
  }, [wanted, id]);
  const waiting = useHost((host) => host.reviews.find((each) => each.server === id));
  return (
    <>
      {server.note !== undefined && (
        <Banner tone="hold">
          <HostText text={server.note} />
        </Banner>
      )}
      {state === 'approved' && server.newVersion !== undefined && (
        <NewVersion server={id} found={server.newVersion} />
      )}
      {state === 'approved' && waiting !== undefined && <ReviewBanner review={waiting} />}
      <div className={styles.body}>
        <SignInPart server={server} />
        <ServerActs server={server} trial={trial} onGone={onGone} onLog={() => setPart('log')} />
        <Tabs<Part>
          label={t('tab.label')}
          value={part}
          onChange={setPart}
          tabs={[
            {
              value: 'tools',
              label: t('tab.tools'),
              content: (
                <div className={styles.part}>
                  <CommandNote command={trial.listing} />
                  {tools !== undefined && <ToolsTab server={server} tools={tools} onChanged={trial.reload} />}
                  {report !== undefined && <Offer report={report} />}
                </div>
              ),
            },
            { value: 'reached', label: t('tab.reached'), content: <LaunchFacts server={server} settled /> },
            {
              value: 'data',
              label: t('flow:labels.tab'),
              content: (
                <div className={styles.part}>
                  <ServerLabels server={id} />
                  <ServerTexts server={id} />
                  <SmallerAnswers server={id} />
                </div>
              ),
            },
            {
              value: 'history',
              label: t('tab.history'),
              content: <TrustHistory server={server} version={waiting?.at ?? 0} />,
            },
            { value: 'log', label: t('tab.log'), content: <ServerLog server={server} /> },
          ]}
        />
      </div>
    </>
  );
}
