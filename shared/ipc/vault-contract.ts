import { z } from 'zod';
import { MAX_BACKUP_CHARS } from '../model/backup-bounds.ts';
import { SECRET_NAME } from '../model/names.ts';
import { command } from './command-spec.ts';

export { MAX_BACKUP_CHARS };

/** The name of a secret, as servers refer to it: `vault:NAME`. */
export const secretName = z.string().regex(SECRET_NAME.pattern, SECRET_NAME.sentence);

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

const passphrase = z
  .string()
  .min(8, 'The passphrase must have at least 8 characters.')
  .max(1024, 'The passphrase has at most 1024 characters.');

const backupText = z.string().max(MAX_BACKUP_CHARS, 'This file is too large to be a backup of secrets.');

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
  'secret.export': command({
    does: 'Writes all secrets into a backup that a passphrase opens.',
    input: z.strictObject({ passphrase }),
    output: z.object({ text: backupText, secrets: z.int() }),
    needsOperator: true,
    progress: false,
  }),
  'secret.import': command({
    does: 'Brings the secrets of a backup in. One that is there with another value stays, unless it is to be replaced.',
    input: z.strictObject({ text: backupText, passphrase, replace: z.boolean().default(false) }),
    output: z.object({
      added: z.array(z.string()),
      replaced: z.array(z.string()),
      /** There with another value, which stayed. */
      kept: z.array(z.string()),
      /** There with the same value. */
      same: z.array(z.string()),
      setAside: z.string().optional(),
    }),
    needsOperator: true,
    progress: false,
  }),
  'secret.rotate': command({
    does: 'Replaces the key that the vault and the state of this profile are kept with, at the next start.',
    input: z.strictObject({}),
    output: z.object({ sentence: z.string() }),
    needsOperator: true,
    progress: false,
  }),
} as const;
