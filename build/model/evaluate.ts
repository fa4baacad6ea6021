import type { TextKind } from '../../electron/inspection/finding.ts';
import {
  type WindowModel,
  readWindowModel,
} from '../../electron/inspection/injection/results-judge/window-model.ts';
import type { Models } from '../../electron/inspection/model/judge.ts';
import { packModel, readModel } from '../../electron/inspection/model/weights-format.ts';
import { judge } from '../../test/detect/judge.ts';
import { type Row, rowsOf } from '../../test/detect/rows.ts';
import { learn } from './learn.ts';
import { learnWindows } from './learn-windows.ts';
import { type Sample, originOf, samplesOf } from './samples.ts';
import { bagsOf } from './window-samples.ts';

// How well the detectors do on sources that the models never saw: node build/model/evaluate.ts FOLDER
// Results only: texts of tools have a judge more, see evaluate-tools.ts.
// Every source is judged by models that were trained without it. Prints one JSON line for each file: flagged and total
// by tier or class, and by source.

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder with the examples: node build/model/evaluate.ts FOLDER\n');
  process.exit(2);
}
const samples = { tool: samplesOf(folder, 'tool'), result: samplesOf(folder, 'result') };
const bags = bagsOf(folder);
const known = new Map<string, Models>();

for (const [file, kind] of [
  ['injected_results', 'result'],
  ['benign_results', 'result'],
] as const) {
  const groups = new Map<string, [number, number]>();
  const sources = new Map<string, [number, number]>();
  for await (const row of rowsOf(`${folder}/${file}.jsonl`)) {
    const source = originOf(row.source ?? '');
    const flagged = isFlagged(row, kind, modelsWithout(source));
    count(groups, row.tier ?? row.class ?? 'none', flagged);
    count(sources, source, flagged);
  }
  console.log(
    JSON.stringify({ file, groups: Object.fromEntries(groups), sources: Object.fromEntries(sources) }),
  );
}

function isFlagged(row: Row, kind: TextKind, models: Models): boolean {
  return judge(row, kind, models).verdict !== 'pass';
}

/** Rows derived from others are left out with every source: they would give it away. */
function modelsWithout(source: string): Models {
  const models = known.get(source) ?? {
    tool: trained(samples.tool, source),
    result: trained(samples.result, source),
    window: trainedJudge(source),
  };
  known.set(source, models);
  return models;
}

function trained(all: readonly Sample[], without: string): Models['tool'] {
  const { bias, weights } = learn(all.filter(({ source }) => source !== without && source !== 'derived'));
  const packed = packModel(bias, weights);
  return readModel(packed.bias, packed.unit, packed.base64);
}

function trainedJudge(without: string): WindowModel {
  const { bias, weights } = learnWindows(
    bags.filter(({ source }) => source !== without && source !== 'derived'),
  );
  const packed = packModel(bias, weights);
  return readWindowModel(packed.bias, packed.unit, packed.base64);
}

function count(counts: Map<string, [number, number]>, key: string, flagged: boolean): void {
  const [hits, total] = counts.get(key) ?? [0, 0];
  counts.set(key, [hits + (flagged ? 1 : 0), total + 1]);
}
