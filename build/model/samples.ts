import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sentence, eachSentence } from '../../electron/inspection/injection/lex.ts';
import { readText } from '../../electron/inspection/injection/read-text.ts';
import { DIMENSIONS, featuresOf } from '../../electron/inspection/model/features.ts';
import { stringsIn } from '../../electron/inspection/walk/strings.ts';
import { RESULT_ATTACKS, RESULT_HONEST, TOOL_ATTACKS, TOOL_HONEST } from './authored.ts';
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
  const authored: readonly (readonly [readonly string[], boolean])[] =
    part === 'tool'
      ? [
          [TOOL_ATTACKS, true],
          [TOOL_HONEST, false],
        ]
      : [
          [RESULT_ATTACKS, true],
          [RESULT_HONEST, false],
        ];
  for (const text of fromTemplates(part)) add(samples, [text], true, 'templates', number++, part, 0.25);
  for (const [texts, bad] of authored)
    for (const text of texts) add(samples, [text], bad, 'authored', number++, part, 2);
  return samples;
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
    const { clusters } = readText(text, part === 'tool');
    eachSentence(text, (sentence) => {
      const { start, end } = placeOf(sentence);
      const strong = clusters.some((one) => one.sum >= 2.5 && one.start < end && one.end > start);
      if (sentence.count >= 3) found.push({ features: copyOf(sentence), strong });
      return true;
    });
  }
  const some = found.some(({ strong }) => strong);
  for (const { features, strong } of found) {
    if (bad && some && !strong) continue;
    if (bad && !some && found.length > 6) continue;
    samples.push({ features, bad, weight, source, row });
  }
}

function placeOf(sentence: Sentence): { start: number; end: number } {
  return { start: sentence.starts[0] as number, end: sentence.ends[sentence.count - 1] as number };
}

const buffer = new Int32Array(1024);

function copyOf(sentence: Sentence): Int32Array {
  const size = featuresOf(sentence, buffer);
  return buffer.slice(0, size).map((place) => place & (DIMENSIONS - 1));
}
