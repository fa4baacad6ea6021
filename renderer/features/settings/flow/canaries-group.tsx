import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanaryView } from '../../../../shared/model/inspection.ts';
import { useHost } from '../../../store/app-context.tsx';
import { Ago } from '../../../ui/ago.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Group, Item } from '../group.tsx';
import { RemovalQuestion } from '../removal-question.tsx';
import styles from '../settings.module.css';
import { CanaryDialog } from './canary-dialog.tsx';

type Shown = { readonly kind: 'add' } | { readonly kind: 'remove'; readonly name: string };

/** The canaries by name; their values are shown once, when they are made. Nothing until the host has told. */
export function CanariesGroup() {
  const { t } = useTranslation('flow');
  const canaries = useHost(({ inspection }) => inspection?.canaries);
  const [shown, setShown] = useState<Shown>();
  if (canaries === undefined) return null;
  const close = (): void => setShown(undefined);
  return (
    <Group heading={t('canaries.heading')}>
      <Item label={t('canaries.label')} hint={t('canaries.hint')} below>
        {canaries.length === 0 ? (
          <p className={styles.quiet}>{t('canaries.none')}</p>
        ) : (
          <ul aria-label={t('canaries.list')} className={styles.origins}>
            {canaries.map((canary) => (
              <CanaryRow
                key={canary.name}
                canary={canary}
                onRemove={() => setShown({ kind: 'remove', name: canary.name })}
              />
            ))}
          </ul>
        )}
        <div className={styles.line}>
          <Button icon="plus" onClick={() => setShown({ kind: 'add' })}>
            {t('canaries.add')}
          </Button>
        </div>
      </Item>
      {shown?.kind === 'add' && <CanaryDialog taken={canaries.map(({ name }) => name)} onClose={close} />}
      {shown?.kind === 'remove' && (
        <RemovalQuestion
          command="canary.remove"
          name={shown.name}
          title={t('canaries.removeTitle', { name: visible(shown.name) })}
          means={t('canaries.removeMeans')}
          submit={t('canaries.removeButton')}
          onClose={close}
        />
      )}
    </Group>
  );
}

function CanaryRow({ canary, onRemove }: { readonly canary: CanaryView; readonly onRemove: () => void }) {
  const { t } = useTranslation('flow');
  const { name, createdAt, lastSeenAt } = canary;
  return (
    <li className={cx(styles.origin, styles.secret)}>
      <div className={styles.words}>
        <p>
          <HostileText text={name} />
        </p>
        <p className={styles.quiet}>
          {t('canaries.made')} <Ago at={createdAt} />
          {'. '}
          {lastSeenAt === undefined ? (
            t('canaries.unseen')
          ) : (
            <>
              {t('canaries.seen')} <Ago at={lastSeenAt} />.
            </>
          )}
        </p>
      </div>
      <IconButton icon="close" label={t('canaries.remove', { name: visible(name) })} onClick={onRemove} />
    </li>
  );
}
