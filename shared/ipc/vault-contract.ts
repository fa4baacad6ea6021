import { z } from 'zod';
import { command } from './command-spec.ts';

/** The name of a secret, as servers refer to it: `vault:NAME`. */
export const secretName = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'The name of a secret has 1 to 64 letters, digits, ".", "_" and "-", and begins with a letter or digit.',
  );

/** What is said of a secret. Its value is in no answer. */
export const secretView = z.object({
  name: z.string(),
  /** Counts up with every new value. */
  version: z.int(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** Servers that refer to it. */
  usedBy: z.array(z.string()),
});
export type SecretView = z.infer<typeof secretView>;

/** The commands about secrets. */
export const vaultContract = {
  'secret.set': command({
    does: 'Keeps a secret in the vault, or gives it a new value. Servers refer to it by its name.',
    input: z.strictObject({
      name: secretName,
      value: z
        .string()
        .min(1, 'A secret cannot be empty.')
        .max(64 * 1024, 'A secret has at most 65536 characters.'),
    }),
    output: secretView.extend({
      /** A vault file that could not be opened was kept here, and a new one was begun. */
      setAside: z.string().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
  'secret.list': command({
    does: 'Lists the secrets by name, with the servers that use them. Values are never shown.',
    input: z.strictObject({}),
    output: z.object({
      state: z.enum(['unlocked', 'locked', 'none', 'unreadable']),
      /** What is wrong with the vault, and what to do. */
      sentence: z.string().optional(),
      secrets: z.array(secretView),
    }),
    needsOperator: false,
    progress: false,
  }),
  'secret.remove': command({
    does: 'Removes a secret that no server uses.',
    input: z.strictObject({ name: secretName }),
    output: z.object({ name: z.string() }),
    needsOperator: false,
    progress: false,
  }),
} as const;
