import { useTranslation } from 'react-i18next';
import type { PersonalKind } from '../../../../shared/model/inspection.ts';
import { PERSONAL_TYPES } from '../../../../shared/model/lists.ts';
import { useCommand } from '../../../store/use-command.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import { Item } from '../group.tsx';
import styles from './inspection.module.css';

/** Which personal data is looked for, one switch for each kind. */
export function PersonalTypes({ types }: { types: readonly PersonalKind[] }) {
  const { t } = useTranslation('inspection');
  const personal = useCommand('inspection.personal');
  return (
    <Item label={t('personal.label')} below>
      <div role="group" aria-label={t('personal.label')} className={styles.types}>
        {PERSONAL_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={t(`personal.types.${type}.name`)}
            hint={t(`personal.types.${type}.hint`)}
            checked={types.includes(type)}
            disabled={personal.busy}
            onChange={(on) =>
              void personal.run({
                types: PERSONAL_TYPES.filter((one) => (one === type ? on : types.includes(one))),
              })
            }
          />
        ))}
      </div>
      <CommandNote command={personal} />
    </Item>
  );
}
