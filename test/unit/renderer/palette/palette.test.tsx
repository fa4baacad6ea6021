// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { CallSummary } from '../../../../shared/model/log.ts';
import { Frame } from '../../../../renderer/app/frame.tsx';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { refuses, setUp } from '../screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const PATIENCE = { timeout: 20_000 };

async function open() {
  const world = setUp();
  world.draw(<Frame />);
  await screen.findByRole('navigation');
  await world.user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  await waitFor(() => expect(document.activeElement).toBe(field), PATIENCE);
  return { ...world, field };
}

const list = (): HTMLElement => screen.getByRole('listbox', { name: 'What was found' });
const options = (): string[] =>
  within(list())
    .queryAllByRole('option')
    .map((option) => option.textContent ?? '');
const group = (name: RegExp): HTMLElement => within(list()).getByRole('group', { name });
const active = (field: HTMLElement): string =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

it('opens by key and by its button, closes by key and by Escape, and gives the focus back', async () => {
  const { user } = await open();
  await user.keyboard('{Control>}k{/Control}');
  await waitFor(
    () => expect(screen.queryByRole('combobox', { name: /^Search servers/ })).toBeNull(),
    PATIENCE,
  );
  const button = screen.getByRole('button', { name: 'Search' });
  await user.click(button);
  await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button), PATIENCE);
});

it('is a combobox over a list whose options the arrow keys move through, and Enter opens a screen', async () => {
  const { user, field, stores } = await open();
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(field.getAttribute('aria-controls')).toBe(list().id);
  await user.paste('ai apps');
  await waitFor(() => expect(active(field)).toBe('AI apps'), PATIENCE);
  const first = active(field);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(active(field)).not.toBe(first), PATIENCE);
  await user.keyboard('{ArrowUp}');
  await waitFor(() => expect(active(field)).toBe(first), PATIENCE);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(stores.ui.getState().screen).toBe('apps'), PATIENCE);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('MAIN'), PATIENCE);
  expect(screen.queryByRole('combobox', { name: /^Search servers/ })).toBeNull();
});

it('says how much was found, and teaches what can be found when nothing was', async () => {
  const { user, field } = await open();
  await user.paste('settings');
  const said = await screen.findByText(/^\d+ results?\.$/, undefined, PATIENCE);
  expect(said.closest('[role="status"]')).not.toBeNull();
  await user.clear(field);
  await user.paste('qqqzzz');
  await screen.findByText(/^Nothing fits “qqqzzz”/, undefined, PATIENCE);
  expect(screen.getByText(/^Here you find screens, commands, servers/)).toBeDefined();
  expect(options()).toEqual([]);
});

it('has names and roles that axe finds nothing wrong with', async () => {
  const { user } = await open();
  await user.paste('files');
  await screen.findByText(/^\d+ results?\.$/, undefined, PATIENCE);
  const { violations } = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

it('begins with what was used last', async () => {
  const { user, field } = await open();
  expect(within(list()).queryByRole('group', { name: /^Used last/ })).toBeNull();
  await user.paste('report');
  await waitFor(() => expect(active(field)).toMatch(/^Report/), PATIENCE);
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Report', level: 1 }, PATIENCE);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  expect(within(group(/^Used last/)).getAllByRole('option')[0]?.textContent).toMatch(/^Report/);
});

it('begins with what was used last before the window was made, and remembers without what was typed', async () => {
  const world = setUp();
  await world.commands['app.used']({ used: ['server files', 'server gone', 'screen apps'] });
  world.draw(<Frame />);
  await screen.findByRole('navigation');
  await waitFor(() => expect(world.given('app.used').at(-1)).toEqual({}), PATIENCE);
  await world.user.keyboard('{Control>}k{/Control}');
  const last = await screen.findByRole('group', { name: /^Used last/ }, PATIENCE);
  expect(
    within(last)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['files', 'AI apps']);
  // What is pasted before the field has the focus goes nowhere.
  const field = screen.getByRole('combobox', { name: /^Search servers/ });
  await waitFor(() => expect(document.activeElement).toBe(field), PATIENCE);
  await world.user.paste('permissions');
  await waitFor(() => expect(options()[0]).toMatch(/^Permissions/), PATIENCE);
  await world.user.keyboard('{Enter}');
  await waitFor(() =>
    expect(world.given('app.used').at(-1)).toEqual({
      used: ['screen permissions', 'server files', 'server gone', 'screen apps'],
    }),
  );
});

it("opens when the app's menu asks for it, but never over another dialog", async () => {
  const world = setUp();
  world.draw(<Frame />);
  await screen.findByRole('navigation');
  act(() => world.host.tell('navigate', { search: true }));
  await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  await world.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), PATIENCE);
  act(() => world.host.tell('navigate', { screen: 'servers' }));
  await world.user.click(await screen.findByRole('button', { name: 'Add a server' }, PATIENCE));
  await screen.findByRole('dialog', { name: 'Add a server' }, PATIENCE);
  act(() => world.host.tell('navigate', { search: true }));
  expect(screen.queryByRole('combobox', { name: /^Search servers/ })).toBeNull();
  expect(world.stores.ui.getState().searching).toBe(false);
});

