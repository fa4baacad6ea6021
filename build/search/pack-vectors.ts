import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packVectors } from '../../electron/context/search/word-vectors.ts';
import { wordsOf } from '../../electron/context/search/words.ts';

// What embed-words.py wrote, by stem, as electron/context/search/packed-vectors.ts:
// node build/search/pack-vectors.ts DIRECTORY

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder that embed-words.py wrote to.\n');
  process.exit(2);
}
const [words, ranks] = JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8')) as [string[], number[]];
const bytes = readFileSync(join(folder, 'vectors.f32'));
const dimensions = bytes.length / 4 / words.length;

const byStem = new Map<string, { rank: number; weight: number; sum: Float64Array }>();
words.forEach((word, n) => {
  const stem = wordsOf(word)[0];
  if (stem === undefined) return;
  const rank = ranks[n] as number;
  const one = byStem.get(stem) ?? { rank, weight: 0, sum: new Float64Array(dimensions) };
  byStem.set(stem, one);
  // Of the words with one stem, the commoner ones say more of what it means.
  const weight = 1 / (100 + rank);
  one.weight += weight;
  for (let i = 0; i < dimensions; i++)
    one.sum[i] = (one.sum[i] as number) + weight * bytes.readFloatLE(4 * (n * dimensions + i));
});
const packed = packVectors(
  [...byStem].map(([stem, { rank, weight, sum }]) => ({
    stem,
    rank,
    vector: sum.map((value) => value / weight),
  })),
);
const text = `// Made by build/search/pack-vectors.ts; docs/tool-search.md says from what.

export const PACKED =
  '${packed}';
`;
writeFileSync(join(import.meta.dirname, '../../electron/context/search/packed-vectors.ts'), text);
process.stdout.write(`${byStem.size} stems, ${dimensions} numbers each, ${text.length} bytes\n`);
