import { estimateTokens as estimate } from '../tokens/estimate-tokens.ts';
import type { EstimateTokens } from './contract.ts';

/** The estimator by which answers are cut: the one with which the Report counts. */
export const estimateTokens: EstimateTokens = estimate;
