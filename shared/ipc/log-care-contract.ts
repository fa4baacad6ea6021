import { z } from 'zod';
import { UNWRITABLE } from '../model/lists.ts';
import { command } from './command-spec.ts';

/** What happens to calls while the log cannot be written. */
export const unwritable = z.enum(UNWRITABLE);
export type Unwritable = z.infer<typeof unwritable>;

/** What is chosen for a log that is not well, and what was noticed about this one. */
export const logCareView = z.object({
  unwritable,
  /** An organisation wants every call on record, so nobody here can choose otherwise. */
  fixed: z.boolean(),
  /** Calls of this run that passed while the log could not be written. */
  passed: z.int().min(0),
  /** Doorward noticed that the log is not the one it had left, and nobody has accepted that: one sentence. */
  noticed: z.string().optional(),
});
export type LogCareView = z.infer<typeof logCareView>;

/** The commands about a log that is not well. */
export const logCareContract = {
  'log-care.show': command({
    does: 'Tells what happens to calls while the log cannot be written, and what was noticed about the log.',
    input: z.strictObject({}),
    output: logCareView,
    needsOperator: false,
    progress: false,
  }),
  'log-care.unwritable': command({
    does: 'Chooses whether calls are refused or pass while the log cannot be written.',
    input: z.strictObject({ unwritable }),
    output: logCareView,
    needsOperator: 'if-looser',
    progress: false,
  }),
  'log-care.accept': command({
    does: 'Accepts that the log is not the one that Doorward had left. What was noticed stays on record.',
    input: z.strictObject({}),
    output: z.object({
      /** What had been noticed. */
      noticed: z.string(),
      /** What was done about it. */
      sentence: z.string(),
      /** Name of the file that the log was kept under, when a new one was begun. */
      aside: z.string().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
};
