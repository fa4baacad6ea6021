import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import type { RawAnswer, RawClient } from '../fixtures/raw-client.ts';

// Attack: a remote server that was reviewed and approved turns on the gateway with what HTTP makes possible.

let scene: Scene;
const clients = new Map<string, RawClient>();
beforeAll(async () => {
  scene = await startScene();
  await scene.addHttp('villain', ['--eras', 'both']);
  clients.set('session', await scene.open('villain'));
  clients.set('stateless', await scene.open('villain', { era: 'stateless' }));
});
afterAll(() => scene.close());

const eras = ['session', 'stateless'];
const clientOf = (era: string): RawClient => {
  const client = clients.get(era);
  if (client === undefined) throw new Error(`no client of ${era}`);
  return client;
};
const misbehave = (era: string, kind: string, signal?: AbortSignal): Promise<RawAnswer> =>
  clientOf(era).request(
    'tools/call',
    { name: 'misbehave', arguments: { kind } },
    signal === undefined ? {} : { signal },
  );
const textOf = (answer: RawAnswer): string | undefined =>
  (answer.result?.['content'] as { text: string }[] | undefined)?.[0]?.text;

/** One bad answer costs that call alone. */
async function stillWorks(era: string): Promise<void> {
  expect(await clientOf(era).tool('echo', { nonce: 'still here' })).toBe('still here');
}

describe.each(eras)('%s', (era) => {
  test.each([
    ['gzip-bomb', /compressed|encod|too large|more than/i],
    ['gzip-stream-bomb', /compressed|encod|too large|more than/i],
    ['endless-body', /more than|too large/],
    ['huge-event', /more than|too large/],
    ['many-lines-event', /more than|ended/],
    ['endless-comments', /without|ended|more than|too large/],
    ['endless-id', /ended|more than|too large/],
    ['error-page', /500/],
    ['not-json', /instead of an MCP message/],
    ['wrong-type', /a web page instead of an MCP message/],
    ['broken-id', /id of a response must be/],
    ['half-answer', /broke|ended|closed|cut/i],
    ['no-answer-in-stream', /ended|without/],
    ['hangup', /broke|closed|reach|cut|ended/i],
    ['not-http', /HTTP|understood|reach|broke/i],
    ['endless-headers', /header|more than/],
    ['private-redirect', /redirect|address|307|elsewhere/i],
    ['file-redirect', /redirect|address|307|elsewhere/i],
    ['redirect-loop', /redirect|307|elsewhere/i],
  ])('%s is told to the caller, names the server, and costs this call alone', async (kind, sentence) => {
    await scene.during(async () => {
      const answer = await misbehave(era, kind);
      expect(answer.error?.message ?? answer.text).toMatch(sentence);
      expect(answer.error?.message).toContain('"villain"');
      // What a server writes into its pages must not reach a terminal or a model through our sentence.
      expect(answer.error?.message).not.toContain('\u001b');
    });
    await stillWorks(era);
  });

  test('notification-flood: 100 MB of log lines do not keep the answer away', async () => {
    await scene.during(async () => {
      expect(textOf(await misbehave(era, 'notification-flood'))).toBe('survived');
    });
  });

  test('wrong-ids and two-answers: the right one, once', async () => {
    await scene.during(async () => {
      for (let i = 0; i < 10; i++) {
        expect(textOf(await misbehave(era, 'wrong-ids'))).toBe('survived');
        expect(textOf(await misbehave(era, 'two-answers'))).toBe('first');
        await stillWorks(era);
      }
    });
  });

  test('a plain error passes with its code and its words', async () => {
    expect((await misbehave(era, 'error')).error).toMatchObject({ code: -32000, message: 'no' });
  });

  test('silence: what is never answered leaves room for others', async () => {
    await scene.during(async () => {
      const hangUp = new AbortController();
      const calls = Array.from({ length: 40 }, () => misbehave(era, 'silence', hangUp.signal));
      const settled = Promise.allSettled(calls);
      await stillWorks(era);
      hangUp.abort();
      await settled;
      await stillWorks(era);
    });
  });
});

test('eight bombs at once stay within the bound of one server', async () => {
  await scene.during(async () => {
    const kinds = ['gzip-bomb', 'endless-body', 'huge-event', 'gzip-stream-bomb'];
    const answers = await Promise.all(eras.flatMap((era) => kinds.map((kind) => misbehave(era, kind))));
    for (const answer of answers) expect(answer.error?.message).toContain('"villain"');
  });
});