it('blocks everything at once, but only leads to where that is lifted', async () => {
  const { user, field, host, given } = await open();
  await user.paste('block every');
  await waitFor(() => expect(active(field)).toBe('Block everything'), PATIENCE);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(host.status.guard).toBe('block'), PATIENCE);
  await user.keyboard('{Control>}k{/Control}');
  const again = await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  await user.paste('stop blocking');
  await waitFor(() => expect(active(again)).toBe('Stop blocking everything…'), PATIENCE);
  await user.keyboard('{Enter}');
  const blocking = await screen.findByRole('switch', { name: 'Block everything' }, PATIENCE);
  await waitFor(() => expect(document.activeElement).toBe(blocking), PATIENCE);
  expect(given('guard.usual')).toEqual([]);
  expect(host.status.guard).toBe('block');
});

it('says what was not done', async () => {
  const { user, field, commands } = await open();
  commands['guard.ask'] = refuses('managed', 'Your organisation does not allow this.');
  await user.paste('ask about everything');
  await waitFor(() => expect(active(field)).toBe('Ask about everything'), PATIENCE);
  await user.keyboard('{Enter}');
  await screen.findByText(/This was not done: Your organisation/, undefined, PATIENCE);
});

const call = (name: string, id: string): CallSummary => ({
  call: id,
  at: Date.now(),
  clientId: 'c',
  clientName: 'Claude',
  direction: 'client',
  server: 'files',
  method: 'tools/call',
  name,
  outcome: 'ok',
});

it('asks the log when the person pauses, and never shows an answer to an earlier text', async () => {
  const { user, commands } = await open();
  const asked = new Map<string, (calls: readonly CallSummary[]) => void>();
  commands['log.list'] = ({ search = '' }) =>
    new Promise((resolve) => {
      asked.set(search, (calls) => resolve({ ok: true, value: [...calls] }));
    });
  await user.paste('inv');
  await waitFor(() => expect(asked.has('inv')).toBe(true), PATIENCE);
  await user.paste('oice');
  await waitFor(() => expect(asked.has('invoice')).toBe(true), PATIENCE);
  asked.get('invoice')?.([call('newer_answer', '1'), call('second', '2')]);
  await waitFor(() => expect(options().join()).toContain('newer_answer'), PATIENCE);
  asked.get('inv')?.([call('stale_answer', '3')]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(options().join()).not.toContain('stale_answer');
  const calls = within(group(/^Calls/))
    .getAllByRole('option')
    .map((option) => option.textContent ?? '');
  expect(calls[0]).toMatch(/^newer_answer/);
  expect(calls[1]).toMatch(/^second/);
  expect(calls.at(-1)).toBe('All calls with “invoice”');
  // Only pauses are asked about, not every letter.
  expect([...asked.keys()].every((text) => ['inv', 'invoice'].includes(text))).toBe(true);
});

it('leads to a call, also from the report, which would cover it', async () => {
  const { user, field, commands, stores } = await open();
  commands['log.list'] = () => Promise.resolve({ ok: true, value: [call('wanted_call', 'c-1')] });
  await user.paste('report');
  await waitFor(() => expect(active(field)).toMatch(/^Report/), PATIENCE);
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Report', level: 1 }, PATIENCE);
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: /^Search servers/ }, PATIENCE);
  await user.paste('wanted_call');
  await user.click(await within(list()).findByRole('option', { name: /^wanted_call/ }, PATIENCE));
  await waitFor(() => expect(stores.ui.getState().selected.activity).toBe('c-1'), PATIENCE);
  await waitFor(() => expect(document.activeElement?.hasAttribute('data-call-detail')).toBe(true), PATIENCE);
});

