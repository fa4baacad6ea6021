import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOP, LoopFinder } from '../../../../electron/policy/limits/loop-finder.ts';

const PRINT = 0x1234_5678;

function world() {
  let now = 0;
  const finder = new LoopFinder(() => now);
  return {
    finder,
    pass: (ms: number) => void (now += ms),
    /** One call: what is said of it; it is answered when it goes on. */
    call: (answer: string, { reads = false, sent = true } = {}) => {
      if (!finder.seen(PRINT)) return 'passes';
      const one = finder.repeated({ key: 'k', reads });
      if (one.refused !== undefined) return 'refused';
      if (sent && one.doubt === undefined) one.answered(answer);
      if (one.doubt === undefined) one.over({ sent, denied: false });
      return one.doubt === undefined ? 'passes' : one;
    },
  };
}

/** How many of these calls pass before somebody is asked. */
function until(calls: number, everyMs: number, answer: (i: number) => string, reads = false): number {
  const { call, pass } = world();
  for (let i = 0; i < calls; i++) {
    if (typeof call(answer(i), { reads }) !== 'string') return i;
    pass(everyMs);
  }
  return Infinity;
}

describe('the same call again and again', () => {
  it('is asked about after 20 with the same answer within a minute', () => {
    expect(until(1000, 100, () => 'same')).toBe(20);
    expect(until(1000, 2000, () => 'same')).toBe(20);
    expect(until(1000, 100, () => 'error')).toBe(20);
  });

  it('is not asked about while answers change, or when it is slower', () => {
    expect(until(2000, 10, (i) => String(i))).toBe(Infinity);
    expect(until(2000, 10, (i) => String(i >> 3))).toBe(Infinity);
    expect(until(2000, 7000, () => 'same')).toBe(Infinity);
  });

  it('is left to wait when it only reads, up to four a second', () => {
    expect(until(2000, 500, () => 'pending', true)).toBe(Infinity);
    expect(until(2000, 100, () => 'pending', true)).toBe(LOOP.before + LOOP.readAnswers);
  });

  it('is asked about once; nothing of it goes on meanwhile; then as the person says', () => {
    const { call, pass } = world();
    for (let i = 0; i < 20; i++) expect(call('same')).toBe('passes');
    const asked = call('same');
    if (typeof asked === 'string') throw new Error(asked);
    expect(call('same')).toBe('refused');
    // Allowed, it goes: others like it need not wait until it is answered.
    asked.goes();
    expect(call('same')).toBe('passes');
    asked.answered('same');
    asked.over({ sent: true, denied: false });
    for (let i = 0; i < 500; i++) {
      expect(call('same')).toBe('passes');
      pass(100);
    }
  });

  it('is refused for a while after a no, and asked about anew only when it goes on after that', () => {
    const { call, pass } = world();
    for (let i = 0; i < 20; i++) call('same');
    const asked = call('same');
    if (typeof asked === 'string') throw new Error(asked);
    asked.over({ sent: false, denied: true });
    for (let i = 0; i < 20; i++) expect(call('same')).toBe('refused');
    pass(LOOP.deniedMs);
    expect(call('same')).toBe('passes');
  });

  it('is asked about again when the AI app took back the one that was asked about', () => {
    const { call } = world();
    for (let i = 0; i < 20; i++) call('same');
    const asked = call('same');
    if (typeof asked === 'string') throw new Error(asked);
    asked.over({ sent: false, denied: false });
    expect(call('same')).toBe('passes');
  });

  it('never stays in the state of being asked, whatever ends the calls', () => {
    const ending = fc.record({
      sent: fc.boolean(),
      denied: fc.boolean(),
      answer: fc.option(fc.constantFrom('a', 'b')),
    });
    fc.assert(
      fc.property(fc.array(ending, { minLength: 30, maxLength: 120 }), (endings) => {
        const { finder, pass } = world();
        for (const { sent, denied, answer } of endings) {
          if (!finder.seen(PRINT)) continue;
          const one = finder.repeated({ key: 'k', reads: false });
          if (answer !== null && sent) one.answered(answer);
          one.over({ sent, denied });
          one.over({ sent: !sent, denied: !denied });
        }
        pass(LOOP.deniedMs + LOOP.quietMs);
        expect(finder.repeated({ key: 'k', reads: false }).refused).toBeUndefined();
      }),
    );
  });
});
