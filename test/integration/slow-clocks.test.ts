import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { pidsIn, runs, until, untilGone } from '../fixtures/process-facts.ts';

// What happens only after a minute or two. The tests wait at the same time and use next to nothing meanwhile.

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({ settings: { idle: { serverMinutes: 1 } } });
});
afterAll(() => scene.close());

describe.concurrent('in their own time', () => {
  test('a process that nobody uses any more is ended, and started again when it is needed', async () => {
    const file = join(scene.folder, 'idle');
    await scene.addStdio('idle', ['--pids', file]);
    await untilGone(pidsIn(file));
    const client = await scene.open('idle', { era: 'stateless' });
    await client.tool('echo', { nonce: 'a' });
    const [first] = pidsIn(file).filter(runs);
    expect(first).toBeDefined();
    // It is kept for a while …
    await pause(20_000);
    expect(pidsIn(file).filter(runs)).toEqual([first]);
    // … and gone after the minute that the settings say.
    await until('the idle process ends', () => pidsIn(file).filter(runs).length === 0, 150_000);
    expect(await client.tool('echo', { nonce: 'b' })).toBe('b');
    expect(pidsIn(file).filter(runs)).toHaveLength(1);
  }, 240_000);

  test('a server that never answers at its start fails the calls that wait for it with a sentence', async () => {
    const start = scene.write('start', '');
    await scene.addStdio('hanger', ['--start-file', start]);
    scene.write('start', 'hang');
    await scene.during(async () => {
      const client = await scene.open(undefined, { era: 'stateless' });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          client.request('tools/call', { name: 'hanger__echo', arguments: { nonce: 'n' } }),
        ),
      );
      for (const answer of answers)
        expect(answer.error?.message).toMatch(/"hanger" did not answer within \d+ seconds/);
    });
  }, 240_000);
});
