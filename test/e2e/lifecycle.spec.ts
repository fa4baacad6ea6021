import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { osSurface } from '../electron-stand-in/os.ts';
import { seriousFindings } from './fixtures/axe.ts';
import { electronBinary, onStandIn, root } from './fixtures/binary.ts';
import { command } from './fixtures/commands.ts';
import { expect, test } from './fixtures/doorward.ts';
import { environment, freePort, launch, newHome, removeHome } from './fixtures/launch.ts';

/** Starts the app once more with the same profile and answers how that process ended. */
async function secondStart(home: string, ...args: string[]): Promise<number | null> {
  const child = spawn(electronBinary, [root, ...args], { env: environment(home), stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode;
}

test('a second start brings the first to the front and ends', async ({ doorward }) => {
  const { app, page, home } = doorward;
  const window = await app.browserWindow(page);
  await window.evaluate((it) => it.hide());
  expect(await window.evaluate((it) => it.isVisible())).toBe(false);

  expect(await secondStart(home)).toBe(0);

  await expect.poll(() => window.evaluate((it) => it.isVisible())).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('closing the window leaves the gateway running, and the tray brings it back', async ({ doorward }) => {
  test.skip(!onStandIn, 'the tray of a real desktop cannot be seen from here');
  const { app, page, port } = doorward;
  const os = await osSurface(app);
  const window = await app.browserWindow(page);

  await window.evaluate((it) => it.close());
  await expect.poll(() => window.evaluate((it) => it.isVisible())).toBe(false);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  // What happens meanwhile is there when it comes back.
  await command(page, 'client.add', { name: 'Added while hidden' });

  await os.clickTray('Open');
  await expect.poll(() => window.evaluate((it) => it.isVisible())).toBe(true);
  await page.getByRole('button', { name: 'AI apps' }).click();
  await expect(page.getByRole('main').getByText('Added while hidden').first()).toBeVisible();
});

test('the tray says what is guarded, blocks everything and lifts it', async ({ doorward }) => {
  test.skip(!onStandIn, 'the tray of a real desktop cannot be seen from here');
  const { app, page } = doorward;
  const os = await osSurface(app);
  const labels = async (): Promise<string[]> => (await os.trayMenu()).map((item) => item.label);

  await expect.poll(labels).toContain('Guarding 0 apps, 0 servers');
  await os.clickTray('Block everything');
  await expect.poll(async () => (await command(page, 'status', {})).guard).toBe('block');
  await expect(page.getByText('Everything is blocked.').first()).toBeVisible();
  await expect.poll(labels).toContain('Everything is blocked');
  await os.clickTray('Block everything');
  await expect.poll(async () => (await command(page, 'status', {})).guard).toBe('usual');
});

test('the tray and the menu speak the language that is chosen, from then on', async ({ doorward }) => {
  test.skip(!onStandIn, 'the tray of a real desktop cannot be seen from here');
  const { app, page } = doorward;
  const os = await osSurface(app);
  const tray = async (): Promise<string[]> => (await os.trayMenu()).map((item) => item.label);
  const menu = async (): Promise<string[]> =>
    (await os.appMenu()).flatMap(({ label, submenu = [] }) => [label, ...submenu.map((item) => item.label)]);
  await expect.poll(tray).toContain('Block everything');
  expect(await menu()).toContain('Copy');

  await command(page, 'settings.change', { language: 'de' });
  await expect.poll(tray).toContain('Alles blockieren');
  await expect.poll(menu).toContain('Kopieren');
  expect(await os.trayTooltip()).toBe('Doorward: Schützt 0 Apps, 0 Server');

  await command(page, 'settings.change', { language: 'ar' });
  await expect.poll(tray).toContain('حظر كل شيء');
  await expect.poll(menu).toContain('نسخ');
  expect((await tray()).join('') + (await menu()).join('')).not.toMatch(/\b(?!Doorward\b)[A-Za-z]{2,}/);
  // What is shown in a new language does the same.
  await os.clickTray('حظر كل شيء');
  await expect.poll(async () => (await command(page, 'status', {})).guard).toBe('block');
});

test('a port that another program took is an alarm with a way on', async () => {
  const home = newHome();
  const port = await freePort();
  let heard = 0;
  const squatter = createServer((_request, response) => {
    heard += 1;
    response.end();
  });
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const { page, close, url } = await launch({ home, port });
  try {
    await expect(page.getByText(/may receive your apps’ keys/)).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    const [first] = await page.getByRole('button').allInnerTexts();
    expect(first).toMatch(/Replace keys and start|Try again/);
    // Taken while the other still runs: the same answer, and nothing was sent to it.
    const again = page.getByRole('button', { name: first ?? '' });
    await again.click();
    await expect(page.getByText(/may receive your apps’ keys/)).toBeVisible();
    // The port is not given free while it is being tried, or that try would be the one that succeeds.
    await expect(again).not.toHaveAttribute('aria-busy', 'true');
    expect(heard).toBe(0);

    await new Promise((resolve) => squatter.close(resolve));
    await again.click();
    await expect(page.getByRole('navigation')).toBeVisible();
    expect((await fetch(url.replace('/mcp', '/healthz'))).status).toBe(200);
  } finally {
    squatter.close();
    await close();
    removeHome(home);
  }
});

test('a profile that a host without a window uses is said to be in use', async () => {
  const home = newHome();
  const cli = spawn(process.execPath, ['dist/electron/cli.mjs', 'serve', '--port', '0', '--json'], {
    cwd: root,
    env: environment(home),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(cli.stdout, 'data');
  const { page, close } = await launch({ home });
  try {
    await expect(page.getByRole('heading', { name: 'Doorward is running already' })).toBeVisible();
    await expect(page.getByText(`process ${cli.pid}`)).toBeVisible();
    cli.kill('SIGTERM');
    await once(cli, 'exit');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('navigation')).toBeVisible();
  } finally {
    cli.kill('SIGKILL');
    await close();
    removeHome(home);
  }
});

test('settings that cannot be read are named, kept, and read again once mended', async () => {
  const home = newHome();
  const { page, close } = await launch({ home, settings: { theme: 'purple' } });
  try {
    await expect(page.getByRole('heading', { name: 'The settings cannot be read' })).toBeVisible();
    await expect(page.getByText(/"theme"/)).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  } finally {
    await close();
    removeHome(home);
  }
});

test('a page that crashed comes back with what it showed', async ({ doorward }) => {
  const { app, page } = doorward;
  await command(page, 'client.add', { name: 'Before the crash' });
  const window = await app.browserWindow(page);
  await window.evaluate((it) => it.webContents.forcefullyCrashRenderer());

  const shown = async (): Promise<string> =>
    window.evaluate((it) => it.webContents.executeJavaScript('document.body.innerText') as Promise<string>);
  await expect.poll(() => shown().catch(() => ''), { timeout: 30_000 }).toContain('Needs you');
  expect((await fetch(doorward.url.replace('/mcp', '/healthz'))).status).toBe(200);
});

test('an error that nobody caught stops the gateway, says so, and offers a new start', async ({
  doorward,
}) => {
  const { app, page, url } = doorward;
  await expect(page.getByRole('navigation')).toBeVisible();
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    }, 0);
  });
  await expect(page.getByRole('heading', { name: 'Doorward stopped' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  const answers = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await expect.poll(answers).toBe(false);
});
