import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { Locator } from 'playwright/test';
import { answer, approvalWindow } from './fixtures/approval-window.ts';
import { seriousFindings } from './fixtures/axe.ts';
import { expect, test } from './fixtures/doorward.ts';
import { environment, launch, newHome, removeHome } from './fixtures/launch.ts';
import { homeOfSomebody } from './fixtures/somebody.ts';

const MOST_CLICKS = 6;

/** What Claude Desktop would start now for one of its servers. */
function startedBy(user: string, server: string): { command: string; args: string[] } {
  const file = join(user, '.config/Claude/claude_desktop_config.json');
  const config = JSON.parse(readFileSync(file, 'utf8')) as {
    mcpServers: Record<string, { command: string; args: string[] }>;
  };
  const entry = config.mcpServers[server];
  if (entry === undefined) throw new Error(`there is no ${server}`);
  return entry;
}

test('from the first start to the first approved call of an app that was there, in at most six clicks', async ({
  shown,
}) => {
  expect(shown).toBe(true);
  const { user, folder, files } = homeOfSomebody();
  const home = newHome();
  const { app, page, close } = await launch({ home, user });
  let clicks = 0;
  const click = async (target: Locator): Promise<void> => {
    clicks += 1;
    await target.click();
  };
  const clients: Client[] = [];
  const appConnects = async (server: string): Promise<Client> => {
    const client = new Client({ name: 'claude-ai', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        ...startedBy(user, server),
        env: environment(home, user),
        stderr: 'ignore',
      }),
    );
    clients.push(client);
    return client;
  };
  try {
    await expect(page.getByRole('heading', { level: 1, name: 'Your AI apps' })).toBeVisible();
    const found = page.getByRole('list', { name: 'AI apps on this computer' });
    for (const title of ['Claude Desktop', 'Cursor', 'VS Code'])
      await expect(found.getByRole('checkbox', { name: title })).toBeChecked();
    expect(await seriousFindings(page)).toEqual([]);
    await page.screenshot({ path: 'test-results/screens/welcome.png' });
    for (const [name, text] of files) expect(readFileSync(join(user, name), 'utf8')).toBe(text);

    await click(page.getByRole('button', { name: 'Connect 4 apps' }));
    const look = page.getByRole('button', { name: /^Look at \d+ servers$/ });
    await expect(look).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: 'test-results/screens/welcome-done.png' });
    // The same server in two apps is one.
    await expect(look).toHaveText('Look at 3 servers');
    await click(look);
    await click(page.getByRole('button', { name: 'Start 3 to see their tools' }));
    const allow = page.getByRole('button', { name: /^Allow \d+ tools of 3 servers$/ });
    await expect(allow).toBeEnabled({ timeout: 90_000 });
    await page.screenshot({ path: 'test-results/screens/welcome-allow.png' });
    await click(allow);
    await expect(page.getByText('No new server waits for you.')).toBeVisible();

    // The app starts what stands in its file now, and knows its server by the name it always had.
    const files1 = await appConnects('filesystem');
    const listed = await files1.callTool({ name: 'list_directory', arguments: { path: folder } });
    expect(JSON.stringify(listed.content)).toContain('autumn.md');
    const memory = await appConnects('memory');
    const asked = memory.callTool(
      { name: 'delete_entities', arguments: { entityNames: ['Ada'] } },
      { timeout: 120_000 },
    );
    const popup = await approvalWindow(app);
    await expect(popup.getByRole('heading', { level: 1, name: /delete/ })).toBeVisible();
    await click(await answer(popup, 'Allow'));
    expect((await asked).isError ?? false).toBe(false);
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);

    await page.getByRole('button', { name: 'AI apps' }).click();
    const row = page
      .getByRole('list', { name: 'On this computer' })
      .getByRole('button', { name: /Claude Desktop/ });
    await expect(row).toContainText('Connected');
    await row.click();
    await page.screenshot({ path: 'test-results/screens/app-connected.png' });
    // Comments, order and everything else stay, and all of it can be taken back.
    expect(readFileSync(join(user, '.config/Code/User/mcp.json'), 'utf8')).toContain(
      '// Servers for all workspaces.',
    );
    await page.getByRole('button', { name: 'Put its file back' }).click();
    await expect
      .poll(() => readFileSync(join(user, '.config/Claude/claude_desktop_config.json'), 'utf8'))
      .toBe(files.get('.config/Claude/claude_desktop_config.json'));
  } finally {
    for (const client of clients) await client.close().catch(() => undefined);
    await close();
    removeHome(home);
    rmSync(user, { recursive: true, force: true });
  }
});

test('a server that is added to a connected app is reported, and brought in', async ({ shown }) => {
  expect(shown).toBe(true);
  const { user } = homeOfSomebody();
  const home = newHome();
  const { page, close } = await launch({ home, user });
  try {
    await page.getByRole('button', { name: 'Connect 4 apps' }).click();
    await expect(page.getByRole('button', { name: /^Look at \d+ servers$/ })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Needs you' }).click();
    const file = join(user, '.cursor/mcp.json');
    const config = JSON.parse(readFileSync(file, 'utf8')) as { mcpServers: Record<string, unknown> };
    config.mcpServers['helper'] = { command: 'mcp-server-everything', args: ['--token', 'x'.repeat(20)] };
    writeFileSync(file, JSON.stringify(config));
    await expect(page.getByText(/Cursor has a new server that goes past Doorward: helper/)).toBeVisible();
    await page.screenshot({ path: 'test-results/screens/behind.png' });
    await page.getByRole('button', { name: 'Bring it in…: helper' }).click();
    await page.getByRole('button', { name: 'Bring in what goes past…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect Cursor' });
    await expect(dialog.getByText('helper').first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('--server');
    await page.getByRole('button', { name: 'Needs you' }).click();
    await expect(page.getByText(/goes past Doorward: helper/)).toHaveCount(0);
  } finally {
    await close();
    removeHome(home);
    rmSync(user, { recursive: true, force: true });
  }
});
