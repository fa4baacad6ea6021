import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { usePopup } from '../popup-context.tsx';
import { editorText, editProblem, notEditable } from '../state/edit.ts';
import type { Draft } from '../state/popup-state.ts';
import styles from './details.module.css';

/**
 * Other arguments in place of those of the call. They are sent by the one Allow button, so that it can never send the
 * old ones by mistake while others are on show; what is written is shown above with its hidden characters.
 */
export function Editor({ call, draft }: { call: HeldCall; draft: Draft }) {
  const { t } = useTranslation('popup');
  const { popup } = usePopup();
  const cannot = notEditable(call);
  if (cannot === 'none' || call.args === undefined) return null;
  if (cannot !== undefined) return <p className={styles.quiet}>{t(`edit.${cannot}`)}</p>;
  const { head } = call.args;
  if (draft.edit === undefined) {
    return (
      <div>
        <Button
          onClick={() => {
            const text = editorText(head);
            popup.draft({ edit: text, opened: text });
          }}
        >
          {t('edit.open')}
        </Button>
      </div>
    );
  }
  const problem = editProblem(draft.edit);
  return (
    <div className={styles.editor}>
      <TextArea
        label={t('edit.label')}
        hint={t('edit.hint')}
        error={problem === undefined ? undefined : t(`edit.${problem}`)}
        mono
        rows={10}
        dir="ltr"
        value={draft.edit}
        onChange={(edit) => popup.draft({ edit })}
      />
      <Button variant="quiet" onClick={() => popup.draft({ edit: undefined, opened: undefined })}>
        {t('edit.close')}
      </Button>
    </div>
  );
}
