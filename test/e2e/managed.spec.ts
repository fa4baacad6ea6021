import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import type { Page } from 'playwright/test';
import { connectAiApp } from './fixtures/ai-app.ts';
import { approvalWindow, give } from './fixtures/approval-window.ts';
import { seriousFindings } from './fixtures/axe.ts';
import { command } from './fixtures/commands.ts';
import { expect, test as base } from './fixtures/doorward.ts';
import { type Doorward, launch, newHome, removeHome } from './fixtures/launch.ts';
import { type ManagedMachine, managedMachine, whyUnmanageable } from './fixtures/managed-machine.ts';
import { addAsking, officeServer } from './fixtures/servers.ts';

/** A change is seen at once where the system tells of changes in folders, and within a minute anyway. */
const SEEN_MS = 180_000;

const ORGANISATION = {
  name: 'Example Ltd',
  contact: 'it@example.com',
  contactUrl: 'https://intranet.example.com/doorward',
};
const POLICY = {
  version: 1,
  organisation: ORGANISATION,
  presets: { minimum: 'guarded' },
  locked: ['theme'],
  settings: { logLevel: 'warn' },
  startAtLogin: false,
  rules: [{ action: 'block', effects: ['run'] }],
};
const MAIL = { to: ['bob@example.com'], subject: 'Posters', body: 'Print them by October.' };

interface Fixtures {
  readonly machine: ManagedMachine;
  /** A folder for what outlives one start of the app. */
  readonly folder: string;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern.
  machine: async ({}, use, info) => {
    const why = whyUnmanageable();
    info.skip(why !== undefined, why ?? '');
    const machine = managedMachine();
    await use(machine);
    machine.remove();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'doorward-e2e-office-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** The app on that computer, for as long as `use` takes. */
async function during(
  machine: ManagedMachine,
  home: string | undefined,
  use: (doorward: Doorward) => Promise<void>,
): Promise<void> {
  const doorward = await launch({ binary: machine.binary, ...(home === undefined ? {} : { home }) });
  try {
    await doorward.page.getByRole('navigation').waitFor();
    await use(doorward);
  } finally {
    await doorward.close();
  }
}

interface Office {
  readonly client: Client;
  readonly call: (name: string, args: Record<string, unknown>) => Promise<{ isError: boolean; text: string }>;
  /** Names of the tools that the server was called with, oldest first. */
  readonly reached: () => string[];
}

const recordIn = (folder: string): string => join(folder, 'reached.jsonl');

async function officeThrough({ page, url }: Doorward, folder: string): Promise<Office> {
  const known = (await command(page, 'client.list', {})).some(({ name }) => name === 'Claude Desktop');
  const { token } = await (known
    ? command(page, 'client.rotate', { client: 'Claude Desktop' })
    : command(page, 'client.add', { name: 'Claude Desktop' }));
  const client = await connectAiApp(`${url}/s/office`, token);
  return {
    client,
    async call(name, args) {
      const result = await client.callTool({ name, arguments: args }, { timeout: 120_000 });
      return { isError: result.isError === true, text: JSON.stringify(result.content) };
    },
    reached: () =>
      existsSync(recordIn(folder))
        ? readFileSync(recordIn(folder), 'utf8')
            .trim()
            .split('\n')
            .map((line) => (JSON.parse(line) as { name: string }).name)
        : [],
  };
}

const goTo = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: screen }).click();

/** Waits until managed settings that fit are in force. */
async function inForce(
  page: Page,
  fits: (view: Awaited<ReturnType<typeof managedView>>) => boolean,
): Promise<void> {
  await expect.poll(async () => fits(await managedView(page)), { timeout: SEEN_MS }).toBe(true);
}
const managedView = (page: Page) => command(page, 'policy.show', {});

