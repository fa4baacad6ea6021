// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HeldCall } from '../../../../shared/model/approval.ts';
import { heldCall, questions } from '../../../../renderer/dev/sample-questions.ts';
import { draftOf } from '../../../../renderer/popup/state/popup-state.ts';
import { given, openPopup } from './kit.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const tick = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const calls = (...ids: string[]): HeldCall[] => ids.map((id) => heldCall({ id, args: { id } }));

async function open(...ids: string[]) {
  const opened = openPopup(calls(...ids));
  await tick();
  const { store } = opened.popup;
  return { ...opened, state: () => store.getState(), shown: () => store.getState().shown?.id };
}

describe('which call is on show', () => {
  it('is the oldest, and stays while others come, go and take other places', async () => {
    const { desk, shown, state } = await open('a');
    desk.push(calls('z', 'a', 'b', 'c'));
    expect([shown(), state().index, state().calls.length]).toEqual(['a', 1, 4]);
    desk.push(calls('c', 'b', 'a'));
    expect([shown(), state().index]).toEqual(['a', 2]);
  });

  it('is the next one once it has been answered, and none of the answered again', async () => {
    const { desk, popup, shown } = await open('a', 'b', 'c');
    popup.turn(1);
    expect(shown()).toBe('b');
    await popup.allow();
    expect(shown()).toBe('c');
    // A list from before the answer is on its way still.
    desk.push(calls('a', 'b', 'c'));
    expect(popup.store.getState().calls.map(({ id }) => id)).toEqual(['a', 'c']);
    // What the host goes on listing waits still, whatever it said.
    await tick(3000);
    expect(popup.store.getState().calls.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(shown()).toBe('c');
  });

  it('stays for a moment with the reason when it ends by itself, then gives way', async () => {
    const { desk, popup, shown, state } = await open('a', 'b');
    const before = popup.guard.version;
    desk.push(calls('b'));
    expect([shown(), state().ended]).toEqual(['a', 'elsewhere']);
    expect(popup.guard.version).toBeGreaterThan(before);
    await popup.allow();
    await popup.deny();
    expect(given(desk, 'approval.allow')).toEqual([]);
    expect(given(desk, 'approval.deny')).toEqual([]);
    await tick(2000);
    expect([shown(), state().ended]).toEqual(['b', undefined]);
  });

  it('tells why it ended as far as that can be known', async () => {
    const { desk, popup, state } = await open('a');
    await tick((popup.store.getState().shown?.endsAt ?? 0) - Date.now());
    desk.push([]);
    expect(state().ended).toBe('unanswered');
    const { endsAt: _clock, ...late } = heldCall({ appGone: true });
    const gone = openPopup([late]);
    await tick();
    gone.desk.push([]);
    expect(gone.popup.store.getState().ended).toBe('gone');
  });

  it('is none when nothing waits, and the window goes', async () => {
    const { desk, popup, shown } = await open('a');
    await popup.deny();
    expect(shown()).toBeUndefined();
    expect(given(desk, 'popup.hide')).toHaveLength(1);
  });

  it('is not overwritten by a snapshot that is older than what was pushed', async () => {
    const { desk, popup } = openPopup(calls('old'));
    desk.push(calls('new'));
    await tick();
    expect(popup.store.getState().calls.map(({ id }) => id)).toEqual(['new']);
  });

  it('is asked for again when the app does not answer', async () => {
    const { desk, popup } = openPopup(calls('a'));
    const { commands } = desk.bridge;
    const snapshot = commands['popup.snapshot'];
    Object.assign(commands, { 'popup.snapshot': () => Promise.reject(new Error('gone')) });
    popup.start();
    await tick();
    Object.assign(commands, { 'popup.snapshot': snapshot });
    await tick(1000);
    expect(popup.store.getState().shown?.id).toBe('a');
  });
});

describe('an answer', () => {
  it('that is refused keeps the call and everything that was typed, and says why', async () => {
    const { desk, popup, state, shown } = await open('a', 'b');
    popup.draft({ reason: 'not today', edit: '{"x":1}', opened: '{}' });
    desk.refusal = { ok: false, code: 'policy', message: 'The rules have changed.' };
    await popup.allow();
    expect(shown()).toBe('a');
    expect(state().error).toEqual({ message: 'The rules have changed.' });
    expect(draftOf(state(), 'a')).toMatchObject({ reason: 'not today', edit: '{"x":1}' });
    desk.refusal = undefined;
    await popup.allow();
    expect(given(desk, 'approval.allow').at(-1)).toEqual({
      id: 'a',
      for: 'once',
      scope: 'args',
      apps: 'this',
      arguments: '{"x":1}',
    });
    expect([shown(), state().error]).toEqual(['b', undefined]);
  });

  it('that nobody hears is no answer', async () => {
    const { desk, popup, state, shown } = await open('a');
    Object.assign(desk.bridge.commands, { 'approval.allow': () => Promise.reject(new Error('x')) });
    await popup.allow();
    expect([shown(), state().error]).toEqual(['a', { message: undefined }]);
  });

  it('is not sent with arguments that are no JSON', async () => {
    const { desk, popup } = await open('a');
    popup.draft({ edit: '{"x":', opened: '{}' });
    await popup.allow();
    expect(given(desk, 'approval.allow')).toEqual([]);
  });

  it('is sent once, however often it is given while it is on its way', async () => {
    const { desk, popup } = await open('a', 'b');
    await Promise.all([popup.allow(), popup.allow(), popup.deny()]);
    expect(desk.asked.filter(([name]) => /allow|deny/.test(name))).toHaveLength(1);
  });

  it('keeps what was typed at one call while another one is looked at', async () => {
    const { popup, state } = await open('a', 'b');
    popup.draft({ reason: 'for a' });
    popup.turn(1);
    expect(draftOf(state(), 'b').reason).toBe('');
    popup.turn(-1);
    expect(draftOf(state(), 'a').reason).toBe('for a');
  });
});

describe('the guard', () => {
  it('is dead anew when the call, its arguments, what is chosen or the window change, and only then', async () => {
    const { desk, popup } = await open('a', 'b');
    const version = (): number => popup.guard.version;
    const changes = (act: () => void): boolean => {
      const before = version();
      act();
      return version() > before;
    };
    const [first, second] = desk.waiting() as [HeldCall, HeldCall];
    expect(changes(() => desk.push([{ ...first, endsAt: 5 }, second, heldCall()]))).toBe(false);
    expect(changes(() => desk.push([{ ...first, group: 'g' }, second]))).toBe(false);
    const other = { ...first, args: { head: '{"to":"x"}', bytes: 10 } };
    expect(changes(() => desk.push([other, second]))).toBe(true);
    expect(changes(() => desk.push([{ ...other, appGone: true }, second]))).toBe(true);
    expect(changes(() => popup.turn(1))).toBe(true);
    expect(changes(() => popup.appeared())).toBe(true);
    expect(changes(() => popup.draft({ reason: 'x', details: true }))).toBe(false);
    expect(changes(() => popup.draft({ choice: { for: '5m', scope: 'args', apps: 'this' } }))).toBe(true);
    expect(changes(() => popup.draft({ edit: '{}', opened: '{}' }))).toBe(false);
    expect(changes(() => popup.draft({ edit: '{ }' }))).toBe(true);
  });
});

describe('the clock', () => {
  it('is stopped once for each call on show, and goes on when it is left', async () => {
    const { desk, popup } = await open('a', 'b');
    popup.touch();
    popup.touch();
    expect(given(desk, 'approval.touch')).toEqual([{ id: 'a' }]);
    popup.turn(1);
    expect(given(desk, 'approval.leave')).toEqual([{ id: 'a' }]);
    popup.touch();
    popup.leave();
    popup.leave();
    expect(given(desk, 'approval.leave')).toEqual([{ id: 'a' }, { id: 'b' }]);
    popup.touch();
    expect(given(desk, 'approval.touch')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'b' }]);
  });

  it('is not stopped by a window that opens under a resting pointer, nor by a twitch', async () => {
    const { desk, popup } = await open('a');
    for (let index = 0; index < 20; index += 1) popup.moved(100, 100);
    popup.moved(105, 104);
    expect(given(desk, 'approval.touch')).toEqual([]);
    popup.moved(130, 104);
    expect(given(desk, 'approval.touch')).toEqual([{ id: 'a' }]);
  });

  it('goes on when the pointer leaves a window in which nobody types', async () => {
    const { desk, popup } = await open('a');
    popup.touch();
    popup.pointerLeft();
    expect(given(desk, 'approval.leave')).toEqual([{ id: 'a' }]);
    const typing = openPopup(calls('a'), () => true);
    await tick();
    typing.popup.touch();
    typing.popup.pointerLeft();
    expect(given(typing.desk, 'approval.leave')).toEqual([]);
  });

  it('is not touched for the next call because the one before was', async () => {
    const { desk, popup } = await open('a', 'b');
    popup.touch();
    await popup.allow();
    expect(given(desk, 'approval.touch')).toEqual([{ id: 'a' }]);
    expect(given(desk, 'approval.leave')).toEqual([]);
  });
});

