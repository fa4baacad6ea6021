import { connectAiApp } from './fixtures/ai-app.ts';
import { expect, test } from './fixtures/doorward.ts';
import { campaignsFolder, filesystemServer } from './fixtures/servers.ts';

test('from an empty window to the first call of a real client, with the mouse', async ({ doorward }) => {
  const { page, home, url } = doorward;
  const folder = campaignsFolder(home);

  await page.getByRole('button', { name: 'Servers' }).click();
  await page.getByRole('button', { name: 'Add a server' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a server' });
  await dialog.getByLabel('Name', { exact: true }).fill('files');
  await dialog.getByLabel('Program', { exact: true }).fill(process.execPath);
  await dialog.getByLabel('Arguments', { exact: true }).fill(`${filesystemServer}\n${folder}`);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  // Nothing was started: the page shows what would run, to the last argument.
  const detail = page.getByRole('region', { name: 'files' });
  await expect(detail.getByText(folder).first()).toBeVisible();
  await detail.getByRole('button', { name: 'Start it to see its tools' }).click();
  const tools = detail.getByRole('list', { name: 'Tools' });
  await expect(tools.getByText('read_text_file').first()).toBeVisible();
  await detail.getByRole('button', { name: /Allow \d+ tools/ }).click();
  await expect(detail.getByRole('switch', { name: 'On' })).toBeChecked();

  await page.getByRole('button', { name: 'AI apps' }).click();
  await page
    .getByRole('button', { name: /^Add (one|an AI app)$/ })
    .first()
    .click();
  const add = page.getByRole('dialog', { name: 'Add an AI app' });
  await add.getByRole('radio', { name: /^Claude Code/ }).check();
  const atLogin = add.getByRole('checkbox', { name: /^Start Doorward when you log in/ });
  if (await atLogin.isVisible()) await atLogin.uncheck();
  await add.getByRole('button', { name: 'Add', exact: true }).click();
  const connect = page.getByRole('region', { name: 'Connect it' });
  const text = (await connect.getByRole('group', { name: /^Configuration for/ }).innerText()).replaceAll(
    '\n',
    ' ',
  );
  const token = /dw_[A-Za-z0-9_-]+/.exec(text)?.[0];
  expect(text).toContain(url);
  expect(token).toBeDefined();

  const client = await connectAiApp(url, token ?? '');
  await expect(connect.getByText('Connected', { exact: true }).first()).toBeVisible();
  const listed = await client.listTools();
  expect(listed.tools.map(({ name }) => name)).toContain('files__list_directory');
  const result = await client.callTool({ name: 'files__list_directory', arguments: { path: folder } });
  expect(JSON.stringify(result.content)).toContain('autumn.md');

  // It appears live and opens.
  await page.getByRole('button', { name: 'Activity' }).click();
  const row = page.getByRole('row').filter({ hasText: 'list_directory' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Claude Code');
  await row.click();
  await expect(page.getByText('autumn.md').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(folder).filter({ visible: true }).first()).toBeVisible();

  await client.close();
});
