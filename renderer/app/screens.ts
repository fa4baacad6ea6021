import type { ComponentType } from 'react';
import { ActivityScreen } from '../features/activity/activity-screen.tsx';
import { AppsScreen } from '../features/apps/apps-screen.tsx';
import { NeedsYouScreen } from '../features/needs-you/needs-you-screen.tsx';
import { ServersScreen } from '../features/servers/servers-screen.tsx';
import { PermissionsScreen } from '../features/permissions/permissions-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import type { Screen } from '../store/types.ts';
import type { IconName } from '../ui/icons.tsx';

/** The screens in the order of the navigation, which is also that of Ctrl/⌘+1 … 6. */
export const screens: readonly {
  readonly id: Screen;
  readonly icon: IconName;
  readonly view: ComponentType;
}[] = [
  { id: 'needs-you', icon: 'inbox', view: NeedsYouScreen },
  { id: 'activity', icon: 'activity', view: ActivityScreen },
  { id: 'servers', icon: 'server', view: ServersScreen },
  { id: 'apps', icon: 'app', view: AppsScreen },
  { id: 'permissions', icon: 'permit', view: PermissionsScreen },
  { id: 'settings', icon: 'settings', view: SettingsScreen },
];