describe('calls that are alike', () => {
  const group = questions['group'] as () => readonly HeldCall[];

  it('are allowed each by itself, only those that were in the list, and only once', async () => {
    const all = group();
    const { desk, popup } = openPopup(all);
    await tick();
    popup.openGroup();
    const late = heldCall({ id: 'late', group: 'invoices' });
    desk.push([...all.slice(1), late]);
    expect(popup.store.getState().group).toHaveLength(14);
    await popup.allow();
    expect(given(desk, 'approval.allow')).toEqual(all.slice(1).map(({ id }) => ({ id })));
    expect(popup.store.getState().shown?.id).toBe('late');
    expect(popup.store.getState().group).toBeUndefined();
  });

  it('stay on show with the reason when some could not be allowed', async () => {
    const { desk, popup } = openPopup(group());
    await tick();
    popup.openGroup();
    const answer = desk.bridge.commands['approval.allow'];
    let count = 0;
    Object.assign(desk.bridge.commands, {
      'approval.allow': (input: { id: string }) =>
        (count += 1) % 5 === 0 ? Promise.resolve({ ok: false, code: 'x', message: 'No.' }) : answer(input),
    });
    await popup.allow();
    expect(popup.store.getState().error).toEqual({ message: 'No.', failed: { count: 2, of: 14 } });
    expect(popup.store.getState().calls).toHaveLength(2);
  });

  it('have their clocks stopped while their list is on show', async () => {
    const { desk, popup } = openPopup(group());
    await tick();
    popup.openGroup();
    expect(given(desk, 'approval.touch')).toHaveLength(14);
    expect(popup.store.getState().shown?.endsAt).toBeUndefined();
    popup.closeGroup();
    expect(given(desk, 'approval.leave')).toHaveLength(13);
  });

  it('say for a moment that all of them ended', async () => {
    const { desk, popup } = openPopup(group());
    await tick();
    popup.openGroup();
    const other = heldCall({ id: 'other' });
    desk.push([other]);
    expect(popup.store.getState().group).toHaveLength(14);
    await popup.allow();
    expect(given(desk, 'approval.allow')).toEqual([]);
    await tick(2000);
    expect(popup.store.getState()).toMatchObject({ group: undefined, shown: { id: 'other' } });
  });

  it('are never those that send, run, delete or spend, nor one alone', async () => {
    for (const effect of ['send', 'run', 'destroy', 'spend', 'unknown'] as const) {
      const { popup } = openPopup([heldCall({ effect, group: 'g' }), heldCall({ effect, group: 'g' })]);
      await tick();
      popup.openGroup();
      expect(popup.store.getState().group).toBeUndefined();
    }
    const { popup } = openPopup([heldCall({ group: 'g' }), heldCall({ effect: 'send', group: 'g' })]);
    await tick();
    popup.openGroup();
    expect(popup.store.getState().group).toBeUndefined();
  });
});

