import { z } from 'zod';
import { serverId } from '../model/server.ts';
import { shapingView, shapingWish } from '../model/shaping-choices.ts';
import { command } from './command-spec.ts';

/** The commands about smaller answers. They loosen nothing: what is shaped has passed every check before. */
export const shapingContract = {
  'server.shaping': command({
    does: 'Shows how the answers of a server are made smaller.',
    input: z.strictObject({ server: serverId }),
    output: shapingView,
    needsOperator: false,
    progress: false,
  }),
  'server.shape': command({
    does: 'Chooses how the answers of a server, or of one of its tools, are made smaller from now on.',
    input: z.strictObject({
      server: serverId,
      /** Only answers of this tool, by the name that its server gives it. */
      tool: z.string().min(1).max(256).optional(),
      shaping: shapingWish,
    }),
    output: shapingView,
    needsOperator: false,
    progress: false,
  }),
} as const;
