// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ActivityScreen } from '../../../renderer/features/activity/activity-screen.tsx';
import type { CallSummary } from '../../../shared/model/log.ts';
import { hostileNames } from '../../fixtures/hostile-names.ts';
import { prepare } from './activity-page.tsx';
import { refuses, setUp } from './screens-support.tsx';

beforeAll(prepare);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search the log' });
const list = () => screen.findByRole('grid', { name: 'Calls found' }, { timeout: 60_000 });
const bars = () => screen.getByRole('group', { name: /^Calls by/ });
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const violations = async () => {
  const found = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
};

async function open(world = setUp()) {
  world.draw(<ActivityScreen />);
  await world.user.click(button('History'));
  return world;
}
async function opened() {
  const world = await open();
  await list();
  return world;
}
async function choose(user: Awaited<ReturnType<typeof opened>>['user'], label: string, option: string) {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('history', () => {
  it('is reached from Activity, takes the focus, and leads back to its button', async () => {
    const { user } = await opened();
    expect(title()).toBe('History');
    expect(document.activeElement).toBe(search());
    await user.keyboard('{Escape}');
    expect(title()).toBe('Activity');
    expect(document.activeElement).toBe(button('History'));
  });

  it('groups calls by day and reads further pages as they are wanted', async () => {
    const { user, given } = await opened();
    const grid = await list();
    expect(within(grid).getByText(/^Today, /)).toBeDefined();
    grid.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    // The header is the first row, a heading of the day the second; just after midnight there are two.
    expect(Number(active?.getAttribute('aria-rowindex'))).toBeGreaterThan(3);
    expect(active?.getAttribute('aria-selected')).toBe('false');
    await user.keyboard('{End}');
    await waitFor(() => expect(given('log.list').length).toBeGreaterThan(1), { timeout: 60_000 });
    expect(given('log.list')[1]).toMatchObject({ limit: 100, before: expect.any(String) });
  });

  it('asks for what is typed and chosen, keeps it, and clears it', async () => {
    const { user, given } = await opened();
    await user.type(search(), 'invoice');
    await choose(user, 'Server', 'mail');
    await choose(user, 'Outcome', 'Any trouble');
    await choose(user, 'What it does', 'Sends');
    await user.click(screen.getByRole('checkbox', { name: 'With findings' }));
    const wanted = { search: 'invoice', server: 'mail', outcome: 'trouble', effect: 'send', found: true };
    await waitFor(() => expect(given('log.list').at(-1)).toMatchObject(wanted), { timeout: 60_000 });
    expect(given('log.overview').at(-1)).toMatchObject(wanted);
    await user.click(button('Back to live calls'));
    await user.click(button('History'));
    expect(search().value).toBe('invoice');
    await user.click(button('Clear filters'));
    await waitFor(() => expect(given('log.list').at(-1)).toEqual({ limit: 100, since: expect.any(Number) }), {
      timeout: 10_000,
    });
    expect(document.activeElement).toBe(search());
  });

  it('says what is wrong with a search and asks nothing', async () => {
    const { user, given } = await opened();
    const before = given('log.list').length;
    await user.type(search(), '!!');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Type a letter or a number/);
    await user.clear(search());
    await waitFor(() => expect(given('log.list').length).toBeGreaterThan(before), { timeout: 60_000 });
    const asked = given('log.list').length;
    await choose(user, 'Time', 'From … to …');
    await waitFor(() => expect(given('log.list').length).toBeGreaterThan(asked), { timeout: 60_000 });
    const last = given('log.list').length;
    await user.clear(screen.getByLabelText('To'));
    await user.type(screen.getByLabelText('To'), '2020-01-01');
    expect((await screen.findByRole('alert')).textContent).toMatch(/The last day is before the first/);
    expect(given('log.list')).toHaveLength(last);
  });

  it('narrows to a bar by pointer or keyboard, and goes back', async () => {
    const { user, given } = await opened();
    await screen.findByRole('group', { name: 'Calls by day' });
    const all = within(bars()).getAllByRole('button');
    expect(all).toHaveLength(30);
    expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all[29]]);
    expect(all[29]?.getAttribute('aria-label')).toMatch(/^\w{3} \d+ \w+: \d+ calls?\. Answered: \d+/);
    all[29]?.focus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Enter}');
    await screen.findByRole('group', { name: 'Calls by hour' });
    await waitFor(() => expect(within(bars()).getAllByRole('button')).toContain(document.activeElement));
    expect(given('log.overview').at(-1)).toEqual({ since: expect.any(Number), until: expect.any(Number) });
    await user.click(button('Back to “Last 30 days”'));
    await screen.findByRole('group', { name: 'Calls by day' });
    expect(document.activeElement).toBe(search());
  });

  it('has the same numbers as a table, which narrows too', async () => {
    const { user, given } = await opened();
    await screen.findByRole('group', { name: 'Calls by day' });
    const words = within(bars()).getAllByRole('button')[28]?.getAttribute('aria-label') ?? '';
    await user.click(button('Show as table'));
    const table = screen.getByRole('table', { name: 'Calls by day' });
    const row = within(table).getAllByRole('row')[2];
    const [, calls = ''] = /: ([\d,]+) calls?\./.exec(words) ?? [];
    expect(row?.querySelectorAll('td')[0]?.textContent).toBe(calls);
    await user.click(within(table).getAllByRole('button')[1] ?? table);
    await waitFor(() => expect(given('log.overview').at(-1)).toHaveProperty('until'));
  });

  it('shows the whole story of a call, and of its session', async () => {
    const { user, given } = await opened();
    const grid = await list();
    grid.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const detail = await screen.findByRole('region', { name: 'Call' });
    expect(document.activeElement).toBe(detail);
    await within(detail).findByRole('heading', { name: 'Steps' });
    await user.click(within(detail).getByRole('button', { name: 'Show this session' }));
    const table = await screen.findByRole('table', { name: /^Calls of the session/ });
    expect(title()).toBe('Session');
    expect(given('log.session')).toHaveLength(1);
    expect(within(table).getAllByRole('columnheader').length).toBeGreaterThan(2);
    const calls = within(table).getAllByRole('button');
    expect(calls.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const pressed = calls.findIndex((each) => each.getAttribute('aria-pressed') === 'true');
    calls[pressed]?.focus();
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(calls[pressed - 1]);
    expect(calls[pressed - 1]?.getAttribute('aria-pressed')).toBe('true');
    expect(await violations()).toEqual([]);
    await user.keyboard('{Escape}{Escape}');
    expect(title()).toBe('History');
  }, 240_000);

  it('teaches where nothing is found, and widens the time', async () => {
    const { user, given } = await opened();
    await user.type(search(), 'xyzzy');
    await user.click(await screen.findByRole('button', { name: 'Search all time' }, { timeout: 60_000 }));
    await screen.findByText(/“inv” finds “invoice”/, {}, { timeout: 60_000 });
    expect(given('log.list').at(-1)).toEqual({ limit: 100, search: 'xyzzy' });
  });

  it('says why the log cannot be read, tries again, and keeps what it has', async () => {
    const world = setUp();
    const { user, commands } = world;
    const works = commands['log.list'];
    const trouble = 'The call log is being restarted. Try again in a moment.';
    commands['log.list'] = refuses('failed', trouble);
    await open(world);
    expect((await screen.findByRole('alert')).textContent).toContain(trouble);
    commands['log.list'] = works;
    await user.click(button('Try again'));
    await list();
    commands['log.list'] = refuses('failed', trouble);
    await user.click(button('Update'));
    expect((await screen.findByRole('alert')).textContent).toContain(trouble);
    expect(await list()).toBeDefined();
    commands['log.session'] = refuses('unknown', 'There is no call "x" in the log.');
    (await list()).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Show this session' }));
    expect((await screen.findByRole('alert')).textContent).toContain('There is no call');
  });

  it('shows hostile names as text only', async () => {
    const world = setUp();
    const calls: CallSummary[] = hostileNames.slice(0, 60).map((name, at) => ({
      call: `call-${at}`,
      at: Date.now() - at * 1000,
      clientId: 'a',
      clientName: name.slice(0, 80),
      direction: 'client',
      server: name,
      method: 'tools/call',
      name,
      outcome: 'refused',
      reason: name,
    }));
    world.commands['log.list'] = ({ before }) =>
      Promise.resolve({ ok: true, value: before === undefined ? calls : [] });
    world.commands['call.detail'] = () =>
      Promise.resolve({ ok: true, value: { call: calls[0] as CallSummary, legs: [] } });
    world.commands['log.session'] = () =>
      Promise.resolve({
        ok: true,
        value: { clientId: 'a', clientName: hostileNames[0] ?? '', calls, before: true, after: true },
      });
    const clean = () => {
      expect(
        document.querySelectorAll('script, iframe, a, form, img, object, meta, link, base, b'),
      ).toHaveLength(0);
      expect(document.querySelectorAll('[onerror], [onload], [onmouseover], [href], [src]')).toHaveLength(0);
    };
    await open(world);
    const grid = await list();
    clean();
    grid.focus();
    await world.user.keyboard('{ArrowDown}{Enter}');
    await world.user.click(await screen.findByRole('button', { name: 'Show this session' }));
    await screen.findByRole('table', { name: /^Calls of the session/ });
    clean();
  });

  it('has nothing that a screen reader stumbles over', async () => {
    const { user } = await opened();
    await screen.findByRole('group', { name: 'Calls by day' });
    expect(await violations()).toEqual([]);
    await user.click(button('Show as table'));
    await choose(user, 'Time', 'From … to …');
    expect(await violations()).toEqual([]);
  });
});
