import { fileURLToPath } from 'node:url';
import type { Client } from '@modelcontextprotocol/client';
import { osSurface } from '../electron-stand-in/os.ts';
import { connectAiApp } from './fixtures/ai-app.ts';
import { answer, answerWith, approvalWindow, give } from './fixtures/approval-window.ts';
import { seriousFindings } from './fixtures/axe.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import type { Doorward } from './fixtures/launch.ts';
import { addAsking } from './fixtures/servers.ts';

const askingServer = fileURLToPath(new URL('../fixtures/asking/server.mjs', import.meta.url));

interface Tickets {
  readonly client: Client;
  /** Calls a tool; resolves to what the server heard of the person. */
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<Record<string, unknown>>;
}

/** A real client that shows no forms and opens no pages, at a server that asks within a call. */
async function tickets({ page, url }: Doorward): Promise<Tickets> {
  await addAsking(page, 'tickets', askingServer);
  await command(page, 'rule.add', { action: 'allow', server: 'tickets', kind: 'tool' });
  const { token } = await command(page, 'client.add', { name: 'Claude Desktop' });
  const client = await connectAiApp(`${url}/s/tickets`, token);
  return {
    client,
    async call(name, args = {}) {
      const result = await client.callTool({ name, arguments: args }, { timeout: 120_000 });
      const [content] = result.content as { text: string }[];
      return JSON.parse(content?.text ?? '') as Record<string, unknown>;
    },
  };
}

test('a form of a server, for a client that shows none, is filled in with the keyboard', async ({
  doorward,
}) => {
  const { client, call } = await tickets(doorward);
  const heard = call('file_ticket');
  const popup = await approvalWindow(doorward.app);
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(
    'tickets asks you for something in Claude Desktop.',
  );
  await expect(popup.getByText('Where shall the ticket go?')).toBeVisible();
  expect(await seriousFindings(popup)).toEqual([]);
  await popup.bringToFront();
  await answer(popup, 'Send to tickets');
  const { keyboard } = popup;
  const focused = (): Promise<string> =>
    popup.evaluate(() => {
      const at = document.activeElement;
      const label = at?.closest('label') ?? document.querySelector(`label[for="${at?.id}"]`);
      return label?.textContent ?? at?.textContent ?? '';
    });
  const tabTo = async (name: string): Promise<void> => {
    for (let i = 0; i < 20 && !(await focused()).startsWith(name); i++) await keyboard.press('Tab');
    expect(await focused()).toContain(name);
  };

  // Sent too early, it says what is missing and takes the person there. Keys count a moment after the window has the focus.
  await expect(async () => {
    await keyboard.press('Control+Enter');
    await expect(popup.getByText('This needs an answer.').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect.poll(focused).toBe('Project');
  await keyboard.type('WEB ü');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  const list = popup.getByRole('listbox');
  await expect(list).toBeVisible();
  // Escape closes the list, and the question stays. The list takes keys a moment after it is seen.
  await expect(async () => {
    if ((await list.count()) > 0) await keyboard.press('Escape');
    await expect(list).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await expect(popup.getByText('Where shall the ticket go?')).toBeVisible();
  await keyboard.press('Enter');
  await expect(list).toBeVisible();
  await expect(async () => {
    await keyboard.press('End');
    await expect(popup.getByRole('option', { name: 'high' })).toBeFocused({ timeout: 1000 });
  }).toPass();
  await keyboard.press('Enter');
  await expect(popup.getByRole('combobox')).toContainText('high');
  await tabTo('Hours');
  await keyboard.type('12');
  await tabTo('design');
  await keyboard.press('Space');
  await tabTo('Tell the team');
  await keyboard.press('Space');
  await popup.screenshot({ path: 'test-results/screens/server-form.png' });
  await tabTo('Send to tickets');
  expect(await answerWith(popup, 'Enter', heard)).toEqual({
    action: 'accept',
    content: { project: 'WEB ü', priority: 'high', hours: 12, labels: ['design'], notify: true },
  });
  await client.close();
});

test('Escape declines a form, and one that asks for a password is never shown', async ({ doorward }) => {
  const { client, call } = await tickets(doorward);
  const password = {
    message: 'Sign in',
    requestedSchema: { type: 'object', properties: { password: { type: 'string' } } },
  };
  const refused = await call('ask', { method: 'elicitation/create', params: password });
  expect(JSON.stringify(refused)).toContain('asks for a secret');
  expect((await command(doorward.page, 'approval.list', {})).pending).toEqual([]);
  const heard = call('file_ticket');
  const popup = await approvalWindow(doorward.app);
  await expect(popup.getByText('Where shall the ticket go?')).toBeVisible();
  await popup.bringToFront();
  expect(await answerWith(popup, 'Escape', heard)).toEqual({ action: 'decline' });
  await client.close();
});

test('a page is shown whole and opened in the browser on consent, and only then', async ({ doorward }) => {
  const { client, call } = await tickets(doorward);
  const os = await osSurface(doorward.app);
  const url = 'https://login.tickets.example/authorize?client_id=doorward&state=9f2c';
  const params = { mode: 'url', message: 'Sign in to go on.', url, elicitationId: 'e1' };
  const first = call('ask', { method: 'elicitation/create', params });
  const popup = await approvalWindow(doorward.app);
  await expect(popup.locator('strong')).toHaveText('login.tickets.example');
  await expect(popup.getByRole('alertdialog')).toContainText(url);
  expect(await seriousFindings(popup)).toEqual([]);
  await popup.screenshot({ path: 'test-results/screens/server-page.png' });
  await give(popup, /^Deny/);
  expect(await first).toEqual({ action: 'decline' });
  expect(await os.openedExternally()).toEqual([]);

  const second = call('ask', { method: 'elicitation/create', params });
  await give(popup, 'Open the page');
  expect(await second).toEqual({ action: 'accept' });
  await expect.poll(() => os.openedExternally()).toEqual([url]);
  await client.close();
});
