// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { sampleProfiles } from '../../../renderer/dev/fake-profiles.ts';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const PATIENCE = { timeout: 20_000 };
const undo = () => screen.findByRole('button', { name: 'Undo' }, PATIENCE);

it('brings a limit back as it was, and shows it again', async () => {
  const { draw, user, given, commands } = setUp();
  const before = await commands['limit.list']({});
  draw(<PermissionsScreen />);
  await user.click(await screen.findByRole('tab', { name: 'Limits' }));
  const [first] = await screen.findAllByRole('button', { name: /^Remove limit/ }, PATIENCE);
  if (first === undefined || !before.ok) throw new Error('There is a sample.');
  const name = first.getAttribute('aria-label') ?? '';
  await user.click(first);
  await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull(), PATIENCE);
  const [removed] = given('limit.remove') as { readonly id: string }[];
  await user.click(await undo());
  await screen.findByRole('button', { name }, PATIENCE);
  expect(given('limit.put')).toEqual([
    before.value.limits.find(({ limit }) => limit.id === removed?.id)?.limit,
  ]);
});

it('brings a role back with everything that it says', async () => {
  const { draw, user, given, host } = setUp();
  const own = host.roles.find(
    (role) => role.builtIn !== true && !host.clients.some((client) => client.role === role.id),
  );
  const role = own ?? { id: 'office', name: 'Office', effects: ['read' as const], rules: [] };
  if (own === undefined) host.patch({ roles: [...host.roles, role] });
  draw(<PermissionsScreen />);
  await user.click(await screen.findByRole('tab', { name: 'Roles' }));
  await user.click(await screen.findByRole('button', { name: `Remove ${role.name}` }, PATIENCE));
  await waitFor(() => expect(host.roles.some(({ id }) => id === role.id)).toBe(false), PATIENCE);
  await user.click(await undo());
  await waitFor(() => expect(given('role.put')).toEqual([role]), PATIENCE);
});

it('brings a web origin back among those that there are by then', async () => {
  const { draw, user, given, commands } = setUp();
  await commands['settings.change']({ allowedOrigins: ['http://localhost:1', 'http://localhost:2'] });
  draw(<SettingsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Remove http://localhost:1' }, PATIENCE));
  const back = await undo();
  await commands['settings.change']({ allowedOrigins: ['http://localhost:2', 'http://localhost:3'] });
  await user.click(back);
  await screen.findByRole('button', { name: 'Remove http://localhost:1' }, PATIENCE);
  expect(given('settings.change').at(-1)).toEqual({
    allowedOrigins: ['http://localhost:2', 'http://localhost:3', 'http://localhost:1'],
  });
});

it('brings an exception back for exactly where it held', async () => {
  const { draw, user, given, commands } = setUp();
  const choice = { watch: 'secret', direction: 'to-server', server: 'mail', act: 'note' } as const;
  await commands['inspection.set']({ choices: [choice] });
  draw(<SettingsScreen />);
  const [first] = await screen.findAllByRole(
    'button',
    { name: /^Remove this exception: Server mail/ },
    PATIENCE,
  );
  if (first === undefined) throw new Error('It is not listed.');
  await user.click(first);
  await user.click(await undo());
  await waitFor(() => expect(given('inspection.set').at(-1)).toEqual({ choices: [choice] }), PATIENCE);
});

it('brings a profile back with its tools and folders', async () => {
  const { draw, user, given, host } = setUp();
  host.patch({ profiles: sampleProfiles() });
  const profile = sampleProfiles().profiles.find(({ name }) => name === 'Home');
  if (profile === undefined) throw new Error('There is a sample.');
  draw(<AppsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Edit profiles' }, PATIENCE));
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(profile.name) }, PATIENCE));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
  await user.click(await undo());
  await waitFor(() => {
    expect(given('profile.add')).toEqual([{ name: profile.name, tools: profile.tools }]);
  }, PATIENCE);
  if (profile.folders.length > 0)
    await waitFor(() => {
      expect(given('profile.folder')).toEqual([{ name: profile.name, folders: profile.folders }]);
    }, PATIENCE);
});

it('says why something could not be brought back', async () => {
  const { draw, user, commands } = setUp();
  draw(<PermissionsScreen />);
  await user.click(await screen.findByRole('tab', { name: 'Limits' }));
  const [first] = await screen.findAllByRole('button', { name: /^Remove limit/ }, PATIENCE);
  if (first === undefined) throw new Error('There is a sample.');
  await user.click(first);
  commands['limit.put'] = refuses('refused', 'There are too many limits.');
  await user.click(await undo());
  await screen.findByText('It could not be brought back. There are too many limits.', undefined, PATIENCE);
  expect(screen.getAllByRole('button', { name: 'Dismiss' })[0]).toBeDefined();
});
