import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packWeights } from '../../electron/inspection/injection/tools-judge/weights-format.ts';
import { learnTools } from './learn-tools.ts';
import { collectedRows, piecesOf, writtenRows } from './tools-samples.ts';

// Trains the judge of texts of tools and writes electron/inspection/injection/tools-judge/weights.ts:
// node build/model/train-tools.ts FOLDER
// FOLDER holds poisoned_tools.jsonl, benign_tools.jsonl, search_catalog.jsonl.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder with the examples: node build/model/train-tools.ts FOLDER\n');
  process.exit(2);
}
const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const written = writtenRows(file('test/fixtures/injection/tools.jsonl'));
const { bias, weights } = learnTools(piecesOf(collectedRows(folder), written));
const packed = packWeights(bias, weights);
writeFileSync(
  file('electron/inspection/injection/tools-judge/weights.ts'),
  `// Made by build/model/train-tools.ts; docs/injection-model.md says from what.

export const BIAS = ${packed.bias.toPrecision(6)};
export const UNIT = ${packed.unit.toPrecision(6)};
export const PACKED =
  '${packed.packed}';
`,
);
