// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppsScreen } from '../../../renderer/features/apps/apps-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open() {
  const world = setUp();
  world.draw(<AppsScreen />);
  const list = await screen.findByRole('list', { name: 'AI apps' });
  await world.user.click(within(list).getByRole('button', { name: /Cursor/ }));
  return { ...world, group: await screen.findByRole('radiogroup', { name: 'Tools it is shown' }) };
}
const radio = (name: RegExp) => screen.getByRole('radio', { name });

describe('the tools that an AI app is shown', () => {
  it('are found on demand at one click, with some beside where that is chosen', async () => {
    const { user, given } = await open();
    expect(radio(/All that it may use/)).toHaveProperty('ariaChecked', 'true');
    await user.click(radio(/Found on demand/));
    await screen.findByText('None is shown beside');
    expect(given('client.tools').at(-1)).toMatchObject({ mode: 'on-demand', tools: [] });
    await user.click(screen.getByRole('button', { name: 'Show some beside…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tools that are shown beside' });
    await user.click(await within(dialog).findByRole('checkbox', { name: /read_text_file/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await screen.findByText('1 entry is shown beside');
    expect(given('client.tools').at(-1)).toMatchObject({
      mode: 'on-demand',
      tools: ['files__read_text_file'],
    });
  });

  it('are only chosen ones once at least one is chosen; a whole server is one entry', async () => {
    const { user, given } = await open();
    await user.click(radio(/Only chosen ones/));
    const dialog = await screen.findByRole('dialog', { name: 'Tools that it has' });
    const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save.disabled || save.ariaDisabled === 'true').toBe(true);
    expect(given('client.tools')).toEqual([]);
    await user.click(await within(dialog).findByRole('checkbox', { name: 'All tools of files' }));
    const one = within(dialog).getByRole('checkbox', { name: /read_text_file/ });
    expect(one.ariaChecked).toBe('true');
    await user.type(within(dialog).getByRole('searchbox'), 'zzz');
    await within(dialog).findByText('No tool matches.');
    const { violations } = await axe(dialog, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(save);
    await waitFor(() =>
      expect(given('client.tools').at(-1)).toMatchObject({ mode: 'chosen', tools: ['files__*'] }),
    );
    await screen.findByText('1 entry chosen');
  });

  it('are chosen for all apps of a role at once', async () => {
    const { user, given } = await open();
    await user.click(screen.getByRole('button', { name: 'For all apps of its role…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Tools that apps of “Default” are shown' });
    const { violations } = await axe(dialog, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: /Only chosen ones/ }));
    const save = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save.disabled || save.ariaDisabled === 'true').toBe(true);
    await user.click(await within(dialog).findByRole('checkbox', { name: /read_text_file/ }));
    await user.click(save);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(given('role.tools')).toEqual([
      { role: 'default', mode: 'chosen', tools: ['files__read_text_file'] },
    ]);
    // The app has no choice of its own, so it has that of the role now.
    expect(radio(/As its role says/)).toHaveProperty('ariaChecked', 'true');
    expect(given('client.tools')).toEqual([]);
  });

  it('are what they were when the dialog is left', async () => {
    const { user, given } = await open();
    await user.click(radio(/Only chosen ones/));
    await screen.findByRole('dialog');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(given('client.tools')).toEqual([]);
    expect(radio(/All that it may use/)).toHaveProperty('ariaChecked', 'true');
  });
});
