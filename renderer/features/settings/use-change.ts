import type { SettingsChange } from '../../../shared/model/settings.ts';
import type { SettingsView } from '../../../shared/ipc/window.ts';
import { useCommand, type CommandHandle } from '../../store/use-command.ts';

/** What every group of settings gets: the settings as they are, and where a new answer goes. */
export interface GroupOf<V = SettingsView> {
  readonly view: V;
  readonly onChanged: (view: SettingsView) => void;
}

/** Changing settings: true when it was done. What is shown follows the answer, not the wish. */
export function useChange(
  onChanged: (view: SettingsView) => void,
): readonly [(patch: SettingsChange) => Promise<boolean>, CommandHandle<'settings.change'>] {
  const command = useCommand('settings.change');
  const change = async (patch: SettingsChange): Promise<boolean> => {
    const view = await command.run(patch);
    if (view !== undefined) onChanged(view);
    return view !== undefined;
  };
  return [change, command];
}
