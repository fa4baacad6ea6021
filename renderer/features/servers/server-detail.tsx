import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { DetailPane } from '../../ui/detail-pane.tsx';
import { Tag } from '../../ui/state-mark.tsx';
import { isOnHold, useServerWords } from './server-words.ts';
import { SettledServer } from './settled/settled-server.tsx';
import { ServerSwitch } from './settled/server-switch.tsx';
import { useChoice } from './trial/use-choice.ts';
import { useTrial } from './trial/use-trial.ts';
import { TrialBody } from './trial/trial-body.tsx';
import { TrialFooter } from './trial/trial-footer.tsx';

export interface ServerDetailProps {
  readonly server: ServerView;
  readonly takeFocus: boolean;
  readonly onClose: () => void;
}

/** One server: a decision while it is on hold, its controls once that is made. */
export function ServerDetail({ server, takeFocus, onClose }: ServerDetailProps) {
  const { t } = useTranslation('servers');
  const { review } = useServerWords();
  const trial = useTrial(server);
  const choice = useChoice(server, trial);
  const onHold = isOnHold(server);
  const { tone, words } = review(server);
  return (
    <DetailPane
      label={server.id}
      title={server.id}
      marks={<Tag tone={tone}>{words}</Tag>}
      actions={server.state === 'approved' && <ServerSwitch server={server} label={t('act.on')} />}
      onClose={onClose}
      takeFocus={takeFocus}
      footer={onHold ? <TrialFooter {...{ server, trial, choice }} onGone={onClose} /> : undefined}
    >
      {onHold ? (
        <TrialBody {...{ server, trial, choice }} />
      ) : (
        <SettledServer server={server} trial={trial} onGone={onClose} />
      )}
    </DetailPane>
  );
}
