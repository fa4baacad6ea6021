// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { Frame } from '../../../renderer/app/frame.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { cannotBeUsed, lockedDown, managedSentence } from '../../../shared/texts/managed.ts';
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
  const said = lockedDown(cannotBeUsed('/etc\u202E', 'it is no JSON'));
  const sentence = managedSentence(said);
  host.patch({
    managed: { kind: 'locked-down', said, sentence, limits: [], limitWords: [], locked: [] },
    status: { ...host.status, notices: [sentence] },
  });
  const told = await screen.findByText(/Until this is mended, every call is refused/);
  expect(told.closest('[data-tone="alarm"]')).not.toBeNull();
  expect(screen.getByRole('img', { name: /U\+202E/ })).toBeDefined();
});

it('has Permissions before Settings, also by key', async () => {
  const { user, stores } = await open();
  await user.keyboard('{Control>}5{/Control}');
  expect(stores.ui.getState().screen).toBe('permissions');
  await user.keyboard('{Control>}6{/Control}');
  expect(stores.ui.getState().screen).toBe('settings');
});
