import type { ComponentType } from 'react';
import { NeedsYouScreen } from '../features/needs-you/needs-you-screen.tsx';
import type { Screen } from '../store/types.ts';
import type { IconName } from '../ui/icons.tsx';
import { later } from './later.tsx';

const activity = later(async () => (await import('../features/activity/activity-screen.tsx')).ActivityScreen);
const servers = later(async () => (await import('../features/servers/servers-screen.tsx')).ServersScreen);
const apps = later(async () => (await import('../features/apps/apps-screen.tsx')).AppsScreen);
const permissions = later(
  async () => (await import('../features/permissions/permissions-screen.tsx')).PermissionsScreen,
);
const settings = later(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen);
/** The first page, which most windows never show. */
export const welcome = later(
  async () => (await import('../features/welcome/welcome-screen.tsx')).WelcomeScreen,
);

/** The screens in the order of the navigation, which is also that of Ctrl/⌘+1 … 6. */
export const screens: readonly {
  readonly id: Screen;
  readonly icon: IconName;
  readonly view: ComponentType;
}[] = [
  // What waits for the person is what a window opens with, so it is the one that is at hand from the start.
  { id: 'needs-you', icon: 'inbox', view: NeedsYouScreen },
  { id: 'activity', icon: 'activity', view: activity.View },
  { id: 'servers', icon: 'server', view: servers.View },
  { id: 'apps', icon: 'app', view: apps.View },
  { id: 'permissions', icon: 'permit', view: permissions.View },
  { id: 'settings', icon: 'settings', view: settings.View },
];

/** Reads every screen, one after another, so that none has to be waited for later. One that cannot be had is left out. */
export async function readScreens(): Promise<void> {
  for (const screen of [activity, servers, apps, permissions, settings])
    await screen.load().catch(() => undefined);
}
