import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { ActivityScreen } from '../../../renderer/features/activity/activity-screen.tsx';
import { createFakeBridge } from '../../../renderer/dev/fake-bridge.ts';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { AppProvider, type AppPorts } from '../../../renderer/store/app-context.tsx';
import { connect } from '../../../renderer/store/connection.ts';
import { createStores } from '../../../renderer/store/stores.ts';
import type { LiveCall } from '../../../shared/model/live.ts';

/** The header and ten rows. */
const TEN = 32 + 10 * 36;
let height = TEN;

/** How many rows are in sight from now on. */
export const seeRows = (count: number): void => {
  height = 32 + count * 36;
};

/** To be called once in each file of tests. */
export function prepare(): void {
  startI18n();
  // jsdom lays nothing out.
  for (const name of ['offsetHeight', 'clientHeight', 'offsetWidth', 'clientWidth'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => height });
}
/** To be called after each test. */
export function tidy(): void {
  cleanup();
  height = TEN;
}

/** The screen on a fake host with so many calls; `detail` is its command. */
export async function show(count = 100) {
  const { bridge, host } = createFakeBridge(count);
  const detail = vi.fn(bridge.commands['call.detail']);
  const watched = { ...bridge, commands: { ...bridge.commands, 'call.detail': detail } };
  const stores = createStores();
  connect(stores, {
    bridge: watched,
    frame: (run) => {
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    },
    later: () => () => undefined,
  });
  await act(() => Promise.resolve());
  const ports: AppPorts = { bridge: watched, stores, now: Date.now };
  const view = render(
    <AppProvider ports={ports}>
      <ActivityScreen />
    </AppProvider>,
  );
  if (count > 0) await screen.findByRole('grid', { name: 'Calls' });
  const user = userEvent.setup();
  const patch = (...calls: LiveCall[]) =>
    act(async () => {
      host.patch({ calls });
      await new Promise((resolve) => setTimeout(resolve, 130));
    });
  return { bridge: watched, host, stores, user, patch, detail, ...view };
}

export const grid = () => screen.getByRole('grid', { name: 'Calls' });
export const rows = () => within(grid()).getAllByRole('row').slice(1);
export const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
export const opened = () => screen.queryByRole('region', { name: 'Call' });
