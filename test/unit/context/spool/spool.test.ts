import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Spool,
  type Spooled,
  type SpoolLimits,
  type SpoolOwner,
} from '../../../../electron/context/spool/spool.ts';

const HOUR = 3_600_000;

function kit(limits?: SpoolLimits) {
  let now = 0;
  let count = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  const spool = new Spool({
    now: () => now,
    random(bytes) {
      const all = Buffer.alloc(bytes);
      all.writeUInt32BE(++count, bytes - 4);
      return all;
    },
    after(ms, run) {
      const id = ++count;
      timers.set(id, { at: now + ms, run });
      return () => void timers.delete(id);
    },
    limits,
  });
  const advance = (ms: number): void => {
    now += ms;
    for (const [id, { at, run }] of timers)
      if (at <= now) {
        timers.delete(id);
        run();
      }
  };
  return { spool, advance, timers };
}
const spooled = (text: string, server = 'files'): Spooled => ({
  server,
  tool: 'read',
  text,
  budget: 1000,
  orders: false,
});
const put = (spool: Spool, owner: SpoolOwner, text: string, server?: string): string => {
  const handle = spool.put(owner, spooled(text, server));
  if (handle === undefined) throw new Error('not kept');
  return handle;
};

describe('the spool', () => {
  it('gives a text back to its owner alone', () => {
    const { spool } = kit();
    const [mine, other] = [{}, {}];
    const handle = put(spool, mine, 'text');
    expect(handle).toMatch(/^[\w-]{12}$/);
    expect(spool.get(mine, handle)?.text).toBe('text');
    expect(spool.get(other, handle)).toBeUndefined();
    expect(spool.get('app', handle)).toBeUndefined();
    expect([spool.has(mine), spool.has(other)]).toEqual([true, false]);
  });

  it('forgets with the session, the app, the server, and after an hour', () => {
    const { spool, advance, timers } = kit();
    const session = {};
    const one = put(spool, session, 'a');
    const two = put(spool, 'app', 'b', 'mail');
    spool.forget(session);
    expect(spool.get(session, one)).toBeUndefined();
    spool.forgetServer('mail');
    expect(spool.get('app', two)).toBeUndefined();
    expect([spool.size, spool.bytes, timers.size]).toEqual([0, 0, 0]);

    const three = put(spool, session, 'c');
    advance(HOUR - 1);
    const four = put(spool, session, 'd');
    expect(spool.get(session, three)?.text).toBe('c');
    // Nobody asks, and it goes all the same.
    advance(1);
    expect(spool.size).toBe(1);
    expect(spool.get(session, three)).toBeUndefined();
    expect(spool.get(session, four)?.text).toBe('d');
    advance(HOUR);
    expect([spool.size, spool.bytes, timers.size]).toEqual([0, 0, 0]);
  });

  it('lets the oldest go first, of the owner and of all', () => {
    const { spool } = kit({ ownerBytes: 1000, allBytes: 2000, ageMs: HOUR });
    const [a, b, c] = [{}, {}, {}];
    const text = 'x'.repeat(200);
    const first = put(spool, a, text);
    const second = put(spool, a, text);
    const third = put(spool, a, text);
    expect([first, second, third].map((handle) => spool.get(a, handle) !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    for (const owner of [b, b, c]) put(spool, owner, text);
    expect(spool.get(a, second)).toBeUndefined();
    expect(spool.get(a, third)).toBeDefined();
    expect(spool.bytes).toBeLessThanOrEqual(2000);
  });

  it('does not keep what is longer than its owner may have, and lets nothing go for it', () => {
    const { spool } = kit({ ownerBytes: 1000, allBytes: 2500, ageMs: HOUR });
    const before = put(spool, 'app', 'x'.repeat(100));
    expect(spool.put('app', spooled('x'.repeat(1001)))).toBeUndefined();
    // Wide characters take two bytes.
    expect(spool.put('app', spooled('—'.repeat(501)))).toBeUndefined();
    expect(spool.get('app', before)).toBeDefined();
  });

  it('holds its bounds and counts right whatever is done', () => {
    const limits = { ownerBytes: 2000, allBytes: 5000, ageMs: 50 };
    const act = fc.oneof(
      fc.record({
        do: fc.constant('put'),
        owner: fc.constantFrom('a', 'b', 'c'),
        size: fc.nat(2200),
        server: fc.constantFrom('x', 'y'),
      }),
      fc.record({
        do: fc.constantFrom('forget', 'server', 'wait', 'get'),
        owner: fc.constantFrom('a', 'b', 'c'),
        size: fc.nat(40),
        server: fc.constantFrom('x', 'y'),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { spool, advance, timers } = kit(limits);
        const kept = new Map<string, { owner: string; text: string }>();
        for (const [n, one] of acts.entries()) {
          if (one.do === 'put') {
            const text = `${n} `.padEnd(one.size, 'x');
            const handle = spool.put(one.owner, spooled(text, one.server));
            if (handle !== undefined) kept.set(handle, { owner: one.owner, text });
          } else if (one.do === 'forget') spool.forget(one.owner);
          else if (one.do === 'server') spool.forgetServer(one.server);
          else advance(one.size);
          let bytes = 0;
          const owners = new Map<string, number>();
          for (const [handle, { owner, text }] of kept) {
            const found = spool.get(owner, handle);
            if (found === undefined) continue;
            expect(found.text).toBe(text);
            bytes += text.length + 256;
            owners.set(owner, (owners.get(owner) ?? 0) + text.length + 256);
          }
          expect(spool.bytes).toBe(bytes);
          expect(bytes).toBeLessThanOrEqual(limits.allBytes);
          for (const [owner, own] of owners) {
            expect(own).toBeLessThanOrEqual(limits.ownerBytes);
            expect(spool.has(owner)).toBe(true);
          }
          expect(timers.size).toBe(spool.size === 0 ? 0 : 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
