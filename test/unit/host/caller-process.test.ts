import { describe, expect, it } from 'vitest';
import { createCallerProcesses } from '../../../electron/host/policy/caller-process.ts';
import type { Call } from '../../../electron/relay/call.ts';
import type { CallerConnection } from '../../../electron/relay/exchange.ts';
import type { CallerProcess } from '../../../shared/model/approval.ts';
import { aKit, settle } from '../approvals/desk-kit.ts';
import { eventually } from '../gateway/harness.ts';

type Connection = { -readonly [K in keyof CallerConnection]: CallerConnection[K] };
const connection = (over: Partial<Connection> = {}): Connection => ({
  remoteAddress: '127.0.0.1',
  remotePort: 50_000,
  localPort: 7411,
  destroyed: false,
  ...over,
});
const callOn = (on: CallerConnection | undefined): Call => ({ connection: on }) as unknown as Call;
const same = (text: string): string => text;

function kit() {
  const asked: { ends: unknown; answer: (process: CallerProcess | undefined) => void; fail: () => void }[] =
    [];
  const state = { now: 0, told: 0, asked, beforeEvents: () => {} };
  const callers = createCallerProcesses({
    find: (ends) =>
      new Promise((resolve, reject) => {
        asked.push({ ends, answer: resolve, fail: () => reject(new Error('x')) });
      }),
    now: () => state.now,
    afterEvents(run) {
      state.beforeEvents();
      run();
    },
    told: () => state.told++,
  });
  return Object.assign(state, { callers });
}

describe('the processes behind calls', () => {
  const app = { pid: 1, path: '/opt/app', signer: 'Somebody' };

  it('are looked for once for a connection, and told when they are known', async () => {
    const it = kit();
    const on = connection();
    const [first, second] = [callOn(on), callOn(on)];
    expect(it.callers.of(first, same)).toBeUndefined();
    expect(it.asked).toHaveLength(0);
    it.callers.look(first);
    it.callers.look(second);
    await eventually(() => it.asked.length === 1);
    expect(it.callers.of(first, same)).toBeUndefined();
    it.asked[0]?.answer(app);
    await eventually(() => it.told === 1);
    expect(it.asked[0]?.ends).toEqual({ theirs: 50_000, ours: 7411 });
    expect(it.callers.of(first, same)).toEqual(app);
    expect(it.callers.of(second, (text) => text.replace('opt', '•••'))).toEqual({ ...app, path: '/•••/app' });
    it.callers.look(callOn(on));
    expect(it.asked).toHaveLength(1);
  });

  it('are looked for anew after five minutes; a question that was shown keeps what it was shown with', async () => {
    const it = kit();
    const on = connection();
    const old = callOn(on);
    it.callers.look(old);
    await eventually(() => it.asked.length === 1);
    it.asked[0]?.answer(app);
    await eventually(() => it.told === 1);
    expect(it.callers.of(old, same)).toEqual(app);
    it.now = 5 * 60_000;
    const late = callOn(on);
    expect(it.callers.of(late, same)).toBeUndefined();
    it.callers.look(late);
    await eventually(() => it.asked.length === 2);
    it.asked[1]?.answer({ pid: 2 });
    await eventually(() => it.told === 2);
    expect(it.callers.of(late, same)).toEqual({ pid: 2 });
    expect(it.callers.of(old, same)).toEqual(app);
  });

  it('a program that gets the port of another is not shown as that one', async () => {
    const it = kit();
    const [theirs, again] = [connection(), connection()];
    it.callers.look(callOn(theirs));
    await eventually(() => it.asked.length === 1);
    it.asked[0]?.answer(app);
    await eventually(() => it.told === 1);
    theirs.destroyed = true;
    expect(it.callers.of(callOn(again), same)).toBeUndefined();
    it.callers.look(callOn(again));
    await eventually(() => it.asked.length === 2);
  });

  it('a connection from another address of this computer, or none, is not looked for', async () => {
    const it = kit();
    const odd = [
      connection({ remoteAddress: '127.0.0.2' }),
      connection({ remoteAddress: '::ffff:127.0.0.2' }),
      connection({ remoteAddress: undefined }),
      connection({ remotePort: undefined }),
      connection({ destroyed: true }),
    ];
    for (const on of [...odd, undefined]) it.callers.look(callOn(on));
    it.callers.look(callOn(connection({ remotePort: 50_001 })));
    await eventually(() => it.asked.length === 1);
    expect(it.asked[0]?.ends).toEqual({ theirs: 50_001, ours: 7411 });
    for (const one of odd) expect(it.callers.of(callOn(one), same)).toBeUndefined();
  });

  it('nothing is shown of a connection that was closed while it was looked for', async () => {
    const it = kit();
    const [gone, open] = [connection(), connection()];
    it.callers.look(callOn(gone));
    it.callers.look(callOn(open));
    await eventually(() => it.asked.length === 1);
    // Its end came in together with what was read.
    it.beforeEvents = () => {
      gone.destroyed = true;
    };
    it.asked[0]?.answer(app);
    await eventually(() => it.asked.length === 2);
    expect(it.told).toBe(0);
    expect(it.callers.of(callOn(gone), same)).toBeUndefined();
  });

  it('what fails is silent and kept, and the next has its turn', async () => {
    const it = kit();
    const [bad, good] = [connection(), connection()];
    it.callers.look(callOn(bad));
    it.callers.look(callOn(good));
    await eventually(() => it.asked.length === 1);
    it.asked[0]?.fail();
    await eventually(() => it.asked.length === 2);
    it.callers.look(callOn(bad));
    it.asked[1]?.answer(app);
    await eventually(() => it.told === 1);
    expect(it.asked).toHaveLength(2);
    expect(it.callers.of(callOn(bad), same)).toBeUndefined();
  });

  it('one is looked for at a time, and at most 64 wait', async () => {
    const it = kit();
    for (let n = 0; n < 200; n++) it.callers.look(callOn(connection()));
    for (let n = 0; n < 64; n++) {
      await eventually(() => it.asked.length === n + 1);
      if (n % 2 === 0) it.asked[n]?.answer(undefined);
      else it.asked[n]?.fail();
    }
    for (let n = 0; n < 10; n++) await Promise.resolve();
    for (let n = 0; n < 64; n++) it.callers.look(callOn(connection({ remotePort: 50_001 + n })));
    for (let n = 0; n < 64; n++) {
      await eventually(() => it.asked.length === 65 + n);
      expect(it.asked[64 + n]?.ends).toEqual({ theirs: 50_001 + n, ours: 7411 });
      it.asked[64 + n]?.answer(undefined);
    }
    expect(it.told).toBe(0);
  });
});

describe('a desk that is told that what is shown may be another', () => {
  it('shows it anew, and decides nothing: clocks go on, and a policy that has changed waits for its own word', async () => {
    const it = aKit();
    const shown: { process?: CallerProcess } = {};
    const asked = it.ask({ show: () => shown });
    const [before] = it.desk.pending();
    const { version } = it.desk;
    let heard = 0;
    it.desk.onChange(() => heard++);
    shown.process = { pid: 4711 };
    it.verdict = 'allow';
    it.clock.jump(1000);
    it.desk.refresh();
    await settle();
    expect([it.desk.version, heard]).toEqual([version + 1, 1]);
    expect(it.desk.pending()).toEqual([{ ...before, process: { pid: 4711 } }]);
    expect(asked.outcomes).toEqual([]);
  });
});
