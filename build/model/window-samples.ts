import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../electron/inspection/decode/decode.ts';
import { traitsOf } from '../../electron/inspection/hidden/traits.ts';
import { readText } from '../../electron/inspection/injection/read-text.ts';
import {
  type Features,
  featuresOf,
  newFeatures,
} from '../../electron/inspection/injection/results-judge/features.ts';
import { priorOf } from '../../electron/inspection/injection/results-judge/prior.ts';
import { eachWindow } from '../../electron/inspection/injection/results-judge/windows.ts';
import { RESULT_MODEL, TOOL_MODEL } from '../../electron/inspection/model/weights.ts';
import { stringsIn } from '../../electron/inspection/walk/strings.ts';
import { RESULT_ATTACKS, RESULT_HONEST } from './authored.ts';
import { COVERT_RESULTS } from './covert-results.ts';
import { HONEST_RESULTS } from './honest.ts';
import type { Bag } from './learn-windows.ts';
import { RESULT_ORDERS } from './results-attacks.ts';
import { RESULT_ORDERS_MORE } from './results-attacks-more.ts';
import { RESULT_NEAR } from './results-honest.ts';
import { RESULT_NEAR_MORE } from './results-honest-more.ts';
import { originOf } from './samples.ts';
import { fromTemplates } from './templates.ts';

interface Row {
  readonly source?: string;
  readonly server?: string;
  readonly label?: string;
  readonly tier?: string;
  readonly class?: string;
  readonly tool?: unknown;
  readonly text?: string;
}

/** The texts in test/fixtures/injection that the judge of results learns from; those of source "first" only measure. */
const FIXTURES = 'test/fixtures/injection/results.jsonl';
const MEASURES = 'first';
/** Covert ones have little that the judge could tell them by: they must not teach it that ordinary words are bad. */
const COVERT = 0.3;
/** Of descriptions, which results quote at times, so many texts each. */
const TEXTS_OF_TOOL = 2;

/** Everything that the judge of results learns from, row by row. */
export function bagsOf(folder: string): Bag[] {
  const bags: Bag[] = [];
  const add = (text: string, bad: boolean, weight: number, source: string): void => {
    const windows = windowsOf(text);
    if (windows.length > 0) bags.push({ windows, bad, weight, source });
  };
  for (const { text = '', tier, source = '' } of rowsIn(join(folder, 'injected_results.jsonl')))
    add(text, true, tier === 'covert' ? COVERT : 1, originOf(source));
  for (const { text = '', class: kind = '', source = '' } of rowsIn(join(folder, 'benign_results.jsonl')))
    add(text, false, kind.includes('security') ? 1 : 2, originOf(source));
  for (const file of ['benign_secrets_like', 'pii', 'secrets'])
    for (const { text = '' } of rowsIn(join(folder, `${file}.jsonl`))) add(text, false, 1, file);
  for (const file of ['benign_tools', 'search_catalog'])
    for (const { tool } of rowsIn(join(folder, `${file}.jsonl`)))
      for (const { text } of stringsIn(tool)
        .strings.filter((one) => !one.isKey && one.text.length > 40)
        .slice(0, TEXTS_OF_TOOL))
        add(text, false, 0.3, file);
  for (const { text = '', source, label, tier, class: kind } of rowsIn(FIXTURES)) {
    if (source === MEASURES || source === undefined) continue;
    const bad = label === 'attack';
    add(
      text,
      bad,
      bad ? (tier === 'covert' ? COVERT : 1) : kind === 'security' ? 1 : 4,
      `fixtures-${source}`,
    );
  }
  for (const text of [...RESULT_ATTACKS, ...RESULT_ORDERS, ...RESULT_ORDERS_MORE])
    add(text, true, 1, 'authored');
  for (const text of COVERT_RESULTS) add(text.replace(' |', ''), true, COVERT, 'authored');
  for (const text of [...RESULT_NEAR, ...RESULT_NEAR_MORE]) add(text, false, 3, 'authored');
  for (const text of [...RESULT_HONEST, ...HONEST_RESULTS]) add(text, false, 1, 'authored');
  fromTemplates('result').forEach((text, i) => {
    if (i % 3 === 0) add(text, true, 0.1, 'templates');
  });
  return bags;
}

const shared = newFeatures();

/** The features of every window of a text and of what is decoded from it, as the judge would look at them. */
export function windowsOf(text: string): Features[] {
  const parts = decode(text, traitsOf(text)).parts.filter(({ plain }) => !plain);
  return [text, ...parts.map((part) => part.text)].flatMap(readable);
}

function readable(text: string): Features[] {
  const reading = readText(text, false, { tool: TOOL_MODEL, result: RESULT_MODEL });
  const all: Features[] = [];
  eachWindow(text, reading.spots, reading, (window) => {
    featuresOf(window, priorOf(window), shared);
    all.push({ ...shared, places: shared.places.slice(0, shared.traits + shared.words) });
  });
  return all;
}

function rowsIn(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
