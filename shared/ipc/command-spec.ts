import type { z } from 'zod';

/** What is known about a command before it runs. */
export interface CommandSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** One line for people. */
  readonly does: string;
  readonly input: I;
  readonly output: O;
  /**
   * Whether it loosens something and therefore needs the operator: always, never, only once a key has been set
   * (setting the first one is how a person becomes the operator), or only where what is asked for loosens something,
   * which the command itself finds out.
   */
  readonly needsOperator: boolean | 'once-set' | 'if-looser';
  /** Whether it may report progress before its answer. */
  readonly progress: boolean;
}

/** Keeps the types of a command's shapes. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  spec: CommandSpec<I, O>,
): CommandSpec<I, O> => spec;
