import type { Locator, Page } from 'playwright/test';
import { connectAiApp } from './fixtures/ai-app.ts';
import { expect, test } from './fixtures/doorward.ts';
import { campaignsFolder, filesystemServer } from './fixtures/servers.ts';

/** Presses Tab until an element has the focus, as somebody without a mouse does. Fails when the keys never get there. */
async function tabTo(page: Page, target: Locator, backwards = false): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab never came to ${String(target)}`);
}

/** An opened dialog once it has the focus: keys before that would go to the page behind it. */
async function focusIn(dialog: Locator): Promise<void> {
  await expect(dialog.locator(':focus')).toHaveCount(1);
}

test('from an empty window to the opened call with the keyboard alone', async ({ doorward }) => {
  const { page, home, url } = doorward;
  const folder = campaignsFolder(home);

  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Servers' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Add a server' }).first());
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Add a server' });
  await focusIn(dialog);
  await tabTo(page, dialog.getByLabel('Name', { exact: true }));
  await page.keyboard.type('files');
  await tabTo(page, dialog.getByLabel('Program', { exact: true }));
  await page.keyboard.type(process.execPath);
  await tabTo(page, dialog.getByLabel('Arguments', { exact: true }));
  await page.keyboard.type(filesystemServer);
  await page.keyboard.press('Enter');
  await page.keyboard.type(folder);
  await tabTo(page, dialog.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');

  const detail = page.getByRole('region', { name: 'files' });
  // The dialog hands the focus over once it has gone; keys before that would be the dialog's.
  await expect(dialog).toBeHidden();
  await expect(detail.getByRole('heading', { name: 'files' })).toBeFocused();
  await tabTo(page, detail.getByRole('button', { name: 'Start it to see its tools' }));
  await page.keyboard.press('Enter');
  const allow = detail.getByRole('button', { name: /Allow \d+ tools/ });
  await expect(allow).toBeVisible();
  await tabTo(page, allow);
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('switch', { name: 'On' })).toBeChecked();

  await page.keyboard.press('Control+4');
  await tabTo(page, page.getByRole('button', { name: /^Add (one|an AI app)$/ }).first());
  await page.keyboard.press('Enter');
  const add = page.getByRole('dialog', { name: 'Add an AI app' });
  await focusIn(add);
  await tabTo(page, add.getByRole('radio', { checked: true }));
  const claudeCode = add.getByRole('radio', { name: /^Claude Code/ });
  const chosen = (): Promise<number> =>
    add
      .getByRole('radio')
      .evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-checked') === 'true'));
  for (let i = 0; i < 6 && !(await claudeCode.isChecked()); i++) {
    const before = await chosen();
    await page.keyboard.press('ArrowUp');
    await expect.poll(chosen).not.toBe(before);
  }
  await expect(claudeCode).toBeChecked();
  const atLogin = add.getByRole('checkbox', { name: /^Start Doorward when you log in/ });
  await tabTo(page, atLogin);
  await page.keyboard.press('Space');
  await expect(atLogin).not.toBeChecked();
  const addApp = add.getByRole('button', { name: 'Add', exact: true });
  await tabTo(page, addApp);
  await page.keyboard.press('Enter');
  await expect(add).toBeHidden();
  const connect = page.getByRole('region', { name: 'Connect it' });
  const text = await connect.getByRole('group', { name: /^Configuration for/ }).innerText();
  const token = /dw_[A-Za-z0-9_-]+/.exec(text.replaceAll('\n', ' '))?.[0] ?? '';

  const client = await connectAiApp(url, token);
  await client.callTool({ name: 'files__list_directory', arguments: { path: folder } });
  await client.close();

  await page.keyboard.press('Control+2');
  const grid = page.getByRole('grid', { name: 'Calls' });
  await expect(grid.getByRole('row').filter({ hasText: 'list_directory' })).toHaveCount(1);
  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const call = page.getByRole('region', { name: 'Call', exact: true });
  await expect(call.getByText('autumn.md').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(call).toBeHidden();
  await expect(grid).toBeFocused();
});
