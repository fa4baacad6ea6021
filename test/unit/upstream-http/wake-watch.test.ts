import { expect, test } from 'vitest';
import { WakeWatch } from '../../../electron/upstream/http/wake-watch.ts';

const MINUTE_MS = 60_000;

/** A watch on a clock that the test moves; `beat` is its own look. */
function watched() {
  let wall = 1_000_000;
  let woken = 0;
  let beat = (): void => undefined;
  let stopped = false;
  const watch = new WakeWatch(
    {
      wallNow: () => wall,
      every(_ms, run) {
        beat = run;
        return () => void (stopped = true);
      },
    },
    () => void woken++,
  );
  return {
    watch,
    beat: () => beat(),
    pass: (ms: number) => void (wall += ms),
    woken: () => woken,
    stopped: () => stopped,
  };
}

test('time that passes with looks in between is no sleep, however long', () => {
  const { beat, pass, watch, woken } = watched();
  for (let i = 0; i < 1000; i++) {
    pass(15_000);
    if (i % 2 === 0) beat();
    else watch.look();
  }
  // A background program's timers may come a minute late.
  pass(MINUTE_MS);
  beat();
  expect(woken()).toBe(0);
});

test('a sleep is told once, at the next beat or the next thing to send', () => {
  const { beat, pass, watch, woken } = watched();
  pass(8 * 60 * MINUTE_MS);
  beat();
  watch.look();
  expect(woken()).toBe(1);
  pass(10 * MINUTE_MS);
  watch.look();
  beat();
  expect(woken()).toBe(2);
});

test('a clock that is set back is no sleep, and neither is what follows', () => {
  const { beat, pass, woken } = watched();
  pass(-24 * 60 * MINUTE_MS);
  beat();
  pass(15_000);
  beat();
  expect(woken()).toBe(0);
});

test('it ends', () => {
  const { watch, stopped } = watched();
  watch.stop();
  expect(stopped()).toBe(true);
});
