import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachSentence } from '../../electron/inspection/injection/lex.ts';
import { readText } from '../../electron/inspection/injection/read-text.ts';
import { DIMENSIONS, featuresOf } from '../../electron/inspection/model/features.ts';
import { MOST_FEATURES, type Models } from '../../electron/inspection/model/judge.ts';
import { notionsOf } from '../../electron/inspection/model/notions.ts';
import { stringsIn } from '../../electron/inspection/walk/strings.ts';
import { RESULT_ATTACKS, RESULT_HONEST, TOOL_ATTACKS, TOOL_HONEST } from './authored.ts';
import { COVERT_TOOLS } from './covert.ts';
import { MORE_COVERT_TOOLS } from './covert-more.ts';
import { COVERT_RESULTS } from './covert-results.ts';
import { HONEST_RESULTS, HONEST_TOOLS } from './honest.ts';
import { HONEST_ORDERS } from './honest-orders.ts';
import { roundabout } from './roundabout.ts';
import { fromTemplates } from './templates.ts';

/** One sentence to learn from. */
export interface Sample {
  readonly features: Int32Array;
  readonly bad: boolean;
  readonly weight: number;
  readonly source: string;
  readonly row: number;
}

interface Row {
  readonly source?: string;
  readonly server?: string;
  readonly label?: string;
  readonly tool?: unknown;
  readonly text?: string;
}

export type Part = 'tool' | 'result';

/** Rows of one file; a file that is not there has none. */
function rowsIn(folder: string, name: string): Row[] {
  return readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** The project that a row comes from: what is left out together. Rows derived from others belong to all derived ones. */
export function originOf(source: string): string {
  if (source.startsWith('derived')) return 'derived';
  return (source.split(/[@ ]/)[0] ?? source).toLowerCase();
}

/** Everything to learn from for one part, sentence by sentence. */
export function samplesOf(folder: string, part: Part): Sample[] {
  const files =
    part === 'tool'
      ? ['poisoned_tools', 'benign_tools', 'search_catalog']
      : ['injected_results', 'benign_results', 'benign_tools'];
  const samples: Sample[] = [];
  let number = 0;
  for (const file of files) {
    for (const row of rowsIn(folder, file)) {
      const bad = file === 'poisoned_tools' || file === 'injected_results';
      const source = originOf(row.source ?? `catalog-${row.server ?? ''}`);
      const texts =
        row.text === undefined
          ? stringsIn(row.tool)
              .strings.filter(({ isKey }) => !isKey)
              .map(({ text }) => text)
          : [row.text];
      add(
        samples,
        texts,
        bad,
        source,
        number++,
        part,
        bad ? 1 : file === 'benign_tools' && part === 'result' ? 0.3 : 1,
      );
    }
  }
  const isTool = part === 'tool';
  for (const text of fromTemplates(part)) add(samples, [text], true, 'templates', number++, part, 0.1);
  if (isTool) {
    const { covert, honest } = roundabout();
    for (const text of covert) addWhole(samples, text, true, 'templates', number++, isTool, 0.3);
    for (const text of honest) addWhole(samples, text, false, 'templates', number++, isTool, 0.3);
  }
  for (const text of isTool ? TOOL_ATTACKS : RESULT_ATTACKS)
    add(samples, [text], true, 'authored', number++, part, 2);
  for (const text of isTool
    ? [...TOOL_HONEST, ...HONEST_TOOLS, ...HONEST_ORDERS]
    : [...RESULT_HONEST, ...HONEST_RESULTS])
    addWhole(samples, text, false, 'authored', number++, isTool, 2);
  for (const text of isTool ? [...COVERT_TOOLS, ...MORE_COVERT_TOOLS] : COVERT_RESULTS)
    addWhole(samples, text, true, 'authored', number++, isTool, 2);
  return samples;
}

/** What stands before the bar is honest, and what follows is what is said. */
function addWhole(
  samples: Sample[],
  text: string,
  bad: boolean,
  source: string,
  row: number,
  isTool: boolean,
  weight: number,
): void {
  const bar = text.indexOf(' | ');
  eachSample(text.replace(' |', ''), isTool, (features, start) =>
    samples.push({ features, bad: bad && start > bar, weight, source, row }),
  );
}

/**
 * The sentences of a row. Of a bad one only those that orders could be in: those that the grammar finds something in,
 * or all when it finds nothing and the row is short; what stands around a payload is honest text.
 */
function add(
  samples: Sample[],
  texts: readonly string[],
  bad: boolean,
  source: string,
  row: number,
  part: Part,
  weight: number,
): void {
  const found: { features: Int32Array; strong: boolean }[] = [];
  for (const text of texts) {
    const { clusters } = readText(text, part === 'tool', UNLEARNED);
    eachSample(text, part === 'tool', (features, start, end) => {
      const strong = clusters.some((one) => one.sum >= 2.5 && one.start < end && one.end > start);
      found.push({ features, strong });
    });
  }
  const some = found.some(({ strong }) => strong);
  for (const { features, strong } of found) {
    if (bad && some && !strong) continue;
    if (bad && !some && found.length > 6) continue;
    samples.push({ features, bad, weight, source, row });
  }
}

/** What is learned does not depend on what was learned before. */
const NOTHING = { bias: -9, unit: 0, weights: new Int8Array(DIMENSIONS) };
const UNLEARNED: Models = { tool: NOTHING, result: NOTHING };

const buffer = new Int32Array(MOST_FEATURES);

/** The features of each sentence of a text that has a few words, and where it stands. */
function eachSample(
  text: string,
  isTool: boolean,
  use: (features: Int32Array, start: number, end: number) => void,
): void {
  let subject: number | undefined;
  eachSentence(text, (sentence) => {
    const notions = notionsOf(sentence);
    if (sentence.count >= 3) {
      const size = featuresOf(sentence, { notions, subject }, buffer);
      const start = sentence.starts[0] as number;
      use(buffer.slice(0, size), start, sentence.ends[sentence.count - 1] as number);
    }
    if (isTool) subject ??= notions;
    return true;
  });
}