it('says that the log could not be searched, and goes on finding the rest', async () => {
  const { user, commands } = await open();
  commands['log.list'] = refuses('failed', 'The log is broken.');
  await user.paste('settings');
  await screen.findByText('The log could not be searched.', undefined, PATIENCE);
  expect(options().some((option) => option.startsWith('Settings'))).toBe(true);
});

it('shows names of servers and tools for what they are, bounded, and never as a command', async () => {
  const { user, field, host, commands } = await open();
  const server = host.servers[0];
  if (server === undefined) throw new Error('There is a sample.');
  const tool = (name: string) => ({
    server: server.id,
    name,
    exposed: `${server.id}__x`,
    state: 'approved' as const,
  });
  commands['tool.list'] = () =>
    Promise.resolve({
      ok: true,
      value: [
        tool('Block everything'),
        tool('zz\u202Egnihtyreve kcolb'),
        tool(`zzlong${'x'.repeat(5000)}`),
        tool('<b>zz</b>'),
      ],
    });
  host.patch({ servers: host.servers.map((each) => ({ ...each, eraAt: 7 })) });
  await user.paste('zz');
  await waitFor(() => expect(options().some((option) => option.includes('zzlong'))).toBe(true), PATIENCE);
  expect(within(list()).getByRole('img', { name: /U\+202E/ })).toBeDefined();
  expect(options().every((option) => option.length < 400)).toBe(true);
  expect(options().some((option) => option.startsWith('<b>zz</b>'))).toBe(true);
  await user.clear(field);
  await user.paste('block everything');
  await waitFor(() => expect(options().length).toBeGreaterThan(1), PATIENCE);
  expect(active(field)).toBe('Block everything');
  expect(
    within(group(/^Tools/))
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual([`Block everything${server.id}`]);
});

it('leads to a tool, which is opened in the list of its server', async () => {
  const { user, stores } = await open();
  await user.paste('read_text');
  const tools = await waitFor(() => group(/^Tools/), PATIENCE);
  const option = within(tools).getAllByRole('option')[0];
  if (option === undefined) throw new Error('There is a sample.');
  await user.click(option);
  await waitFor(() => expect(stores.ui.getState().screen).toBe('servers'), PATIENCE);
  await waitFor(() => {
    const row = document.querySelector('[data-tool="read_text_file"]');
    expect(row?.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(row);
  }, PATIENCE);
});

it('opens what adds a server, whatever covers the list', async () => {
  const { user, field, stores } = await open();
  stores.ui.getState().reviewAll(true);
  await user.paste('add a server');
  await waitFor(() => expect(active(field)).toBe('Add a server'), PATIENCE);
  await user.keyboard('{Enter}');
  await screen.findByRole('dialog', { name: 'Add a server' }, PATIENCE);
  // A dialog has the keys for itself.
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByRole('combobox', { name: /^Search servers/ })).toBeNull();
});

it('changes the looks, also on the page that shows them', async () => {
  const { user, stores, given, field } = await open();
  stores.ui.getState().navigate('settings');
  await user.paste('dark');
  await waitFor(() => expect(active(field)).toBe('Looks: Dark'), PATIENCE);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(given('settings.change')).toEqual([{ theme: 'dark' }]), PATIENCE);
  await waitFor(
    () => expect(screen.getByRole('radio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true'),
    PATIENCE,
  );
});
