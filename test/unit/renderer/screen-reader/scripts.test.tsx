// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Frame } from '../../../../renderer/app/frame.tsx';
import { readScreens } from '../../../../renderer/app/screens.ts';
import { sampleApps } from '../../../../renderer/dev/fake-apps.ts';
import { samplePending } from '../../../../renderer/dev/sample-policy.ts';
import { questions } from '../../../../renderer/dev/sample-questions.ts';
import { sampleReviews } from '../../../../renderer/dev/sample-reviews.ts';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { PopupApp } from '../../../../renderer/popup/popup-app.tsx';
import { createStores } from '../../../../renderer/store/stores.ts';
import { openPopup, testClock } from '../popup/kit.tsx';
import { setUp } from '../screens-support.tsx';
import { listen, perform } from './listener.ts';
import { scripts } from './script.ts';

const later = { timeout: 60_000 };
beforeAll(async () => {
  startI18n();
  await readScreens();
}, 240_000);
afterEach(cleanup);

/** The main window, as it is when each walk begins. */
async function window(
  what: Parameters<ReturnType<typeof setUp>['host']['patch']>[0] = {},
): Promise<UserEvent> {
  const { host, draw, user } = setUp();
  host.patch(what);
  draw(<Frame />);
  await screen.findByRole('navigation', {}, later);
  return user;
}

/** How the window is before each walk of the page. */
const SCENES: Readonly<Record<string, () => Promise<UserEvent>>> = {
  'Answer a call that waits': async () => {
    const { desk, popup } = openPopup(questions['send']?.() ?? []);
    const ports = { bridge: desk.bridge, stores: createStores(), now: Date.now };
    render(<PopupApp popup={popup} ports={ports} clock={testClock} />);
    await screen.findByRole('button', { name: 'Allow' }, later);
    return userEvent.setup();
  },
  'Answer a call on the screen Needs you': () => window({ pending: samplePending() }),
  'Review a new server': () => window(),
  'Add a server': () => window(),
  'Connect an AI app': () => window({ apps: [...sampleApps] }),
  'Look up a call': () => window(),
  'Change a setting': () => window(),
  'Accept a changed tool': () => window({ reviews: sampleReviews() }),
};

describe('the walks of docs/accessibility.md', () => {
  it('are those of the main tasks, each with a scene', () => {
    expect(scripts().map(({ task }) => task)).toEqual(Object.keys(SCENES));
  });

  it.each(scripts())(
    '$task',
    async ({ task, steps }) => {
      const user = await SCENES[task]?.();
      if (user === undefined) throw new Error('This walk has no scene.');
      const { said, end } = listen();
      try {
        for (const step of steps) await perform(step, user, said);
      } finally {
        end();
      }
    },
    180_000,
  );

  it('would fail on a name that is not in the window', async () => {
    const user = await window();
    const [script] = scripts(
      '### X\n\n| Keys | Heard |\n| --- | --- |\n| `Ctrl+3` | main region `Servers` |\n| `Tab` | button `Add a sever` |\n',
    );
    const [first, second] = script?.steps ?? [];
    if (first === undefined || second === undefined) throw new Error('The rows were not read.');
    await perform(first, user, []);
    await expect(perform(second, user, [])).rejects.toThrow(/Not heard/);
  });
});
