import { notesBundle } from '../fixtures/bundles/notes.ts';
import { everything, weather } from '../fixtures/registry-server/entries.ts';
import { type NpmRegistry, startNpm } from '../fixtures/registry-server/npm.ts';
import { type RegistryServer, startRegistry } from '../fixtures/registry-server/start.ts';
import { connectAiApp } from './fixtures/ai-app.ts';
import { command } from './fixtures/commands.ts';
import { expect, test as base } from './fixtures/doorward.ts';
import { type Doorward, launch } from './fixtures/launch.ts';

const PACKAGE = '@modelcontextprotocol/server-everything';

interface Scene {
  readonly doorward: Doorward;
  readonly registry: RegistryServer;
  readonly npm: NpmRegistry;
}

/** The app beside a registry of servers and one of npm packages, both on this computer. */
const test = base.extend<{ scene: Scene }>({
  scene: async ({ shown }, use) => {
    if (!shown) throw new Error('This test is skipped.');
    const registry = await startRegistry([everything, weather]);
    const npm = await startNpm(PACKAGE);
    // npm asks the registry that the person's own settings name.
    const doorward = await launch({ user: npm.home, settings: { registryBaseUrl: registry.url } });
    try {
      await doorward.page.getByRole('navigation').waitFor();
      await use({ doorward, registry, npm });
    } finally {
      await doorward.close();
      await npm.close();
      await registry.close();
    }
  },
});

/** Calls a tool as an AI app does. */
async function callTool(
  { page, url }: Doorward,
  name: string,
  args: Record<string, unknown>,
): Promise<string> {
  await command(page, 'preset.set', { preset: 'observe' });
  const { token } = await command(page, 'client.add', { name: 'Claude Code' });
  const client = await connectAiApp(url, token);
  const result = await client.callTool({ name, arguments: args });
  await client.close();
  return JSON.stringify(result.content);
}

test('a server is found in the registry, really installed from npm through the page, and called', async ({
  scene: { doorward, npm },
}) => {
  const { page } = doorward;
  await page.getByRole('navigation').getByRole('button', { name: 'Servers' }).click();
  await page.getByRole('button', { name: 'Browse' }).click();
  await page.getByRole('searchbox').fill('everything');
  await page.getByRole('button', { name: /^everything/ }).click();
  const detail = page.getByRole('region', { name: everything.server.name });
  await expect(detail.getByText('Exercises every feature of the protocol.')).toBeVisible();
  await expect(detail.getByRole('list', { name: /Program and arguments/ })).toHaveText(
    new RegExp(`npx.*-y.*${PACKAGE}@${npm.versionOf(PACKAGE)}.*stdio`),
  );
  await detail.getByRole('button', { name: 'Add', exact: true }).click();

  const server = page.getByRole('region', { name: 'everything' });
  await expect(server.getByText('Nothing of it has been downloaded or started.')).toBeVisible();
  expect(npm.fetched).toEqual([]);
  await server.getByRole('button', { name: 'Start it to see its tools' }).click();
  await server.getByRole('button', { name: /Allow \d+ tools/ }).click({ timeout: 120_000 });
  await expect(server.getByRole('switch', { name: 'On' })).toBeChecked();
  expect(npm.fetched).toContain(`${PACKAGE}@${npm.versionOf(PACKAGE)}`);
  expect(await callTool(doorward, 'everything__echo', { message: 'through the page' })).toContain(
    'through the page',
  );
});

test('a bundle that is picked is shown, unpacked and called', async ({ scene: { doorward } }) => {
  const { page } = doorward;
  await page.getByRole('navigation').getByRole('button', { name: 'Servers' }).click();
  await page.getByRole('button', { name: 'Open a bundle' }).click();
  await page
    .getByLabel('Bundle', { exact: true })
    .setInputFiles({ name: 'notes.mcpb', mimeType: 'application/zip', buffer: notesBundle() });
  const card = page.getByRole('region', { name: 'Notes' });
  await expect(card.getByText('Keeps notes in folders of yours.')).toBeVisible();
  await card.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(card.getByText('It is needed.')).toBeVisible();
  await card.getByLabel('Folders').fill('/srv/a\n/srv/b');
  await expect(card.getByRole('list', { name: /Program and arguments/ })).toHaveText(
    /node.*\/srv\/a.*\/srv\/b/,
  );
  await card.getByRole('button', { name: 'Add', exact: true }).click();

  const server = page.getByRole('region', { name: 'notes' });
  await server.getByRole('button', { name: 'Start it to see its tools' }).click();
  await server.getByRole('button', { name: 'Allow 1 tool' }).click();
  await expect(server.getByRole('switch', { name: 'On' })).toBeChecked();
  expect(await callTool(doorward, 'notes__facts', {})).toContain('/srv/b');
});

test('a registry that is not there is said in one sentence, and everything else still works', async ({
  scene: { doorward, registry },
}) => {
  const { page } = doorward;
  registry.instead = (_request, response) => void response.destroy();
  await page.getByRole('navigation').getByRole('button', { name: 'Servers' }).click();
  await page.getByRole('button', { name: 'Browse' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /The registry at 127\.0\.0\.1:\d+ could not be asked: it cannot be reached\. Check the network/,
  );
  await page.getByRole('button', { name: 'Back to the servers' }).click();
  await expect(page.getByText('Servers give AI apps their tools.')).toBeVisible();
});
