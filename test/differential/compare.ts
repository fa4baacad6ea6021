import { type Difference, differences } from './json/diff.ts';
import { type Json, json } from './json/exact.ts';
import { normalised, type NormalisationName } from './normalise.ts';
import { LIST_NAMES, type Lists, type RecordedCall } from './record.ts';
import type { Answer, Heard } from './wire/channel.ts';

/** What came of comparing one kind of thing. */
export interface Tally {
  compared: number;
  equal: number;
  readonly differences: Difference[];
}

export const tally = (): Tally => ({ compared: 0, equal: 0, differences: [] });

/** Adds one tally to another; `where` tells where its differences were found. */
export function addTally(into: Tally, { compared, equal, differences: found }: Tally, where: string): void {
  into.compared += compared;
  into.equal += equal;
  into.differences.push(...found.map((one) => ({ ...one, path: `${one.path} (${where})` })));
}

/** Notes one comparison. */
export function note(into: Tally, found: readonly Difference[]): void {
  into.compared += 1;
  if (found.length === 0) into.equal += 1;
  into.differences.push(...found);
}

const alike = (value: Json | undefined, names: readonly NormalisationName[]): Json | undefined =>
  value && normalised(value, names);

/** Compares results and errors of two answers byte for byte, after the named normalisations. */
export function compareAnswers(
  expected: Answer,
  got: Answer,
  path: string,
  names: readonly NormalisationName[] = [],
): Difference[] {
  return [
    ...differences(alike(expected.result, names), alike(got.result, names), `${path}: result`),
    ...differences(alike(expected.error, names), alike(got.error, names), `${path}: error`),
  ];
}

/** Compares every page of every list. */
export function compareLists(into: Tally, expected: Lists, got: Lists, when: string): void {
  for (const list of LIST_NAMES) {
    const pages = Math.max(expected[list].length, got[list].length);
    const none: Answer = { result: undefined, error: undefined };
    const found = Array.from({ length: pages }, (_, i) =>
      compareAnswers(expected[list][i] ?? none, got[list][i] ?? none, `${list} ${when}, page ${i + 1}`),
    );
    note(into, found.flat());
  }
}

/** Compares the answers to the script, call by call. */
export function compareCalls(
  into: Tally,
  expected: readonly RecordedCall[],
  got: readonly RecordedCall[],
  names: readonly NormalisationName[],
): void {
  for (const [i, { call, answer }] of expected.entries()) {
    const other = got[i]?.answer ?? { result: undefined, error: undefined };
    note(into, compareAnswers(answer, other, `call ${i + 1} (${call.label})`, names));
  }
}

const LIST_CHANGES = /^notifications\/(tools|prompts|resources)\/list_changed$/;

/** True for what the aggregate tells in its own way. */
export const isListChange = (heard: Heard): boolean => LIST_CHANGES.test(heard.method);

/**
 * Compares what was heard beside the answers, without regard to the order: a message that belongs to no request
 * may come before or after an answer that was sent at the same time.
 */
export function compareHeard(
  into: Tally,
  expected: readonly Heard[],
  got: readonly Heard[],
  names: readonly NormalisationName[],
): void {
  const keyed = (all: readonly Heard[]): string[] =>
    all
      .map(({ kind, method, params }) => {
        const alikeParams = params && normalised(params, names);
        return `${kind} ${method} ${alikeParams?.raw ?? ''}`;
      })
      .toSorted();
  const left = keyed(got);
  const missing: string[] = [];
  for (const key of keyed(expected)) {
    const at = left.indexOf(key);
    if (at === -1) missing.push(key);
    else left.splice(at, 1);
    note(into, []);
  }
  const told = (path: string, key: string, absent: 'expected' | 'got'): Difference => {
    const text = Buffer.from(key, 'latin1').toString('utf8').slice(0, 300);
    return absent === 'got'
      ? { path, expected: text, got: 'nothing' }
      : { path, expected: 'nothing', got: text };
  };
  for (const key of missing) {
    into.equal -= 1;
    into.differences.push(told('heard', key, 'got'));
  }
  for (const key of left) {
    into.compared += 1;
    into.differences.push(told('heard', key, 'expected'));
  }
}

/** Compares two handshakes byte for byte. */
export function compareHellos(into: Tally, expected: Json, got: Json): void {
  note(into, differences(expected, got, 'handshake'));
}

/** A difference that is not one of values. */
export const problem = (path: string, what: string): Difference => ({
  path,
  expected: 'it works',
  got: json(what).raw ?? what,
});
