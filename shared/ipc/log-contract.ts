import { z } from 'zod';
import { callSummary, loggedLeg } from '../model/log.ts';
import { report } from '../model/report.ts';
import { command } from './command-spec.ts';
import { callFields } from './history-contract.ts';

/** What is wrong with a log or an export. */
export const logProblem = z.enum([
  'changed',
  'deleted',
  'added',
  'reordered',
  'rewritten',
  'rolled-back',
  'cut-off',
  'damaged',
  'signature',
]);

/** What a check of the log says. */
export const verifyReport = z.object({
  ok: z.boolean(),
  /** Rows that were read and fit, from the oldest on. */
  rows: z.number(),
  /** The first row that does not fit. */
  firstBad: z.number().optional(),
  problem: logProblem.optional(),
  /** The oldest row, when those before it were removed because they were old. */
  first: z.number().optional(),
  /** The newest row that something signed vouches for; rows after it only fit each other. */
  signedTo: z.number().optional(),
  /** The public key that signed it, as 64 hex characters. */
  key: z.string().optional(),
  /** Whether that key was known, and not only brought by the file itself. */
  keyKnown: z.boolean().optional(),
  sentence: z.string(),
});

/** The commands about the log of calls. */
export const logContract = {
  'log.list': command({
    does: 'Lists calls, newest first: who called what, when, with which outcome, how long it took.',
    input: z.strictObject({
      limit: z.int().min(1).max(1000).default(50),
      before: z.string().max(64).optional(),
      ...callFields,
    }),
    output: z.array(callSummary),
    needsOperator: false,
    progress: false,
  }),
  'log.show': command({
    does: 'Shows every leg of one call.',
    input: z.strictObject({ call: z.string().min(1).max(64) }),
    output: z.array(loggedLeg),
    needsOperator: true,
    progress: false,
  }),
  'log.report': command({
    does: 'Sums up what the log says of the last weeks or of a span of time, beside as much time before.',
    input: z
      .strictObject({
        /** So many weeks, today among them; one when neither this nor `since` is given. */
        weeks: z.int().min(1).max(52).optional(),
        since: z.number().optional(),
        /** Exclusive; now when it is not given. */
        until: z.number().optional(),
        /** The report as a file, too: a page or a table. */
        format: z.enum(['html', 'csv']).optional(),
      })
      .refine(({ weeks, since }) => weeks === undefined || since === undefined, 'Give "weeks" or "since".'),
    output: report.extend({ text: z.string().exactOptional() }),
    needsOperator: false,
    progress: false,
  }),
  'log.verify': command({
    does: 'Checks the hash chain of the whole log, its signatures, and that it is the newest one.',
    input: z.strictObject({}),
    output: verifyReport,
    needsOperator: false,
    progress: true,
  }),
  'log.export': command({
    does: 'Exports the log: as JSON lines that prove themselves, or as a table (CSV) for people.',
    input: z
      .strictObject({
        format: z.enum(['jsonl', 'csv']).optional(),
        since: z.number().optional(),
        until: z.number().optional(),
        client: z.string().max(80).optional(),
        server: z.string().max(80).optional(),
        /** Goes on with an export that was begun: what its last piece gave as `next`. */
        next: z
          .string()
          .regex(/^[0-9a-f]{32}$/, 'An export is named by 32 hex characters.')
          .optional(),
      })
      .refine(
        ({ format, next }) => (format === undefined) !== (next === undefined),
        'Give "format" or "next".',
      ),
    output: z.object({
      /** A piece of it, of whole lines. */
      text: z.string(),
      /** Names the rest; absent at the end. Good once, for a minute. */
      next: z.string().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
} as const;