describe('whatever happens', () => {
  const act = fc.oneof(
    fc.record({ what: fc.constant('push' as const), ids: fc.subarray(['a', 'b', 'c', 'd', 'e']) }),
    fc.record({
      what: fc.constantFrom(
        'allow',
        'deny',
        'next',
        'previous',
        'touch',
        'leave',
        'wait',
        'wait',
        'fail',
        'mend',
        'group',
        'back',
      ),
    }),
  );

  it('an answer goes to the call that was on show, and nothing but the person or an end changes that one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
        const make = (id: string): HeldCall => heldCall({ id, args: { id }, group: id < 'c' ? 'g' : 'h' });
        const { desk, popup } = openPopup([]);
        await tick();
        for (const step of acts) {
          const before = popup.store.getState();
          const sent = desk.asked.length;
          if (step.what === 'push' && 'ids' in step) {
            desk.push(step.ids.map(make));
            const after = popup.store.getState();
            if (before.shown !== undefined) expect(after.shown?.id).toBe(before.shown.id);
            continue;
          }
          if (step.what === 'allow') await popup.allow();
          if (step.what === 'deny') await popup.deny();
          if (step.what === 'next') popup.turn(1);
          if (step.what === 'previous') popup.turn(-1);
          if (step.what === 'touch') popup.touch();
          if (step.what === 'leave') popup.leave();
          if (step.what === 'group') popup.openGroup();
          if (step.what === 'back') popup.closeGroup();
          if (step.what === 'fail') desk.refusal = { ok: false, code: 'x', message: 'No.' };
          if (step.what === 'mend') desk.refusal = undefined;
          if (step.what === 'wait') await tick(900);
          const answers = desk.asked
            .slice(sent)
            .filter(([name]) => name === 'approval.allow' || name === 'approval.deny');
          const may = before.group?.map(({ id }) => id) ?? [before.shown?.id];
          for (const [, input] of answers) expect(may).toContain((input as { id: string }).id);
          if (answers.length > 0) expect(before.ended).toBeUndefined();
          const after = popup.store.getState();
          if (after.shown?.id !== before.shown?.id) expect(after.version).toBeGreaterThan(before.version);
          if (after.ended === undefined && after.group === undefined && after.shown !== undefined) {
            expect(after.calls[after.index]?.id).toBe(after.shown.id);
          }
        }
        await tick(10_000);
        const { shown, calls: waiting, group } = popup.store.getState();
        if (group === undefined) expect(shown === undefined).toBe(waiting.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
