import { act, screen } from '@testing-library/react';
import { ServersScreen } from '../../../renderer/features/servers/servers-screen.tsx';
import type { ServerReview } from '../../../shared/model/trust.ts';
import { setUp } from './screens-support.tsx';

/** Draws the page of what changed of a server. */
export async function openReview(reviews: ServerReview[], server = 'mail') {
  const world = setUp();
  world.host.patch({ reviews });
  world.draw(<ServersScreen />);
  await screen.findByRole('list', { name: 'Servers' });
  act(() => world.stores.ui.getState().review(server));
  await screen.findByRole('heading', { level: 1, name: `Changes of ${server}` });
  return world;
}
