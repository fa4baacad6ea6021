// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleCall } from '../../../renderer/dev/sample-calls.ts';
import { active, grid, opened, prepare, rows, show, tidy } from './activity-page.tsx';

beforeAll(prepare);
afterEach(tidy);

describe('the list', () => {
  it('draws only what is in sight, newest first, and says how many there are', async () => {
    await show();
    expect(rows().length).toBeLessThan(30);
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(grid().getAttribute('aria-rowcount')).toBe('101');
    expect(screen.getByText('100 calls')).toBeDefined();
  });

  it('has names and roles that axe finds nothing wrong with, also with a detail', async () => {
    const { container, user } = await show();
    await user.click(rows()[3] ?? grid());
    await screen.findByRole('heading', { name: 'Steps' });
    const { violations } = await axe(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('moves by keyboard with one stop for Tab', async () => {
    const { user } = await show();
    act(() => grid().focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()?.getAttribute('aria-rowindex')).toBe('3');
    await user.keyboard('{End}');
    expect(active()?.getAttribute('aria-rowindex')).toBe('101');
    await user.keyboard('{PageUp}');
    expect(active()?.getAttribute('aria-rowindex')).toBe('92');
    await user.keyboard('{Home}');
    expect(active()?.getAttribute('aria-rowindex')).toBe('2');
    expect(document.activeElement).toBe(grid());
    expect(grid().querySelectorAll('[tabindex="0"], button, a').length).toBe(0);
  });

  it('opens a call with Enter, goes there, and comes back with Escape', async () => {
    const { user } = await show();
    act(() => grid().focus());
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(opened()));
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(opened()).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(grid()));
  });

  it('stays put once a call is chosen, counts what is new, and leads back', async () => {
    const { user, patch } = await show();
    act(() => grid().focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    // Not its text: a call that runs tells how long it has.
    const chosen = active()?.id;
    await patch(sampleCall(101, Date.now(), true), sampleCall(102, Date.now(), true));
    expect(active()?.getAttribute('aria-rowindex')).toBe('3');
    expect(active()?.id).toBe(chosen);
    await user.click(screen.getByRole('button', { name: '2 new calls' }));
    expect(grid().getAttribute('aria-rowcount')).toBe('103');
    expect(active()?.id).toBe(chosen);
    expect(active()?.getAttribute('aria-rowindex')).toBe('5');
  });

  it('pauses with the space bar; a row that stands still tells how its call ends', async () => {
    const { user, patch, stores } = await show();
    act(() => grid().focus());
    await user.keyboard(' ');
    expect(screen.getByText('100 calls, paused')).toBeDefined();
    expect(within(rows()[0] ?? grid()).getByText('Running')).toBeDefined();
    const open = stores.calls.getState().list.at(99);
    if (open === undefined) throw new Error('There is no call.');
    await patch({ ...open, outcome: 'refused', reason: 'No.' }, sampleCall(101, Date.now(), true));
    expect(within(rows()[0] ?? grid()).getByText('Refused')).toBeDefined();
    expect(grid().getAttribute('aria-rowcount')).toBe('101');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(grid().getAttribute('aria-rowcount')).toBe('102');
  });

  it('tells nothing to screen readers when calls come in', async () => {
    const { patch, stores } = await show();
    await patch(sampleCall(101, Date.now(), true));
    expect(stores.ui.getState().said).toBe('');
    expect(document.querySelector('[aria-live], [role="log"]')).toBeNull();
  });

  it('says in words when a server asks the app', async () => {
    const { patch } = await show(3);
    await patch({ ...sampleCall(37, Date.now()), n: 4 });
    expect(within(rows()[0] ?? grid()).getByText('from server')).toBeDefined();
  });
});

describe('the filters', () => {
  it('are reached with the slash key, counted, and cleared', async () => {
    const { user } = await show();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search calls' }));
    await user.keyboard('read_text');
    expect(screen.getByText(/^\d+ of 100 calls$/)).toBeDefined();
    for (const row of rows()) expect(row.textContent).toContain('read_text_file');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByText('100 calls')).toBeDefined();
  });

  it('choose a server and an outcome', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('combobox', { name: 'Server' }));
    await user.click(await screen.findByRole('option', { name: 'mail' }));
    await user.click(screen.getByRole('combobox', { name: 'Outcome' }));
    await user.click(await screen.findByRole('option', { name: 'Refused' }));
    for (const row of rows()) {
      expect(within(row).getByText('mail')).toBeDefined();
      expect(within(row).getByText('Refused')).toBeDefined();
    }
  });

  it('say so when they hide everything', async () => {
    const { user } = await show();
    await user.keyboard('/nothing like it');
    expect(screen.getByText('No call matches these filters.')).toBeDefined();
    expect(screen.queryByRole('grid')).toBeNull();
    await user.keyboard('{Escape}');
    expect(grid()).toBeDefined();
  });
});

describe('without calls', () => {
  it('says what to ask, with the name of the first app that has connected', async () => {
    const { host, container } = await show(0);
    const says = (app: string) =>
      waitFor(() => {
        expect(container.textContent).toContain('No calls yet.');
        expect(container.textContent).toContain(`Ask ${app}: 'Which files are in my Campaigns folder?'`);
      });
    await says('Claude Desktop');
    expect(screen.queryByRole('search')).toBeNull();
    act(() => host.patch({ clients: host.clients.slice(1) }));
    await says('Cursor');
    act(() => host.patch({ clients: [] }));
    await says('Claude Desktop');
  });
});
