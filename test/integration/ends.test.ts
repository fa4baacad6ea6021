import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { pidsIn, runs, until, untilGone } from '../fixtures/process-facts.ts';
import type { RawAnswer, RawClient } from '../fixtures/raw-client.ts';

// What becomes of calls, streams and processes when a person, or the end of the host, takes something away.

let scene: Scene;
let pids: string;
beforeEach(async () => {
  scene = await startScene();
  pids = join(scene.folder, 'pids');
  await scene.addStdio('slow', ['--pids', pids, '--grandchild']);
  await untilGone(pidsIn(pids));
});
afterEach(() => scene.close());

const eras = ['session', 'stateless'] as const;
const never = (client: RawClient): Promise<RawAnswer> =>
  client.request('tools/call', { name: 'misbehave', arguments: { kind: 'silence' } });

/** Calls that the server has and does not answer: what was asked after them came back. */
async function inFlight(client: RawClient, count = 5): Promise<Promise<RawAnswer>[]> {
  const calls = Array.from({ length: count }, () => never(client));
  expect(await client.tool('echo', { nonce: 'after' })).toBe('after');
  return calls;
}

const sentence = (answer: RawAnswer): string =>
  answer.error?.message ??
  (answer.result?.['content'] as { text: string }[] | undefined)?.[0]?.text ??
  answer.text;

describe.each(eras)('%s', (era) => {
  test('block: calls in flight fail with a sentence, later ones are refused, nothing of the server is left', async () => {
    const client = await scene.open('slow', { era });
    const whole = await scene.open(undefined, { era: 'stateless' });
    const calls = await inFlight(client);
    await scene.during(async () => {
      await scene.host.must(['server', 'block', 'slow']);
      for (const answer of await Promise.all(calls)) {
        expect(answer.error).toMatchObject({ code: -32603 });
        expect(sentence(answer)).toContain('"slow"');
      }
      await untilGone(pidsIn(pids));
      const later = await client.request('tools/call', { name: 'echo', arguments: { nonce: 'x' } });
      expect(later.result?.['content']).not.toEqual([{ type: 'text', text: 'x' }]);
      const refused = await whole.request('tools/call', { name: 'slow__echo', arguments: { nonce: 'x' } });
      expect([refused.result?.['isError'], sentence(refused)]).toEqual([
        true,
        expect.stringContaining('is blocked'),
      ]);
      const tools = (await whole.request('tools/list')).result?.['tools'] as { name: string }[];
      expect(tools.some((tool) => tool.name.startsWith('slow__'))).toBe(false);
      expect(pidsIn(pids).filter(runs)).toEqual([]);
    });
  });

  test('a removed app: its calls and streams end, its token is worth nothing, others go on', async () => {
    const token = await scene.app('doomed');
    const client = await scene.open('slow', { era, token });
    const stream = era === 'session' ? await client.listen() : undefined;
    if (stream !== undefined) expect(stream.status).toBe(200);
    const calls = (await inFlight(client)).map((call) => call.catch((error: unknown) => String(error)));
    await scene.during(async () => {
      await scene.host.must(['client', 'remove', 'doomed']);
      for (const answer of await Promise.all(calls))
        if (typeof answer !== 'string')
          expect([answer.status, sentence(answer)]).toEqual([401, expect.anything()]);
      await stream?.over;
      await untilGone(pidsIn(pids));
      expect((await client.request('tools/list')).status).toBe(401);
      expect((await client.post('{"jsonrpc":"2.0","id":1,"method":"ping"}')).status).toBe(401);
    });
  });

  test('a rotated token: the old one is worth nothing, the new one works at once', async () => {
    const old = await scene.app('rotated');
    const client = await scene.open('slow', { era, token: old });
    const calls = (await inFlight(client)).map((call) => call.catch((error: unknown) => String(error)));
    const { token } = (await scene.host.must(['client', 'rotate', 'rotated'])) as { token: string };
    await Promise.all(calls);
    expect((await client.request('tools/list')).status).toBe(401);
    const again = await scene.open('slow', { era, token });
    expect(await again.tool('echo', { nonce: 'new' })).toBe('new');
  });
});

test('stop: calls in flight are refused with a sentence, no child is left, and the log has them all', async () => {
  const clients = [await scene.open('slow'), await scene.open('slow', { era: 'stateless' })];
  const calls = (await Promise.all(clients.map((client) => inFlight(client, 10)))).flat();
  const { home } = scene.host;
  process.kill(scene.host.pid, 'SIGTERM');
  for (const call of calls) {
    const answer = await call;
    expect([answer.status, sentence(answer)]).toEqual([expect.any(Number), expect.stringMatching(/stop/i)]);
  }
  await untilGone([scene.host.pid, ...pidsIn(pids)]);
  const verified = await scene.host.cli(['log', 'verify', join(home, 'log.db')]);
  expect(verified.code).toBe(0);
});

test('a session that is deleted ends its stream, and its id is worth nothing', async () => {
  const client = await scene.open('slow', { capabilities: { elicitation: {} } });
  const stream = await client.listen();
  await client.tool('echo', { nonce: 'a' });
  const response = await fetch(`${scene.host.url}/mcp/s/slow`, {
    method: 'DELETE',
    headers: {
      authorization: `Bearer ${await scene.app('stranger')}`,
      'mcp-session-id': client.session ?? '',
    },
  });
  // Somebody else's token does not even learn that there is such a session.
  expect(response.status).toBe(404);
  expect(await client.tool('echo', { nonce: 'b' })).toBe('b');
  stream.close();
});

test('a crashed server is started again for the next call, later each time, and says so meanwhile', async () => {
  const client = await scene.open('slow', { era: 'stateless' });
  for (let crash = 0; crash < 2; crash++) {
    const before = pidsIn(pids).filter(runs);
    const answer = await client.request('tools/call', { name: 'misbehave', arguments: { kind: 'exit' } });
    expect(sentence(answer)).toContain('exit code 3');
    const meanwhile = await client.request('tools/call', { name: 'echo', arguments: { nonce: 'x' } });
    expect(sentence(meanwhile)).toMatch(/is started again in \d+ s|^x$/);
    await until('the server is back', async () => {
      const again = await client.request('tools/call', { name: 'echo', arguments: { nonce: 'back' } });
      return sentence(again) === 'back';
    });
    await untilGone(before);
  }
});
