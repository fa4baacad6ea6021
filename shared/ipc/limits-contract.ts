import { z } from 'zod';
import { limit, limitId, limitsView, limitView, loopChoice } from '../model/limits.ts';
import { command } from './command-spec.ts';

/** The commands about how often and how much at once AI apps may call. */
export const limitsContract = {
  'limit.list': command({
    does: 'Lists the limits and how much of each is used up now.',
    input: z.strictObject({}),
    output: limitsView,
    needsOperator: false,
    progress: false,
  }),
  'limit.put': command({
    does: 'Adds a limit, or puts another one in the place of the one with this id.',
    input: limit.extend({
      /** One is made when it is left out. */
      id: limitId.optional(),
    }),
    output: limitView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'limit.remove': command({
    does: 'Removes a limit.',
    input: z.strictObject({ id: limitId }),
    output: z.object({ id: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'limit.loops': command({
    does: 'Chooses whether the same call again and again, with the same answer, is asked about.',
    input: z.strictObject({ loops: loopChoice }),
    output: limitsView,
    needsOperator: 'if-looser',
    progress: false,
  }),
} as const;
