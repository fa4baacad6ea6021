import { useTranslation } from 'react-i18next';
import { useHost } from '../../store/app-context.tsx';
import { useCommand } from '../../store/use-command.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { Switch } from '../../ui/toggles.tsx';
import { PresetChooser } from '../permissions/preset-chooser.tsx';
import { Group, Item } from './group.tsx';

/** What passes when no rule says anything, the switches that ask about or refuse everything, and the rest's protection. */
export function SafetyGroup() {
  const { t } = useTranslation('settings');
  const status = useHost((host) => host.status);
  const block = useCommand('guard.block');
  const ask = useCommand('guard.ask');
  const usual = useCommand('guard.usual');
  if (status === undefined) return null;
  return (
    <Group heading={t('group.safety')}>
      <Item label={t('preset')} below>
        <PresetChooser />
      </Item>
      <div>
        <Switch
          label={t('ask.label')}
          hint={t('ask.hint')}
          checked={status.guard === 'ask'}
          // While everything is blocked there is nothing to ask about.
          disabled={ask.busy || usual.busy || status.guard === 'block'}
          onChange={(on) => void (on ? ask : usual).run({})}
        />
        <CommandNote command={ask} />
      </div>
      <div>
        <Switch
          label={t('block.label')}
          hint={t('block.hint')}
          checked={status.guard === 'block'}
          disabled={block.busy || usual.busy}
          onChange={(on) => void (on ? block : usual).run({})}
        />
        <CommandNote command={block} />
        <CommandNote command={usual} />
      </div>
      <Item label={t('seals.label')} hint={<HostText text={status.seals.sentence} />} />
      <Item
        label={t('operator.label')}
        hint={`${t('operator.means')} ${t(status.operatorKey ? 'operator.set' : 'operator.unset')}`}
      />
    </Group>
  );
}
