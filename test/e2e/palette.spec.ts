import { expect, test } from './fixtures/doorward.ts';

test('one search finds a setting, a command and a screen, with the keyboard alone', async ({ doorward }) => {
  const { page } = doorward;
  const field = page.getByRole('combobox', { name: /^Search servers/ });

  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('lock the secrets');
  await expect(page.getByRole('option', { name: /^Lock the secrets/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  const lock = page.getByRole('switch', { name: 'Lock the secrets while the screen is locked' });
  await expect(lock).toBeFocused();
  await expect(field).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(page.getByRole('group', { name: 'Used last' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(lock).toBeFocused();

  await page.getByRole('button', { name: 'Search' }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type('add a server');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a server' });
  // The dialog has the focus, not the page behind it.
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.type('permissions');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Permissions' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});
