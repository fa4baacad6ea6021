import type { Sentence } from '../injection/lex.ts';
import { featuresOf, scaleOf } from './features.ts';
import { RESULT_MODEL, TOOL_MODEL } from './weights.ts';
import type { LinearModel } from './weights-format.ts';

export interface Models {
  readonly tool: LinearModel;
  readonly result: LinearModel;
}

/** The committed models. */
export const MODELS: Models = { tool: TOOL_MODEL, result: RESULT_MODEL };

const MOST_FEATURES = 1024;
const features = new Int32Array(MOST_FEATURES);

/**
 * How much a sentence sounds like the orders that the model learned from: log-odds of a logistic regression over words,
 * pairs of words and the parts they play (docs/injection-model.md). Above 0 it is likelier an order than not.
 */
export function logOdds(sentence: Sentence, { bias, weights, unit }: LinearModel): number {
  const size = featuresOf(sentence, features);
  let sum = 0;
  for (let i = 0; i < size; i++) sum += weights[features[i] as number] as number;
  return bias + sum * unit * scaleOf(size);
}

/** From here on the model counts, about a point for each unit of log-odds, and never more than this. */
const FROM = -0.5;
const MOST_OF_TOOL = 5;
/** In results it makes no order without any other signal: questions and letters ask and tell, too. */
const MOST_OF_RESULT = 4.2;

/** What the model adds to the signals of a sentence. */
export function modelWeight(sentence: Sentence, isTool: boolean, models: Models = MODELS): number {
  if (sentence.count < 3) return 0;
  const odds = logOdds(sentence, isTool ? models.tool : models.result);
  return odds <= FROM ? 0 : Math.min(isTool ? MOST_OF_TOOL : MOST_OF_RESULT, (odds - FROM) * 0.9);
}
