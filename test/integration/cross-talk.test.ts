import { expect, test } from 'vitest';
import { crossTalk } from '../soak/cross-talk.ts';

test('5,000 calls of ten apps with the same ids: every answer reaches the call that it belongs to', async () => {
  expect(await crossTalk(5_000)).toEqual({ answered: 5_000, wrong: [] });
}, 240_000);
