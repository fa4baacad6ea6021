// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { formCall, pageCall, promptCall } from '../../../renderer/dev/sample-server-questions.ts';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { untilSteady } from './steady.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

/** Answers count once the list has stood still. */

async function asked(pending: readonly HeldCall[]) {
  const world = setUp();
  world.host.patch({ servers: [], pending: [...pending], missed: [] });
  world.draw(<NeedsYouScreen />);
  await screen.findByRole('list', { name: 'What needs you' });
  await untilSteady();
  return world;
}

it('a form is filled in among the details, and sent from there only', async () => {
  const { user, given } = await asked([formCall()]);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Allow/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Fill in…/ }));
  await user.click(screen.getByRole('button', { name: /^Send/ }));
  expect(screen.getByText('This needs an answer.')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Project' }), 'WEB');
  const { violations } = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Send/ }));
  await waitFor(() => expect(given('approval.allow')).toHaveLength(1));
  expect(given('approval.allow')).toMatchObject([
    { arguments: '{"project":"WEB","priority":"usual","notify":true}' },
  ]);
});

it('a prompt and a page are shown as such, with a button that says what it does', async () => {
  const { user } = await asked([promptCall(), pageCall()]);
  const list = screen.getByRole('list', { name: 'What needs you' });
  const [first, second] = [...list.children] as [HTMLElement, HTMLElement];
  await user.click(within(first).getByRole('button', { name: /^Details/ }));
  expect(first.textContent).toContain('The whole prompt');
  expect(first.textContent).toContain('You are a careful assistant');
  await user.click(within(second).getByRole('button', { name: /^Details/ }));
  expect(second.textContent).toContain('https://login.tickets.example/oauth/authorize');
  expect(within(second).getByRole('button', { name: /^Open the page/ })).toBeDefined();
});
