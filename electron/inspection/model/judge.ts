import type { Sentence } from '../injection/lex.ts';
import { type Stance, featuresOf, scaleOf } from './features.ts';
import { RESULT_MODEL, TOOL_MODEL } from './weights.ts';
import type { LinearModel } from './weights-format.ts';
import { WINDOW_MODEL } from '../injection/results-judge/weights.ts';
import type { WindowModel } from '../injection/results-judge/window-model.ts';

export interface Models {
  readonly tool: LinearModel;
  readonly result: LinearModel;
  /** Judges stretches of results; absent: nobody does. */
  readonly window?: WindowModel;
}

/** The committed models. */
export const MODELS: Models = { tool: TOOL_MODEL, result: RESULT_MODEL, window: WINDOW_MODEL };

/** More features than a sentence has. */
export const MOST_FEATURES = 2048;
const features = new Int32Array(MOST_FEATURES);

/**
 * How much a sentence sounds like the orders that the model learned from: log-odds of a logistic regression over words,
 * pairs of words, the parts they play and the notions that stand together (docs/injection-model.md). Above 0 it is likelier an order than not.
 */
export function logOdds(sentence: Sentence, stance: Stance, { bias, weights, unit }: LinearModel): number {
  const size = featuresOf(sentence, stance, features);
  let sum = 0;
  for (let i = 0; i < size; i++) sum += weights[features[i] as number] as number;
  return bias + sum * unit * scaleOf(size);
}

/** From here on the model counts; how much for each unit of log-odds; and never more than this. */
const IN_TOOLS = { from: 1.1, step: 4, most: 5 };
/** In results it makes no order without any other signal: questions and letters ask and tell, too. */
const IN_RESULTS = { from: -0.5, step: 1.3, most: 4.2 };
/** Below this a sentence of a description sounds honest as a whole. */
const HONEST = -0.5;

/** What the model adds to the signals of a sentence; below 0: it takes the sentence of a description for honest. */
export function modelWeight(
  sentence: Sentence,
  stance: Stance,
  isTool: boolean,
  models: Models = MODELS,
): number {
  if (sentence.count < 3) return 0;
  const odds = logOdds(sentence, stance, isTool ? models.tool : models.result);
  if (isTool && odds < HONEST) return -1;
  const { from, step, most } = isTool ? IN_TOOLS : IN_RESULTS;
  return odds <= from ? 0 : Math.min(most, (odds - from) * step);
}
