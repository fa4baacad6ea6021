// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldCall } from '../../../../shared/model/approval.ts';
import { heldCall, questions } from '../../../../renderer/dev/sample-questions.ts';
import { startI18n } from '../../../../renderer/i18n/i18n.ts';
import { allowButton, click, denyButton, given, openPage, pass } from './kit.tsx';

beforeAll(() => startI18n());
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const sample = (name: string): readonly HeldCall[] => questions[name]?.() ?? [];
describe('Deny and Allow', () => {
  it('are dead for 400 ms after a call has come, for the mouse and for keys', async () => {
    const { desk } = await openPage(sample('read'), { alive: false });
    await pass(390);
    expect(allowButton().getAttribute('aria-disabled')).toBe('true');
    click(allowButton());
    fireEvent.click(allowButton());
    fireEvent.keyDown(allowButton(), { key: 'Enter' });
    fireEvent.keyDown(denyButton(), { key: ' ' });
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await pass(0);
    expect(given(desk, 'approval.allow')).toEqual([]);
    expect(given(desk, 'approval.deny')).toEqual([]);
    await pass(20);
    expect(allowButton().getAttribute('aria-disabled')).toBe('false');
    click(allowButton());
    await pass(0);
    expect(given(desk, 'approval.allow')).toHaveLength(1);
  });

  it('are dead anew when the next call takes the place of an answered one', async () => {
    const { desk } = await openPage(sample('read'));
    click(denyButton());
    await pass(0);
    // A double click: its second half is for a call that nobody has read.
    click(denyButton());
    await pass(0);
    expect(given(desk, 'approval.deny')).toHaveLength(1);
    await pass(500);
    click(denyButton());
    await pass(0);
    expect(given(desk, 'approval.deny')).toHaveLength(2);
  });

  it('are dead anew when the arguments change under the pointer, also for a click that is half done', async () => {
    const { desk } = await openPage(sample('run'));
    const [call] = desk.waiting() as [HeldCall];
    fireEvent.pointerDown(allowButton(), { button: 0 });
    act(() => desk.push([{ ...call, args: { head: '{"command":"rm -rf ~"}', bytes: 22 } }]));
    await pass(1000);
    fireEvent.click(allowButton(), { detail: 1 });
    await pass(0);
    expect(given(desk, 'approval.allow')).toEqual([]);
  });

  it('are dead anew when the window appears or gets the keys', async () => {
    const { desk } = await openPage(sample('run'));
    fireEvent(document, new Event('visibilitychange'));
    click(allowButton());
    await pass(500);
    fireEvent.focus(window);
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.keyDown(allowButton(), { key: 'Enter' });
    await pass(0);
    expect(desk.asked.filter(([name]) => /allow|deny/.test(name))).toEqual([]);
  });

  it('are not answered by a key that repeats, by other buttons of the mouse, or by a click from elsewhere', async () => {
    const { desk } = await openPage(sample('run'));
    fireEvent.keyDown(allowButton(), { key: 'Enter', repeat: true });
    fireEvent.keyDown(allowButton(), { key: ' ', repeat: true });
    fireEvent.keyDown(window, { key: 'Escape', repeat: true });
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true, repeat: true });
    fireEvent.keyDown(allowButton(), { key: 'Enter', altKey: true });
    fireEvent.pointerDown(allowButton(), { button: 2 });
    fireEvent.click(allowButton(), { detail: 1 });
    // Pressed on one button, let go on the other.
    fireEvent.pointerDown(screen.getByRole('heading', { level: 1 }), { button: 0 });
    fireEvent.click(allowButton(), { detail: 1 });
    await pass(0);
    expect(desk.asked.filter(([name]) => /allow|deny/.test(name))).toEqual([]);
  });

  it.each([
    ['Escape', () => fireEvent.keyDown(window, { key: 'Escape' }), 'approval.deny'],
    ['Control and Enter', () => fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true }), 'approval.allow'],
    ['Command and Enter', () => fireEvent.keyDown(window, { key: 'Enter', metaKey: true }), 'approval.allow'],
    ['Enter on Deny', () => fireEvent.keyDown(denyButton(), { key: 'Enter' }), 'approval.deny'],
    ['Space on Allow', () => fireEvent.keyDown(allowButton(), { key: ' ' }), 'approval.allow'],
    ['a screen reader', () => fireEvent.click(allowButton()), 'approval.allow'],
  ] as const)('are answered once by %s', async (_name, press, command) => {
    const { desk } = await openPage(sample('run'));
    press();
    await pass(0);
    expect(desk.asked.filter(([name]) => /allow|deny/.test(name)).map(([name]) => name)).toEqual([command]);
  });

  it('are neither focused nor the default', async () => {
    const { desk } = await openPage(sample('run'));
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(document.body, { key: 'Enter' });
    fireEvent.keyDown(document.body, { key: ' ' });
    await pass(0);
    expect(desk.asked.filter(([name]) => /allow|deny/.test(name))).toEqual([]);
  });

  it('do not keep the focus for the next call', async () => {
    await openPage(sample('read'));
    act(() => allowButton().focus());
    fireEvent.keyDown(allowButton(), { key: 'Enter' });
    await pass(0);
    expect(document.activeElement).toBe(screen.getByRole('alertdialog'));
  });

  it('stay the same two elements outside of what scrolls, whatever is shown, and the height is told once', async () => {
    const { desk, popup, container } = await openPage(sample('read'));
    const [deny, allow] = [denyButton(), allowButton()];
    const scroll = screen.getByRole('group', { name: 'A call waits for your answer' });
    const same = (): void => {
      expect([deny.isConnected, allow.isConnected]).toEqual([true, true]);
      expect(scroll.contains(allow)).toBe(false);
      // Nothing comes after them but the footer of fixed height.
      expect(deny.parentElement?.nextElementSibling).toBe(
        deny.parentElement?.parentElement?.lastElementChild,
      );
      expect(deny.parentElement?.children).toHaveLength(2);
    };
    same();
    act(() => popup.draft({ details: true }));
    same();
    act(() => popup.turn(1));
    same();
    desk.refusal = { ok: false, code: 'x', message: 'No. '.repeat(2000) };
    await act(() => popup.allow());
    expect(within(container).getByRole('alert').textContent).toContain('No.');
    same();
    act(() => desk.push([...sample('hostile'), ...sample('group')]));
    same();
    await pass(3000);
    same();
    act(() => popup.openGroup());
    same();
    expect(given(desk, 'popup.size')).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('is on the Deny button, and gone when somebody touches the window', async () => {
    const { desk } = await openPage([heldCall({ endsAt: Date.now() + 38_500 })]);
    expect(denyButton().textContent).toBe('Deny (0:38)');
    await pass(3000);
    expect(denyButton().textContent).toBe('Deny (0:35)');
    expect(screen.getByText(/^No answer by \d\d:\d\d:\d\d: refused\.$/)).toBeDefined();
    fireEvent.pointerDown(screen.getByRole('heading', { level: 1 }));
    await pass(0);
    expect(given(desk, 'approval.touch')).toHaveLength(1);
    expect(denyButton().textContent).toBe('Deny');
    expect(screen.getByText('The clock stands still while you look.')).toBeDefined();
    fireEvent.blur(window);
    await pass(0);
    expect(given(desk, 'approval.leave')).toHaveLength(1);
  });

  it('is read out with the sentence, and again at 15 and 5 seconds', async () => {
    await openPage([heldCall({ endsAt: Date.now() + 38_000 })]);
    const said = (): (string | null)[] => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said()).toContain(
      'Claude Desktop wants to read a file outside your allowed folders. Time left: 0:38.',
    );
    await pass(10_000);
    expect(said()[0]).toMatch(/0:38/);
    await pass(13_000);
    expect(said()).toContain('15 seconds left. Without an answer it is refused.');
    await pass(10_000);
    expect(said()).toContain('5 seconds left. Without an answer it is refused.');
  });

  it('says in place of it that the app has gone', async () => {
    await openPage(sample('gone'));
    expect(denyButton().textContent).toBe('Deny');
    screen.getByText(
      (_, element) =>
        element?.tagName === 'P' &&
        element.textContent ===
          'Claude Desktop stopped waiting. Your answer is kept if it asks the same again.',
    );
  });
});
