import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { until } from '../fixtures/process-facts.ts';
import type { RawAnswer, RawClient } from '../fixtures/raw-client.ts';

// Attack: a server that was reviewed and approved turns on the gateway over its standard output and error.

let scene: Scene;
let session: RawClient;
let stateless: RawClient;
beforeAll(async () => {
  scene = await startScene();
  await scene.addStdio('villain');
  session = await scene.open('villain', { capabilities: { elicitation: {} } });
  stateless = await scene.open(undefined, { era: 'stateless', capabilities: { elicitation: {} } });
});
afterAll(() => scene.close());

afterEach(back);

const misbehave = (kind: string, options?: { signal?: AbortSignal }): Promise<RawAnswer> =>
  session.request(
    'tools/call',
    { name: 'misbehave', arguments: { kind }, _meta: { progressToken: 1 } },
    options,
  );

const textOf = (answer: RawAnswer): string | undefined =>
  (answer.result?.['content'] as { text: string }[] | undefined)?.[0]?.text;

const answers = async (): Promise<boolean> =>
  textOf(await session.request('tools/call', { name: 'echo', arguments: { nonce: 'back' } })) === 'back';

/** A server that ended is started again at the next call, at once if a person says so. */
async function back(): Promise<void> {
  if (!(await answers())) await scene.host.must(['server', 'enable', 'villain']);
  await until('the villain is back', answers);
  expect(await stateless.tool('villain__echo', { nonce: 'back too' })).toBe('back too');
}

describe('what a server may do without harming its own call', () => {
  test.each([
    'garbage',
    'notification-flood',
    'progress-flood',
    'list-changed-flood',
    'stderr-flood',
    'stderr-one-line',
    'wrong-ids',
    'same-keys',
    'polluting-keys',
    'deep-result',
    'cancels-unknown',
  ])('%s', async (kind) => {
    await scene.during(async () => {
      const answer = await misbehave(kind);
      expect([textOf(answer), answer.text.slice(-300)]).toEqual(['survived', expect.anything()]);
      const other = await stateless.request('tools/call', {
        name: 'villain__misbehave',
        arguments: { kind },
      });
      expect(textOf(other)).toBe('survived');
    });
  });
});

describe('what ends a server is told to the caller in a sentence that names it', () => {
  test.each([
    ['half-message', /"villain" ended with exit code 0 in the middle of a message/],
    ['huge-line', /"villain" sent a message of more than \d+ bytes and was stopped/],
    ['endless-line', /"villain" sent a message of more than \d+ bytes and was stopped/],
    ['exit', /"villain" ended with exit code 3/],
    ['kill-itself', /"villain" was ended by the signal SIGKILL/],
    ['close-stdout', /"villain" closed its output/],
  ])('%s', async (kind, sentence) => {
    await scene.during(async () => {
      // Two more calls that wait at the same server end with it, each under its own id.
      const waiting = [misbehave('silence'), misbehave('silence')];
      const answer = await misbehave(kind);
      for (const one of [answer, ...(await Promise.all(waiting))]) {
        expect(one.error).toMatchObject({ code: -32603, message: expect.stringMatching(sentence) as string });
      }
    });
  });
});

test('two-answers: the first counts, the second reaches nobody', async () => {
  await scene.during(async () => {
    for (let i = 0; i < 20; i++) {
      expect(textOf(await misbehave('two-answers'))).toBe('first');
      expect(await session.tool('echo', { nonce: `after-${i}` })).toBe(`after-${i}`);
    }
  });
});

describe('after-cancel: a late answer reaches nobody', () => {
  test('in a session, cancelled by a notification', async () => {
    await scene.during(async () => {
      const id = '4711';
      const call = session.request(
        'tools/call',
        { name: 'misbehave', arguments: { kind: 'after-cancel' } },
        { id },
      );
      // What was asked later is answered, so the call itself is on its way.
      await session.tool('echo', { nonce: 'between' });
      await session.post(`{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":${id}}}`);
      expect((await call).text).not.toContain('too late');
      for (let i = 0; i < 10; i++) {
        const answer = await session.request(
          'tools/call',
          { name: 'echo', arguments: { nonce: 'fresh' } },
          { id },
        );
        expect([answer.id, textOf(answer)]).toEqual([id, 'fresh']);
      }
    });
  });

  test('without a session, cancelled by hanging up', async () => {
    await scene.during(async () => {
      const hangUp = new AbortController();
      const call = stateless.request(
        'tools/call',
        { name: 'villain__misbehave', arguments: { kind: 'after-cancel' } },
        { id: '1', signal: hangUp.signal },
      );
      await stateless.tool('villain__echo', { nonce: 'between' });
      hangUp.abort();
      await expect(call).rejects.toThrow('aborted');
      for (let i = 0; i < 10; i++) {
        expect(await stateless.tool('villain__echo', { nonce: 'fresh' }, { id: '1' })).toBe('fresh');
      }
    });
  });
});

