import { useTranslation } from 'react-i18next';
import { useHost } from '../../../store/app-context.tsx';
import { TryTextItem } from '../../try-text/try-text-item.tsx';
import { Group, Item } from '../group.tsx';
import { ActTable } from './act-table.tsx';
import { ExceptionList } from './exception-list.tsx';
import { PersonalTypes } from './personal-types.tsx';

/** What Doorward looks for in what crosses, and what happens when it finds it. Nothing until the host has told. */
export function InspectionGroup() {
  const { t } = useTranslation(['inspection', 'permissions']);
  const { view, preset } = useHost(({ inspection, status }) => ({
    view: inspection,
    preset: status?.preset,
  }));
  if (view === undefined || preset === undefined) return null;
  return (
    <Group heading={t('inspection:heading')}>
      <Item
        label={t('inspection:acts.label')}
        hint={t('inspection:acts.hint', { preset: t(`permissions:preset.name.${preset}`) })}
        below
      >
        <ActTable view={view} preset={preset} />
      </Item>
      <ExceptionList view={view} />
      <PersonalTypes types={view.personal} />
      <TryTextItem />
    </Group>
  );
}
