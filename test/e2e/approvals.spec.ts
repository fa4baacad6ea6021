import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { Client } from '@modelcontextprotocol/client';
import { osSurface } from '../electron-stand-in/os.ts';
import { connectAiApp } from './fixtures/ai-app.ts';
import { answer, answerWith, approvalWindow, give } from './fixtures/approval-window.ts';
import { seriousFindings } from './fixtures/axe.ts';
import { onStandIn } from './fixtures/binary.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import type { Doorward } from './fixtures/launch.ts';
import { addAsking, officeServer } from './fixtures/servers.ts';

interface Office {
  readonly client: Client;
  /** Calls that have reached the server, oldest first. */
  readonly reached: () => { name: string; arguments: Record<string, unknown> }[];
  readonly call: (name: string, args: Record<string, unknown>) => Promise<{ isError: boolean; text: string }>;
}

async function office({ page, home, url }: Doorward): Promise<Office> {
  const record = join(home, 'reached.jsonl');
  await addAsking(page, 'office', officeServer, record);
  const { token } = await command(page, 'client.add', { name: 'Claude Desktop' });
  const client = await connectAiApp(`${url}/s/office`, token);
  return {
    client,
    reached: () =>
      existsSync(record)
        ? readFileSync(record, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as { name: string; arguments: Record<string, unknown> })
        : [],
    async call(name, args) {
      const result = await client.callTool({ name, arguments: args }, { timeout: 120_000 });
      return { isError: result.isError === true, text: JSON.stringify(result.content) };
    },
  };
}

/** What the call would do; it is also told to screen readers. */
const sentence = (popup: Page, name: RegExp) => popup.getByRole('heading', { level: 1, name });

const MAIL = { to: ['bob@example.com'], subject: 'Posters', body: 'Print them by October.' };

test('allowed once, and the identical call asks again', async ({ doorward }) => {
  const { app, page } = doorward;
  const { client, call, reached } = await office(doorward);
  const first = call('send_email', MAIL);
  const popup = await approvalWindow(app);
  await expect(sentence(popup, /Claude Desktop wants to send an e-mail to/)).toBeVisible();
  await expect(popup.getByText('bob@example.com').first()).toBeVisible();
  await expect(popup.getByText('It cannot be called back.')).toBeVisible();
  expect(await seriousFindings(popup)).toEqual([]);
  await popup.screenshot({ path: 'test-results/screens/approval-send.png' });
  expect(reached()).toEqual([]);
  await give(popup, 'Allow');
  expect(await first).toMatchObject({ isError: false });
  expect(reached()).toHaveLength(1);

  const second = call('send_email', MAIL);
  await expect.poll(async () => (await command(page, 'approval.list', {})).pending.length).toBe(1);
  await expect(popup.getByText('bob@example.com').first()).toBeVisible();
  await give(popup, /^Deny/);
  const refused = await second;
  expect(refused.isError).toBe(true);
  expect(refused.text).toContain('refused');
  expect(reached()).toHaveLength(1);
  await client.close();
});

