import { z } from 'zod';
import { destination, destinationView, sendingView } from '../model/sending.ts';
import { command } from './command-spec.ts';

const named = z.strictObject({ name: z.string().min(1).max(60) });

/** The commands about where the log is sent. */
export const sendContract = {
  'send.list': command({
    does: 'Lists where the log is sent, what has arrived there and what waits.',
    input: z.strictObject({}),
    output: sendingView,
    needsOperator: false,
    progress: false,
  }),
  'send.add': command({
    does: 'Sends the log to a collector or into a file from now on.',
    input: z.strictObject({
      destination,
      /** Also every row that is in the log already. */
      fromStart: z.boolean().default(false),
    }),
    output: destinationView,
    needsOperator: true,
    progress: false,
  }),
  'send.remove': command({
    does: 'Sends the log there no longer. Rows that wait are not sent.',
    input: named,
    output: z.object({ name: z.string() }),
    needsOperator: true,
    progress: false,
  }),
  'send.test': command({
    does: 'Sends one record that says it is a test, and tells whether it was taken.',
    input: named,
    output: z.object({ ok: z.boolean(), sentence: z.string() }),
    needsOperator: true,
    progress: false,
  }),
} as const;
