import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useUi } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { Tone } from '../../ui/state-mark.tsx';
import { CHECK_ITEM } from '../settings/check-group.tsx';
import { reachedText } from '../servers/server-list.tsx';
import styles from './needs-you.module.css';
import type { Need } from './use-needs.ts';

/** One thing that waits: what it is, what that means, and the one thing to do about it. */
export function NeedRow({ need }: { need: Need }) {
  switch (need.kind) {
    case 'blocked':
      return <BlockedRow />;
    case 'notice':
      return <NoticeRow sentence={need.sentence} />;
    case 'unwell':
      return <UnwellRow server={need.server} />;
    case 'review':
      return need.server.state === 'inspected' ? (
        <SeenRow server={need.server} />
      ) : (
        <NewRow server={need.server} />
      );
  }
}

interface RowProps {
  readonly tone: Tone;
  readonly what: ReactNode;
  readonly means?: ReactNode;
  readonly act: ReactNode;
}

function Row({ tone, what, means, act }: RowProps) {
  return (
    <div className={styles.row}>
      <Icon
        name={tone === 'alarm' ? 'alarm' : 'hold'}
        className={tone === 'alarm' ? styles.alarm : styles.hold}
      />
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        {means !== undefined && <div className={styles.means}>{means}</div>}
      </div>
      <div className={styles.act}>{act}</div>
    </div>
  );
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
      what={<HostileText text={sentence} />}
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
          {sentence !== undefined && <HostileText text={sentence} max={300} />} {t('unwellMeans')}
        </>
      }
      act={
        <Button aria-label={`${t('look')}: ${server.id}`} onClick={open}>
          {t('look')}
        </Button>
      }
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
            {note === undefined ? t('unreviewedMeans') : <HostileText text={note} />}{' '}
            <Sentence text={t('addedAgo', slots('ago'))} parts={{ ago: <Ago at={addedAt} /> }} />
          </p>
        </>
      }
      act={
        <Button aria-label={`${t('review')}: ${id}`} onClick={open}>
          {t('review')}
        </Button>
      }
    />
  );
}

function SeenRow({ server }: { server: ServerView }) {
  const { t } = useTranslation('needsYou');
  const { id, eraAt } = server;
  const open = useOpen(server);
  const { value } = useAnswer('tool.list', { server: id }, eraAt);
  return (
    <Row
      tone="hold"
      what={t('inspected', { server: id })}
      means={value === undefined ? undefined : t('inspectedMeans', { count: value.length })}
      act={
        <Button aria-label={`${t('review')}: ${id}`} onClick={open}>
          {t('review')}
        </Button>
      }
    />
  );
}
