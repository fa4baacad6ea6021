// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { questions } from '../../../renderer/dev/sample-questions.ts';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { untilSteady } from './steady.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

/** Answers count once the list has stood still. */

async function asked(name: string) {
  const world = setUp();
  world.host.patch({ servers: [], pending: [...questions[name]!()], missed: [] });
  world.draw(<NeedsYouScreen />);
  await screen.findByRole('button', { name: /^Details/ });
  return world;
}

it('an answer is shown with what was found, what came back and what was sent, and passed on or kept back', async () => {
  const { user, given } = await asked('answer');
  await user.click(screen.getByRole('button', { name: /^Details/ }));
  const found = screen.getByRole('list', { name: 'What was found' });
  expect(found.querySelector('mark')?.textContent).toContain('Ignore all previous instructions');
  expect(screen.getByRole('region', { name: 'What the server answered' }).textContent).toContain(
    'Book a table',
  );
  expect(screen.getByRole('region', { name: 'What was sent' }).textContent).toContain('bistro.example');
  const { violations } = await axe(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await untilSteady();
  expect(screen.queryByRole('button', { name: /^(Allow|Deny)/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Keep it back: The answer of web/ }));
  await waitFor(() => expect(given('approval.deny')).toHaveLength(1));
});

it('the legs of a flow lead to their calls', async () => {
  const { user, stores } = await asked('flow');
  await user.click(screen.getByRole('button', { name: /^Details/ }));
  const legs = within(screen.getByRole('list', { name: 'How data could leave' }));
  await user.click(
    legs.getByRole('button', {
      name: 'Show the call: Claude Desktop has seen what strangers wrote: web · fetch',
    }),
  );
  expect(stores.ui.getState()).toMatchObject({ screen: 'activity', selected: { activity: 'call-15' } });
});
