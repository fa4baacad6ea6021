import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEAD_MS, Guard } from '../../../../renderer/popup/state/guard.ts';

function drawn(at: number): Guard {
  const guard = new Guard();
  guard.changed();
  guard.drawn(guard.version, at);
  return guard;
}

describe('the guard of the answers', () => {
  it('takes nothing before what is shown has been drawn for 400 ms', () => {
    expect(DEAD_MS).toBe(400);
    const guard = new Guard();
    guard.changed();
    expect(guard.takes(1e9)).toBe(false);
    guard.drawn(guard.version, 1000);
    expect(guard.takes(1399)).toBe(false);
    expect(guard.takes(1400)).toBe(true);
  });

  it('is dead anew with every change, and not for the drawing of what was there before', () => {
    const guard = drawn(0);
    const before = guard.version;
    guard.changed();
    guard.drawn(before, 500);
    expect(guard.takes(5000)).toBe(false);
    guard.drawn(guard.version, 600);
    guard.drawn(guard.version, 900);
    expect(guard.takes(1000)).toBe(true);
  });

  it('takes no click that went down before the change', () => {
    const guard = drawn(0);
    guard.pressed(500);
    guard.changed();
    guard.drawn(guard.version, 600);
    expect(guard.clicked(2000)).toBe(false);
  });

  it('takes no click that went down while it was dead, however late it ends', () => {
    const guard = drawn(0);
    guard.pressed(399);
    expect(guard.clicked(2000)).toBe(false);
    guard.pressed(2100);
    expect(guard.clicked(2200)).toBe(true);
    expect(guard.clicked(2300)).toBe(false);
  });

  it('takes no click that was made before the drawing and is heard long after it', () => {
    const guard = drawn(1000);
    guard.pressed(900);
    expect(guard.clicked(950)).toBe(false);
  });

  it('takes no key right after the window got them', () => {
    const guard = drawn(0);
    guard.focused(1000);
    expect(guard.key(1399)).toBe(false);
    expect(guard.key(1400)).toBe(true);
    guard.pressed(1100);
    expect(guard.clicked(1200)).toBe(true);
  });

  it('never takes an answer to what has been on show for less than 400 ms', () => {
    const step = fc.record({
      what: fc.constantFrom('change', 'draw', 'press', 'click', 'key', 'focus'),
      wait: fc.nat(600),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const guard = new Guard();
        guard.changed();
        let now = 0;
        let seen = Infinity;
        let pressedFor: number | undefined;
        for (const { what, wait } of steps) {
          now += wait;
          if (what === 'change') {
            guard.changed();
            seen = Infinity;
          } else if (what === 'draw') {
            guard.drawn(guard.version, now);
            seen = Math.min(seen, now);
          } else if (what === 'press') {
            guard.pressed(now);
            pressedFor = now - seen >= 400 ? guard.version : undefined;
          } else if (what === 'click') {
            if (guard.clicked(now)) expect([now - seen >= 400, pressedFor]).toEqual([true, guard.version]);
            pressedFor = undefined;
          } else if (what === 'key') {
            if (guard.key(now)) expect(now - seen).toBeGreaterThanOrEqual(400);
          } else guard.focused(now);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
