import { describe, expect, it } from 'vitest';
import { createPresence } from '../../../electron/shell/presence.ts';
import { handTimers } from './support.ts';

function kit() {
  const timers = handTimers();
  const listeners = new Map<string, () => void>();
  let idle = 0;
  let locked = false;
  const presence = createPresence({
    idleSeconds: () => idle,
    locked: () => locked,
    on: (event, listener) => void listeners.set(event, listener),
    timers,
  });
  const inputs = { n: 0 };
  const states: string[] = [];
  return {
    presence,
    timers,
    inputs,
    states,
    hear: (event: string) => listeners.get(event)?.(),
    idle: (seconds: number) => void (idle = seconds),
    lock: (now: boolean) => void (locked = now),
    /** Lets time pass without any input. */
    quiet: (seconds: number): void => {
      for (let s = 0; s < seconds; s++) {
        idle++;
        timers.pass(1000);
      }
    },
    /** Lets time pass in which somebody types all along. */
    type: (seconds: number): void => {
      for (let s = 0; s < seconds; s++) {
        idle = 0;
        timers.pass(1000);
      }
    },
    listen: () => ({
      input: presence.onInput(() => void inputs.n++),
      state: presence.onState((state) => void states.push(state)),
    }),
  };
}

describe('whether somebody is at the computer', () => {
  it('is a matter of three minutes without input', () => {
    const { presence, idle } = kit();
    expect(presence.state()).toBe('here');
    idle(179);
    expect(presence.state()).toBe('here');
    idle(180);
    expect(presence.state()).toBe('away');
    idle(0);
    expect(presence.state()).toBe('here');
  });

  it('is decided by the lock of the screen, by what is told and by what can be asked', () => {
    const { presence, hear, lock } = kit();
    hear('lock-screen');
    expect(presence.state()).toBe('away');
    hear('unlock-screen');
    expect(presence.state()).toBe('here');
    lock(true);
    expect(presence.state()).toBe('away');
    lock(false);
    hear('suspend');
    expect(presence.state()).toBe('away');
    hear('resume');
    expect(presence.state()).toBe('here');
  });

  it('stays away when the computer wakes up behind a locked screen', () => {
    const { presence, hear } = kit();
    hear('lock-screen');
    hear('suspend');
    hear('resume');
    expect(presence.state()).toBe('away');
  });

  it('does not stay away for ever because an unlocking was not told', () => {
    const { presence, hear, listen, lock, type } = kit();
    listen();
    hear('lock-screen');
    lock(true);
    type(10);
    expect(presence.state()).toBe('away');
    lock(false);
    type(4);
    expect(presence.state()).toBe('here');
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('is not in doubt for an idle time of %d', (seconds) => {
    const { presence, idle } = kit();
    idle(seconds);
    expect(presence.state()).toBe('here');
  });
});

describe('the first input', () => {
  it('is told after a while without any, once', () => {
    const { listen, inputs, quiet, type } = kit();
    listen();
    quiet(60);
    expect(inputs.n).toBe(0);
    type(30);
    expect(inputs.n).toBe(1);
    quiet(60);
    type(4);
    expect(inputs.n).toBe(2);
  });

  it('is not told to somebody who types all along, or only reads for a moment', () => {
    const { listen, inputs, quiet, type } = kit();
    listen();
    type(300);
    quiet(20);
    type(10);
    expect(inputs.n).toBe(0);
  });

  it('is told when the screen is unlocked, and not by typing the password', () => {
    const { listen, inputs, states, hear, lock, type } = kit();
    listen();
    hear('lock-screen');
    lock(true);
    type(9);
    expect(inputs.n).toBe(0);
    lock(false);
    hear('unlock-screen');
    expect(inputs.n).toBe(1);
    expect(states).toEqual(['away', 'here']);
  });

  it('is not told by a computer that wakes up for nobody', () => {
    const { listen, inputs, hear, idle, type } = kit();
    listen();
    hear('suspend');
    idle(4000);
    hear('resume');
    expect(inputs.n).toBe(0);
    type(3);
    expect(inputs.n).toBe(1);
  });
});

describe('going and coming back', () => {
  it('is told once each', () => {
    const { listen, states, quiet, type } = kit();
    listen();
    quiet(400);
    type(10);
    expect(states).toEqual(['away', 'here']);
  });

  it('is looked for only while somebody listens', () => {
    const { presence, timers, quiet } = kit();
    expect(timers.waiting()).toBe(0);
    const end = presence.onInput(() => {});
    const endOther = presence.onState(() => {});
    quiet(30);
    expect(timers.waiting()).toBe(1);
    end();
    expect(timers.waiting()).toBe(1);
    endOther();
    expect(timers.waiting()).toBe(0);
  });
});

describe('the screen', () => {
  it('is told when it is locked and unlocked, once each, also by sleep and by what can only be asked', () => {
    const { presence, hear, lock, timers } = kit();
    const told: boolean[] = [];
    const off = presence.onScreen((locked) => void told.push(locked));
    hear('lock-screen');
    hear('suspend');
    expect(told).toEqual([true]);
    hear('resume');
    hear('unlock-screen');
    expect(told).toEqual([true, false]);
    lock(true);
    timers.pass(3000);
    expect(told).toEqual([true, false, true]);
    lock(false);
    timers.pass(3000);
    expect(told).toEqual([true, false, true, false]);
    off();
    hear('lock-screen');
    expect(told).toHaveLength(4);
  });

  it('is not unlocked by somebody who comes back to it', () => {
    const { presence, hear, idle, timers } = kit();
    const told: boolean[] = [];
    presence.onScreen((locked) => void told.push(locked));
    hear('lock-screen');
    idle(5);
    timers.pass(3000);
    expect(told).toEqual([true]);
  });
});
