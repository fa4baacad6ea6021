import { fail, ok, type Result } from '../../../shared/result.ts';
import { PatternFault } from '../../policy/regex/parse.ts';
import { type Find, findPattern } from './find-pattern.ts';
import { findWords } from './find-words.ts';
import type { Way } from './ways.ts';

/** Which way a text goes: towards a server (arguments, answers of a person) or towards an AI app (results). */
export type MaskDirection = 'to-server' | 'to-app' | 'both';

/** Where a mask holds; what is left out holds everywhere. Ids of servers and AI apps, and names of tools. */
export interface MaskScope {
  readonly servers?: readonly string[];
  readonly clients?: readonly string[];
  readonly tools?: readonly string[];
}

/** What a person wants hidden. */
export interface Mask {
  /** What stands in place of what was hidden, and in the log. */
  readonly name: string;
  /** What is hidden: a pattern of the linear subset, or words. */
  readonly find: { readonly pattern: string } | { readonly words: readonly string[] };
  readonly ignoreCase?: boolean;
  readonly way: Way;
  /** With `remove`: what stands in its place; else the name in brackets. */
  readonly replacement?: string;
  readonly direction: MaskDirection;
  readonly scope?: MaskScope;
  /** With `reversible`: servers that may get the value back, beside the one that it came from. */
  readonly restoreFor?: readonly string[];
}

/** A mask that can be used. */
export interface CompiledMask {
  readonly mask: Mask;
  readonly find: Find;
}

const MOST_WORDS = 5000;
const LONGEST_WORD = 200;
const LONGEST_PATTERN = 500;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;

const refuse = (message: string) => fail('bad-mask', message);

/** Prepares a mask; an error is a sentence for the person who wrote it. */
export function compileMask(mask: Mask): Result<CompiledMask, 'bad-mask'> {
  if (!NAME.test(mask.name)) return refuse('A name has up to 64 letters, digits, spaces, dots and hyphens.');
  if ('words' in mask.find) {
    const words = mask.find.words.map((word) => word.trim()).filter((word) => word !== '');
    if (words.length === 0) return refuse('The list has no words.');
    if (words.length > MOST_WORDS) return refuse(`The list has more than ${MOST_WORDS} words.`);
    if (words.some((word) => word.length > LONGEST_WORD))
      return refuse(`A word is longer than ${LONGEST_WORD} characters.`);
    return ok({ mask, find: findWords(words, mask.ignoreCase) });
  }
  if (mask.find.pattern.length > LONGEST_PATTERN)
    return refuse(`The pattern is longer than ${LONGEST_PATTERN} characters.`);
  try {
    return ok({ mask, find: findPattern(mask.find.pattern, mask.ignoreCase) });
  } catch (error) {
    if (error instanceof PatternFault) return refuse(`The pattern has ${error.message}.`);
    throw error;
  }
}

/** Around a text that crosses. */
export interface Crossing {
  readonly direction: 'to-server' | 'to-app';
  readonly server: string;
  readonly client: string;
  readonly tool?: string;
}

/** Whether a mask holds for a text that crosses there. */
export function holdsFor({ direction, scope = {} }: Mask, crossing: Crossing): boolean {
  const isIn = (list: readonly string[] | undefined, one: string | undefined): boolean =>
    list === undefined || (one !== undefined && list.includes(one));
  return (
    (direction === 'both' || direction === crossing.direction) &&
    isIn(scope.servers, crossing.server) &&
    isIn(scope.clients, crossing.client) &&
    isIn(scope.tools, crossing.tool)
  );
}
