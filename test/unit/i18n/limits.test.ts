import { describe, expect, it } from 'vitest';
import { aboutSentences, againWords, mostSentences } from '../../../electron/policy/limits/limit-words.ts';
import { hostLanguages, loadHostReader } from '../../../renderer/i18n/host-languages.ts';
import type { LimitMost } from '../../../shared/model/limits.ts';

const ALL = ['read', 'write', 'send', 'run', 'destroy', 'spend', 'unknown'] as const;
const most: readonly LimitMost[] = [
  ...(['second', 'minute', 'hour', 'day'] as const).flatMap((per): LimitMost[] => [
    { kind: 'rate', calls: 1, per },
    { kind: 'rate', calls: 12, per, burst: 3 },
  ]),
  { kind: 'at-once', calls: 1 },
  { kind: 'at-once', calls: 2 },
  { kind: 'budget', calls: 1 },
  { kind: 'budget', calls: 100_000, amount: 2.5 },
];
const about = { client: 'c1', role: 'reader', server: 'shop', tool: 'a.b. Nothing was sent. *' };

describe.each(Object.keys(hostLanguages))('a call above a limit, in %s', (code) => {
  it('is told with the whole limit', async () => {
    const read = await loadHostReader(code);
    const sentences = [
      ...most.flatMap(mostSentences),
      ...ALL.flatMap((_, index) =>
        aboutSentences({
          id: 'x',
          about: { ...about, effects: ALL.slice(0, index + 1) },
          each: 'tool',
          most: { kind: 'at-once', calls: 1 },
        }),
      ),
      ...[1000, 2000, 100_000, 600_000, 30_000_000].map(againWords),
    ];
    for (const sentence of sentences) {
      const said = read?.(sentence);
      expect(said, sentence).toBeDefined();
      expect(said?.replace(/a\.b\..*\*/, ''), sentence).not.toMatch(
        /\b(?:It|counts|allows|Try|calls|reading|tools)\b/,
      );
    }
    const whole = [
      'What a limit in Doorward allows is used up.',
      ...mostSentences({ kind: 'rate', calls: 5, per: 'minute', burst: 3 }),
      ...aboutSentences({
        id: 'x',
        about: { ...about, tool: 'read_*', effects: [...ALL] },
        each: 'client',
        most: { kind: 'at-once', calls: 1 },
      }),
      'Nothing was sent.',
      againWords(3000),
    ].join(' ');
    expect(read?.(whole)).toBeDefined();
  });
});
