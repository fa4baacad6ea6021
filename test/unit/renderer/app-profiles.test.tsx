// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleProfiles } from '../../../renderer/dev/fake-profiles.ts';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open(profiles = sampleProfiles()) {
  const world = setUp();
  world.host.patch({ profiles });
  world.draw(<AppsScreen />);
  await screen.findByRole('list', { name: 'AI apps' });
  return world;
}
const chooser = () => screen.findByRole('combobox', { name: 'Profile' });
const menu = async (user: ReturnType<typeof setUp>['user'], entry: RegExp) => {
  await user.click(screen.getByRole('button', { name: 'Edit profiles' }));
  await user.click(await screen.findByRole('menuitem', { name: entry }));
};

describe('profiles of tools', () => {
  it('are chosen at one click, and none is one of the choices', async () => {
    const { user, given } = await open();
    expect((await chooser()).textContent).toContain('Work');
    await screen.findByText('Every AI app has only the tools of this profile.');
    await user.click(await chooser());
    await user.click(await screen.findByRole('option', { name: 'Home' }));
    await waitFor(() => expect(given('profile.use').at(-1)).toEqual({ name: 'Home' }));
    await user.click(await chooser());
    await user.click(await screen.findByRole('option', { name: 'No profile' }));
    await waitFor(() => expect(given('profile.use').at(-1)).toEqual({}));
    await waitFor(async () => expect((await chooser()).textContent).toContain('No profile'));
  });

  it('are made of a name and tools, with folders where somebody works in them', async () => {
    const { user, given } = await open({ profiles: [], roles: [] });
    await menu(user, /New profile/);
    const dialog = await screen.findByRole('dialog', { name: 'New profile' });
    const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save' });
    const isOff = (): boolean => save.disabled || save.ariaDisabled === 'true';
    expect(isOff()).toBe(true);
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'none');
    await user.click(await within(dialog).findByRole('checkbox', { name: 'All tools of files' }));
    expect(isOff()).toBe(true);
    await within(dialog).findByText(/means no profile/);
    await user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), ' Shop ');
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Folders' }),
      '/home/me/shop{Enter}{Enter} /srv ',
    );
    const { violations } = await axe(dialog, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(save);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(given('profile.add')).toEqual([{ name: 'Shop', tools: ['files__*'] }]);
    expect(given('profile.folder')).toEqual([{ name: 'Shop', folders: ['/home/me/shop', '/srv'] }]);
    expect(given('profile.use')).toEqual([]);
  });

  it('change only in what is other; a step that is refused leaves the dialog open, with what was done', async () => {
    const { user, given, commands } = await open();
    commands['profile.folder'] = refuses('invalid', 'There is no folder /gone.');
    await menu(user, /Edit “Work”/);
    const dialog = await screen.findByRole('dialog', { name: 'Edit profile' });
    const name = within(dialog).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Office');
    await user.type(within(dialog).getByRole('textbox', { name: 'Folders' }), '{Enter}/gone');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await within(dialog).findByText('There is no folder /gone.');
    expect(given('profile.rename')).toEqual([{ name: 'Work', to: 'Office' }]);
    expect(given('profile.tools')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(given('profile.rename')).toHaveLength(1));
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect((await chooser()).textContent).toContain('Office');
  });

  it('are removed unless they are in use', async () => {
    const { user, given } = await open();
    await menu(user, /Edit “Work”/);
    let dialog = await screen.findByRole('dialog');
    const remove = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Remove' });
    expect(remove.disabled || remove.ariaDisabled === 'true').toBe(true);
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await menu(user, /Edit “Home”/);
    dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(given('profile.remove')).toEqual([{ name: 'Home' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('that were lost are said to be, and choosing none is the way out', async () => {
    const { user, given } = await open({ profiles: [], lost: true, roles: [] });
    await screen.findByText(/changed outside Doorward/);
    expect((await chooser()).textContent).toContain('Lost');
    await user.click(await chooser());
    await user.click(await screen.findByRole('option', { name: 'No profile' }));
    await waitFor(() => expect(given('profile.use')).toEqual([{}]));
  });

  it('show names that a program gave as what they are', async () => {
    await open({
      profiles: [{ name: 'Wo\u202ekr', tools: ['files__*'], folders: [] }],
      inUse: 'Wo\u202ekr',
      roles: [],
    });
    expect((await chooser()).textContent).not.toContain('\u202e');
  });
});

describe('an AI app', () => {
  const show = async (world: ReturnType<typeof setUp>) => {
    const list = await screen.findByRole('list', { name: 'AI apps' });
    await world.user.click(within(list).getByRole('button', { name: /Cursor/ }));
    return screen.findByRole('radiogroup', { name: 'Tools it is shown' });
  };

  it('says when its choice comes from its role, and goes back to that', async () => {
    const world = await open();
    const withRole = (one: (typeof world.host.clients)[number]) => ({
      ...one,
      roleTools: { mode: 'on-demand' as const, tools: [] },
    });
    world.host.patch({ clients: world.host.clients.map(withRole) });
    await show(world);
    const asRole = await screen.findByRole('radio', { name: /As its role says/ });
    expect(asRole.ariaChecked).toBe('true');
    await world.user.click(screen.getByRole('radio', { name: /All that it may use/ }));
    await waitFor(() => expect(world.given('client.tools').at(-1)).toMatchObject({ mode: 'all', tools: [] }));
    await waitFor(() => expect(asRole.ariaChecked).toBe('false'));
    await world.user.click(asRole);
    await waitFor(() =>
      expect(world.given('client.tools').at(-1)).toMatchObject({ mode: 'role', tools: [] }),
    );
  });

  it('says when a profile leaves it less', async () => {
    const world = await open();
    await show(world);
    await screen.findByText(/The profile “Work” is in use/);
  });
});
