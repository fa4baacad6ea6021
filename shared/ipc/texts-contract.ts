import { z } from 'zod';
import { logTexts, textsView } from '../model/log-texts.ts';
import { serverId } from '../model/server.ts';
import { command } from './command-spec.ts';

/** The commands about what the log keeps of the texts of calls. */
export const textsContract = {
  'texts.show': command({
    does: 'Shows what the log keeps of the texts of calls, for each server.',
    input: z.strictObject({}),
    output: textsView,
    needsOperator: false,
    progress: false,
  }),
  'texts.set': command({
    does: 'Chooses what the log keeps of texts from now on: "full", "redacted" or only "digests".',
    input: z.strictObject({
      /** Only calls to and from this server; without it, of all servers that have no choice of their own. */
      server: serverId.optional(),
      /** `usual`: what is kept of the others. */
      keep: z.enum([...logTexts.options, 'usual']),
    }),
    output: textsView,
    needsOperator: 'if-looser',
    progress: false,
  }),
} as const;
