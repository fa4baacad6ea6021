import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { SaidAll } from '../../popup/parts/words.tsx';
import { useUi } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { Ago } from '../../ui/ago.tsx';
import { ActButton } from '../../ui/act-button.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import type { Steady } from '../../ui/use-steady.ts';
import { toneOf, weighed } from '../review/order.ts';
import { Thing } from '../review/thing.tsx';
import { CHECK_ITEM } from '../settings/check-group.tsx';
import { reachedText } from '../servers/server-list.tsx';
import { MissedRow } from './missed-row.tsx';
import styles from './needs-you.module.css';
import { PendingRow } from './pending-row.tsx';
import { Row } from './row.tsx';
import { BehindRow } from './behind-row.tsx';
import { SignInRow } from './sign-in-row.tsx';
import type { Need } from './use-needs.ts';

/** One thing that waits: what it is, what that means, and the one thing to do about it. */
export function NeedRow({ need, steady }: { need: Need; steady: Steady }) {
  switch (need.kind) {
    case 'pending':
      return <PendingRow held={need.held} steady={steady} />;
    case 'missed':
      return <MissedRow missed={need.missed} steady={steady} />;
    case 'behind':
      return <BehindRow behind={need.behind} />;
    case 'sign-in':
      return <SignInRow server={need.server} />;
    case 'fresh':
      return <FreshRow servers={need.servers} />;
    case 'blocked':
      return <BlockedRow />;
    case 'notice':
      return <NoticeRow sentence={need.sentence} />;
    case 'unwell':
      return <UnwellRow server={need.server} />;
    case 'changes':
      return <ChangesRow server={need.server} review={need.review} />;
    case 'review':
      return need.server.state === 'inspected' ? (
        <SeenRow server={need.server} offered={need.offered} />
      ) : (
        <NewRow server={need.server} />
      );
  }
}

function BlockedRow() {
  const { t } = useTranslation('needsYou');
  const lift = useCommand('guard.usual');
  return (
    <Row
      tone="alarm"
      what={t('blocked')}
      means={
        <>
          {t('blockedMeans')}
          <CommandNote command={lift} />
        </>
      }
      act={
        <Button busy={lift.busy} onClick={() => void lift.run({})}>
          {t('lift')}
        </Button>
      }
    />
  );
}

function NoticeRow({ sentence }: { sentence: string }) {
  const { t } = useTranslation('needsYou');
  const navigate = useUi((ui) => ui.navigate);
  return (
    <Row
      tone="hold"
      what={<HostText text={sentence} />}
      act={<Button onClick={() => navigate('settings', CHECK_ITEM)}>{t('checkNow')}</Button>}
    />
  );
}

function useOpen({ id }: ServerView): () => void {
  const navigate = useUi((ui) => ui.navigate);
  return () => navigate('servers', id);
}

function UnwellRow({ server }: { server: ServerView }) {
  const { t } = useTranslation('needsYou');
  const { sentence } = server.health;
  const open = useOpen(server);
  return (
    <Row
      tone="hold"
      what={t('unwell', { server: server.id })}
      means={
        <>
          {sentence !== undefined && <HostText text={sentence} max={300} />} {t('unwellMeans')}
        </>
      }
      act={<ActButton act={t('look')} on={server.id} onClick={open} />}
    />
  );
}

function NewRow({ server }: { server: ServerView }) {
  const { t } = useTranslation('needsYou');
  const { id, note, addedAt } = server;
  const open = useOpen(server);
  return (
    <Row
      tone="hold"
      what={t(note === undefined ? 'unreviewed' : 'again', { server: id })}
      means={
        <>
          <p className={styles.mono}>
            <HostileText text={reachedText(server)} max={200} end={60} />
          </p>
          <p>
            {note === undefined ? t('unreviewedMeans') : <HostText text={note} />}{' '}
            <Sentence text={t('addedAgo', slots('ago'))} parts={{ ago: <Ago at={addedAt} /> }} />
          </p>
        </>
      }
      act={<ActButton act={t('review')} on={id} onClick={open} />}
    />
  );
}

/** Several servers that nobody has looked at, as they come with a pasted configuration: one page for all. */
function FreshRow({ servers }: { servers: readonly ServerView[] }) {
  const { t } = useTranslation('needsYou');
  const reviewAll = useUi((ui) => ui.reviewAll);
  return (
    <Row
      tone="hold"
      what={t('fresh', { count: servers.length })}
      means={
        <>
          <p className={styles.mono}>
            <HostileText text={servers.map(({ id }) => id).join(', ')} max={300} />
          </p>
          <p>{t('unreviewedMeans')}</p>
        </>
      }
      act={<Button onClick={() => reviewAll(true)}>{t('reviewAll')}</Button>}
    />
  );
}

/** What one approved server changed: counted when it is routine, said when it is not. */
function ChangesRow({ server, review }: { server: ServerView; review: ServerReview }) {
  const { t } = useTranslation(['review', 'needsYou']);
  const open = useUi((ui) => ui.review);
  const { id } = server;
  const { items, more, risk } = review;
  const count = items.length + more;
  const only = count === 1 && risk === 'alarm' ? items[0] : undefined;
  const worst = items.find((item) => item.risk === risk);
  const said = worst && weighed(worst)[0]?.said;
  return (
    <Row
      tone={toneOf[risk]}
      what={
        only?.kind === 'tool' && only.status === 'changed' ? (
          <Sentence
            text={t('review:need.alarmOne', { server: id, ...slots('name') })}
            parts={{ name: <HostileText text={only.key} max={160} end={40} /> }}
          />
        ) : (
          t(`review:need.${risk}`, { server: id, count })
        )
      }
      means={
        risk === 'routine' || worst === undefined || said === undefined ? undefined : (
          <p>
            <Sentence
              text={t('review:need.first', slots('thing', 'sentence'))}
              parts={{
                thing: <Thing item={worst} />,
                sentence: <SaidAll said={said} of="reasons" max={240} end={80} />,
              }}
            />
          </p>
        )
      }
      act={<ActButton act={t('needsYou:review')} on={id} onClick={() => open(id)} />}
    />
  );
}

function SeenRow({ server, offered }: { server: ServerView; offered: ServerReview | undefined }) {
  const { t } = useTranslation('needsYou');
  const { id, eraAt } = server;
  const open = useOpen(server);
  const { value } = useAnswer('tool.list', { server: id }, eraAt);
  return (
    <Row
      tone="hold"
      what={t('inspected', { server: id })}
      means={
        <>
          {value !== undefined && t('inspectedMeans', { count: value.length })}
          {offered?.risk === 'alarm' && <p>{t('inspectedAlarm')}</p>}
        </>
      }
      act={<ActButton act={t('review')} on={id} onClick={open} />}
    />
  );
}
