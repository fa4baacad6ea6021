import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaskShape, MaskView } from '../../../../shared/model/inspection.ts';
import { useApp, useHost } from '../../../store/app-context.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { LockNote } from '../../managed/lock-note.tsx';
import { Group, Item } from '../group.tsx';
import { RemovalQuestion } from '../removal-question.tsx';
import settings from '../settings.module.css';
import { MaskDialog } from './mask-dialog.tsx';
import { MaskWords } from './mask-words.tsx';
import styles from './masks.module.css';

type Shown =
  | { readonly kind: 'edit'; readonly mask: MaskShape | undefined }
  | { readonly kind: 'remove'; readonly mask: MaskShape };

/** What is hidden from servers and AI apps, in words. Nothing until the host has told. */
export function MasksGroup() {
  const { t } = useTranslation('masks');
  const masks = useHost((host) => host.inspection?.masks);
  const [shown, setShown] = useState<Shown>();
  if (masks === undefined) return null;
  const close = (): void => setShown(undefined);
  return (
    <Group heading={t('heading')}>
      <Item label={t('label')} hint={t('hint')} below>
        {masks.length === 0 ? (
          <p className={settings.quiet}>{t('none')}</p>
        ) : (
          <ul aria-label={t('list')} className={settings.origins}>
            {masks.map((view) => (
              <MaskRow
                key={`${String(view.managed)} ${view.mask.name}`}
                view={view}
                onEdit={() => setShown({ kind: 'edit', mask: view.mask })}
                onRemove={() => setShown({ kind: 'remove', mask: view.mask })}
              />
            ))}
          </ul>
        )}
        <div className={settings.line}>
          <Button icon="plus" onClick={() => setShown({ kind: 'edit', mask: undefined })}>
            {t('add')}
          </Button>
        </div>
      </Item>
      {shown?.kind === 'edit' && (
        <MaskDialog mask={shown.mask} taken={masks.map(({ mask }) => mask.name)} onClose={close} />
      )}
      {shown?.kind === 'remove' && <RemovalDialog mask={shown.mask} onClose={close} />}
    </Group>
  );
}

function MaskRow(props: {
  readonly view: MaskView;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('masks');
  const { mask, managed } = props.view;
  const name = visible(mask.name);
  return (
    <li className={cx(settings.origin, styles.mask)}>
      <div className={settings.words}>
        <p className={styles.name}>
          <HostileText text={mask.name} />
        </p>
        <MaskWords mask={mask} />
        {managed && <LockNote sentence={t('managed')} />}
      </div>
      {!managed && (
        <>
          <Button onClick={props.onEdit} aria-label={t('editOf', { name })}>
            {t('edit')}
          </Button>
          <IconButton icon="close" label={t('remove', { name })} onClick={props.onRemove} />
        </>
      )}
    </li>
  );
}

/** Asked before, although the mask itself can be put back: what has crossed without it meanwhile cannot. */
function RemovalDialog({ mask, onClose }: { readonly mask: MaskShape; readonly onClose: () => void }) {
  const { name } = mask;
  const { t } = useTranslation('masks');
  const { bridge } = useApp();
  const offer = useUndo();
  const shown = { name: visible(name) };
  return (
    <RemovalQuestion
      command="mask.remove"
      name={name}
      title={t('removal.title', shown)}
      means={t('removal.means')}
      submit={t('removal.remove')}
      onRemoved={() =>
        offer({
          sentence: t('removal.done', shown),
          restore: () => bridge.commands['mask.put']({ mask }),
        })
      }
      onClose={onClose}
    />
  );
}
