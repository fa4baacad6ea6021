// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { sampleCall } from '../../../renderer/dev/sample-calls.ts';
import { ActivityScreen } from '../../../renderer/features/activity/activity-screen.tsx';
import { NeedsYouScreen } from '../../../renderer/features/needs-you/needs-you-screen.tsx';
import { startI18n } from '../../../renderer/i18n/i18n.ts';
import { setUp } from './screens-support.tsx';

beforeAll(() => startI18n());
afterEach(cleanup);

const PATIENCE = { timeout: 20_000 };
const DAY = 86_400_000;

function withRefused(calls: number) {
  const world = setUp();
  const asked: unknown[] = [];
  world.commands['log.overview'] = (input) => {
    asked.push(input);
    const since = Date.now() - 7 * DAY;
    return Promise.resolve({
      ok: true,
      value: { step: 'day', since, until: since + 7 * DAY, calls, bars: [] },
    });
  };
  return { ...world, asked };
}

it('says below the calls how many were refused in a week, and leads to exactly those', async () => {
  const { draw, user, asked } = withRefused(12);
  draw(<ActivityScreen />);
  await screen.findByText(/^12 calls were refused in the last 7 days\./, undefined, PATIENCE);
  expect(asked).toEqual([{ outcome: 'refused', since: new Date().setHours(0, 0, 0, 0) - 6 * DAY }]);
  await user.click(screen.getByRole('button', { name: 'Show them' }));
  await screen.findByRole('heading', { name: 'History', level: 1 }, PATIENCE);
  // The list is counted by the very question that the number came from.
  await waitFor(() => expect(asked).toHaveLength(2), PATIENCE);
  expect(asked[1]).toEqual(asked[0]);
});

it('says it where nothing needs the person, too, and asks the log once for both', async () => {
  const { draw, host, asked } = withRefused(0);
  host.patch({ servers: [] });
  draw(<NeedsYouScreen />);
  await screen.findByText(/^No call was refused in the last 7 days\./, undefined, PATIENCE);
  expect(screen.queryByRole('button', { name: 'Show them' })).toBeNull();
  draw(<ActivityScreen />);
  await waitFor(() => expect(screen.getAllByText(/^No call was refused/)).toHaveLength(2), PATIENCE);
  expect(asked).toHaveLength(1);
});

it('does not say that there was none beside one that the list shows, and counts again', async () => {
  const { draw, host, asked } = withRefused(0);
  draw(<ActivityScreen />);
  await screen.findByText(/^No call was refused in the last 7 days\./, undefined, PATIENCE);
  act(() => host.patch({ calls: [{ ...sampleCall(101, Date.now(), false), outcome: 'refused' }] }));
  await waitFor(() => expect(screen.queryByText(/refused in the last 7 days/)).toBeNull(), PATIENCE);
  await waitFor(() => expect(asked.length).toBeGreaterThan(1), PATIENCE);
});

it('says nothing where the log does not answer', async () => {
  const { draw, commands, given } = setUp();
  commands['log.overview'] = () => Promise.reject(new Error('The log is gone.'));
  draw(<ActivityScreen />);
  await waitFor(() => expect(given('app.snapshot')).toHaveLength(1), PATIENCE);
  await screen.findByText(/^\d+ calls$/, undefined, PATIENCE);
  expect(screen.queryByText(/refused in the last 7 days/)).toBeNull();
});
