import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packModel } from '../../electron/inspection/model/weights-format.ts';
import { learn } from './learn.ts';
import { samplesOf } from './samples.ts';

// Trains the models and writes electron/inspection/model/weights.ts: node build/model/train.ts FOLDER
// FOLDER holds poisoned_tools.jsonl, benign_tools.jsonl, search_catalog.jsonl, injected_results.jsonl, benign_results.jsonl.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder with the examples: node build/model/train.ts FOLDER\n');
  process.exit(2);
}
const lines = [
  "import { readModel } from './weights-format.ts';",
  '',
  '// Made by build/model/train.ts; docs/injection-model.md says from what.',
  '',
];
for (const part of ['tool', 'result'] as const) {
  const { bias, weights } = learn(samplesOf(folder, part));
  const packed = packModel(bias, weights);
  const name = part === 'tool' ? 'TOOL_MODEL' : 'RESULT_MODEL';
  lines.push(
    `export const ${name} = readModel(`,
    `  ${packed.bias.toPrecision(6)},`,
    `  ${packed.unit.toPrecision(6)},`,
    `  '${packed.base64}',`,
    ');',
  );
}
writeFileSync(
  fileURLToPath(new URL('../../electron/inspection/model/weights.ts', import.meta.url)),
  `${lines.join('\n')}\n`,
);