test('silence: calls that are never answered leave room for others, and hanging up frees theirs', async () => {
  await scene.during(async () => {
    for (let round = 0; round < 4; round++) {
      const hangUp = new AbortController();
      // 40 of 64 places at the server, four times over.
      const calls = Array.from({ length: 40 }, () =>
        stateless.request(
          'tools/call',
          { name: 'villain__misbehave', arguments: { kind: 'silence' } },
          { signal: hangUp.signal },
        ),
      );
      const settled = Promise.allSettled(calls);
      expect(await stateless.tool('villain__echo', { nonce: `round ${round}` })).toBe(`round ${round}`);
      hangUp.abort();
      await settled;
    }
  });
});

test('question-flood: ten thousand questions neither reach the client without end nor stop the call', async () => {
  await scene.during(async () => {
    // Nobody answers them; the open ones are bounded, the others are refused to the server.
    const answer = await misbehave('question-flood');
    expect(textOf(answer)).toBe('survived');
    expect(answer.interim.length).toBeGreaterThan(0);
    expect(answer.interim.length).toBeLessThanOrEqual(64);
  });
});

test('stops-reading: what nobody takes is refused, and not kept without bound', async () => {
  const big = 'x'.repeat(3 * 1024 * 1024);
  await scene.during(async () => {
    const hangUp = new AbortController();
    const stuck = misbehave('stops-reading', { signal: hangUp.signal }).catch(() => undefined);
    const calls = Array.from({ length: 30 }, () =>
      session
        .request('tools/call', { name: 'echo', arguments: { nonce: big } }, { signal: hangUp.signal })
        .catch(() => undefined),
    );
    const refused = await Promise.race(calls);
    expect(refused?.error?.message ?? refused?.text).toMatch(/too much data|does not read/);
    hangUp.abort();
    await Promise.all([stuck, ...calls]);
    await scene.host.must(['server', 'disable', 'villain']);
  });
});

test('a server that crashes at every start is given up in steps, and comes back when a person enables it', async () => {
  const start = scene.write('start', '');
  await scene.addStdio('crasher', ['--start-file', start]);
  scene.write('start', 'exit-on-request');
  const client = await scene.open(undefined, { era: 'stateless' });
  const sentences = new Set<string>();
  await scene.during(async () => {
    await until(
      'the crashing server is given up',
      async () => {
        const answer = await client.request('tools/call', {
          name: 'crasher__echo',
          arguments: { nonce: 'n' },
        });
        expect(answer.error?.message).toContain('"crasher"');
        sentences.add(answer.error?.message ?? '');
        return /switch it on again/.test(answer.error?.message ?? '');
      },
      120_000,
    );
  });
  expect([...sentences].some((sentence) => /is started again in \d+ s/.test(sentence))).toBe(true);
  expect([...sentences].some((sentence) => /exit code 8/.test(sentence))).toBe(true);
  expect(await scene.host.must(['server', 'show', 'crasher'])).toMatchObject({
    health: { state: 'given-up' },
  });
  scene.write('start', '');
  await scene.host.must(['server', 'enable', 'crasher']);
  expect(await client.tool('crasher__echo', { nonce: 'well again' })).toBe('well again');
}, 240_000);

test('a server that hangs at its start holds up only those who ask it', async () => {
  const start = scene.write('hang', '');
  await scene.addStdio('hanger', ['--start-file', start]);
  scene.write('hang', 'hang');
  const client = await scene.open(undefined, { era: 'stateless' });
  await scene.during(async () => {
    const hangUp = new AbortController();
    const call = client
      .request('tools/call', { name: 'hanger__echo', arguments: { nonce: 'n' } }, { signal: hangUp.signal })
      .catch(() => 'gave up');
    // The list comes from the catalogue, and the other server works.
    const tools = (await client.request('tools/list')).result?.['tools'] as { name: string }[];
    expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(['good__echo', 'hanger__echo']));
    expect(await client.tool('good__echo', { nonce: 'meanwhile' })).toBe('meanwhile');
    hangUp.abort();
    expect(await call).toBe('gave up');
    await scene.host.must(['server', 'block', 'hanger']);
  });
});
