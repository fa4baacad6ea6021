// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { UpdateView } from '../../../shared/ipc/desktop-contract.ts';
import { AboutGroup } from '../../../renderer/features/settings/about-group.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

function about(known?: UpdateView) {
  const world = setUp();
  if (known !== undefined) world.commands['app.update'] = () => Promise.resolve({ ok: true, value: known });
  world.draw(<AboutGroup file={undefined} />);
  return world;
}
const look = () => screen.queryByRole('button', { name: 'Look for a new version' });

describe('which Doorward this is', () => {
  it('says the version, and looks for a newer one only when the person says so', async () => {
    const { given, user } = about();
    await screen.findByText('0.1.0');
    await screen.findByText(/^Nobody has looked/);
    expect(given('app.update')).toEqual([{ act: 'show' }]);
    await user.click(await screen.findByRole('button', { name: 'Look for a new version' }));
    const told = await screen.findByText(/^Doorward 0\.2\.0 is there\. Nothing is downloaded/);
    expect(told.closest('[role=status]')).not.toBeNull();
    expect(screen.getByText(/Last looked:/).textContent).toMatch(/Last looked: just now$/);
    expect(given('app.update')).toEqual([{ act: 'show' }, { act: 'look' }]);
    await user.click(screen.getByRole('button', { name: 'Get Doorward 0.2.0…' }));
    expect(given('app.update').at(-1)).toEqual({ act: 'get' });
  });

  it('says when there is none, and when that could not be found out', async () => {
    about({ way: 'self', lookedAt: Date.now(), failed: false });
    await screen.findByText('You have the newest version.');
    cleanup();
    about({ way: 'self', failed: true });
    await screen.findByText(/Check the network/);
    expect(look()).not.toBeNull();
  });

  it.each([
    ['off', /^Your organisation has switched updates off/],
    ['unknown', /settings cannot be read/],
    ['elsewhere', /^This copy does not update itself/],
  ] as const)('has no button where nothing can be looked for: %s', async (way, sentence) => {
    about({ way, failed: false });
    const group = screen.getByRole('region', { name: 'About' });
    await within(group).findByText(sentence);
    expect(look()).toBeNull();
  });
});
