import { z } from 'zod';
import { limitAbout, limitEach, limitMost } from './limits.ts';
import { described } from './managed-described.ts';

const [rate, atOnce, budget] = limitMost.options;
const kind =
  '"rate": how often. "at-once": how many that have not ended. "budget": how much from midnight to midnight.';

const most = z.discriminatedUnion('kind', [
  z.strictObject(
    described(rate.shape, {
      kind,
      calls: 'How many calls.',
      per: 'In which time they come back.',
      burst: 'How many may follow each other without a pause; as many as `calls` when left out.',
    }),
  ),
  z.strictObject(described(atOnce.shape, { kind, calls: 'How many calls.' })),
  z
    .strictObject(
      described(budget.shape, {
        kind,
        calls: 'How many calls.',
        amount: 'How much in all, by the amounts in the arguments of the calls.',
      }),
    )
    .refine(
      ({ calls, amount }) => calls !== undefined || amount !== undefined,
      'Say how many calls a day, or what amount.',
    ),
]);

/** How often, how many at once or how much a day AI apps may call at most. What a person sets beside it holds as well. */
export const managedCallLimit = z.strictObject(
  described(
    { ...limitAbout.shape, each: limitEach.optional(), most },
    {
      client: 'Id of an AI app on this computer. To reach one by its name, assign it a role.',
      role: 'Only AI apps of this role.',
      server: 'Id of a server.',
      tool: 'Name of a tool; `*` stands for any characters.',
      effects: 'Only tools with one of these effects.',
      each: 'Counted for each "client" (AI app), "server" or "tool" by itself; all together when left out.',
      most: 'How much at most.',
    },
  ),
);
export type ManagedCallLimit = z.infer<typeof managedCallLimit>;