test('allowed for five minutes like this: what is like it passes, other calls ask', async ({ doorward }) => {
  const { app, page } = doorward;
  const { client, call, reached } = await office(doorward);
  const first = call('send_email', MAIL);
  const popup = await approvalWindow(app);
  await expect(popup.getByText('bob@example.com').first()).toBeVisible();
  await answer(popup, 'Allow');
  await popup.getByRole('button', { name: /Just this once/ }).click();
  await popup.getByRole('menuitemradio', { name: 'For 5 minutes' }).click();
  await popup.getByRole('menuitemradio', { name: /Like this/ }).click();
  await popup.screenshot({ path: 'test-results/screens/approval-scope.png' });
  await popup.keyboard.press('Tab');
  await give(popup, 'Allow');
  expect(await first).toMatchObject({ isError: false });

  expect(await call('send_email', { ...MAIL, subject: 'Other words' })).toMatchObject({ isError: false });
  expect(reached()).toHaveLength(2);
  // A copy to somebody else is not like it.
  const other = call('send_email', { ...MAIL, bcc: ['eve@example.com'] });
  await expect.poll(async () => (await command(page, 'approval.list', {})).pending.length).toBe(1);
  await expect(popup.getByText('eve@example.com').first()).toBeVisible();
  const [held] = (await command(page, 'approval.list', {})).pending;
  await command(page, 'approval.deny', { id: held?.id ?? '', reason: 'Not to her' });
  expect(await other).toMatchObject({ isError: true });
  expect((await other).text).toContain('Not to her');
  expect(reached()).toHaveLength(2);

  await page.getByRole('navigation').getByRole('button', { name: 'Permissions' }).click();
  await expect(page.getByText(/may call send_email/).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/permissions.png' });
  expect(await seriousFindings(page)).toEqual([]);
  await client.close();
});

test('Escape denies, and nothing but the keyboard is needed to allow', async ({ doorward }) => {
  const { app } = doorward;
  const { client, call, reached } = await office(doorward);
  const first = call('run_command', { command: 'rm -rf build' });
  const popup = await approvalWindow(app);
  await expect(sentence(popup, /wants to run a command on this computer/)).toBeVisible();
  await popup.bringToFront();
  expect(await answerWith(popup, 'Escape', first)).toMatchObject({ isError: true });

  const second = call('delete_note', { path: '/tmp/doorward-e2e-note.md' });
  await expect(sentence(popup, /wants to delete/)).toBeVisible();
  await answer(popup, 'Allow');
  for (let i = 0; i < 20; i++) {
    const focused = await popup.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused === 'Allow') break;
    await popup.keyboard.press('Tab');
  }
  expect(await answerWith(popup, 'Enter', second)).toMatchObject({ isError: false });
  expect(reached()).toHaveLength(1);
  await client.close();
});

test('nobody is there: missed, allowed later, and the next try of the same passes once', async ({
  doorward,
}) => {
  test.skip(!onStandIn, "the lock of the screen is the stand-in's to give");
  const { app, page } = doorward;
  const { client, call, reached } = await office(doorward);
  const os = await osSurface(app);
  await os.setIdle({ locked: true });
  await os.power('lock-screen');
  const away = await call('send_email', MAIL);
  expect(away).toMatchObject({ isError: true });
  expect(away.text).toContain('Nobody is at the computer');
  await os.setIdle({ locked: false, seconds: 0 });
  await os.power('unlock-screen');

  await page.getByRole('navigation').getByRole('button', { name: 'Needs you' }).click();
  await expect(page.getByText(/wants to send an e-mail/).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/missed.png' });
  expect(await seriousFindings(page)).toEqual([]);
  const [missed] = (await command(page, 'approval.list', {})).missed;
  await command(page, 'approval.allow', { id: missed?.id ?? '' });
  expect(await call('send_email', MAIL)).toMatchObject({ isError: false });
  expect(reached()).toHaveLength(1);

  const again = call('send_email', MAIL);
  const popup = await approvalWindow(app);
  await expect(popup.getByText('bob@example.com').first()).toBeVisible();
  const [held] = (await command(page, 'approval.list', {})).pending;
  await command(page, 'approval.deny', { id: held?.id ?? '' });
  expect(await again).toMatchObject({ isError: true });
  await client.close();
});

test('an answer that comes after the app has stopped waiting serves its next try', async ({ doorward }) => {
  const { app, page } = doorward;
  const { client, reached } = await office(doorward);
  const waiting = new AbortController();
  const gone = client
    .callTool(
      { name: 'write_note', arguments: { path: '/tmp/doorward-e2e.md', content: 'x' } },
      { timeout: 120_000, signal: waiting.signal },
    )
    .catch((error: unknown) => error);
  const popup = await approvalWindow(app);
  await expect(sentence(popup, /wants to change/)).toBeVisible();
  waiting.abort(new Error('The app waited long enough.'));
  expect(await gone).toBeInstanceOf(Error);
  await expect(popup.getByText(/stopped waiting. Your answer is kept/)).toBeVisible();
  await give(popup, 'Allow');
  await expect.poll(async () => (await command(page, 'approval.list', {})).pending.length).toBe(0);
  expect(reached()).toEqual([]);
  const retry = await client.callTool({
    name: 'write_note',
    arguments: { path: '/tmp/doorward-e2e.md', content: 'x' },
  });
  expect(retry.isError ?? false).toBe(false);
  expect(reached()).toHaveLength(1);
  await client.close();
});
