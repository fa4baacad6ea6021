// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { Frame } from '../../../renderer/app/frame.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

async function open() {
  const world = setUp();
  world.draw(<Frame />);
  await screen.findByRole('navigation');
  return world;
}

it('says on every screen that everything is asked about, with the way back', async () => {
  const { host, user } = await open();
  host.patch({ status: { ...host.status, guard: 'ask' } });
  await screen.findByText('You are asked about every call.');
  await user.click(screen.getByRole('button', { name: /^Needs you/ }));
  await user.click(screen.getByRole('button', { name: 'Back to usual' }));
  await waitFor(() => expect(host.status.guard).toBe('usual'));
  await waitFor(() => expect(screen.queryByText('You are asked about every call.')).toBeNull());
});

it('says that nothing passes while it is locked down', async () => {
  const { host } = await open();
  const sentence = 'The managed settings in /etc\u202E cannot be used. Every call is refused.';
  host.patch({ managed: { kind: 'locked-down', sentence, limits: [], locked: [] } });
  const said = await screen.findByText(/cannot be used\. Every call is refused/);
  expect(said.closest('[data-tone="alarm"]')).not.toBeNull();
  expect(screen.getByRole('img', { name: /U\+202E/ })).toBeDefined();
});

it('has Permissions before Settings, also by key', async () => {
  const { user, stores } = await open();
  await user.keyboard('{Control>}5{/Control}');
  expect(stores.ui.getState().screen).toBe('permissions');
  await user.keyboard('{Control>}6{/Control}');
  expect(stores.ui.getState().screen).toBe('settings');
});
