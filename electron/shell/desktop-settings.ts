import type { Settings } from '../../shared/model/settings.ts';
import type { SettingsInForce } from '../host/settings/settings-in-force.ts';
import type { SettingsStore } from '../host/settings/settings.ts';

export interface DesktopSettingsPorts {
  /** The person's own, which is all that is known before a host runs. */
  readonly own: Pick<SettingsStore, 'read'>;
  readonly theme: (settings: Pick<Settings, 'theme'>) => void;
  /** The settings may name another language now. */
  readonly language: () => void;
  readonly startAtLogin: (wanted: boolean) => void;
}

/**
 * Does on the desktop what the settings say. Gives back what is to be called with the settings of each host that runs:
 * only a host knows what an organisation has set, so nothing but looks is chosen before.
 */
export function desktopSettings({
  own,
  theme,
  language,
  startAtLogin,
}: DesktopSettingsPorts): (of: SettingsInForce) => void {
  const first = own.read();
  if (first.ok) theme(first.value);
  let stop = (): void => {};
  return (of) => {
    stop();
    const now = of.now();
    theme(now);
    language();
    // Written again at each start, because the program may have moved. What is off stays as the person has it, but not
    // where it is off because an organisation wants it so.
    if (now.startAtLogin || of.isManaged('startAtLogin')) startAtLogin(now.startAtLogin);
    let atLogin = now.startAtLogin;
    stop = of.onChange((after) => {
      theme(after);
      language();
      if (after.startAtLogin !== atLogin) startAtLogin(after.startAtLogin);
      atLogin = after.startAtLogin;
    });
  };
}
