import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { notesBundle } from '../fixtures/bundles/notes.ts';
import { electronBinary, root } from './fixtures/binary.ts';
import { expect, test } from './fixtures/doorward.ts';
import { environment, launch, newHome, removeHome } from './fixtures/launch.ts';

/** Starts the app again, as the system does for a file that is opened. */
async function secondStart(home: string, ...args: string[]): Promise<number | null> {
  const child = spawn(electronBinary, [root, ...args], { env: environment(home), stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode;
}

test('a bundle that is opened with Doorward is shown, and nothing of it is added or started', async () => {
  const home = newHome();
  const folder = join(`${home}-files`, 'my bundles');
  mkdirSync(folder, { recursive: true });
  const bundle = join(folder, 'notes.mcpb');
  writeFileSync(bundle, notesBundle());
  const doorward = await launch({ home, args: [bundle] });
  try {
    const { page } = doorward;
    const card = page.getByRole('region', { name: 'Notes' });
    await expect(card.getByText('Keeps notes in folders of yours.')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Back to the servers' }).click();
    await expect(page.getByText('Servers give AI apps their tools.')).toBeVisible();

    // Once more while it runs, in the form of a file manager; a link to it is not followed, an option is none.
    const link = join(dirname(bundle), 'link.mcpb');
    symlinkSync(bundle, link);
    expect(await secondStart(home, link)).toBe(0);
    await expect(page.getByRole('alert')).toHaveText(/This is a link to a file/, { timeout: 60_000 });
    await expect(card).toHaveCount(0);
    expect(await secondStart(home, pathToFileURL(bundle).href, '--hidden')).toBe(0);
    await expect(card.getByText('Keeps notes in folders of yours.')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Back to the servers' }).click();
    await expect(page.getByText('Servers give AI apps their tools.')).toBeVisible();
  } finally {
    await doorward.close();
    removeHome(home);
  }
});
