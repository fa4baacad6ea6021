import { act, fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { HeldCall } from '../../../../shared/model/approval.ts';
import type { BridgeCommand } from '../../../../shared/ipc/window.ts';
import { fakeDesk, type FakeDesk } from '../../../../renderer/dev/fake-popup.ts';
import { PopupApp } from '../../../../renderer/popup/popup-app.tsx';
import type { PageClock } from '../../../../renderer/ui/page-clock.ts';
import { Popup } from '../../../../renderer/popup/state/popup.ts';
import { createStores } from '../../../../renderer/store/stores.ts';

/** Lets `ms` pass for every timer and everything that waits on one. */
export const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

/** The clock of the page under fake timers: an event is made when it is heard, and drawing takes no time. */
export const testClock: PageClock = {
  drawn: (run) => {
    const timer = setTimeout(() => run(performance.now()), 0);
    return () => clearTimeout(timer);
  },
  madeAt: () => performance.now(),
  now: () => performance.now(),
};

/** A window without looks on a desk on which `first` waits. */
export function openPopup(first: readonly HeldCall[], focused = () => false) {
  const desk = fakeDesk(first);
  const popup = new Popup({
    bridge: desk.bridge,
    now: Date.now,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    focused,
  });
  popup.start();
  return { desk, popup };
}

/** What was given to a command, oldest first. */
export const given = (desk: FakeDesk, name: BridgeCommand): unknown[] =>
  desk.asked.filter(([each]) => each === name).map(([, input]) => input);

/** The page of such a window, once its answers are alive. */
export async function openPage(first: readonly HeldCall[], { alive = true, clock = testClock } = {}) {
  const { desk, popup } = openPopup(first);
  const ports = { bridge: desk.bridge, stores: createStores(), now: Date.now };
  const page = render(<PopupApp popup={popup} ports={ports} clock={clock} />);
  await pass(0);
  if (alive) await pass(500);
  return { ...page, desk, popup };
}

export const allowButton = (): HTMLElement => screen.getByRole('button', { name: /^Allow/ });
export const denyButton = (): HTMLElement => screen.getByRole('button', { name: /^Deny/ });

/** What a mouse does to a button. */
export function click(button: HTMLElement): void {
  fireEvent.pointerDown(button, { button: 0 });
  fireEvent.pointerUp(button, { button: 0 });
  fireEvent.click(button, { detail: 1 });
}
