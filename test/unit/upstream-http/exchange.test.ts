import { expect, test } from 'vitest';
import { HttpExchange } from '../../../electron/upstream/http/exchange.ts';
import { Flow } from '../../../electron/upstream/http/flow.ts';
import { Memory } from '../../../electron/upstream/http/growing-buffer.ts';
import { until } from './harness.ts';

const COUNT = 700;

/** A socket that goes on delivering although it was asked to pause, as undici's does when the other side resets. */
test('what a closing socket delivers in spite of a pause is read later, in order, and then its end', async () => {
  for (const broken of [undefined, new Error('reset')]) {
    const calls: string[] = [];
    const exchange = new HttpExchange(
      {
        started: () => 'events',
        event: (_type, data) => calls.push(data.toString()),
        ended: (_body, why) => calls.push(why?.kind ?? 'end'),
      },
      { memory: new Memory(1024 * 1024), flow: new Flow(), messageBytes: 1024 * 1024 },
    );
    let paused = 0;
    const controller = {
      aborted: false,
      paused: false,
      reason: null,
      abort: () => undefined,
      pause: () => paused++,
      resume: () => undefined,
    };
    exchange.onRequestStart(controller);
    exchange.onResponseStart(controller, 200, {});
    for (let chunk = 0; chunk < 3; chunk++) {
      const events = Array.from({ length: COUNT }, (_, n) => `data: ${chunk * COUNT + n}\n\n`);
      exchange.onResponseData(controller, Buffer.from(events.join('')));
    }
    if (broken === undefined) exchange.onResponseEnd();
    else exchange.onResponseError(controller, broken);
    expect(calls.length).toBeLessThan(COUNT);
    await until(() => exchange.done);
    expect(calls).toEqual([
      ...Array.from({ length: 3 * COUNT }, (_, n) => String(n)),
      broken === undefined ? 'end' : 'broken',
    ]);
    expect(paused).toBeGreaterThan(3);
  }
});
