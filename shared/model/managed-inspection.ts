import { z } from 'zod';
import { actChoice, maskShape } from './inspection.ts';
import { described, line } from './managed-described.ts';

/** A text that an organisation wants hidden everywhere. */
export const managedMask = z
  .strictObject({
    name: line(64).describe('What stands in place of it: letters, digits, spaces, dots and hyphens.'),
    pattern: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('Regular expression of what is masked. Either this or `words`.'),
    words: z.array(line(200)).min(1).max(5000).optional().describe('Words that are masked.'),
    ignoreCase: z.boolean().optional().describe('Whether capital and small letters are the same.'),
    way: maskShape.shape.way
      .optional()
      .describe(
        '"remove" (when left out): the replacement stands there. "partial": the last characters stay. "hash": a short digest. "reversible": a token that is put back for the server that the value came from.',
      ),
    replacement: line(200)
      .optional()
      .describe('With "remove": what stands in place of it; the name in brackets when left out.'),
    direction: maskShape.shape.direction
      .optional()
      .describe('"to-server", "to-app", or "both" (when left out).'),
  })
  .refine(
    ({ pattern, words }) => (pattern === undefined) !== (words === undefined),
    'Give "pattern" or "words".',
  );

/** The least that happens on a finding. A person may choose more, and never less. */
export const managedAct = z.strictObject(
  described(
    {
      ...actChoice.shape,
      act: z.enum(
        ['note', 'mask', 'ask', 'block'],
        'It is "note", "mask", "ask" or "block"; an organisation cannot let anything pass unseen.',
      ),
    },
    {
      watch:
        'What is found: "hidden" (hidden text), "injection-low" and "injection-high" (texts that give orders to the model, possibly and surely), "secret", "personal" (personal data) or "flow" (data that would leave).',
      direction: 'Only on its way "to-server" or "to-app"; both when left out.',
      server: 'Only this server.',
      role: 'Only AI apps of this role.',
      act: '"note": it is noted. "mask": hidden, fenced or masked. "ask": a person is asked. "block": it does not cross.',
    },
  ),
);
