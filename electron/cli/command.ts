import type { ReadStream, WriteStream } from 'node:tty';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { EngineFactory } from '../host/ports.ts';
import type { ProfilePaths, Surroundings } from '../host/profile.ts';
import type { Keychain } from '../vault/keychain.ts';
import type { Output } from './output.ts';

/** What the command line is given from outside. */
export interface World {
  readonly version: string;
  /** The file that was started, to start a host with. */
  readonly cliFile: string;
  readonly logWorker: URL;
  readonly around: Surroundings;
  readonly keychain: Keychain;
  readonly engine: EngineFactory;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => number;
}

/** The words of one call of the command line, sorted. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
  /** What stands behind `--`. */
  readonly behind: readonly string[];
}

/** What a command runs with. */
export interface Run {
  readonly world: World;
  readonly given: Given;
  readonly paths: ProfilePaths;
  readonly output: Output;
}

/** An option of a command, in the form of `parseArgs`, with a line of help. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in help, such as N or NAME. */
  readonly value?: string;
  readonly help: string;
}

/** Exit codes of the outside contract. */
export const EXIT = { done: 0, failed: 1, usage: 2, noHost: 3, refused: 4 } as const;

/** One command of the command line. */
export interface CliCommand {
  /** Its words, for example `server add`. */
  readonly name: string;
  /** What stands behind the words, for example `ID [--env K=V] -- CMD ARG…`. */
  readonly usage: string;
  readonly does: string;
  /** It needs the operator's key. */
  readonly operator: boolean;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
  /** Whether something may stand behind `--`. */
  readonly takesCommand?: boolean;
  /** Answers the exit code; a failure is printed by whoever called. */
  readonly run: (run: Run) => Promise<Result<number>>;
}

export const COMMON: Readonly<Record<string, OptionSpec>> = {
  home: { type: 'string', value: 'D', help: 'Profile folder (else DOORWARD_HOME, else the usual place).' },
  json: { type: 'boolean', help: 'Machine-readable output on standard output.' },
  help: { type: 'boolean', help: 'This help.' },
};

export const OPERATOR_OPTION: Readonly<Record<string, OptionSpec>> = {
  'operator-key-fd': {
    type: 'string',
    value: 'N',
    help: "Reads the operator's key from this file descriptor (else DOORWARD_OPERATOR_KEY, else a prompt).",
  },
};

/** The value of an option that takes one. */
export function text(given: Given, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be repeated. */
export function texts(given: Given, name: string): readonly string[] {
  const value = given.values[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A whole number from an option; undefined when it is not given. */
export function wholeNumber(
  given: Given,
  name: string,
  least: number,
  most: number,
): Result<number | undefined> {
  const value = text(given, name);
  if (value === undefined) return ok(undefined);
  const number = Number(value);
  return /^\d{1,15}$/.test(value) && number >= least && number <= most
    ? ok(number)
    : fail('usage', `--${name} needs a whole number from ${least} to ${most}.`);
}

/** Exactly these words, or what is wrong. */
export function words(given: Given, ...names: string[]): Result<string[]> {
  if (given.words.length === names.length) return ok([...given.words]);
  if (given.words.length < names.length)
    return fail('usage', `${names[given.words.length] ?? 'A word'} is missing.`);
  return fail('usage', `"${given.words[names.length] ?? ''}" is one word too many.`);
}

/** Whether a person sits at both ends, so that a question can be asked. */
export function terminalOf(world: World): { input: ReadStream; output: WriteStream } | undefined {
  const { stdin, stderr } = world;
  return stdin.isTTY && stderr.isTTY ? { input: stdin, output: stderr } : undefined;
}
