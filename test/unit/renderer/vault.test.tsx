// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

async function open() {
  const world = setUp();
  world.draw(<SettingsScreen />);
  const list = await screen.findByRole('list', { name: 'Secrets' });
  return { ...world, list };
}

describe('the secrets', () => {
  it('are listed by name with who uses them, and one in use cannot be removed', async () => {
    const { list, user, given } = await open();
    expect(within(list).getByText(/Used by tickets/)).toBeDefined();
    expect(button('Remove github-token').getAttribute('disabled')).not.toBeNull();
    await user.click(button('Remove mail-password'));
    // Nothing could bring the value back, so it is asked about, with the reason.
    expect(await screen.findByText(/Its value is kept nowhere else/)).toBeDefined();
    expect(given('secret.remove')).toEqual([]);
    await user.click(button('Remove it'));
    await waitFor(() => expect(screen.queryByText('mail-password')).toBeNull());
  });

  it('take a new one, whose value is hidden while it is typed and forgotten afterwards', async () => {
    const { user, given } = await open();
    await user.click(button('Add a secret'));
    await user.type(field('Name'), 'not a name');
    await user.type(field('Value'), 'hush');
    expect(field('Value').type).toBe('password');
    await user.click(button('Keep it'));
    expect((await screen.findByRole('dialog')).textContent).toContain('1 to 64 letters');
    await user.clear(field('Name'));
    await user.type(field('Name'), 'github-token');
    await user.click(button('Keep it'));
    expect(screen.getByText('There is a secret of this name already.')).toBeDefined();
    await user.clear(field('Name'));
    await user.type(field('Name'), 'calendar');
    await user.click(button('Keep it'));
    await waitFor(() => expect(given('secret.set')).toEqual([{ name: 'calendar', value: 'hush' }]));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add a secret' })).toBeNull());
    await user.click(button('Add a secret'));
    expect([field('Name').value, field('Value').value]).toEqual(['', '']);
    const { violations } = await axe(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('say why the vault takes nothing', async () => {
    const { commands, draw } = setUp();
    commands['secret.list'] = () =>
      Promise.resolve({
        ok: true,
        value: {
          state: 'locked',
          sentence: 'The vault is locked until the screen is unlocked.',
          secrets: [],
        },
      });
    draw(<SettingsScreen />);
    await screen.findByText('The vault is locked until the screen is unlocked.');
    for (const name of ['Add a secret', 'Export…', 'Import…', 'Replace the key'])
      expect(button(name).getAttribute('disabled')).not.toBeNull();
  });
});

describe('a backup of the secrets', () => {
  it('is written with a passphrase that was typed twice', async () => {
    const { user, given } = await open();
    await user.click(button('Export…'));
    await user.type(field('Passphrase'), 'short');
    await user.click(button('Save…'));
    expect(screen.getByText('It needs at least 8 characters.')).toBeDefined();
    await user.type(field('Passphrase'), ' horse');
    await user.type(field('The same once more'), 'another horse');
    await user.click(button('Save…'));
    expect(screen.getByText('The two are not the same.')).toBeDefined();
    await user.clear(field('The same once more'));
    await user.type(field('The same once more'), 'short horse');
    await user.click(button('Save…'));
    await waitFor(() => expect(given('app.save')).toEqual([{ name: 'secrets.doorward', text: '{}' }]));
    expect(given('secret.export')).toEqual([{ passphrase: 'short horse' }]);
  });

  it('is brought in, and what came of it is said', async () => {
    const { user, commands, given } = await open();
    const take = commands['secret.import'];
    commands['secret.import'] = refuses('passphrase', 'The backup does not open with this passphrase.');
    await user.click(button('Import…'));
    fireEvent.change(field('File'), { target: { files: [new File(['{}'], 'secrets.doorward')] } });
    await user.type(field('Passphrase'), 'wrong horse');
    await waitFor(() => expect(button('Bring them in').getAttribute('disabled')).toBeNull());
    await user.click(button('Bring them in'));
    expect((await screen.findByRole('alert')).textContent).toContain('does not open');
    commands['secret.import'] = take;
    await user.click(button('Bring them in'));
    await screen.findByText('calendar-key');
    expect(screen.getByText('mail-password', { selector: '[role="status"] *' })).toBeDefined();
    expect(given('secret.import')).toEqual([{ text: '{}', passphrase: 'wrong horse', replace: false }]);
  });
});
