// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeReport } from '../../../renderer/dev/fake-report.ts';
import { managedByCompany, sampleAdvice, sampleRules } from '../../../renderer/dev/sample-policy.ts';
import { PermissionsScreen } from '../../../renderer/features/permissions/permissions-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const radio = (name: RegExp) => screen.getByRole('radio', { name });

async function open(rules = sampleRules()) {
  const world = setUp();
  world.host.patch({ rules });
  world.draw(<PermissionsScreen />);
  await screen.findByText('0.4 prompts per 100 calls');
  return world;
}

it('has names and roles that axe finds nothing wrong with', async () => {
  await open();
  const { violations } = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

describe('permissions and rules', () => {
  it('say what they are about, for whom, how long still, and how often they were used', async () => {
    await open();
    const own = await screen.findByRole('list', { name: 'Permissions and rules' });
    const rows = [...own.children].map((row) => row.textContent);
    expect(rows[0]).toMatch(/write_file.*Claude Desktop.*used 41 times, last 3 min ago.*PassesTake back/);
    expect(rows[1]).toMatch(/Cursor4[12]:\d\d left/);
    expect(rows[2]).toMatch(/Every AI app.*until Doorward quits/);
    expect(rows[3]).toMatch(/never used.*Backups run at night.*RefusedRemove/);
    // What looks like Latin and is not.
    expect(within(own).getByRole('mark').textContent).toMatch(/ex.*le/);
    expect(screen.getByRole('list', { name: 'Not used for 30 days' }).children).toHaveLength(1);
  });

  it('of an organisation cannot be removed here', async () => {
    await open();
    const managed = screen.getByRole('list', { name: 'From your organisation' });
    expect(managed.textContent).toMatch(
      /if you allow it each time\. This counts only for what sends something/,
    );
    expect(managed.textContent).not.toMatch(/never used/);
    expect(within(managed).queryByRole('button')).toBeNull();
  });

  it('are taken back at one click, and come back with Undo as they were', async () => {
    const { user, given, host } = await open();
    await user.click(button(/^Take back: Claude Desktop may call write_file/));
    await waitFor(() => expect(host.rules.map(({ id }) => id)).not.toContain('rule-1'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(given('rule.add')).toHaveLength(1));
    expect(given('rule.add')[0]).toEqual({
      action: 'allow',
      client: 'c1',
      server: 'files',
      tool: 'write_file',
      args: [{ pointer: '/path', test: { is: 'in-folder', folder: '/home/ada/Campaigns' } }],
    });
  });

  it('of this run only have no way back, and nothing offers one', async () => {
    const { user } = await open();
    await user.click(button(/^Take back: Every AI app may do anything on tickets/));
    await screen.findByText('Taken back. It is asked about again.');
    // Toasts of other tests may still be there; the newest is the first.
    const [toast] = screen.getAllByRole('dialog');
    expect(within(toast as HTMLElement).queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('stay, with the reason, when they cannot be removed', async () => {
    const { user, commands } = await open();
    commands['rule.remove'] = refuses('locked', 'The vault is locked.');
    await user.click(button(/^Remove: No AI app may do anything/));
    expect((await screen.findByRole('alert')).textContent).toBe('The vault is locked.');
    expect(button(/^Remove: No AI app may do anything/)).toBeDefined();
  });

  it('appear here, says the place where there are none', async () => {
    await open([]);
    expect(screen.getByText('Permissions you give appear here.')).toBeDefined();
  });

  it('are found by whatever leads to one of them', async () => {
    const { stores } = await open();
    stores.ui.getState().navigate('permissions', 'rule-4');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-rule')).toBe('rule-4'));
    expect(stores.ui.getState().selected.permissions).toBeUndefined();
  });
});

describe('suggestions', () => {
  it('are allowed only after it was shown what they would change', async () => {
    const { user, given } = await open();
    expect(screen.queryByRole('button', { name: /^Allow this/ })).toBeNull();
    await user.click(button(/^What would change: Claude Desktop may call write_file on files/));
    const changed = await screen.findByRole('list', { name: 'Calls that would have been different' });
    expect(changed.children).toHaveLength(6);
    expect(within(changed).getByRole('img', { name: /U\+202E/ })).toBeDefined();
    expect(screen.getByText('Asked about: 3 instead of 9 of 412 calls.')).toBeDefined();
    expect(screen.getByText('Of 3 calls too little was recorded to be sure.')).toBeDefined();
    const [suggestion] = sampleAdvice().suggestions;
    expect(given('rule.simulate')).toEqual([{ add: [suggestion?.body] }]);
    await user.click(button(/^Allow this: /));
    await waitFor(() => expect(given('rule.add')).toEqual([suggestion?.body]));
    await waitFor(() => expect(given('rule.suggest').length).toBeGreaterThan(1));
  });

  it('are not there when there is nothing to suggest; without calls there is no rate', async () => {
    const world = setUp();
    world.commands['rule.suggest'] = () =>
      Promise.resolve({ ok: true, value: { calls: 0, asked: 0, suggestions: [], unused: [] } });
    const report = fakeReport(1, Date.now());
    world.commands['log.report'] = () =>
      Promise.resolve({ ok: true, value: { ...report, now: { ...report.now, calls: 0 } } });
    world.draw(<PermissionsScreen />);
    await screen.findByText('No calls in the last 7 days.');
    expect(screen.queryByText(/per 100 calls/)).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Suggestions' })).toBeNull();
  });
});

describe('how often the person is asked', () => {
  const drawn = async (calls: number, asked: number, begins?: number): Promise<string> => {
    const world = setUp();
    const report = fakeReport(1, Date.now());
    const now = { ...report.now, calls, questions: { ...report.now.questions, asked } };
    const logBegins = begins === undefined ? {} : { logBegins: report.since + begins };
    world.commands['log.report'] = () =>
      Promise.resolve({ ok: true, value: { ...report, ...logBegins, now } });
    world.draw(<PermissionsScreen />);
    const heading = await screen.findByRole('heading', { name: 'How often you are asked' });
    await screen.findByText(/Calls of the last 7 days/);
    await screen.findByRole('heading', { name: 'Suggestions' });
    const said = heading.parentElement?.textContent ?? '';
    cleanup();
    return said;
  };

  it('is a rate from 20 calls on, and before that the counts alone', async () => {
    expect(await drawn(2, 1)).toMatch(/askedCalls of the last 7 days: 2\. Questions: 1\. Show/);
    expect(await drawn(19, 2)).toMatch(/askedCalls of the last 7 days: 19\. Questions: 2\. Show/);
    expect(await drawn(20, 2)).toMatch(
      /asked10 prompts per 100 callsCalls of the last 7 days: 20\. Questions: 2\. More than 1 .*Show/,
    );
  });

  it('points to the suggestions beyond what a person can bear, once the log is a week old', async () => {
    expect(await drawn(300, 3)).not.toContain('More than 1');
    expect(await drawn(300, 4)).toContain('More than 1');
    expect(await drawn(300, 4, -1)).toContain('More than 1');
    expect(await drawn(300, 4, 1)).not.toContain('More than 1');
  });

  it('leads to the report that has the numbers', async () => {
    const { user, stores } = await open();
    await user.click(button('Show in the report'));
    expect(stores.ui.getState().screen).toBe('activity');
  });

  it('tells of a permission that it comes from a suggestion', async () => {
    await open(sampleRules().map((rule) => ({ ...rule, origin: 'suggestion' as const })));
    expect(screen.getAllByText('From a suggestion').length).toBeGreaterThan(0);
  });
});

describe('the preset', () => {
  it('is chosen after it was shown what it would have changed, and can be taken back', async () => {
    const { user, host, given } = await open();
    await user.click(radio(/^Observe/));
    await screen.findByText(/What would have been different/);
    expect(given('rule.simulate')).toEqual([{ preset: 'observe' }]);
    expect(host.status.preset).toBe('guarded');
    await user.click(button('Use Observe'));
    await waitFor(() => expect(host.status.preset).toBe('observe'));
    await screen.findByText('Observe counts from now on.');
    await user.click(screen.getAllByRole('button', { name: 'Undo' })[0] as HTMLElement);
    await waitFor(() => expect(host.status.preset).toBe('guarded'));
  });

  it('stays when the person thinks better of it', async () => {
    const { user, host } = await open();
    await user.click(radio(/^Strict/));
    await user.click(button('Keep Guarded'));
    expect(radio(/^Guarded/).getAttribute('aria-checked')).toBe('true');
    expect(host.status.preset).toBe('guarded');
  });

  it('cannot be one that an organisation does not allow, and says so with source and whom to ask', async () => {
    const { host } = await open();
    host.patch({ managed: managedByCompany });
    await waitFor(() => expect(radio(/^Observe/).hasAttribute('data-disabled')).toBe(true));
    expect(radio(/^Strict/).hasAttribute('data-disabled')).toBe(false);
    const note = screen.getByText(/has set this\./).closest('p');
    expect(note?.textContent).toMatch(/Source: \/etc\/doorward\/policy\.json\. Ask it@example\.com\./);
    host.patch({ managed: { ...managedByCompany, presetFloor: undefined } });
    await waitFor(() => expect(radio(/^Strict/).hasAttribute('data-disabled')).toBe(true));
  });
});
