import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Supervisor,
  defaultLimits,
  newRun,
  nextRun,
  startVerdict,
} from '../../../electron/upstream/stdio/supervisor.ts';
import type { RunEvent } from '../../../electron/upstream/stdio/supervisor.ts';

const highest = 1 - Number.EPSILON;

/** Starts and crashes one process as soon as that is allowed; answers when the next start is allowed. */
function crash(supervisor: Supervisor, now: number, message = 'It fell.'): number {
  supervisor.started('s', 'p', now);
  supervisor.crashed('s', 'p', now, message);
  const verdict = supervisor.mayStart('s', now);
  return verdict.kind === 'wait' ? verdict.until : now;
}

describe('restart policy', () => {
  it('waits 1, 2, 4 and 8 s, then gives up until a person enables the server', () => {
    const supervisor = new Supervisor(() => highest);
    let now = 1_000;
    const waits = [];
    for (let round = 0; round < 4; round += 1) {
      const next = crash(supervisor, now);
      waits.push(Math.round(next - now));
      expect(supervisor.mayStart('s', next - 1).kind).toBe('wait');
      expect(supervisor.mayStart('s', next).kind).toBe('ok');
      now = next;
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    crash(supervisor, now);
    const verdict = supervisor.mayStart('s', now + 1e12);
    expect(verdict.kind).toBe('given-up');
    expect(verdict).toHaveProperty('message', expect.stringContaining('stopped after repeated crashes'));
    expect(supervisor.health('s', now)).toMatchObject({
      state: 'given-up',
      crashes: 5,
      lastFailure: 'It fell.',
    });
    supervisor.enabled('s', now);
    expect(supervisor.mayStart('s', now).kind).toBe('ok');
    expect(supervisor.mayStart('other', now).kind).toBe('ok');
  });

  it('never waits longer than the limit, nor less than half of the step', () => {
    const patient = { ...defaultLimits, crashes: 100 };
    for (const random of [0, highest]) {
      const supervisor = new Supervisor(() => random, patient);
      let now = 0;
      let wait = 0;
      for (let round = 0; round < 50; round += 1) {
        const next = crash(supervisor, now);
        wait = next - now;
        now = next;
      }
      expect(Math.round(wait)).toBe(random === 0 ? 30_000 : 60_000);
    }
  });

  it('forgets crashes that are older than the window', () => {
    const supervisor = new Supervisor(() => 0);
    let now = 0;
    for (let round = 0; round < 50; round += 1) {
      crash(supervisor, now);
      now += defaultLimits.windowMs / 4 + 1;
      expect(supervisor.mayStart('s', now).kind).toBe('ok');
    }
  });

  it('begins with the shortest wait again after a process has worked for a minute', () => {
    const supervisor = new Supervisor(() => highest);
    let now = crash(supervisor, crash(supervisor, 0));
    supervisor.started('s', 'p', now);
    supervisor.answered('s', 'p', now + 10);
    now += 10 + defaultLimits.healthyMs;
    supervisor.crashed('s', 'p', now, 'again');
    expect(supervisor.health('s', now).retryInMs).toBeCloseTo(1_000);
  });

  it('counts the fall of all processes at once as one crash', () => {
    const supervisor = new Supervisor(() => 0.5);
    for (let at = 0; at < 20; at += 1) supervisor.started('s', `p${at}`, 0);
    for (let at = 0; at < 20; at += 1) supervisor.crashed('s', `p${at}`, 100 + at, 'all');
    expect(supervisor.health('s', 200)).toMatchObject({ state: 'waiting', crashes: 1, processes: 0 });
  });

  it('does not count what we stopped ourselves', () => {
    const supervisor = new Supervisor(() => 0.5);
    for (let at = 0; at < 20; at += 1) {
      supervisor.started('s', 'p', at);
      supervisor.stopped('s', 'p', at);
    }
    expect(supervisor.mayStart('s', 20).kind).toBe('ok');
    expect(supervisor.health('s', 20)).toMatchObject({ state: 'stopped', processes: 0, crashes: 0 });
  });

  it('gives a start its time until the first answer', () => {
    const supervisor = new Supervisor(() => 0.5);
    supervisor.started('s', 'p', 500);
    expect(supervisor.startDeadline('s', 'p')).toBe(60_500);
    expect(supervisor.health('s', 600).state).toBe('starting');
    supervisor.answered('s', 'p', 700);
    supervisor.answered('s', 'p', 900);
    expect(supervisor.startDeadline('s', 'p')).toBeUndefined();
    expect(supervisor.startDeadline('s', 'unknown')).toBeUndefined();
    expect(supervisor.health('s', 800)).toMatchObject({ state: 'running', processes: 1 });
    supervisor.forget('s');
    expect(supervisor.health('s', 800).state).toBe('stopped');
  });
});

describe('any course of events', () => {
  const step = fc.record({
    kind: fc.constantFrom('started', 'answered', 'stopped', 'crashed', 'enabled'),
    process: fc.constantFrom('a', 'b', 'c'),
    pass: fc.integer({ min: 0, max: 100_000 }),
    random: fc.double({ min: 0, max: highest, noNaN: true }),
  });

  it('keeps its bounds, and only a person undoes a giving up', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let run = newRun;
        let now = 0;
        for (const { kind, process, pass, random } of steps) {
          now += pass;
          const event: RunEvent =
            kind === 'crashed' ? { kind, process, at: now, message: 'm' } : { kind, process, at: now };
          const next = nextRun(run, event, random, defaultLimits);
          expect(next.crashes.length).toBeLessThanOrEqual(defaultLimits.crashes);
          expect(next.processes.size).toBeLessThanOrEqual(3);
          if (run.givenUp && kind !== 'enabled') expect(next.givenUp).toBe(true);
          const verdict = startVerdict('s', next, now, defaultLimits);
          if (verdict.kind === 'wait')
            expect(verdict.until - now).toBeLessThanOrEqual(defaultLimits.longestWaitMs);
          if (verdict.kind !== 'given-up') {
            expect(startVerdict('s', next, now + defaultLimits.longestWaitMs, defaultLimits).kind).toBe('ok');
          }
          run = next;
        }
      }),
    );
  });
});
