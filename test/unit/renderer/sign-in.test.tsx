// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { SignInPart } from '../../../renderer/features/servers/sign-in-part.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

function remote(world: ReturnType<typeof setUp>, signIn: NonNullable<ServerView['signIn']>): ServerView {
  const [first] = world.host.servers;
  if (first === undefined) throw new Error('there is no sample');
  return {
    ...first,
    id: 'notes',
    enabled: true,
    launch: { transport: 'http', url: 'https://notes.example/mcp', headers: {} },
    signIn,
  };
}

it('a server that wants a sign-in is a need, and the button signs in', async () => {
  const world = setUp();
  world.host.patch({
    servers: [remote(world, { state: 'needed', sentence: '"notes" signed you out.' })],
  });
  world.draw(<NeedsYouScreen />);
  await screen.findByText('notes wants you to sign in.');
  await world.user.click(button('Sign in…: notes'));
  await waitFor(() => expect(world.given('server.signIn')).toEqual([{ id: 'notes' }]));
});

it('more rights are named with their hidden characters, and given on the page of the server only', async () => {
  const world = setUp();
  world.host.patch({ servers: [remote(world, { state: 'more-rights', wanted: ['mail\u202E.write'] })] });
  world.draw(<NeedsYouScreen />);
  await screen.findByText('notes asks for more rights.');
  expect(screen.getByRole('img', { name: /U\+202E/ })).toBeDefined();
  await world.user.click(button('Look and sign in…: notes'));
  expect(world.stores.ui.getState()).toMatchObject({ screen: 'servers', selected: { servers: 'notes' } });
  expect(world.given('server.signIn')).toEqual([]);
});

it('a client that was registered by hand is given along, and its secret is not kept in the page', async () => {
  const world = setUp();
  world.draw(<SignInPart server={remote(world, { state: 'needed' })} />);
  await world.user.click(button('I have a client ID'));
  await world.user.type(screen.getByLabelText('Client ID'), 'my-client');
  await world.user.type(screen.getByLabelText('Client secret'), 'hush');
  await world.user.click(button('Sign in…'));
  await waitFor(() =>
    expect(world.given('server.signIn')).toEqual([
      { id: 'notes', client: { id: 'my-client', secret: 'hush' } },
    ]),
  );
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('');
});

it('somebody who is signed in can sign out', async () => {
  const world = setUp();
  world.draw(<SignInPart server={remote(world, { state: 'signed-in', issuer: 'https://id.example' })} />);
  expect(screen.getByText(/You sign in at/).textContent).toContain('https://id.example');
  await world.user.click(button('Sign out'));
  expect(world.given('server.signOut')).toEqual([{ id: 'notes' }]);
});
