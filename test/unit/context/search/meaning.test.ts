import { beforeAll, describe, expect, it } from 'vitest';
import { lateVectors, vectorsRead } from '../../../../electron/context/search/late-vectors.ts';
import { ToolIndex } from '../../../../electron/context/search/tool-index.ts';
import { packVectors, WordVectors } from '../../../../electron/context/search/word-vectors.ts';
import { wordsOf } from '../../../../electron/context/search/words.ts';
import { ASKED, OFFICE, tool } from './an-office.ts';

beforeAll(vectorsRead);

describe('a tool that shares no word with what is asked for', () => {
  it.each(ASKED)('is found for "%s"', (query, id) => {
    const found = new ToolIndex(OFFICE, lateVectors).find(query, { limit: 3 }).map((one) => one.id);
    expect(found).toContain(id);
  });

  it('is not found by words alone, until the vectors are there', () => {
    let there = false;
    const index = new ToolIndex(OFFICE, () => (there ? lateVectors() : undefined));
    const first = (): string | undefined => index.find('hear a few tunes', { limit: 1 })[0]?.id;
    expect(first()).toBeUndefined();
    there = true;
    expect(first()).toBe('music__play_track');
  });

  it('does not fit when nothing of it means the same', () => {
    const index = new ToolIndex([tool('a__reboot_printer')], lateVectors);
    expect(index.find('xyzzy qwrtp', { limit: 3 })).toEqual([]);
  });
});

describe('the vectors that are shipped', () => {
  const cosine = (one: string, other: string): number => {
    const [a, b] = [one, other].map((word) => {
      const sum = new Float64Array(lateVectors()?.dimensions ?? 0);
      lateVectors()?.add(wordsOf(word)[0] ?? '', 1, sum);
      return sum;
    }) as [Float64Array, Float64Array];
    const dot = (x: Float64Array, y: Float64Array): number =>
      x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };

  it.each([
    ['parcel', 'shipment', 'violin'],
    ['spreadsheet', 'workbook', 'thunder'],
    ['delete', 'erase', 'walk'],
  ])('put "%s" nearer to "%s" than to "%s"', (word, near, far) => {
    expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.2);
  });

  it('are read as they were packed, and not at all when something is missing', () => {
    const words = [
      { stem: 'read', rank: 9, vector: [1, -0.5, 0, 0.25] },
      { stem: 'a1', rank: 0, vector: [0.1, 0.1, -0.1, 0] },
    ];
    const packed = packVectors(words);
    const read = new WordVectors(packed);
    const sum = new Float64Array(4);
    read.add('read', 1, sum);
    const scale = 1 / (sum[0] as number);
    words[0]?.vector.forEach((value, i) => expect((sum[i] as number) * scale).toBeCloseTo(value, 0.8));
    read.add('unknown', 1, sum);
    expect((sum[0] as number) * scale).toBe(1);
    expect(() => new WordVectors(packed.slice(0, -8))).toThrow();
    expect(() => new WordVectors('')).toThrow();
  });
});
