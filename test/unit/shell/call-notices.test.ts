import { describe, expect, it } from 'vitest';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { callNotices } from '../../../electron/shell/call-notices.ts';
import { aHeldCall, aMissedCall, english, handTimers } from './support.ts';

function kit() {
  const timers = handTimers();
  const said: string[] = [];
  const opened: string[] = [];
  const now = { looking: false, here: true };
  const notices = callNotices({
    texts: english,
    announce(body, open) {
      said.push(body);
      open();
    },
    looking: () => now.looking,
    here: () => now.here,
    openWaiting: () => void opened.push('waiting'),
    openMissed: () => void opened.push('missed'),
    timers,
  });
  const held = (...ids: string[]): readonly HeldCall[] =>
    ids.map((id) => aHeldCall({ id, tool: 'hunter2', why: ['hunter2'] }));
  const missed = (...ids: string[]) => ids.map((id) => aMissedCall({ id }));
  return { notices, timers, said, opened, now, held, missed };
}

const WAITING = 'A call is waiting in Doorward.';

describe('a call that nobody sees', () => {
  it('is announced after eight seconds, without a word of what it is', () => {
    const { notices, timers, said, opened, held } = kit();
    notices.changed(held('a'), []);
    timers.pass(7999);
    expect(said).toEqual([]);
    timers.pass(1);
    expect(said).toEqual([WAITING]);
    expect(opened).toEqual(['waiting']);
  });

  it('is not announced once it is touched, answered, or looked at', () => {
    const touched = kit();
    touched.notices.changed(touched.held('a'), []);
    touched.timers.pass(5000);
    const { endsAt: _stopped, ...looked } = aHeldCall({ id: 'a' });
    touched.notices.changed([looked], []);
    touched.timers.pass(5000);
    touched.notices.changed(touched.held('a'), []);
    touched.timers.pass(60_000);
    const answered = kit();
    answered.notices.changed(answered.held('a'), []);
    answered.notices.changed([], []);
    answered.timers.pass(60_000);
    const watched = kit();
    watched.now.looking = true;
    watched.notices.changed(watched.held('a'), []);
    watched.timers.pass(60_000);
    expect([touched.said, answered.said, watched.said]).toEqual([[], [], []]);
  });

  it('is announced once, and with all others of a minute', () => {
    const { notices, timers, said, held } = kit();
    notices.changed(held('a', 'b', 'c'), []);
    timers.pass(8000);
    notices.changed(held('a', 'b', 'c', 'd'), []);
    timers.pass(20_000);
    notices.changed(held('a', 'd', 'e'), []);
    expect(said).toHaveLength(1);
    timers.pass(40_000);
    expect(said).toHaveLength(2);
    timers.pass(300_000);
    expect(said).toHaveLength(2);
    expect(timers.waiting()).toBe(0);
  });

  it('is not put off by others that keep coming', () => {
    const { notices, timers, said, held } = kit();
    const ids: string[] = [];
    for (let n = 0; n < 8; n++) {
      ids.push(String(n));
      notices.changed(held(...ids), []);
      timers.pass(1000);
    }
    expect(said).toHaveLength(1);
  });
});

describe('calls that were missed', () => {
  it('are announced when somebody is back, and lead to where they are listed', () => {
    const { notices, said, opened, now, missed } = kit();
    notices.changed([], missed('old'));
    now.here = false;
    notices.changed([], missed('old', 'a', 'b'));
    notices.changed([], missed('old', 'a', 'b', 'c'));
    expect(said).toEqual([]);
    now.here = true;
    notices.back();
    notices.back();
    expect(said).toEqual(['3 calls were missed while you were away.']);
    expect(opened).toEqual(['missed']);
  });

  it('are not announced to somebody who was there, nor when they are settled', () => {
    const { notices, said, now, missed } = kit();
    notices.changed([], missed('a'));
    notices.back();
    now.here = false;
    notices.changed([], [aMissedCall({ id: 'b', served: true }), aMissedCall({ id: 'c', allowedUntil: 9 })]);
    now.here = true;
    notices.back();
    expect(said).toEqual([]);
  });

  it('are one as of one', () => {
    const { notices, said, now, missed } = kit();
    notices.changed([], []);
    now.here = false;
    notices.changed([], missed('a'));
    notices.back();
    expect(said).toEqual(['1 call was missed while you were away.']);
  });
});