test('an organisation limits, locks and refuses, and what it changes holds while the app runs', async ({
  machine,
  folder,
}) => {
  test.setTimeout(600_000);
  machine.roll(POLICY);
  await during(machine, undefined, async (doorward) => {
    const { app, page } = doorward;
    await addAsking(page, 'office', officeServer, recordIn(folder));
    const { client, call, reached } = await officeThrough(doorward, folder);

    // Who, from where, whom to ask, and what is limited.
    await goTo(page, 'Settings');
    const managed = page.getByRole('region', { name: 'Managed' });
    for (const text of [
      'Example Ltd',
      '/etc/doorward/policy.json',
      'it@example.com',
      ORGANISATION.contactUrl,
    ])
      await expect(managed.getByText(text, { exact: true }).first()).toBeVisible();
    await expect(managed.getByRole('list', { name: 'What it limits' })).toContainText(
      'The preset is at least',
    );
    const locked = managed.getByRole('list', { name: 'What only it can change' });
    await expect(locked).toContainText('Looks: Example Ltd has set this. Ask Example Ltd: it@example.com');

    // What is locked cannot be changed, and says why.
    const general = page.getByRole('region', { name: 'General' });
    for (const look of await general.getByRole('radio').all()) await expect(look).toBeDisabled();
    await expect(general.getByRole('switch', { name: /Start Doorward/ })).toBeDisabled();
    await expect(general.getByText('Example Ltd has set this.').first()).toBeVisible();
    const level = page
      .getByRole('region', { name: 'Logs' })
      .getByRole('combobox', { name: 'Doorward’s own log' });
    await expect(level).toBeDisabled();
    await expect(level).toContainText('Errors and warnings');
    await expect(command(page, 'settings.change', { theme: 'dark' })).rejects.toThrow('it@example.com');

    // A preset below the least cannot be chosen.
    const safety = page.getByRole('region', { name: 'Safety' });
    await expect(safety.getByRole('radio', { name: /^Observe/ })).toBeDisabled();
    await expect(safety.getByRole('radio', { name: /^Strict/ })).toBeEnabled();
    await expect(command(page, 'preset.set', { preset: 'observe' })).rejects.toThrow('at least "guarded"');
    expect(await seriousFindings(page)).toEqual([]);
    await managed.scrollIntoViewIfNeeded();
    await page.screenshot({ path: 'test-results/screens/managed-settings.png' });

    // Its rule refuses, whatever anybody here says.
    const refused = await call('run_command', { command: 'ls' });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('A rule of your organisation refuses this call. Nothing was sent.');
    await goTo(page, 'Permissions');
    await expect(page.getByText('From your organisation').first()).toBeVisible();
    await page.screenshot({ path: 'test-results/screens/managed-permissions.png' });

    // From now on only some people may approve, and nobody here is one of them.
    machine.roll({ ...POLICY, approvals: { whoMayApprove: 'groups', groups: ['doorward-approvers'] } });
    await inForce(page, ({ limits }) => limits.includes('Only people whom it names may allow calls.'));
    const held = call('send_email', MAIL);
    const popup = await approvalWindow(app);
    await expect(popup.getByText('bob@example.com').first()).toBeVisible();
    await give(popup, 'Allow');
    await expect(popup.getByRole('alert')).toContainText(
      'On this computer only people whom your organisation names may approve this. Ask Example Ltd: it@example.com',
    );
    await popup.screenshot({ path: 'test-results/screens/managed-approval.png' });
    expect(await seriousFindings(popup)).toEqual([]);
    expect(reached()).toEqual([]);
    await give(popup, /^Deny/);
    expect(await held).toMatchObject({ isError: true });
    expect(reached()).toEqual([]);

    // Settings that cannot be understood: the last ones hold, and the window says so.
    machine.roll('{ "version": 1, "rules": [');
    await inForce(page, ({ sentence }) => sentence.includes('The last ones that could be used still hold.'));
    await goTo(page, 'Settings');
    await expect(managed.getByText(/policy\.json cannot be used: .*still hold/)).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'What you should know' }).getByText(/policy\.json cannot be used/),
    ).toHaveCount(1);
    await page.screenshot({ path: 'test-results/screens/managed-damaged.png' });
    expect(await seriousFindings(page)).toEqual([]);
    expect((await call('run_command', { command: 'ls' })).text).toContain('A rule of your organisation');
    await expect(command(page, 'rule.add', { action: 'allow' })).rejects.toThrow(
      'only people whom your organisation',
    );

    // They are taken away: the computer is the person's again.
    machine.take();
    await inForce(page, ({ kind }) => kind === 'unmanaged');
    await expect(general.getByRole('radio').first()).toBeEnabled();
    await expect(safety.getByRole('radio', { name: /^Observe/ })).toBeEnabled();
    const asked = call('run_command', { command: 'ls' });
    await expect(popup.getByRole('heading', { level: 1, name: /wants to run a command/ })).toBeVisible();
    await give(popup, 'Allow');
    expect(await asked).toMatchObject({ isError: false });
    expect(reached()).toEqual(['run_command']);
    await client.close();
  });
});

