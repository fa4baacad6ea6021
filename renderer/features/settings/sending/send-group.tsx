import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../../../shared/model/sending.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Ago } from '../../../ui/ago.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Icon } from '../../../ui/icons.tsx';
import { Group, Item } from '../group.tsx';
import { RemovalQuestion } from '../removal-question.tsx';
import styles from '../settings.module.css';
import { SendDialog } from './send-dialog.tsx';

type Shown = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly name: string };

/** How a destination is doing changes by itself. */
const LOOK_MS = 3000;

/** Where the log is sent, and how that goes. */
export function SendGroup() {
  const { t } = useTranslation(['sending', 'common']);
  const answer = useAnswer('send.list', {});
  const { reload } = answer;
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const look = setInterval(reload, LOOK_MS);
    return () => clearInterval(look);
  }, [reload]);
  const view = answer.value;
  const close = (): void => {
    setShown(undefined);
    reload();
  };
  return (
    <Group heading={t('sending:heading')}>
      <Item label={t('sending:label')} hint={t('sending:hint')} below>
        {view === undefined && answer.command.error !== undefined && (
          <>
            <p>{t('sending:failed')}</p>
            <CommandNote command={answer.command} />
          </>
        )}
        {view?.trouble !== undefined && (
          <p className={styles.bad}>
            <HostText text={view.trouble} max={300} />
          </p>
        )}
        {view !== undefined && view.destinations.length === 0 && view.trouble === undefined && (
          <p className={styles.quiet}>{t('sending:none')}</p>
        )}
        {view !== undefined && view.destinations.length > 0 && (
          <ul aria-label={t('sending:list')} className={styles.origins}>
            {view.destinations.map((one) => (
              <Row key={one.name} view={one} onRemove={() => setShown({ kind: 'remove', name: one.name })} />
            ))}
          </ul>
        )}
        <div className={styles.line}>
          <Button icon="plus" disabled={view === undefined} onClick={() => setShown({ kind: 'add' })}>
            {t('sending:add')}
          </Button>
        </div>
      </Item>
      {shown?.kind === 'add' && <SendDialog onClose={close} />}
      {shown?.kind === 'remove' && (
        <RemovalQuestion
          command="send.remove"
          name={shown.name}
          title={t('sending:removeTitle', { name: visible(shown.name) })}
          means={t('sending:removeMeans')}
          submit={t('sending:removeButton')}
          onClose={close}
        />
      )}
    </Group>
  );
}

function Row({ view, onRemove }: { readonly view: DestinationView; readonly onRemove: () => void }) {
  const { t } = useTranslation(['sending', 'common']);
  const test = useCommand('send.test');
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly sentence: string }>();
  const { name, to, managed, state, waiting, lost, refused, lastAt, trouble } = view;
  const run = async (): Promise<void> => {
    setSaid(undefined);
    setSaid(await test.run({ name }));
  };
  return (
    <li className={cx(styles.origin, styles.secret)}>
      <div className={styles.words}>
        <p>
          {managed && <Icon name="lock" className={styles.mark} />} <HostileText text={name} />{' '}
          <span className={styles.path}>
            <HostileText text={to} max={300} end={80} />
          </span>
        </p>
        <p className={styles.quiet}>
          {managed && `${t('sending:managed')} `}
          {t(`sending:state.${state}`)}{' '}
          {lastAt === undefined ? (
            t('sending:never')
          ) : (
            <>
              {t('sending:sentLast')} <Ago at={lastAt} />.
            </>
          )}{' '}
          {waiting > 0 && t('sending:waiting', { count: waiting })}
        </p>
        {lost > 0 && <p className={styles.bad}>{t('sending:lost', { count: lost })}</p>}
        {refused > 0 && <p className={styles.bad}>{t('sending:refused', { count: refused })}</p>}
        {trouble !== undefined && (
          <p className={styles.bad}>
            <Icon name="alarm" className={styles.mark} />
            <HostText text={trouble} max={400} />
          </p>
        )}
        <CommandNote command={test} />
        {said !== undefined && (
          <p role={said.ok ? 'status' : 'alert'} className={said.ok ? styles.good : styles.bad}>
            <Icon name={said.ok ? 'check' : 'alarm'} className={styles.mark} />
            <HostText text={said.sentence} max={400} />
          </p>
        )}
      </div>
      <IconButton
        icon="refresh"
        label={t('sending:test', { name: visible(name) })}
        disabled={test.busy}
        onClick={() => void run()}
      />
      {!managed && (
        <IconButton icon="close" label={t('sending:remove', { name: visible(name) })} onClick={onRemove} />
      )}
    </li>
  );
}
