import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packModel } from '../../electron/inspection/model/weights-format.ts';
import { learnWindows } from './learn-windows.ts';
import { bagsOf } from './window-samples.ts';

// Trains the judge of results and writes electron/inspection/injection/results-judge/weights.ts, after train.ts:
// node build/model/train-windows.ts FOLDER
// FOLDER holds what train.ts reads, and pii.jsonl, secrets.jsonl and benign_secrets_like.jsonl.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder with the examples: node build/model/train-windows.ts FOLDER\n');
  process.exit(2);
}
const { bias, weights } = learnWindows(bagsOf(folder));
const packed = packModel(bias, weights);
writeFileSync(
  fileURLToPath(new URL('../../electron/inspection/injection/results-judge/weights.ts', import.meta.url)),
  `import { readWindowModel } from './window-model.ts';

// Made by build/model/train-windows.ts; docs/injection-model.md says from what.

export const WINDOW_MODEL = readWindowModel(
  ${packed.bias.toPrecision(6)},
  ${packed.unit.toPrecision(6)},
  '${packed.base64}',
);
`,
);
