import type { Result } from '../../shared/result.ts';

/**
 * Secrets of the host itself, such as the tokens of a sign-in. They lie in the vault beside a person's, sealed alike,
 * under names that no person can give: they are not listed, not in a backup, and no server can refer to them.
 */
export interface OwnSecrets {
  /** The value under a name; undefined when there is none. Refused with a sentence while the vault is shut. */
  get(name: string): Result<string | undefined>;
  /** On disk when it returns. Never takes the place of a vault that could not be opened. */
  set(name: string, value: string): Result<void>;
  /** Done also when there is none of this name. */
  remove(name: string): Result<void>;
}

/** A person's secrets begin with a letter or digit (`secretName`). */
const MARK = ':';

/** The name in the vault. */
export const ownName = (name: string): string => MARK + name;

/** Whether a name in the vault is one of the host's own. */
export const isOwnName = (name: string): boolean => name.startsWith(MARK);