test('settings that cannot be understood from the start, or that others can write, lock everything', async ({
  machine,
  folder,
}) => {
  test.setTimeout(600_000);
  const home = newHome();
  try {
    // Before, everything passes.
    await during(machine, home, async (doorward) => {
      const { page } = doorward;
      await addAsking(page, 'office', officeServer, recordIn(folder));
      await command(page, 'rule.add', { action: 'allow', server: 'office' });
      const { client, call, reached } = await officeThrough(doorward, folder);
      expect(await call('write_note', { path: '/tmp/x.md', content: 'x' })).toMatchObject({ isError: false });
      expect(reached()).toEqual(['write_note']);
      await client.close();
    });

    machine.roll({ ...POLICY, presets: { minimun: 'strict' } });
    await during(machine, home, async (doorward) => {
      const { page } = doorward;
      const { client, call, reached } = await officeThrough(doorward, folder);
      for (const [name, args] of [
        ['write_note', { path: '/tmp/x.md', content: 'x' }],
        ['read_note', { title: 'x' }],
      ] as const) {
        const { isError, text } = await call(name, args);
        expect(isError).toBe(true);
        expect(text).toContain('Doorward is locked: the managed settings of this computer cannot be used.');
      }
      expect(reached()).toEqual(['write_note']);
      const notices = page.getByRole('region', { name: 'What you should know' });
      await expect(notices.getByText(/minimun.*every call is refused.*Ask whoever looks after/)).toHaveCount(
        1,
      );
      await goTo(page, 'Settings');
      await expect(
        page.getByRole('region', { name: 'Managed' }).getByText(/every call is refused/),
      ).toBeVisible();
      await page.screenshot({ path: 'test-results/screens/managed-locked-down.png' });
      expect(await seriousFindings(page)).toEqual([]);

      // Mended while the app runs.
      machine.roll(POLICY);
      await inForce(page, ({ kind }) => kind === 'managed');
      expect(await call('write_note', { path: '/tmp/x.md', content: 'x' })).toMatchObject({ isError: false });
      await expect(notices.getByText(/every call is refused/)).toHaveCount(0);

      // A file that others can write could be anybody's, whatever held before.
      machine.expose();
      await inForce(page, ({ kind }) => kind === 'locked-down');
      expect((await call('write_note', { path: '/tmp/x.md', content: 'x' })).text).toContain(
        'Doorward is locked',
      );
      await expect(notices.getByText(/others than root may write the file/)).toHaveCount(1);
      expect(reached()).toEqual(['write_note', 'write_note']);
      await client.close();
    });
  } finally {
    removeHome(home);
  }
});

test('a server for which the organisation answers needs no approval, and loses it with the voucher', async ({
  machine,
  folder,
}) => {
  test.setTimeout(600_000);
  // An administrator approves it on one computer, and takes the settings of that.
  let made: Record<string, unknown> = {};
  await during(machine, undefined, async ({ page }) => {
    await addAsking(page, 'office', officeServer, recordIn(folder));
    const { files } = await command(page, 'policy.export', { format: 'json', vouchers: true });
    const [file] = files;
    made = JSON.parse(Buffer.from(file?.base64 ?? '', 'base64').toString('utf8')) as Record<string, unknown>;
  });
  expect(made['vouchers']).toHaveLength(1);

  machine.roll({ ...made, organisation: ORGANISATION });
  await during(machine, undefined, async (doorward) => {
    const { page } = doorward;
    await expect
      .poll(async () => (await command(page, 'server.list', {})).map(({ id, state }) => `${id} ${state}`), {
        timeout: 60_000,
      })
      .toEqual(['office approved']);
    const { client, call, reached } = await officeThrough(doorward, folder);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('send_email');
    expect(await call('read_note', { title: 'x' })).toMatchObject({ isError: false });
    expect(reached()).toEqual(['read_note']);
    await goTo(page, 'Servers');
    await page
      .getByRole('list', { name: 'Servers' })
      .getByRole('button', { name: /^office/ })
      .click();
    await page.screenshot({ path: 'test-results/screens/managed-voucher.png' });
    expect(await seriousFindings(page)).toEqual([]);

    // It answers for all but one tool any more: what nobody has looked at is on hold.
    machine.roll({ ...made, vouchers: undefined, organisation: ORGANISATION });
    await inForce(page, ({ limits }) => !limits.some((limit) => limit.includes('answers for')));
    await expect
      .poll(async () => (await command(page, 'server.list', {})).map(({ state }) => state), {
        timeout: 60_000,
      })
      .toEqual(['unreviewed']);
    const refused = await call('read_note', { title: 'x' }).catch((error: unknown) => ({
      isError: true,
      text: String(error),
    }));
    expect(refused.isError).toBe(true);
    expect(reached()).toEqual(['read_note']);
    await client.close();
  });
});
