import { z } from 'zod';
import { listedTools } from '../model/listed-tools.ts';
import { command } from './command-spec.ts';
import { plainText } from './shapes.ts';

/** The command about what AI apps are listed. */
export const listedContract = {
  'client.listed': command({
    does: 'Tells how many tools each AI app is listed, what that costs in tokens, about, and where it passes what the app can take.',
    input: z.strictObject({
      /** Its name or id; all unless given. */
      client: plainText(80).min(1).optional(),
    }),
    output: z.array(listedTools),
    needsOperator: false,
    progress: false,
  }),
} as const;
