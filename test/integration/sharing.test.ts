import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Scene, startScene } from '../fixtures/hostile/scene.ts';
import { pidsIn, runs, untilGone } from '../fixtures/process-facts.ts';

// Which AI apps share a process of a server, and which never do.

let scene: Scene;
let other: string;
beforeAll(async () => {
  scene = await startScene();
  other = await scene.app('other');
});
afterAll(() => scene.close());

const plain = {};
const asking = { capabilities: { elicitation: {} } };

/** Adds a server that writes down its processes; answers those that run. The inspection's own have ended. */
async function counted(id: string, flags: readonly string[] = []): Promise<() => number[]> {
  const file = join(scene.folder, id);
  await scene.addStdio(id, ['--pids', file], flags);
  await untilGone(pidsIn(file));
  return () => pidsIn(file).filter(runs);
}

test('two apps never share a process of a server', async () => {
  const running = await counted('apart');
  const mine = await scene.open('apart', plain);
  const theirs = await scene.open('apart', { ...plain, token: other });
  await mine.tool('echo', { nonce: 'a' });
  await theirs.tool('echo', { nonce: 'b' });
  expect(running()).toHaveLength(2);
});

test('two sessions of one app that cannot be asked anything share one', async () => {
  const running = await counted('together');
  for (let i = 0; i < 4; i++) await (await scene.open('together', plain)).tool('echo', { nonce: 'a' });
  await (await scene.open(undefined, plain)).tool('together__echo', { nonce: 'b' });
  expect(running()).toHaveLength(1);
});

test('two sessions of one app that can be asked have one each, because stdio does not say whose question it is', async () => {
  const running = await counted('asked');
  for (let i = 0; i < 2; i++) await (await scene.open('asked', asking)).tool('echo', { nonce: 'a' });
  expect(running()).toHaveLength(2);
});

test('apps of different capabilities do not share, because servers tailor their lists to them', async () => {
  const running = await counted('tailored');
  await (await scene.open('tailored', plain)).tool('echo', { nonce: 'a' });
  await (
    await scene.open('tailored', { capabilities: { experimental: { x: {} } } })
  ).tool('echo', { nonce: 'b' });
  expect(running()).toHaveLength(2);
});

test('a server that a person shares has one process for all apps and both eras', async () => {
  const running = await counted('common', ['--shared']);
  await (await scene.open('common', asking)).tool('echo', { nonce: 'a' });
  await (await scene.open('common', { ...asking, token: other })).tool('echo', { nonce: 'b' });
  await (await scene.open('common', { era: 'stateless' })).tool('echo', { nonce: 'c' });
  expect(running()).toHaveLength(1);
});

test('reading the lists of all servers starts none before it answers', async () => {
  const running = await counted('asleep');
  const client = await scene.open(undefined, { era: 'stateless' });
  const tools = (await client.request('tools/list')).result?.['tools'] as { name: string }[];
  expect(tools.map((tool) => tool.name)).toContain('asleep__echo');
  expect(running().length).toBeLessThanOrEqual(1);
});
