import { spawnSync } from 'node:child_process';
import { osSurface } from '../electron-stand-in/os.ts';
import { connectAiApp } from './fixtures/ai-app.ts';
import { onStandIn, root } from './fixtures/binary.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import { environment } from './fixtures/launch.ts';
import { campaignsFolder, filesystemServer } from './fixtures/servers.ts';

test('a server that a program adds while the window is closed waits for the person', async ({ doorward }) => {
  const { app, page, home, url } = doorward;
  const folder = campaignsFolder(home);
  const window = await app.browserWindow(page);
  await window.evaluate((it) => it.close());
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/electron/cli.mjs', ...args], {
      cwd: root,
      env: environment(home),
      encoding: 'utf8',
    });

  // Adding is free, because it starts nothing; everything that would loosen is the window's alone.
  expect(cli('server', 'add', 'files', '--', process.execPath, filesystemServer, folder).status).toBe(0);
  expect(cli('server', 'inspect', 'files').status).toBe(4);
  expect(cli('server', 'approve', 'files').status).toBe(4);

  if (onStandIn) {
    const os = await osSurface(app);
    await expect
      .poll(async () => (await os.trayMenu()).map(({ label }) => label))
      .toContain('1 new server to review…');
    await expect
      .poll(async () => (await os.notifications()).map(({ body }) => body))
      .toContain('“files” is new and waits for your review. Nothing was started.');
    await os.clickNotification(0);
  } else {
    await window.evaluate((it) => it.show());
    await page.getByRole('navigation').getByRole('button', { name: 'Needs you' }).click();
  }

  await page.getByRole('button', { name: 'Review: files' }).click();
  const detail = page.getByRole('region', { name: 'files' });
  await expect(detail.getByText(folder).first()).toBeVisible();
  await detail.getByRole('button', { name: 'Start it to see its tools' }).click();
  await detail.getByRole('button', { name: /Allow \d+ tools/ }).click();
  await expect(detail.getByRole('switch', { name: 'On' })).toBeChecked();

  const { token } = await command(page, 'client.add', { name: 'Claude Code' });
  const client = await connectAiApp(url, token);
  const result = await client.callTool({ name: 'files__list_directory', arguments: { path: folder } });
  expect(JSON.stringify(result.content)).toContain('autumn.md');
  await client.close();
});
