import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitView } from '../../../../shared/model/limits.ts';
import { useApp } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { Switch } from '../../../ui/toggles.tsx';
import { LockNote } from '../../managed/lock-note.tsx';
import styles from '../permissions.module.css';
import { LimitDialog } from './limit-dialog.tsx';
import { draftOf, emptyLimit, type LimitDraft } from './limit-draft.ts';
import { AboutWords, mostWords, UseWords } from './limit-words.tsx';

/** How often what is used up is asked for while somebody looks at it. */
const LOOK_MS = 2000;

/** The limits, what is used up of them now, and whether loops are asked about. */
export function LimitPart() {
  const { t } = useTranslation('limits');
  const { value, command, reload, put } = useAnswer('limit.list', {});
  const loops = useCommand('limit.loops');
  const [draft, setDraft] = useKept<LimitDraft | undefined>('permissions.limit', undefined);
  useEffect(() => {
    const timer = setInterval(reload, LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const choose = async (on: boolean): Promise<void> => {
    const after = await loops.run({ loops: on ? 'ask' : 'off' });
    if (after !== undefined) put(after);
  };
  return (
    <div className={styles.sections}>
      <section className={styles.section} aria-label={t('list')}>
        <div className={styles.cardHead}>
          <p className={styles.words}>{t('lead')}</p>
          <Button icon="plus" onClick={() => setDraft(emptyLimit)}>
            {t('add')}
          </Button>
        </div>
        <CommandNote command={command} />
        {value?.limits.length === 0 && (
          <EmptyState icon="clock" hint={t('noneHint')}>
            {t('none')}
          </EmptyState>
        )}
        {value !== undefined && value.limits.length > 0 && (
          <ul className={styles.rules} aria-label={t('list')}>
            {value.limits.map((view) => (
              <li key={view.limit.id}>
                <LimitRow view={view} onEdit={() => setDraft(draftOf(view.limit))} onRemoved={reload} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {value !== undefined && (
        <section className={styles.section} aria-label={t('loops.heading')}>
          <h2 className={styles.title}>{t('loops.heading')}</h2>
          <Switch
            label={t('loops.label')}
            hint={t('loops.hint')}
            checked={value.loops === 'ask'}
            disabled={loops.busy}
            onChange={(on) => void choose(on)}
          />
          <CommandNote command={loops} />
        </section>
      )}
      <LimitDialog draft={draft} onChange={setDraft} onSaved={reload} onClose={() => setDraft(undefined)} />
    </div>
  );
}

interface RowProps {
  readonly view: LimitView;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

function LimitRow({ view: { limit, use, managed = false }, onEdit, onRemoved }: RowProps) {
  const { t } = useTranslation(['limits', 'permissions']);
  const remove = useCommand('limit.remove');
  const { bridge } = useApp();
  const offer = useUndo();
  const most = mostWords(t, limit.most);
  const drop = async (): Promise<void> => {
    if ((await remove.run({ id: limit.id })) === undefined) return;
    offer({
      sentence: t('limits:removed'),
      restore: () => bridge.commands['limit.put'](limit),
      onRestored: onRemoved,
    });
    onRemoved();
  };
  return (
    <div className={styles.rule}>
      <div className={styles.cardHead}>
        <div className={styles.words}>
          <p className={styles.strong}>{t('limits:most.atMost', { most })}</p>
          <AboutWords limit={limit} />
          <UseWords use={use} each={limit.each} />
          <LockNote sentence={managed ? t('limits:managed') : undefined} />
        </div>
        {!managed && (
          <div className={styles.side}>
            <Button
              variant="quiet"
              aria-label={t('limits:editOf', { limit: visible(most) })}
              onClick={onEdit}
            >
              {t('limits:edit')}
            </Button>
            <Button
              variant="quiet"
              aria-label={t('limits:removeOf', { limit: visible(most) })}
              busy={remove.busy}
              onClick={() => void drop()}
            >
              {t('limits:remove')}
            </Button>
          </div>
        )}
      </div>
      <CommandNote command={remove} />
    </div>
  );
}
