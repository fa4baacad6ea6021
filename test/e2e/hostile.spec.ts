import type { Page } from 'playwright/test';
import { connectAiApp } from './fixtures/ai-app.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import { observe } from './fixtures/observed.ts';
import { payloads } from './fixtures/payloads.ts';
import { addPayloadServer } from './fixtures/servers.ts';

/** As the escapes of a JSON text show a character. */
const escaped = (code: number): string => JSON.stringify(String.fromCodePoint(code)).slice(1, -1);
const label = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
/** Tags and supplementary selectors come in runs, which are drawn as one box with what they spell. */
const inRun = (code: number): boolean => code >= 0xe0000 && code <= 0xe01ef;

/** The marks that a shown text does not make visible in any of the ways in which it can. */
function hiddenIn(shown: string, marks: readonly number[]): string[] {
  return marks
    .filter((code) => {
      if (inRun(code)) return !/U\+E0[01]/.test(shown);
      // A run of one kind of sequence is one box that names its first character and shows the rest as text.
      return (
        !shown.includes(label(code)) &&
        !shown.includes(escaped(code)) &&
        !(code < 0xa0 && /U\+00[01789]/.test(shown))
      );
    })
    .map(label);
}

/** Characters that must never stand in a page as they are: they hide, reorder, or are seen by programs only. */
const RAW =
  /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2060\u00ad\u{e0000}-\u{e007f}\ue000-\uf8ff]/u;

async function noneRaw(page: Page): Promise<void> {
  const text = await page.evaluate(() => document.body.textContent ?? '');
  expect(RAW.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
}

test('a hundred payloads as names, descriptions, arguments and results: nothing runs, nothing hides', async ({
  doorward,
}) => {
  test.setTimeout(600_000);
  const { page, url } = doorward;
  const observed = observe(page);

  // Names of apps are typed by people and by whatever fills a form for them.
  const names = payloads.filter(({ text }) => !/\p{Cc}/u.test(text) && text.length <= 60).slice(2, 14);
  for (const { text } of names) await command(page, 'client.add', { name: text });
  const { token } = await command(page, 'client.add', { name: 'Attacked <b>app</b>' });
  await addPayloadServer(page, 'attacker');

  await page.getByRole('navigation').getByRole('button', { name: 'AI apps' }).click();
  await expect(page.getByRole('list', { name: 'AI apps' }).getByRole('button')).toHaveCount(names.length + 1);
  await noneRaw(page);

  await page.getByRole('navigation').getByRole('button', { name: 'Servers' }).click();
  await page
    .getByRole('list', { name: 'Servers' })
    .getByRole('button', { name: /^attacker/ })
    .click();
  const tools = page.getByRole('list', { name: 'Tools' });
  await expect(tools.getByRole('button').first()).toBeVisible();
  for (let i = 0; i < 6; i++) await tools.getByRole('button', { expanded: false }).nth(i).click();
  await noneRaw(page);
  await page.getByRole('tab', { name: 'Log' }).click();
  await noneRaw(page);

  const client = await connectAiApp(url.replace('/mcp', '/mcp/s/attacker'), token);
  for (const [i, { text }] of payloads.entries())
    await client.callTool({ name: `tool-${i}`, arguments: { text } });
  await client.close();
  await page.getByRole('tab', { name: 'Tools' }).click();
  await page.getByRole('tab', { name: 'Log' }).click();
  await noneRaw(page);

  await page.getByRole('navigation').getByRole('button', { name: 'Activity' }).click();
  const search = page.getByLabel('Search calls');
  const detail = page.getByRole('region', { name: 'Call', exact: true });
  for (const [i, payload] of payloads.entries()) {
    await test.step(payload.name, async () => {
      await search.fill(`tool-${i}`);
      const row = page.getByRole('row').filter({ has: page.getByText(`tool-${i}`, { exact: true }) });
      await expect(row).toHaveCount(1);
      await row.click();
      await expect(detail.getByText(`tool-${i}`, { exact: true }).first()).toBeVisible();
      await expect(detail.getByRole('heading', { name: 'Result' })).toBeVisible();
      await expect.poll(async () => hiddenIn(await detail.innerText(), payload.marks)).toEqual([]);
    });
  }
  await noneRaw(page);
  expect(await observed.faults()).toEqual([]);
});
