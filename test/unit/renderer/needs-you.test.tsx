// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

it('lists the gravest first, each with one thing to do', async () => {
  const { host, draw, user, stores } = setUp();
  host.patch({ status: { ...host.status, guard: 'block', notices: ['The disk \u202E is full.'] } });
  draw(<NeedsYouScreen />);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.slice(0, 12))).toEqual([
    'Everything i',
    'The disk ⟦U+',
    'tickets cras',
    'weather is n',
  ]);
  await user.click(screen.getByRole('button', { name: 'Review: weather' }));
  expect(stores.ui.getState()).toMatchObject({ screen: 'servers', selected: { servers: 'weather' } });
  await user.click(screen.getByRole('button', { name: 'Check Doorward' }));
  expect(stores.ui.getState().screen).toBe('settings');
  await user.click(screen.getByRole('button', { name: 'Lift' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

it('says that nothing does, with the calls of the week', async () => {
  const { host, draw } = setUp();
  host.patch({ servers: [] });
  draw(<NeedsYouScreen />);
  await screen.findByText('Nothing needs you. 20 calls this week.');
});

it('does not ask about what was switched off', async () => {
  const { host, draw } = setUp();
  host.patch({ servers: host.servers.map((server) => ({ ...server, enabled: false })) });
  draw(<NeedsYouScreen />);
  await screen.findByText(/Nothing needs you/);
});
