import { fileURLToPath } from 'node:url';
import { detectTool } from '../../electron/inspection/detect-tool.ts';
import { MODELS } from '../../electron/inspection/model/judge.ts';
import { packModel, readModel } from '../../electron/inspection/model/weights-format.ts';
import { verdictOf } from '../../electron/inspection/verdict.ts';
import { learn } from './learn.ts';
import { learntWeights } from './learn-tools.ts';
import { samplesOf } from './samples.ts';
import { type ToolRow, collectedRows, peersIn, piecesOf, writtenRows } from './tools-samples.ts';

// How well texts of tools are judged when all that one source or one author wrote is left out of what is learned:
// node build/model/evaluate-tools.ts FOLDER
// Prints one JSON line for each class of each source: flagged and total. Derived rows would give others away and are
// left out of everything that is learned here.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder with the examples: node build/model/evaluate-tools.ts FOLDER\n');
  process.exit(2);
}
const collected = collectedRows(folder);
const written = writtenRows(
  fileURLToPath(new URL('../../test/fixtures/injection/tools.jsonl', import.meta.url)),
);
const sentences = samplesOf(folder, 'tool');
const pieces = piecesOf(collected, written);
const judged = [...collected.filter(({ source }) => !source.startsWith('catalog')), ...written];
const counts = new Map<string, [number, number]>();

for (const left of new Set(judged.map(({ source }) => source))) {
  const isLearned = ({ source }: { readonly source: string }): boolean =>
    source !== left && source !== 'derived';
  const { bias, weights } = learn(sentences.filter(isLearned));
  const packed = packModel(bias, weights);
  const models = { ...MODELS, tool: readModel(packed.bias, packed.unit, packed.base64) };
  const judge = learntWeights(pieces.filter(isLearned));
  for (const row of judged.filter(({ source }) => source === left)) {
    const { findings, complete } = detectTool(row.tool, { models, judge, peers: peersIn(row) });
    add(`${left} ${row.class}`, verdictOf(findings, complete, 'tool') !== 'pass');
    add(`${kindOf(row)} ${row.class}`, verdictOf(findings, complete, 'tool') !== 'pass');
  }
}
for (const [group, [flagged, total]] of counts) console.log(JSON.stringify({ group, flagged, total }));

function kindOf(row: ToolRow): string {
  return written.includes(row) ? 'ALL WRITTEN' : 'ALL COLLECTED';
}

function add(group: string, flagged: boolean): void {
  const [hits, total] = counts.get(group) ?? [0, 0];
  counts.set(group, [hits + (flagged ? 1 : 0), total + 1]);
}
